"""Rows of the permission matrix about ambassadors, the Bureau and the plans of action.

What an ambassador does is hers, naming the secretariat's; the plan of a college belongs to its Bureau.
"""

import rules

from colleges.models import Ambassador, BureauMandate
from core.permissions import veto


@rules.predicate
def is_ambassador(user, ambassador):
    """The time as ambassador is her own, and in force."""
    return ambassador is not None and ambassador.person_id == user.pk and ambassador.is_in_force


@rules.predicate
def is_her_own(user, activity):
    """She did it as ambassador, and is one now."""
    if activity is None or activity.ambassador.person_id != user.pk:
        return False
    return Ambassador.objects.in_force().filter(person=user).exists()


@rules.predicate
def moderates(user, college):
    """She represents the college in the Bureau today, and her organisation stands in it."""
    if college is None or not user.is_authenticated:
        return False
    return BureauMandate.objects.in_force(college).filter(person=user).exists()


@rules.predicate
def moderates_its_college(user, action):
    """She represents the college of the action in the Bureau today."""
    return action is not None and moderates(user, action.college)


@rules.predicate
def sees_to(user, action):
    """The action is hers to carry out."""
    return action is not None and user.is_authenticated and action.owner_id == user.pk


rules.add_perm("colleges.moderate_college", moderates)
# Asked about a college.
rules.add_perm("colleges.plan_action", moderates)
rules.add_perm("colleges.change_action", moderates_its_college)
rules.add_perm("colleges.carry_out_action", moderates_its_college | sees_to)
rules.add_perm("colleges.drop_action", moderates_its_college)
rules.add_perm("colleges.work_as_ambassador", is_ambassador)
rules.add_perm("colleges.change_ambassadoractivity", is_her_own)
rules.add_perm("colleges.remove_ambassadoractivity", is_her_own)

# Nobody writes in her place, whatever her role.
veto("colleges.work_as_ambassador", ~is_ambassador)
veto("colleges.change_ambassadoractivity", ~is_her_own)
veto("colleges.remove_ambassadoractivity", ~is_her_own)
