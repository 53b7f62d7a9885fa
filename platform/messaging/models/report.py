"""Somebody tells the secretariat of a conversation; the secretariat reads it and settles."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from messaging.models.conversation import Conversation

LONGEST_BAR_DAYS = 365


class ReportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The secretariat's own list."""
        return self if user.has_perm("messaging.view_report") else self.none()

    def open(self):
        """Not settled yet."""
        return self.filter(outcome="")

    def barred_until(self, person):
        """The moment until which `person` may not write, or None."""
        barred = self.filter(about=person, outcome=Report.Outcome.BARRED, barred_until__gt=timezone.now())
        return barred.aggregate(until=models.Max("barred_until"))["until"]


class Report(Recorded, models.Model):
    """Why `reporter` wants the secretariat to look at a conversation, and what came of it."""

    class Outcome(models.TextChoices):
        NOTHING = "nothing", _("nothing to object to")
        CLOSED = "closed", _("conversation closed")
        BARRED = "barred", _("conversation closed, author barred for a time")

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="reports", verbose_name=_("conversation")
    )
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reports", verbose_name=_("reported by")
    )
    about = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="reports_about",
        verbose_name=_("about"),
    )
    reason = models.TextField(_("reason"), max_length=1000)
    created_at = models.DateTimeField(_("reported"), default=timezone.now, editable=False)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices, blank=True, editable=False)
    settled_at = models.DateTimeField(_("settled"), null=True, blank=True, editable=False)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("settled by"),
    )
    words = models.TextField(_("what the author is told"), max_length=1000, blank=True, editable=False)
    barred_until = models.DateTimeField(_("barred until"), null=True, blank=True, editable=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("reported conversation")
        verbose_name_plural = _("reported conversations")
        ordering = ["created_at", "pk"]
        permissions = [("settle_report", _("Can settle a reported conversation"))]
        indexes = [models.Index(fields=["about", "barred_until"], name="report_bar")]
        constraints = [
            models.UniqueConstraint(
                fields=["conversation", "reporter"],
                condition=models.Q(outcome=""),
                name="one_open_report_per_person",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="", settled_at=None) | (~models.Q(outcome="") & ~models.Q(settled_at=None)),
                name="settled_reports_say_when",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="barred", barred_until__isnull=False)
                | (~models.Q(outcome="barred") & models.Q(barred_until=None)),
                name="bars_have_an_end",
            ),
        ]

    def __str__(self):
        return str(self.conversation)

    def get_absolute_url(self):
        return reverse("admin:messaging_report_change", args=[self.pk])

    @property
    def is_open(self):
        return not self.outcome

    @transaction.atomic
    def settle(self, outcome, *, by, days=None, words=""):
        """Say what comes of it: nothing, the conversation is closed, or its author is barred for `days` as well.

        Raises ValidationError when it is settled already, or when a bar has no sensible length or no author.
        """
        conversation = Conversation.objects.select_for_update().get(pk=self.conversation_id)
        self.refresh_from_db(from_queryset=Report.objects.select_for_update())
        if not self.is_open:
            raise ValidationError(_("This report has been settled already."))
        self.outcome, self.settled_at, self.settled_by, self.words = outcome, timezone.now(), by, words
        if outcome == self.Outcome.BARRED:
            self.barred_until = self._end_of_bar(days)
        self.save(update_fields=["outcome", "settled_at", "settled_by", "words", "barred_until"])
        if outcome != self.Outcome.NOTHING:
            conversation.shut()
        self.record("settled", by=by, outcome=outcome)

    def _end_of_bar(self, days):
        if not days or not 1 <= days <= LONGEST_BAR_DAYS:
            raise ValidationError({"days": _("Between 1 and %(most)d days.") % {"most": LONGEST_BAR_DAYS}})
        if self.about_id is None:
            raise ValidationError(_("The other side has written nothing: there is nobody to bar."))
        return timezone.now() + timedelta(days=days)
