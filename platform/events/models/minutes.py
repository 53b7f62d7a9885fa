"""Minutes: a draft that several may write at without losing a word, and editions that stay when they are corrected."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST = 50_000


class Overtaken(ValidationError):
    """Somebody else has saved or published since the page was opened: nothing was written."""

    def __init__(self):
        super().__init__(_("Somebody else has changed these minutes since you opened them. Nothing is lost."))


class Minutes(models.Model):
    """The minutes of a meeting: what is being written, and what was published. `stamp` names the state of both."""

    meeting = models.OneToOneField(
        "events.Meeting", on_delete=models.CASCADE, related_name="minutes", verbose_name=_("meeting")
    )
    draft = models.TextField(_("draft"), null=True, blank=True, editable=False)
    draft_at = models.DateTimeField(_("draft saved"), null=True, blank=True, editable=False)
    draft_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("draft by"),
    )
    # The mark of the page that wrote the draft: whoever holds the pen overtakes nobody.
    pen = models.CharField(max_length=40, blank=True, editable=False)

    class Meta:
        verbose_name = _("minutes")
        verbose_name_plural = _("minutes")
        default_permissions = ["view"]

    def __str__(self):
        return str(self.meeting)

    @classmethod
    def of(cls, meeting):
        """The minutes of `meeting`; a row that is not stored yet where nobody has written any."""
        return cls.objects.filter(meeting=meeting).first() or cls(meeting=meeting)

    @property
    def is_drafted(self):
        return self.draft is not None

    @property
    def published(self):
        """The edition that counts, or None."""
        return self.editions.select_related("published_by").last() if self.pk else None

    @property
    def text(self):
        """What was published last."""
        return self.published.text if self.published else ""

    @property
    def written(self):
        """What whoever writes goes on with."""
        return self.draft if self.is_drafted else self.text

    @property
    def stamp(self):
        """The state of draft and publication, to be handed back by the page that showed it."""
        number = self.editions.count() if self.pk else 0
        return f"{number} {self.draft_at.isoformat() if self.is_drafted else ''}"

    @transaction.atomic
    def save_draft(self, text, *, by, seen=None, pen=""):
        """Keep what was typed; `seen` is the stamp of the page it was typed on.

        Raises Overtaken, or ValidationError.
        """
        self._lock()
        text = text.replace("\r\n", "\n").strip()
        if len(text) > LONGEST:
            raise ValidationError({"text": _("These minutes are too long.")})
        if text == self.written:
            return
        if seen is not None and not self._is_as(seen, pen):
            raise Overtaken
        self.draft, self.draft_at, self.draft_by, self.pen = text, timezone.now(), by, pen[:40]
        self.save(update_fields=["draft", "draft_at", "draft_by", "pen"])

    @transaction.atomic
    def publish(self, text, *, by, seen=None, pen=""):
        """Everybody who may see the meeting reads `text` now; the edition before stays readable. Raises Overtaken."""
        self._lock()
        text = text.replace("\r\n", "\n").strip()
        if not text:
            raise ValidationError({"text": _("Write something before you publish.")})
        if text == self.text and not self.is_drafted:
            raise ValidationError({"text": _("These minutes have already been published.")})
        if len(text) > LONGEST:
            raise ValidationError({"text": _("These minutes are too long.")})
        if seen is not None and not self._is_as(seen, pen):
            raise Overtaken
        is_correction = self.published is not None
        self.draft = self.draft_at = self.draft_by = None
        self.save(update_fields=["draft", "draft_at", "draft_by"])
        self.editions.create(text=text, published_by=by)
        self.meeting._hold()
        self.meeting.record("minutes_published", by=by, is_correction=is_correction)

    def _is_as(self, seen, pen):
        """Whether both states are those the page has seen, or the draft is the page's own."""
        number, _space, drafted = seen.partition(" ")
        now, _space, drafted_now = self.stamp.partition(" ")
        return number == now and (drafted == drafted_now or bool(pen and self.is_drafted and self.pen == pen[:40]))

    def _lock(self):
        """Lock the meeting, whose row is there before the first word; then read what is stored."""
        meeting = self.meeting
        meeting._lock()
        if not meeting.can_be_minuted:
            raise ValidationError(_("Minutes are written when the meeting has begun."))
        stored, _created = Minutes.objects.get_or_create(meeting=meeting)
        self.pk, self._state.adding, self._state.db = stored.pk, False, stored._state.db
        self.refresh_from_db()
        self.meeting = meeting


class MinutesEdition(models.Model):
    """Minutes as they were published once."""

    minutes = models.ForeignKey(Minutes, on_delete=models.CASCADE, related_name="editions", verbose_name=_("minutes"))
    text = models.TextField(_("text"), max_length=LONGEST)
    published_at = models.DateTimeField(_("published"), default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("published by"),
    )

    class Meta:
        verbose_name = _("edition of minutes")
        verbose_name_plural = _("editions of minutes")
        ordering = ["pk"]
        default_permissions = ["view"]

    def __str__(self):
        return f"{self.minutes_id} · {self.published_at:%Y-%m-%d}"
