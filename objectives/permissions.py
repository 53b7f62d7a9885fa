"""Rows of the permission matrix about the strategy: the secretariat edits it, the people of its task force propose."""

import rules

from core.permissions import veto


@rules.predicate
def works_on(user, objective):
    """She has a seat in the task force of the objective."""
    return user.is_authenticated and objective is not None and objective.is_worked_on_by(user)


@rules.predicate
def leads_its_task_force(user, proposal):
    """She leads the task force of the objective the proposal is about."""
    return proposal is not None and proposal.objective.task_force.role_of(user) == "leader"


@rules.predicate
def is_author(user, proposal):
    """The proposal is her own."""
    return proposal is not None and proposal.author_id == user.pk


rules.add_perm("objectives.propose_strategyitem", works_on)
# Asked of an objective: whether she reads the list of proposals about it.
rules.add_perm("objectives.view_strategyproposal", works_on)
rules.add_perm("objectives.comment_strategyproposal", leads_its_task_force)
rules.add_perm("objectives.withdraw_strategyproposal", is_author)

# Nobody decides on her own proposal, and nobody takes back another's.
veto("objectives.decide_strategyproposal", is_author)
veto("objectives.withdraw_strategyproposal", ~is_author)
