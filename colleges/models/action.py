"""The plan of action of a college: what it has set itself, who sees to it, until when, and what became of it."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from colleges.models.gathering import College
from core.models import Recorded
from core.moments import validate_day_within_reach
from spaces.models import Space


class ActionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of the colleges whose space she may enter; all for the secretariat."""
        if user.has_perm("colleges.view_action"):
            return self
        return self.filter(college__space__in=Space.objects.visible_to(user))

    def open(self):
        """Those still to be done: planned or under way."""
        return self.filter(state__in=Action.OPEN)

    def late(self):
        """Open ones whose day has passed."""
        return self.open().filter(due_on__lt=timezone.localdate())

    def done(self):
        return self.filter(state=Action.State.DONE)

    def with_facts(self):
        """Each with who sees to it, and its objectives with their names."""
        return self.select_related("owner", "college").prefetch_related(models.Prefetch("objectives", objectives()))

    def in_order(self):
        """What is open, by its day; then what is over, the latest first."""
        is_over = models.Case(models.When(state__in=Action.OPEN, then=0), default=1)
        return self.annotate(is_over=is_over).order_by(
            "is_over", models.F("due_on").asc(nulls_last=True), "-closed_at", "created_at", "pk"
        )


class Action(Recorded, models.Model):
    """One thing a college has set itself."""

    class State(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("an action", "planned")
        UNDER_WAY = "under_way", pgettext_lazy("an action", "under way")
        DONE = "done", pgettext_lazy("an action", "done")
        DROPPED = "dropped", pgettext_lazy("an action", "dropped")

    OPEN = (State.PLANNED, State.UNDER_WAY)

    college = models.ForeignKey(College, on_delete=models.PROTECT, related_name="actions", verbose_name=_("college"))
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("description"), max_length=4000, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name=_("who sees to it"),
    )
    due_on = models.DateField(_("to be done by"), null=True, blank=True, validators=[validate_day_within_reach])
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PLANNED, editable=False)
    reason = models.TextField(_("why it was dropped"), max_length=2000, blank=True, editable=False)
    objectives = models.ManyToManyField(
        "objectives.Objective", blank=True, related_name="actions", verbose_name=_("strategic objectives")
    )
    created_at = models.DateTimeField(_("written down"), default=timezone.now, editable=False)
    closed_at = models.DateTimeField(_("over since"), null=True, blank=True, editable=False)

    objects = ActionQuerySet.as_manager()

    class Meta:
        verbose_name = _("action of a college")
        verbose_name_plural = _("actions of colleges")
        ordering = ["college", "created_at", "pk"]
        default_permissions = ["view"]
        permissions = [
            ("plan_action", _("Can write into the plan of action of a college")),
            ("change_action", _("Can change an action of a college")),
            ("carry_out_action", _("Can say that an action is under way or done")),
            ("drop_action", _("Can drop an action, and take it up again")),
        ]
        indexes = [
            models.Index(fields=["college", "state"], name="actions_of_college"),
            models.Index(
                fields=["owner", "due_on"],
                name="action_waits",
                condition=models.Q(state__in=["planned", "under_way"]),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["planned", "under_way"], closed_at=None)
                | models.Q(state__in=["done", "dropped"], closed_at__isnull=False),
                name="actions_know_since_when_they_are_over",
            ),
            # A form that is sent twice plans the same thing twice.
            models.UniqueConstraint(
                fields=["college", "title"],
                condition=models.Q(state__in=["planned", "under_way"]),
                name="a_college_plans_each_thing_once",
                violation_error_message=_("This stands in the plan already."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"{reverse('colleges:plan', args=[self.college.slug])}#action-{self.pk}"

    @property
    def is_open(self):
        """Whether it is still to be done."""
        return self.state in self.OPEN

    can_be_changed = can_be_completed = can_be_dropped = is_open

    @property
    def can_be_begun(self):
        return self.state == self.State.PLANNED

    @property
    def can_be_taken_up(self):
        """Whether it was dropped, or said to be done too early."""
        return not self.is_open

    @property
    def is_late(self):
        """Whether its day has passed and it is still to be done."""
        return self.is_open and self.due_on is not None and self.due_on < timezone.localdate()

    @classmethod
    @transaction.atomic
    def plan(cls, college, *, by, objectives=(), **facts):
        """Write an action into the plan of `college` and return it. `facts`: title, text, owner, due_on.

        Raises ValidationError when it stands there already, or `owner` does not belong to the college.
        """
        # Whoever sends the form twice waits here, and then finds the first one.
        College.objects.select_for_update().get(pk=college.pk)
        action = cls(college=college, **facts)
        judge_owner(action.owner, college)
        action.full_clean()
        action.save()
        action.objectives.set(objectives)
        action.record("planned", by=by)
        return action

    @transaction.atomic
    def change(self, *, by, objectives=None, **facts):
        """Other words, another day, somebody else, other objectives. What changes nothing leaves no trace."""
        self._lock()
        self._require(self.can_be_changed, _("This action is over: take it up again before you change it."))
        before = self.owner_id
        changed = [name for name, value in facts.items() if getattr(self, name) != value]
        for name in changed:
            setattr(self, name, facts[name])
        is_new_owner = self.owner_id is not None and self.owner_id != before
        if is_new_owner:
            judge_owner(self.owner, self.college)
        if objectives is not None and {each.pk for each in objectives} != {each.pk for each in self.objectives.all()}:
            self.objectives.set(objectives)
            changed.append("objectives")
        if not changed:
            return
        self.full_clean()
        self.save(update_fields=[name for name in changed if name != "objectives"])
        self.record("changed", by=by, fields=changed, is_new_owner=is_new_owner)

    @transaction.atomic
    def begin(self, *, by):
        """It is under way."""
        self._lock()
        self._require(self.can_be_begun, _("This action is under way already, or over."))
        self._move_to(self.State.UNDER_WAY)
        self.record("begun", by=by)

    @transaction.atomic
    def complete(self, *, by):
        """It is done."""
        self._lock()
        self._require(self.can_be_completed, _("This action is over already."))
        self._move_to(self.State.DONE)
        self.record("completed", by=by)

    @transaction.atomic
    def drop(self, reason, *, by):
        """The college no longer does it, for this reason."""
        self._lock()
        self._require(self.can_be_dropped, _("This action is over already."))
        if not reason.strip():
            raise ValidationError({"reason": _("Say why.")})
        self._move_to(self.State.DROPPED, reason=reason.strip())
        self.record("dropped", by=by)

    @transaction.atomic
    def take_up(self, *, by):
        """It is planned again. Raises ValidationError when its title has been planned anew meanwhile."""
        self._lock()
        self._require(self.can_be_taken_up, _("This action is still to be done."))
        self._move_to(self.State.PLANNED)
        self.record("taken_up", by=by)

    def _lock(self):
        self.refresh_from_db(from_queryset=Action.objects.select_for_update(of=["self"]))

    def _require(self, condition, sentence):
        if not condition:
            raise ValidationError(sentence)

    def _move_to(self, state, reason=""):
        self.state, self.reason = state, reason
        self.closed_at = None if self.is_open else timezone.now()
        self.validate_constraints()
        self.save(update_fields=["state", "reason", "closed_at"])


def judge_owner(owner, college):
    """Raise ValidationError unless `owner` is nobody, or somebody who belongs to the college now."""
    if owner is not None and not people_of(college).filter(pk=owner.pk).exists():
        raise ValidationError({"owner": _("Choose somebody who belongs to this college.")})


def objectives():
    """All strategic objectives with their names; their domain stands on the same floor."""
    return Action._meta.get_field("objectives").related_model.objects.with_wording()


def people_of(college):
    """Who belongs to `college` now and may sign in."""
    return get_user_model().objects.active().filter(pk__in=college.space.members())
