"""A seat in a task force. Leader's and representatives' seats count only while their people belong to a partner."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce, JSONObject
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models import shows_name
from core.models import Recorded
from partners.models import Affiliation
from taskforces.models.deputy import Deputising
from taskforces.models.mandate import REMIND_BEFORE, Mandate, within_mandate
from taskforces.models.roles import Role, require_eligible


class SeatQuerySet(models.QuerySet):
    def open(self):
        """Seats that have not ended."""
        return self.filter(ended_at=None)

    def visible_to(self, user):
        """Her own; those of task forces she belongs to; all for the secretariat."""
        if user.has_perm("taskforces.view_seat"):
            return self
        if not user.is_authenticated:
            return self.none()
        return self.filter(task_force__in=Seat.objects.open().homes_of(user))

    def homes_of(self, person):
        """The task forces in which `person` has one of these seats, as a subquery."""
        return self.filter(person=person).values("task_force")

    def leaders(self):
        return self.filter(role=Role.LEADER)

    def answering(self):
        """Seats in force of leaders and their deputies: whose people answer requests to join and questions."""
        answers = models.Q(role=Role.LEADER)
        if settings.DEPUTY_LEADERS:
            answers |= models.Q(deputy_since__isnull=False) & backed_by_partner()
        return self.in_force().filter(answers)

    def representatives(self):
        return self.filter(role=Role.REPRESENTATIVE)

    def in_the_way_of(self, person, role, region):
        """Open seats beside which `person` cannot be given this one: any rules out a membership, else the same seat.

        Nobody falls from leading to membership by the way: `turn_into_membership` says so.
        """
        held = self.open().filter(person=person)
        return held if role == Role.MEMBER else held.filter(role=role, region=region)

    def in_force(self):
        """Open seats whose people may hold them now: what rights in a task force follow from."""
        held = models.Q(role=Role.MEMBER) | backed_by_partner()
        return self.open().filter(held, within_mandate(), person__is_active=True)

    def flagged(self):
        """Open seats of leaders and representatives whose people may no longer hold them: vacant, to be confirmed."""
        return self.open().exclude(role=Role.MEMBER).filter(lost() | ~within_mandate())

    def lost(self):
        """Open seats of leaders and representatives who belong to no partner any more, or whose account is closed."""
        return self.open().exclude(role=Role.MEMBER).filter(lost())

    def lapsed(self):
        """Open seats whose mandate has ended: to be renewed or ended."""
        return self.open().filter(~within_mandate())

    def expiring(self):
        """Seats in force whose mandate ends within 60 days."""
        return self.in_force().filter(expires_at__lte=timezone.now() + REMIND_BEFORE)

    def deputies(self):
        """Seats that bear the mark of the deputy."""
        return self.filter(deputy_since__isnull=False)

    def to_wish_renewal(self):
        """Open seats whose holders may say that they would go on, see `can_be_wished`."""
        soon = timezone.now() + REMIND_BEFORE
        return self.open().filter(~lost(), expires_at__lte=soon, renewal_wished_at=None)

    def leading(self):
        """Leaders' and representatives' seats."""
        return self.exclude(role=Role.MEMBER)

    def shown_by_role(self):
        """Leaders', deputies' and representatives' seats."""
        return self.filter(~models.Q(role=Role.MEMBER) | models.Q(deputy_since__isnull=False))

    def with_deputies(self):
        """Each with whether its task force `has_deputy`."""
        deputies = Seat.objects.open().deputies().filter(task_force=OuterRef("task_force"))
        return self.annotate(has_deputy=Exists(deputies))

    def counted_as_members(self):
        """Open seats of team members, and of those whose leading or representing seat is flagged."""
        return self.open().exclude(pk__in=self.in_force().leading().values("pk"))

    def named(self):
        """Seats of people who show their names in rosters."""
        return self.filter(shows_name("person"))

    def by_rank(self):
        """The leader, the representatives, the team members; each in the order they came."""
        ranks = [models.When(role=role, then=rank) for rank, role in enumerate(Role.values)]
        return self.order_by(models.Case(*ranks), "region__position", "started_at", "pk")

    def public(self):
        """Seats in force that everybody may read of: leading ones, and those of people who show their names."""
        return self.in_force().filter(shows_name("person") | ~models.Q(role=Role.MEMBER))

    def of_people_of(self, partner):
        """Open seats of people who belong to `partner` now."""
        return self.open().filter(Exists(backing().filter(partner=partner)))

    def with_people(self):
        """Each seat with its person, whether she shows her name, and the `organisation` behind her or None."""
        return (
            self.select_related("region", "person__country")
            .annotate(organisation=organisation_behind(), shows_name_now=shows_name("person"))
            .order_by("started_at", "pk")
        )


def backing():
    """Affiliations of the seat's person to organisations that are partner or member now, the oldest first."""
    return Affiliation.objects.in_force().filter(person=OuterRef("person")).order_by("started_at", "pk")


def organisation_behind():
    """SQL for {"name": …, "slug": …, "country": …} of the organisation behind the seat's person, or NULL."""
    country = Coalesce(f"partner__country__name_{get_language() or 'en'}", "partner__country__name_en")
    facts = JSONObject(name="partner__name", slug="partner__slug", country=country)
    return models.Subquery(backing().values(facts=facts)[:1])


def backed_by_partner():
    """SQL condition: the seat's person belongs to an organisation that is partner or member now."""
    return Exists(Affiliation.objects.in_force().filter(person=OuterRef("person")))


def lost():
    """SQL condition: the seat's person belongs to no partner now, or her account is closed."""
    return ~backed_by_partner() | models.Q(person__is_active=False)


class Seat(Recorded, Mandate, Deputising, models.Model):
    """A person's place in a task force: as leader, as representative of a large region, or as team member."""

    task_force = models.ForeignKey(
        "taskforces.TaskForce", on_delete=models.PROTECT, related_name="seats", verbose_name=_("task force")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="seats", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=15, choices=Role.choices)
    region = models.ForeignKey(
        "regions.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="seats",
        limit_choices_to={"parent": None},
        verbose_name=_("region"),
    )
    started_at = models.DateTimeField(_("since"), default=timezone.now)
    ended_at = models.DateTimeField(_("until"), null=True, blank=True, editable=False)

    objects = SeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        ordering = ["task_force", "role", "started_at"]
        permissions = [
            ("end_seat", _("Can end a seat")),
            ("renew_seat", _("Can renew the mandate of a seat")),
            ("wish_renewal_seat", _("Can say that she would go on in the own seat")),
            ("name_deputy_seat", _("Can make a team member deputy leader")),
            ("end_deputy_seat", _("Can let a deputy leader be a team member again")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["task_force"],
                condition=models.Q(role="leader", ended_at=None),
                name="one_leader_per_task_force",
                violation_error_message=_("This task force has a leader. End that seat first."),
            ),
            models.UniqueConstraint(
                fields=["task_force", "region"],
                condition=models.Q(role="representative", ended_at=None),
                name="one_representative_per_region",
                violation_error_message=_("This region has a representative. End that seat first."),
            ),
            models.UniqueConstraint(
                fields=["task_force", "person"],
                condition=models.Q(ended_at=None),
                name="one_open_seat_per_person",
                violation_error_message=_("This person already has a seat in this task force."),
            ),
            models.UniqueConstraint(
                fields=["task_force"],
                condition=models.Q(deputy_since__isnull=False, ended_at=None),
                name="one_deputy_per_task_force",
                violation_error_message=_("This task force has a deputy leader. End that first."),
            ),
            models.CheckConstraint(
                condition=models.Q(deputy_since=None) | models.Q(role="member"),
                name="deputies_are_team_members",
                violation_error_message=_("Only a team member can be deputy leader."),
            ),
            models.CheckConstraint(
                condition=models.Q(role="representative", region__isnull=False)
                | (~models.Q(role="representative") & models.Q(region=None)),
                name="representatives_and_only_they_have_a_region",
                violation_error_message=_("A regional representative, and only she, has a region."),
            ),
        ]

    def __str__(self):
        return f"{self.task_force.code} · {self.person} · {self.get_role_display()}"

    def get_absolute_url(self):
        return self.task_force.get_absolute_url()

    def clean(self):
        if self.person_id and self.role and self.ended_at is None:
            require_eligible(self.person, self.role, self.region)

    @property
    def is_open(self):
        return self.ended_at is None

    @property
    def is_flagged(self):
        """Whether it is a leader's or representative's seat whose person may no longer hold it."""
        return self.is_lost or (Role(self.role).needs_partner and self.is_lapsed)

    @property
    def is_lost(self):
        """Whether nothing stands behind a leader or representative any more: no organisation in force, no account."""
        return self.is_open and Role(self.role).needs_partner and not self.is_backed_now

    @property
    def is_backed_now(self):
        """Whether an organisation in force stands behind its person, whose account is open."""
        for asked_already in ("is_backed", "organisation"):
            if hasattr(self, asked_already):
                return bool(getattr(self, asked_already)) and self.person.is_active
        return self.person.is_partner and self.person.is_active

    @property
    def shows_name(self):
        """Whether the public roster may name the person."""
        shown = getattr(self, "shows_name_now", None)
        return self.person.shows_name if shown is None else shown

    @transaction.atomic
    def end(self, *, by, moved=False):
        """The seat is free from now on."""
        self.refresh_from_db(from_queryset=Seat.objects.select_for_update())
        if not self.is_open:
            raise ValidationError(_("This seat has already ended."))
        self.ended_at = timezone.now()
        self.save(update_fields=["ended_at"])
        self.record("ended", by=by, moved=moved)

    @transaction.atomic
    def turn_into_membership(self, *, by):
        """The person may no longer lead or represent, and stays as a team member."""
        if self.role == Role.MEMBER:
            raise ValidationError(_("This person is a team member already."))
        # Asked anew: what the page was made from may have changed, a mandate been renewed.
        now = Seat.objects.select_for_update(of=("self",)).select_related("person").get(pk=self.pk)
        if not now.is_flagged:
            raise ValidationError(_("This person may hold the seat: end it, or let it be."))
        self.end(by=by, moved=True)
        return self.task_force.seat(self.person, Role.MEMBER, by=by)
