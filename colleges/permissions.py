"""Rows of the permission matrix about ambassadors and the Bureau: what she does is hers, naming the secretariat's."""

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


rules.add_perm("colleges.moderate_college", moderates)
rules.add_perm("colleges.work_as_ambassador", is_ambassador)
rules.add_perm("colleges.change_ambassadoractivity", is_her_own)
rules.add_perm("colleges.remove_ambassadoractivity", is_her_own)

# Nobody writes in her place, whatever her role.
veto("colleges.work_as_ambassador", ~is_ambassador)
veto("colleges.change_ambassadoractivity", ~is_her_own)
veto("colleges.remove_ambassadoractivity", ~is_her_own)
