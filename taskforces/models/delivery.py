"""Outputs a leader attests: what was brought about, when, and where one can read it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import IntegrityError, models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from taskforces.models.stage import Output
from taskforces.models.stage_record import StageRecord, require_reason


class OutputDeliveryQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of task forces she belongs to; all for the secretariat. Everybody reads that an output is there."""
        if user.has_perm("taskforces.view_outputdelivery"):
            return self
        if not user.is_authenticated:
            return self.none()
        return self.filter(task_force__seats__person=user, task_force__seats__ended_at=None)

    def standing(self):
        """Those that were not taken back."""
        return self.filter(taken_back_at=None)


class OutputDelivery(Recorded, models.Model):
    """The leader's word that an output is there."""

    task_force = models.ForeignKey(
        "taskforces.TaskForce", on_delete=models.PROTECT, related_name="deliveries", verbose_name=_("task force")
    )
    output = models.ForeignKey(Output, on_delete=models.PROTECT, related_name="deliveries", verbose_name=_("output"))
    delivered_at = models.DateTimeField(_("attested"), default=timezone.now, editable=False)
    delivered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("attested by"),
    )
    note = models.TextField(_("note"), max_length=1000, blank=True)
    link = models.URLField(_("link"), max_length=500, blank=True, validators=[URLValidator(schemes=["http", "https"])])
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True, editable=False)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("taken back by"),
    )
    reason = models.TextField(_("reason"), max_length=2000, blank=True, editable=False)

    objects = OutputDeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("attested output")
        verbose_name_plural = _("attested outputs")
        ordering = ["-delivered_at", "-pk"]
        default_permissions = ["view"]
        permissions = [
            ("attest_outputdelivery", _("Can attest outputs of a task force")),
            ("take_back_outputdelivery", _("Can take back an attested output")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["task_force", "output"],
                condition=models.Q(taken_back_at=None),
                name="one_standing_delivery_per_output",
                violation_error_message=_("This output has been attested already."),
            ),
        ]

    def __str__(self):
        return f"{self.task_force.code} · {self.output}"

    def get_absolute_url(self):
        return reverse("taskforces:cycle", args=[self.task_force.code.lower()])

    @property
    def can_be_taken_back(self):
        return self.taken_back_at is None

    @classmethod
    @transaction.atomic
    def attest(cls, task_force, output, *, by, note="", link=""):
        """Say that `output` is there. Raises ValidationError when it is told by the platform or was said before."""
        lock_position(task_force)
        if not output.can_be_attested:
            raise ValidationError(_("The platform tells this output by itself."))
        try:
            with transaction.atomic():
                delivery = cls.objects.create(
                    task_force=task_force, output=output, delivered_by=by, note=note.strip(), link=link
                )
        except IntegrityError:
            raise ValidationError(_("This output has been attested already.")) from None
        delivery.record("attested", by=by, output=output.code)
        return delivery

    @transaction.atomic
    def take_back(self, *, reason, by):
        """It is not there after all."""
        require_reason(reason)
        lock_position(self.task_force)
        self.refresh_from_db(from_queryset=OutputDelivery.objects.select_for_update(of=["self"]))
        if not self.can_be_taken_back:
            raise ValidationError(_("This has already been taken back."))
        self.taken_back_at, self.taken_back_by, self.reason = timezone.now(), by, reason
        self.save(update_fields=["taken_back_at", "taken_back_by", "reason"])
        self.record("taken_back", by=by, output=self.output.code)


def lock_position(task_force):
    """Nobody moves `task_force` on while its outputs change."""
    StageRecord.objects.open().select_for_update(of=["self"]).filter(task_force=task_force).first()
