"""After an event: who was there, its recording, and what came of it; before it, those who come are reminded."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import StoredFile

REMINDED_BEFORE = timedelta(days=1)
LONGEST_REPORT = 20_000


class Reporting(models.Model):
    """An event that was held, and is told of."""

    recording = models.URLField(_("recording"), max_length=500, blank=True)
    outcome = models.TextField(_("outcome report"), max_length=LONGEST_REPORT, blank=True)
    document = models.OneToOneField(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("document")
    )
    reported_at = models.DateTimeField(_("reported on"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def can_be_reported(self):
        """Whether it is over, and was not cancelled."""
        return self.has_ended

    @property
    def takes_attendance(self):
        """Whether who is there may be noted."""
        return self.has_begun

    @transaction.atomic
    def report(self, outcome, *, by, recording="", upload=None):
        """What came of it, where it can be seen again, and a document; said again, the later words count.

        A document stays until another one takes its place. Raises ValidationError before the event is over, or when
        nothing is said at all.
        """
        self._lock()
        if not self.can_be_reported:
            raise ValidationError(_("What came of an event is reported when it is over."))
        outcome, recording = outcome.replace("\r\n", "\n").strip(), recording.strip()
        if not (outcome or recording or upload or self.document_id):
            raise ValidationError({"outcome": _("Write something, or give a recording or a document.")})
        if (outcome, recording, upload) == (self.outcome, self.recording, None):
            return
        is_first = self.reported_at is None
        before = self.document
        self.outcome, self.recording = outcome, recording
        self.clean_fields(
            exclude=[each.name for each in self._meta.fields if each.name not in ("outcome", "recording")]
        )
        if upload:
            self.document = StoredFile.objects.keep(upload, by=by)
        # A recording alone is no report.
        self.reported_at = (self.reported_at or timezone.now()) if self.outcome or self.document else None
        self._save("recording", "outcome", "document", "reported_at")
        if upload and before is not None:
            before.discard()
        self.record("reported", by=by, is_first=is_first)

    @transaction.atomic
    def take_attendance(self, people, *, by):
        """`people` were there, the others who had a seat were not."""
        self._lock()
        if not self.takes_attendance:
            raise ValidationError(_("Who was there is noted when the event has begun."))
        present, rows = {person.pk for person in people}, self.registrations.registered()
        if present - set(rows.values_list("person", flat=True)):
            raise ValidationError(_("Only those who are registered can be noted."))
        rows.filter(person__in=present).update(was_present=True)
        rows.exclude(person__in=present).update(was_present=False)
        self.record("attendance_taken", by=by, number=len(present))

    @transaction.atomic
    def remind(self, *, by):
        """Those who have a seat hear that it is tomorrow, once for each date. Says whether that was due."""
        self._lock()
        now = timezone.now()
        if self.is_cancelled or self.reminded_at is not None or not now < self.starts_at <= now + REMINDED_BEFORE:
            return False
        self.reminded_at = now
        self.save(update_fields=["reminded_at"])
        self.record("reminded", by=by)
        return True
