"""Rows of the permission matrix about candidates: who reads of them, supports, comments, writes, renews."""

import rules

from core.permissions import veto
from taskforces.permissions.applications import holds, is_applicant


@rules.predicate
def belongs_now(user, task_force):
    """She has a seat in force in the task force, in any role."""
    return task_force is not None and user.is_authenticated and task_force.role_of(user) is not None


@rules.predicate
def is_heard_about(user, application):
    """The application is a candidacy in a task force in which she has a seat in force."""
    return application is not None and application.is_candidacy and belongs_now(user, application.task_force)


@rules.predicate
def writes(user, statement):
    """The statement is her own."""
    return statement is not None and statement.application.person_id == user.pk


rules.add_perm("taskforces.view_candidates_taskforce", belongs_now)
rules.add_perm("taskforces.support_application", is_heard_about)
rules.add_perm("taskforces.comment_application", is_heard_about)
rules.add_perm("taskforces.write_statement", writes)
rules.add_perm("taskforces.wish_renewal_seat", holds)

# Nobody supports or judges her own candidacy, and only the people of the task force support.
veto("taskforces.support_application", is_applicant | ~is_heard_about)
veto("taskforces.comment_application", is_applicant)
# Nobody writes in her place.
veto("taskforces.write_statement", ~writes)
veto("taskforces.wish_renewal_seat", ~holds)
# Nobody prolongs her own mandate.
veto("taskforces.renew_seat", holds)
