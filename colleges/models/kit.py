"""The kit of the ambassadors: files and links that help them to speak about soils."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Recorded, StoredFile


class KitItemQuerySet(models.QuerySet):
    def visible_to(self, user):
        """For ambassadors in force, and for the secretariat, which keeps it."""
        from colleges.models.ambassador import Ambassador

        if user.has_perm("colleges.view_kititem"):
            return self
        is_ambassador = user.is_authenticated and Ambassador.objects.in_force().filter(person=user).exists()
        return self if is_ambassador else self.none()

    def in_order(self):
        """As the secretariat has arranged them, each with its file."""
        return self.select_related("stored").order_by("position", "pk")


class KitItem(Recorded, models.Model):
    """One thing of the kit: a file to take along, or a link."""

    title = models.CharField(_("title"), max_length=160)
    words = models.TextField(_("what it is for"), max_length=600, blank=True)
    link = models.URLField(_("link"), max_length=500, blank=True, validators=[URLValidator(schemes=["http", "https"])])
    stored = models.OneToOneField(
        StoredFile, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("file")
    )
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, blank=True, help_text=_("Of the file or the page.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = KitItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("item of the kit")
        verbose_name_plural = _("kit of the ambassadors")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("admin:colleges_kititem_change", args=[self.pk])

    @property
    def url(self):
        """Where it is: the file if there is one, else the link, else nothing."""
        return reverse("colleges:kit-file", args=[self.pk]) if self.stored_id else self.link

    @transaction.atomic
    def put_file(self, upload, *, by):
        """Keep a CleanUpload as its file, or take the file away (None); what was there before goes.

        Raises ValidationError when it has a link, or when the disk takes no more.
        """
        self.refresh_from_db(fields=["stored", "link"], from_queryset=KitItem.objects.select_for_update())
        if upload and self.link:
            raise ValidationError(_("Give a link or a file, not both."))
        before = self.stored
        self.stored = upload and StoredFile.objects.keep(upload, by=by)
        self.save(update_fields=["stored"])
        if before is not None:
            before.discard()
        self.record("file_kept" if upload else "file_removed", by=by)
