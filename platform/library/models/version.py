"""A work in one language, as a file or at a web address; a new version keeps the old ones."""

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.db.models import OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from core.models import StoredFile
from library.models.download import Download
from partners.models.working_languages import name_of


def number_of_downloads(field):
    """SQL for how often what `field` of a version points to was downloaded."""
    rows = Download.objects.filter(**{f"version__{field}": OuterRef("pk")}).order_by().values(f"version__{field}")
    return Coalesce(Subquery(rows.annotate(total=Sum("number")).values("total")), 0)


class VersionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of works she may see; what was withdrawn is read by nobody."""
        from library.models.work import Work

        return self.filter(work__in=Work.objects.visible_to(user).kept())

    def current(self):
        """The newest of each language."""
        return self.filter(is_current=True)

    def as_listed(self):
        """The current ones first, each with its file and `number_of_downloads`."""
        rows = self.select_related("stored").annotate(number_of_downloads=number_of_downloads("pk"))
        return rows.order_by("-is_current", "language", "-number")


class Version(models.Model):
    """One language of a work: its first version, its second, …; exactly one of them is current."""

    work = models.ForeignKey("library.Work", on_delete=models.PROTECT, related_name="versions", verbose_name=_("work"))
    language = models.CharField(_("language"), max_length=3)
    number = models.PositiveSmallIntegerField(_("number"), default=1)
    edition = models.CharField(_("edition"), max_length=80, blank=True)
    stored = models.OneToOneField(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("file")
    )
    address = models.URLField(
        _("web address"), max_length=500, blank=True, validators=[URLValidator(schemes=["http", "https"])]
    )
    is_current = models.BooleanField(_("current"), default=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="library_versions",
        verbose_name=_("added by"),
    )
    added_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["work", "language", "-number"]
        default_permissions = ["view"]
        indexes = [
            models.Index(fields=["language", "work"], name="version_language", condition=models.Q(is_current=True)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stored__isnull=False, address="") | (models.Q(stored=None) & ~models.Q(address="")),
                name="a_version_is_a_file_or_an_address",
                violation_error_message=_("Send a file or give a web address, not both."),
            ),
            models.UniqueConstraint(
                fields=["work", "language"],
                condition=models.Q(is_current=True),
                name="one_current_version_per_language",
                violation_error_message=_("This work is there in this language already."),
            ),
            models.UniqueConstraint(fields=["work", "language", "number"], name="versions_are_numbered"),
        ]

    def __str__(self):
        return f"{self.work} · {self.language} {self.number}"

    @property
    def language_name(self):
        """The name of its language, as a line begins with it."""
        return capfirst(name_of(self.language))

    @property
    def read_url(self):
        """Where it is read: through the page that asks who reads, or elsewhere."""
        return self.address or reverse("library:file", args=[self.work.space.slug, self.pk])

    @property
    def format(self):
        """The kind in a word: "PDF"; nothing for a web address."""
        return self.stored.format if self.stored else ""
