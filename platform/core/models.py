"""The ground of every app: the log of what happened, and the vocabulary of themes."""

import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import announcing
from core.source import current_source
from core.stored_files import StoredFile

__all__ = ["Activity", "Recorded", "StoredFile", "Theme"]


class ActivityQuerySet(models.QuerySet):
    def about(self, obj):
        """What happened to `obj`, newest first."""
        content_type = ContentType.objects.get_for_model(obj)
        return self.filter(content_type=content_type, object_id=obj.pk).order_by("-created_at")

    def unannounced(self):
        """Activities whose notices have not been written yet, oldest first."""
        return self.filter(announced_at=None).order_by("created_at", "pk")


class Activity(models.Model):
    """One thing somebody did: written by a verb in its own transaction, never changed afterwards.

    Notices, mails, feeds, figures and the audit trail are read from these rows.
    """

    class Source(models.TextChoices):
        PAGE = "page", _("page")
        ADMIN = "admin", _("admin")
        IMPORT = "import", _("import")
        COMMAND = "command", _("command")
        JOB = "job", _("job")

    verb = models.CharField(_("verb"), max_length=60)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name=_("actor"),
    )
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, verbose_name=_("kind of object"))
    object_id = models.BigIntegerField(_("object"))
    object = GenericForeignKey("content_type", "object_id")
    data = models.JSONField(_("data"), default=dict, blank=True)
    source = models.CharField(_("source"), max_length=10, choices=Source.choices)
    created_at = models.DateTimeField(_("moment"), default=timezone.now, db_index=True)
    announced_at = models.DateTimeField(_("announced"), null=True, blank=True, editable=False)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activity")
        ordering = ["-created_at", "-pk"]
        default_permissions = ["view"]
        indexes = [
            models.Index(fields=["content_type", "object_id", "-created_at"], name="activity_of_object"),
            models.Index(fields=["created_at"], name="activity_unannounced", condition=models.Q(announced_at=None)),
        ]
        triggers = [
            pgtrigger.Protect(name="activity_is_kept", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="activity_is_final",
                fields=["verb", "content_type", "object_id", "data", "source", "created_at"],
            ),
            # A person who leaves is forgotten; nobody is ever put in her place.
            pgtrigger.Protect(
                name="activity_actor_is_final",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__actor__df=pgtrigger.F("new__actor"), new__actor__isnull=False),
            ),
            pgtrigger.Protect(
                name="activity_is_announced_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__announced_at__df=pgtrigger.F("new__announced_at"))
                & pgtrigger.Q(old__announced_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.key} #{self.object_id}"

    @property
    def key(self):
        """What happened, in full: "taskforces.application.accepted"."""
        return f"{self.content_type.app_label}.{self.content_type.model}.{self.verb}"


class Recorded(models.Model):
    """A model whose verbs leave a trace: `self.record("published", by=user)`."""

    class Meta:
        abstract = True

    def record(self, verb, *, by, **data):
        """Write the one Activity row of a verb and wake up whoever announces it. Call it in the verb's transaction."""
        activity = Activity.objects.create(verb=verb, actor=by, object=self, data=data, source=current_source())
        # An import makes thousands: nobody is rung for each, the sweep of the next minutes announces them.
        if activity.source != Activity.Source.IMPORT:
            transaction.on_commit(lambda: announcing.wake_up(activity.pk))
        return activity


class Theme(models.Model):
    """A subject of interest by which people, organisations and contents find each other."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["position", "slug"]

    def __str__(self):
        return self.name
