"""The consultation on candidates: a dated window in which the people of the task force support and comment."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models import Recorded
from taskforces.models.call import Call
from taskforces.models.seat import Seat


class ConsultationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of task forces in which she has a seat in force; all for the secretariat."""
        if user.has_perm("taskforces.view_consultation"):
            return self
        if not user.is_authenticated:
            return self.none()
        return self.filter(call__task_force__in=Seat.objects.in_force().homes_of(user))

    def begun(self):
        """Those whose candidates can be read."""
        return self.filter(opens_at__lte=timezone.now())

    def open(self):
        """Those in which one can support and comment now."""
        return self.begun().filter(closes_at__gt=timezone.now())

    def closed(self):
        """Those that are over."""
        return self.filter(closes_at__lte=timezone.now())

    def undecided(self):
        """Those with candidates who still wait for a decision."""
        return self.filter(call__in=Call.objects.undecided().values("pk"))


class Consultation(Recorded, models.Model):
    """The window in which the members are heard about the candidates of a call."""

    call = models.OneToOneField(Call, on_delete=models.PROTECT, related_name="consultation", verbose_name=_("call"))
    opens_at = models.DateTimeField(_("opens"))
    closes_at = models.DateTimeField(_("closes"))

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        ordering = ["-closes_at", "-pk"]
        default_permissions = ["view"]
        permissions = [("plan_consultation", _("Can plan and close a consultation on candidates"))]
        indexes = [models.Index(fields=["opens_at", "closes_at"], name="consultation_window")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes_at__gte=models.F("opens_at")),
                name="consultations_close_after_they_open",
                violation_error_message=_("It must close after it opens."),
            )
        ]

    def __str__(self):
        return str(self.call)

    def get_absolute_url(self):
        return reverse("taskforces:candidates", args=[self.task_force.code.lower()])

    @property
    def task_force(self):
        """Whose members are heard."""
        return self.call.task_force

    @property
    def has_begun(self):
        """Whether the candidates can be read."""
        return self.opens_at <= timezone.now()

    @property
    def is_open(self):
        """Whether one can support and comment now."""
        return self.has_begun and not self.is_closed

    @property
    def is_closed(self):
        """Whether it is over: the moment from which totals are shown."""
        return self.closes_at <= timezone.now()

    @classmethod
    @transaction.atomic
    def plan(cls, call, *, opens_at, closes_at, by):
        """Ask the members about the candidates of `call` from one moment to another; they are told.

        Raises ValidationError when nobody stands, the statements can still change then, or it was planned before.
        """
        call.refresh_from_db(from_queryset=Call.objects.select_for_update())
        if cls.objects.filter(call=call).exists():
            raise ValidationError(_("The consultation on these candidates is planned already."))
        if not call.candidates.candidates().exists():
            raise ValidationError(_("Nobody stands in this call."))
        if opens_at < call.deadline:
            raise ValidationError({"opens_at": _("It opens after the deadline of the statements at the earliest.")})
        require_window(opens_at, closes_at)
        consultation = cls.objects.create(call=call, opens_at=opens_at, closes_at=closes_at)
        consultation.record("planned", by=by, opens=opens_at.isoformat(), closes=closes_at.isoformat())
        return consultation

    @transaction.atomic
    def move(self, *, closes_at, by):
        """Let it close earlier or later. Once it is over and its totals are shown, it is not opened again."""
        self.refresh_from_db(from_queryset=Consultation.objects.select_for_update())
        if self.is_closed:
            raise ValidationError(_("This consultation is over: its totals have been shown."))
        require_window(self.opens_at, closes_at)
        self.closes_at = closes_at
        self.save(update_fields=["closes_at"])
        self.record("moved", by=by, closes=closes_at.isoformat())


def require_window(opens_at, closes_at):
    """Raise ValidationError unless the window closes after it opens, and lies ahead."""
    if closes_at <= opens_at:
        raise ValidationError({"closes_at": _("It must close after it opens.")})
    if closes_at <= timezone.now():
        raise ValidationError({"closes_at": _("The end must lie ahead.")})


class CandidateSupport(models.Model):
    """Somebody would like this candidate to be nominated. Who it was, only the secretariat reads."""

    application = models.ForeignKey(
        "taskforces.Application",
        on_delete=models.CASCADE,
        related_name="supports",
        verbose_name=pgettext_lazy("of an application", "candidate"),
    )
    # Nobody any more once she has been forgotten: the number stays.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("person")
    )
    created_at = models.DateTimeField(_("moment"), default=timezone.now)

    class Meta:
        verbose_name = _("support of a candidate")
        verbose_name_plural = _("supports of candidates")
        ordering = ["created_at", "pk"]
        default_permissions = []
        constraints = [
            models.UniqueConstraint(fields=["application", "person"], name="one_support_per_candidate_and_person")
        ]

    def __str__(self):
        return f"{self.person} → {self.application}"


class CandidateComment(models.Model):
    """What somebody of the task force says about a candidate: one text, which can be changed while it is open."""

    application = models.ForeignKey(
        "taskforces.Application",
        on_delete=models.CASCADE,
        related_name="comments",
        verbose_name=pgettext_lazy("of an application", "candidate"),
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("author")
    )
    text = models.TextField(_("text"), max_length=2000)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    created_at = models.DateTimeField(_("moment"), default=timezone.now)

    class Meta:
        verbose_name = _("comment on a candidate")
        verbose_name_plural = _("comments on candidates")
        ordering = ["created_at", "pk"]
        default_permissions = []
        constraints = [
            models.UniqueConstraint(fields=["application", "author"], name="one_comment_per_candidate_and_author")
        ]

    def __str__(self):
        return f"{self.author} → {self.application}"
