"""Photos, drawings and tutorials that go with a datasheet: on the sheet while it is written, then with each version."""

from contextlib import ExitStack

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.limits import require_fewer, wait_for_turn
from core.models import Recorded, StoredFile
from core.uploads import clean_picture
from practices.licences import Licence
from practices.models.practice import Practice
from practices.models.version import Version

MOST_ON_A_SHEET = 12
ADDED_A_DAY = 100
# A page shows the small one: of some forty kilobytes, enough for a phone and for paper.
SMALL_PX = 640


class IllustrationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of versions she may read, and those of sheets she writes or reviews."""
        public = self.model.versions.through.objects.filter(version__in=Version.objects.visible_to(user))
        seen = Q(pk__in=public.values("illustration"))
        if not user.is_authenticated:
            return self.filter(seen)
        if user.has_perm("practices.view_practice"):
            return self
        hers, assigned = Practice.objects.written_by(user), Practice.objects.assigned_to(user)
        working = hers.order_by().values("pk").union(assigned.order_by().values("pk"))
        return self.filter(seen | Q(practice__in=working, is_on_sheet=True))

    def on_sheet(self):
        """Those of the sheet as it is written now."""
        return self.filter(is_on_sheet=True)

    def in_order(self):
        """As they were added, each with its files."""
        return self.select_related("stored", "small").order_by("pk")

    @transaction.atomic
    def add(self, practice, upload, *, kind, caption, licence, agreed=False, by):
        """`by` puts a CleanUpload on the sheet while it is written; returns the Illustration.

        Raises ValidationError when the sheet is not being written, is full, or when on a photo people may be seen
        who have not agreed; and for a photo or a drawing that is no picture.
        """
        wait_for_turn(by)
        practice._lock_to_write(by)
        require_fewer(
            ADDED_A_DAY,
            self.filter(added_by=by),
            "added_at",
            _("You have added %(most)d files within a day. Please go on tomorrow."),
        )
        if practice.illustrations.on_sheet().count() >= MOST_ON_A_SHEET:
            raise ValidationError(_("A sheet holds at most %(most)d files.") % {"most": MOST_ON_A_SHEET})
        is_picture = upload.content_type.startswith("image/")
        if kind != self.model.Kind.TUTORIAL and not is_picture:
            raise ValidationError({"file": _("Send a picture, or say that this is a tutorial.")})
        made = self.model(practice=practice, kind=kind, caption=caption, licence=licence, is_agreed=agreed, added_by=by)
        made.clean_fields(exclude=["practice", "stored", "small", "added_by"])
        made.clean()
        # The small one is stored last: when either fails, both go.
        with ExitStack() as stack:
            made.stored = stack.enter_context(StoredFile.objects.keeping(upload, by=by))
            if is_picture:
                made.small = stack.enter_context(StoredFile.objects.keeping(small(upload), by=by))
            made.save()
            practice.record("illustrated", by=by, illustration=made.pk)
        return made


def small(upload):
    """The same picture, as pages show it."""
    return clean_picture(upload.content, upload.name, pictures_only=True, longest_side=SMALL_PX)


class Illustration(Recorded, models.Model):
    """A file of a sheet. What a version shows stays with it, also when the sheet goes on without."""

    class Kind(models.TextChoices):
        PHOTO = "photo", pgettext_lazy("a file of a datasheet", "photo")
        DRAWING = "drawing", pgettext_lazy("a file of a datasheet", "drawing")
        TUTORIAL = "tutorial", pgettext_lazy("a file of a datasheet", "tutorial")

    practice = models.ForeignKey(
        Practice, on_delete=models.PROTECT, related_name="illustrations", verbose_name=_("practice datasheet")
    )
    versions = models.ManyToManyField(
        Version, related_name="illustrations", blank=True, verbose_name=_("published versions")
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    stored = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+", verbose_name=_("file"))
    small = models.OneToOneField(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("smaller picture")
    )
    caption = models.CharField(_("what it shows"), max_length=300)
    licence = models.CharField(_("licence"), max_length=8, choices=Licence.choices, default=Licence.CC_BY)
    is_agreed = models.BooleanField(_("people in the picture agree, or there are none"), default=False)
    is_on_sheet = models.BooleanField(_("on the sheet"), default=True, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("added by")
    )
    added_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)

    objects = IllustrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of a datasheet")
        verbose_name_plural = _("files of datasheets")
        ordering = ["practice", "pk"]
        default_permissions = ["view"]
        permissions = [("withdraw_illustration", _("Can take a file of a datasheet away from all its versions"))]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind="photo") | models.Q(is_agreed=True), name="people_on_photos_agree"
            ),
            models.CheckConstraint(
                condition=models.Q(kind="tutorial") | models.Q(small__isnull=False), name="photos_and_drawings_are_seen"
            ),
        ]

    def __str__(self):
        return self.caption

    def get_absolute_url(self):
        return self.practice.get_absolute_url()

    def clean(self):
        super().clean()
        if self.kind == self.Kind.PHOTO and not self.is_agreed:
            raise ValidationError({"agreed": _("Show a photo only when those who can be recognised agree.")})

    @property
    def licence_url(self):
        return Licence(self.licence).url

    @transaction.atomic
    def remove(self, *, by):
        """The sheet goes on without it; versions that show it keep it.

        Raises ValidationError when the sheet is not being written, or it is gone already.
        """
        self.practice._lock_to_write(by)
        self._lock()
        if not self.is_on_sheet:
            raise ValidationError(_("This file has been removed already."))
        self.is_on_sheet = False
        self.save(update_fields=["is_on_sheet"])
        self.practice.record("illustration_removed", by=by, illustration=self.pk)
        if not self.versions.exists():
            self.forget()

    @transaction.atomic
    def withdraw(self, *, by):
        """Nobody sees it any more, in whatever version: somebody on it has changed her mind, or it was not free."""
        self._lock()
        self.practice.record("illustration_withdrawn", by=by, illustration=self.pk)
        self.versions.clear()
        self.forget()

    def forget(self):
        """The row and its files go. Call it in a verb's transaction."""
        files = [stored for stored in (self.stored, self.small) if stored]
        self.delete()
        for stored in files:
            stored.discard()

    def _lock(self):
        self.refresh_from_db(from_queryset=Illustration.objects.select_for_update(of=("self",)))
