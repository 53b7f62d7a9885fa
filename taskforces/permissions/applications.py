"""Rows of the permission matrix about task forces: who leads, represents, applies, decides."""

import rules
from django.db.models.functions import Coalesce

from accounts.second_factor import tells_deciding_since
from core.permissions import veto
from taskforces.models import Role, Seat
from taskforces.models.application import to_be_decided_by


@rules.predicate
def leads(user, task_force):
    """She leads the task force, with a partner organisation behind her, now."""
    return task_force is not None and task_force.role_of(user) == Role.LEADER


@rules.predicate
def leads_its_task_force(user, obj):
    """She leads the task force it belongs to, now."""
    return obj is not None and leads(user, obj.task_force)


@rules.predicate
def answers(user, task_force):
    """She answers what people ask of the task force: as its leader, or as the leader's deputy, now."""
    return task_force is not None and user.is_authenticated and task_force.is_answered_by(user)


@rules.predicate
def answers_for_its_task_force(user, obj):
    """She answers for the task force it belongs to, now."""
    return obj is not None and answers(user, obj.task_force)


@rules.predicate
def has_a_seat(user, task_force):
    """She belongs to the task force in any role."""
    return task_force is not None and task_force.is_home_of(user)


@rules.predicate
def represents_a_region(user, task_force):
    """She represents a region in the task force, now."""
    return task_force is not None and task_force.role_of(user) == Role.REPRESENTATIVE


@rules.predicate
def is_applicant(user, application):
    """The application is her own."""
    return application is not None and application.person_id == user.pk


@rules.predicate
def decides_on(user, application):
    """She leads the task force, as leader or deputy, or represents the applicant's region, and the role is member."""
    if application is None or not user.is_authenticated or application.role != Role.MEMBER:
        return False
    return type(application).objects.filter(to_be_decided_by(user), pk=application.pk).exists()


@rules.predicate
def holds(user, seat):
    """The seat is her own."""
    return seat is not None and seat.person_id == user.pk


@rules.predicate
def is_of_a_member_she_leads(user, seat):
    """The seat is a team member's in a task force she leads."""
    return seat is not None and seat.role == Role.MEMBER and leads(user, seat.task_force)


@tells_deciding_since
def leads_since(person):
    """Since when she leads task forces, or may do so, and decides on others, the oldest moment first."""
    # A deputy has held her seat before she was named.
    since = Coalesce("deputy_since", "started_at")
    return Seat.objects.answering().filter(person=person).annotate(since=since).order_by("since").values("since")


rules.add_perm("taskforces.view_members_taskforce", has_a_seat)
rules.add_perm("taskforces.view_applications_taskforce", answers | represents_a_region)
rules.add_perm("taskforces.manage_members_taskforce", leads)
rules.add_perm("taskforces.end_seat", holds | is_of_a_member_she_leads)
rules.add_perm("taskforces.name_deputy_seat", is_of_a_member_she_leads)
rules.add_perm("taskforces.end_deputy_seat", holds | is_of_a_member_she_leads)
rules.add_perm("taskforces.decide_application", decides_on)
rules.add_perm("taskforces.answer_application", is_applicant)
rules.add_perm("taskforces.withdraw_application", is_applicant)

# Nobody decides on her own request, whatever her role.
veto("taskforces.decide_application", is_applicant)
veto("taskforces.nominate_application", is_applicant)
# And nobody speaks in an applicant's place.
veto("taskforces.answer_application", ~is_applicant)
veto("taskforces.withdraw_application", ~is_applicant)
