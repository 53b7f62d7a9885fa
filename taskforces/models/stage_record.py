"""Where a task force stands in the cycle, since when, and how it came there."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from taskforces.models.stage import Stage

# A task force that has stood at one stage for longer is stuck.
STUCK_AFTER = timedelta(days=182)


class StageRecordQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The cycle is public."""
        return self

    def open(self):
        """Where each task force stands now."""
        return self.filter(until=None)

    def stuck(self):
        """Where task forces have stood for over six months, the last stage left out: work there has no end."""
        return self.open().with_standing().filter(is_stuck=True)

    def with_standing(self):
        """Each with `is_stuck`."""
        last = Stage.objects.order_by("-number").values("pk")[:1]
        long = models.Q(until=None, since__lt=timezone.now() - STUCK_AFTER) & ~models.Q(stage=models.Subquery(last))
        return self.annotate(is_stuck=models.Case(models.When(long, then=True), default=False))

    def to_move_on(self, user):
        """Where task forces stand that `user` leads, once all required outputs are there."""
        from taskforces.cycle import READY_TO_MOVE_ON  # it stands above this model

        led = self.model._meta.get_field("task_force").related_model.objects.led_by(user)
        return self.open().filter(
            models.Q(task_force__in=READY_TO_MOVE_ON.all("task_force_id")), task_force__in=led.values("pk")
        )


class StageRecord(Recorded, models.Model):
    """A task force at a stage: one row is open, the others are the past."""

    class Way(models.TextChoices):
        BEGUN = "begun", _("the cycle began")
        MOVED_ON = "moved_on", _("all outputs were there")
        OVERRULED = "overruled", _("moved on by the secretariat")
        MOVED_BACK = "moved_back", _("moved back by the secretariat")

    task_force = models.ForeignKey(
        "taskforces.TaskForce", on_delete=models.PROTECT, related_name="stage_records", verbose_name=_("task force")
    )
    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="records", verbose_name=_("stage"))
    since = models.DateTimeField(_("since"), default=timezone.now, editable=False)
    until = models.DateTimeField(_("until"), null=True, blank=True, editable=False)
    way = models.CharField(_("how it came there"), max_length=10, choices=Way.choices, default=Way.BEGUN)
    moved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("moved by"),
    )
    reason = models.TextField(_("reason"), max_length=2000, blank=True)

    objects = StageRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("stage of a task force")
        verbose_name_plural = _("stages of the task forces")
        ordering = ["-since", "-pk"]
        default_permissions = ["view"]
        permissions = [
            ("move_on_stagerecord", _("Can move a task force on when all outputs are there")),
            ("overrule_stagerecord", _("Can move a task force on though outputs are missing")),
            ("move_back_stagerecord", _("Can move a task force back")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["task_force"],
                condition=models.Q(until=None),
                name="one_open_stage_per_task_force",
                violation_error_message=_("This task force stands at a stage already."),
            ),
            models.CheckConstraint(
                condition=models.Q(way__in=["begun", "moved_on"]) | ~models.Q(reason=""),
                name="exceptions_of_the_cycle_have_a_reason",
                violation_error_message=_("Give a reason."),
            ),
        ]

    def __str__(self):
        return f"{self.task_force.code} · {self.stage}"

    def get_absolute_url(self):
        return reverse("taskforces:cycle", args=[self.task_force.code.lower()])

    @property
    def is_open(self):
        return self.until is None

    @property
    def has_stood_long(self):
        """Whether it has stood there for over six months."""
        return self.is_open and self.since < timezone.now() - STUCK_AFTER

    @property
    def missing(self):
        """The required outputs of the stage that are not there, each in words."""
        from taskforces.cycle import Progress  # it stands above this model

        return Progress.of(self.task_force).missing

    @property
    def can_be_moved_on(self):
        """Whether there is a next stage and all outputs of this one are there."""
        return self.is_open and self.stage.following is not None and not self.missing

    @property
    def can_be_overruled(self):
        return self.is_open and self.stage.following is not None and bool(self.missing)

    @property
    def can_be_moved_back(self):
        return self.is_open and self.stage.preceding is not None

    @transaction.atomic
    def move_on(self, *, by):
        """The task force goes to the next stage; returns where it stands then.

        Raises ValidationError when outputs are missing, naming them, or somebody was faster, naming her.
        """
        following = self._lock_with(self._following)
        if missing := self.missing:
            raise ValidationError(
                _("Still missing: %(outputs)s."), params={"outputs": "; ".join(str(each) for each in missing)}
            )
        return self._go_to(following, self.Way.MOVED_ON, "moved_on", by=by)

    @transaction.atomic
    def overrule(self, *, reason, by):
        """The same though outputs are missing, for a reason that everybody reads."""
        require_reason(reason)
        following = self._lock_with(self._following)
        if not self.missing:
            raise ValidationError(_("Nothing is missing: the task force can move on."))
        return self._go_to(following, self.Way.OVERRULED, "overruled", by=by, reason=reason)

    @transaction.atomic
    def move_back(self, *, reason, by):
        """The task force goes back to the stage before, for a reason that everybody reads."""
        require_reason(reason)
        preceding = self._lock_with(self._preceding)
        return self._go_to(preceding, self.Way.MOVED_BACK, "moved_back", by=by, reason=reason)

    def _lock_with(self, neighbour):
        """Lock the row, which must still be open; the stage to go to."""
        self.refresh_from_db(from_queryset=StageRecord.objects.select_for_update(of=["self"]))
        if not self.is_open:
            now = StageRecord.objects.open().select_related("stage", "moved_by").get(task_force=self.task_force_id)
            if now.moved_by:
                raise ValidationError(
                    _("%(name)s was faster: the task force is at stage %(stage)s now."),
                    params={"name": now.moved_by, "stage": now.stage},
                )
            raise ValidationError(_("The task force is at stage %(stage)s now."), params={"stage": now.stage})
        return neighbour()

    def _following(self):
        following = self.stage.following
        if following is None:
            raise ValidationError(_("This is the last stage."))
        return following

    def _preceding(self):
        preceding = self.stage.preceding
        if preceding is None:
            raise ValidationError(_("This is the first stage."))
        return preceding

    def _go_to(self, stage, way, verb, *, by, reason=""):
        self.until = timezone.now()
        self.save(update_fields=["until"])
        then = StageRecord.objects.create(
            task_force=self.task_force, stage=stage, since=self.until, way=way, moved_by=by, reason=reason
        )
        then.record(verb, by=by, left=self.stage.number, to=stage.number)
        return then


def require_reason(reason):
    """Raise ValidationError unless there is a reason."""
    if not reason.strip():
        raise ValidationError({"reason": _("Give a reason.")})
