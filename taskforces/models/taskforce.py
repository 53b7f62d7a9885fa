"""The task force of an objective: its seats, its joining, its roster."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Prefetch
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from taskforces.models.mandate import end_of_mandate
from taskforces.models.moving import Moving
from taskforces.models.opening import Opening
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

        Adds `number_of_people`, `number_of_countries`, and `leading_seats`, the deputy's too, with their people.
        """
        open_seats = models.Q(seats__ended_at=None)
        return self.annotate(
            number_of_people=models.Count("seats", filter=open_seats),
            number_of_countries=models.Count("seats__person__country", filter=open_seats, distinct=True),
        ).prefetch_related(
            Prefetch("seats", Seat.objects.open().shown_by_role().with_people(), to_attr="leading_seats")
        )

    def with_standing_of(self, user):
        """Each task force with where `user` stands in it; None where she has nothing.

        Adds `own_role`, `own_role_in_force`, `is_own_to_answer` (as leader or deputy), `own_region` (its name),
        `own_application_id` and `own_application_status`. What is asked about her rights then asks no more: for the
        pages of one request.
        """
        if not user.is_authenticated:
            return self.annotate(**nowhere())
        seat = Seat.objects.open().filter(task_force=models.OuterRef("pk"), person_id=user.pk)
        applications = self.applications.open()
        application = applications.filter(task_force=models.OuterRef("pk"), person_id=user.pk)
        return self.annotate(
            standing_of=models.Value(user.pk, models.BigIntegerField()),
            own_role=models.Subquery(seat.values("role")[:1]),
            own_role_in_force=models.Subquery(seat.in_force().values("role")[:1]),
            is_own_to_answer=models.Exists(seat.answering()),
            own_region=models.Subquery(seat.values(name=region_name())[:1]),
            own_application_id=models.Subquery(application.values("pk")[:1]),
            own_application_status=models.Subquery(application.values("status")[:1]),
        )

    def with_numbers(self):
        """Each task force with all requests and questions from outside that wait: `number_waiting`, `number_asked`."""

        def waiting(name):
            rows = self.model._meta.get_field(name).related_model.objects.waiting()
            counted = rows.filter(task_force=models.OuterRef("pk")).order_by().values("task_force")
            return Coalesce(models.Subquery(counted.annotate(number=models.Count("pk")).values("number")), 0)

        return self.annotate(number_waiting=waiting("applications"), number_asked=waiting("enquiries"))

    def with_consultations(self):
        """Each task force with whether its members have been asked about candidates: `has_consultations`."""
        calls = self.model._meta.get_field("calls").related_model.objects
        asked = calls.filter(task_force=models.OuterRef("pk"), consultation__isnull=False)
        return self.annotate(has_consultations=models.Exists(asked))

    @property
    def applications(self):
        """All applications; their model stands above this one."""
        return self.model._meta.get_field("applications").related_model.objects

    def with_leader(self):
        """Task forces whose leader's seat is held by somebody who may hold it now."""
        return self.filter(models.Exists(Seat.objects.in_force().leaders().filter(task_force=models.OuterRef("pk"))))

    def led_by(self, person):
        """Task forces `person` leads now."""
        return self.filter(pk__in=Seat.objects.in_force().leaders().homes_of(person))


def nowhere():
    """The standing of a visitor, for which nothing is asked."""
    nothing, number, no = models.CharField(), models.BigIntegerField(), models.BooleanField()
    return {
        "standing_of": models.Value(None, number),
        "own_role": models.Value(None, nothing),
        "own_role_in_force": models.Value(None, nothing),
        "is_own_to_answer": models.Value(False, no),  # noqa: FBT003
        "own_region": models.Value(None, nothing),
        "own_application_id": models.Value(None, number),
        "own_application_status": models.Value(None, nothing),
    }


def region_name():
    """SQL for the name of a seat's region in the reader's language."""
    names = f"region__name_{get_language() or 'en'}", "region__name_en"
    # Each language column is of a class of its own.
    return Coalesce(*names, output_field=models.CharField())


def wordings_of(model, *path):
    """The wordings of what `path` leads to from `model`, with their plan versions, in one query."""
    for name in (*path, "texts"):
        model = model._meta.get_field(name).related_model
    return model.objects.select_related("version")


class TaskForce(Recorded, Moving, Opening, models.Model):
    """The people who work on one strategic objective."""

    objective = models.OneToOneField(
        "objectives.Objective",
        on_delete=models.PROTECT,
        related_name="task_force",
        verbose_name=_("strategic objective"),
    )
    space = models.OneToOneField(
        "spaces.Space", on_delete=models.PROTECT, related_name="task_force", verbose_name=_("space")
    )
    purpose = models.TextField(_("purpose"), blank=True)

    objects = TaskForceQuerySet.as_manager()

    class Meta:
        verbose_name = _("task force")
        verbose_name_plural = _("task forces")
        ordering = ["objective__code"]
        permissions = [
            ("view_members_taskforce", _("Can see the members of a task force by name")),
            ("view_candidates_taskforce", _("Can read the candidates while the members are consulted")),
            ("view_applications_taskforce", _("Can read the applications to a task force")),
            ("view_enquiries_taskforce", _("Can read the questions from outside to a task force")),
            ("manage_members_taskforce", _("Can end the seats of team members")),
            ("seat_taskforce", _("Can give and end seats")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(joining_opens_at=None)
                | models.Q(joining_closes_at=None)
                | models.Q(joining_closes_at__gt=models.F("joining_opens_at")),
                name="joining_closes_after_it_opens",
                violation_error_message=_("It must close after it opens."),
            )
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
    def meetings_url(self):
        """The list of its meetings."""
        return reverse("taskforces:meetings", args=[self.code.lower()])

    @property
    def code(self):
        """The code of its objective: "A2"."""
        return self.objective.code

    @property
    def leaders_now(self):
        """The people who lead it and may do so now: one, or none."""
        return [seat.person for seat in self.seats.in_force().leaders().select_related("person")]

    @property
    def answering_now(self):
        """The leader and the deputy, as far as they may answer now."""
        return [seat.person for seat in self.seats.answering().select_related("person").order_by("role")]

    def is_answered_by(self, person):
        """Whether `person` answers its requests and questions, as leader or deputy; asked as `role_of` asks."""
        if person.pk is not None and person.pk == getattr(self, "standing_of", None):
            return self.is_own_to_answer
        return self.seats.answering().filter(person_id=person.pk).exists()

    def role_of(self, person):
        """The role `person` holds with all that follows from it, or None while she holds none or hers is flagged.

        Asked now; a task force just loaded by `with_standing_of` her has the answer already.
        """
        if person.pk is not None and person.pk == getattr(self, "standing_of", None):
            return self.own_role_in_force
        return self.seats.in_force().filter(person_id=person.pk).values_list("role", flat=True).first()

    def is_home_of(self, person):
        """Whether `person` has an open seat here, flagged or not; asked as `role_of` asks."""
        if person.pk is not None and person.pk == getattr(self, "standing_of", None):
            return self.own_role is not None
        return self.seats.open().filter(person_id=person.pk).exists()

    @transaction.atomic
    def seat(self, person, role, *, by, region=None, by_application=False):
        """Give `person` a seat from now on; a team member's seat she had gives way to a leader's or representative's.

        Raises ValidationError when she may not hold the role or the seat is taken.
        """
        TaskForce.objects.select_for_update().get(pk=self.pk)
        require_eligible(person, role, region)
        if self.seats.in_the_way_of(person, role, region).exists():
            raise ValidationError(_("This person already has a seat in this task force."))
        for held in self.seats.open().filter(person=person):
            held.end(by=by, moved=True)
        try:
            with transaction.atomic():
                seat = Seat.objects.create(
                    task_force=self,
                    person=person,
                    role=role,
                    region=region,
                    expires_at=None if role == Role.MEMBER else end_of_mandate(timezone.now()),
                )
        except IntegrityError:
            raise ValidationError(_("This seat is taken. End it before you give it to somebody else.")) from None
        seat.record("given", by=by, role=role, region=region.slug if region else None, by_application=by_application)
        return seat
