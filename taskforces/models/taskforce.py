"""The task force of an objective: its seats, its joining, its roster."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from taskforces.models.roles import Role, require_eligible
from taskforces.models.seat import Seat


class TaskForceQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Every task force is public."""
        return self

    def with_objective(self):
        """Each task force with its objective and its wordings, so that its code and name ask nothing more."""
        return self.select_related("objective__goal").prefetch_related(
            Prefetch("objective__texts", wordings_of(self.model, "objective"))
        )

    def with_goal(self):
        """The same with the goal's wordings."""
        return self.with_objective().prefetch_related(
            Prefetch("objective__goal__texts", wordings_of(self.model, "objective", "goal"))
        )

    def with_roster(self):
        """Each task force with all that its roster shows.

        Adds `number_of_people`, `number_of_countries`, and `leading_seats` with their people.
        """
        open_seats = models.Q(seats__ended_at=None)
        return self.annotate(
            number_of_people=models.Count("seats", filter=open_seats),
            number_of_countries=models.Count("seats__person__country", filter=open_seats, distinct=True),
        ).prefetch_related(Prefetch("seats", Seat.objects.open().leading().with_people(), to_attr="leading_seats"))

    def with_standing_of(self, user):
        """Each task force with where `user` stands in it; None where she has nothing.

        Adds `own_role`, `own_application_id` and `own_application_status`.
        """
        seat = Seat.objects.open().filter(task_force=models.OuterRef("pk"), person_id=user.pk)
        applications = self.model._meta.get_field("applications").related_model.objects.open()
        application = applications.filter(task_force=models.OuterRef("pk"), person_id=user.pk)
        return self.annotate(
            own_role=models.Subquery(seat.values("role")[:1]),
            own_application_id=models.Subquery(application.values("pk")[:1]),
            own_application_status=models.Subquery(application.values("status")[:1]),
        )

    def with_leader(self):
        """Task forces whose leader's seat is held by somebody who may hold it now."""
        return self.filter(models.Exists(Seat.objects.in_force().leaders().filter(task_force=models.OuterRef("pk"))))

    def led_by(self, person):
        """Task forces `person` leads now."""
        return self.filter(pk__in=Seat.objects.in_force().leaders().filter(person=person).values("task_force"))


def wordings_of(model, *path):
    """The wordings of what `path` leads to from `model`, with their plan versions, in one query."""
    for name in (*path, "texts"):
        model = model._meta.get_field(name).related_model
    return model.objects.select_related("version")


class TaskForce(Recorded, models.Model):
    """The people who work on one strategic objective."""

    objective = models.OneToOneField(
        "objectives.Objective",
        on_delete=models.PROTECT,
        related_name="task_force",
        verbose_name=_("strategic objective"),
    )
    purpose = models.TextField(_("purpose"), blank=True)
    is_joining_open = models.BooleanField(_("joining is open"), default=True)

    objects = TaskForceQuerySet.as_manager()

    class Meta:
        verbose_name = _("task force")
        verbose_name_plural = _("task forces")
        ordering = ["objective__code"]
        permissions = [
            ("view_members_taskforce", _("Can see the members of a task force by name")),
            ("view_applications_taskforce", _("Can read the applications to a task force")),
            ("manage_members_taskforce", _("Can end the seats of team members")),
            ("seat_taskforce", _("Can give and end seats")),
        ]

    def __str__(self):
        return f"{self.code} {self.objective.label}"

    def get_absolute_url(self):
        return reverse("taskforces:detail", args=[self.code.lower()])

    @property
    def members_url(self):
        """The list of its people, for those who belong."""
        return reverse("taskforces:members", args=[self.code.lower()])

    @property
    def code(self):
        """The code of its objective: "A2"."""
        return self.objective.code

    @transaction.atomic
    def seat(self, person, role, *, by, region=None, by_application=False):
        """Give `person` a seat from now on; a team member's seat she had gives way to a leader's or representative's.

        Raises ValidationError when she may not hold the role or the seat is taken.
        """
        TaskForce.objects.select_for_update().get(pk=self.pk)
        require_eligible(person, role, region)
        held = self.seats.open().filter(person=person).first()
        # Nobody falls from leading to membership by the way: `turn_into_membership` says so.
        if held and (role == Role.MEMBER or (held.role, held.region) == (role, region)):
            raise ValidationError(_("This person already has a seat in this task force."))
        if held:
            held.end(by=by, moved=True)
        try:
            with transaction.atomic():
                seat = Seat.objects.create(task_force=self, person=person, role=role, region=region)
        except IntegrityError:
            raise ValidationError(_("This seat is taken. End it before you give it to somebody else.")) from None
        seat.record("given", by=by, role=role, region=region.slug if region else None, by_application=by_application)
        return seat
