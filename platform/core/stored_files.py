"""Files of people: a row for each file and a file for each row, served only through a view that asks who reads."""

from contextlib import contextmanager, suppress

import structlog
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

log = structlog.get_logger(__name__)


def own_place(instance, filename):
    """Two letters of the name, which is our own, as a folder: none grows too large."""
    return f"files/{filename[:2]}/{filename}"


class StoredFileQuerySet(models.QuerySet):
    @contextmanager
    def keeping(self, upload, *, by):
        """Store a CleanUpload for the block that follows, in its transaction: when it fails, the file is taken back.

            with StoredFile.objects.keeping(upload, by=user) as stored:
                self.logo = stored

        Raises ValidationError when the disk takes no more.
        """
        stored = self._written(upload, by)
        try:
            with transaction.atomic():
                stored.save()
                yield stored
        except BaseException:
            default_storage.delete(stored.file.name)
            raise

    def keep(self, upload, *, by):
        """Store a CleanUpload and return its row: the last line of a verb, after which nothing fails.

        Raises ValidationError when the disk takes no more.
        """
        with self.keeping(upload, by=by) as stored:
            return stored

    def _written(self, upload, by):
        """A row for the bytes of `upload`, which lie in the storage now; the row itself is not saved."""
        stored = StoredFile(
            name=upload.name,
            content_type=upload.content_type,
            size_bytes=len(upload.content),
            sha256=upload.sha256,
            uploaded_by=by,
        )
        content = upload.as_file()
        try:
            stored.file.save(content.name, content, save=False)
        except OSError as error:
            log.error("file_not_kept", error=type(error).__name__, code=error.errno)
            forget_what_was_written(own_place(stored, content.name))
            raise ValidationError(
                _("We cannot keep files at the moment. Please try again later; the rest is saved.")
            ) from None
        return stored


def forget_what_was_written(name):
    """A disk that is full may hold the first part of a file."""
    with suppress(OSError):
        default_storage.delete(name)


class StoredFile(models.Model):
    """A file somebody uploaded, after it was cleaned. Who may read it is said by the object it belongs to."""

    file = models.FileField(_("file"), upload_to=own_place, max_length=120, unique=True)
    name = models.CharField(_("name"), max_length=120)
    content_type = models.CharField(_("kind"), max_length=80)
    size_bytes = models.PositiveIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("checksum"), max_length=64)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("uploaded by"),
    )
    created_at = models.DateTimeField(_("uploaded"), default=timezone.now)

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.name

    @property
    def is_picture(self):
        """Whether browsers may show it on the page; anything else is handed over as a download."""
        return self.content_type.startswith("image/")

    @property
    def format(self):
        """The kind in a word, as links say it: "PDF", "JPEG"."""
        return self.content_type.rpartition("/")[2].upper()

    def discard(self):
        """Forget the file: the row now, the bytes once the transaction holds."""
        name = self.file.name
        self.delete()
        transaction.on_commit(lambda: forget_what_was_written(name))
