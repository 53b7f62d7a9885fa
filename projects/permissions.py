"""Rows of the permission matrix about project ideas and Project Teams."""

import rules

from core.permissions import veto
from projects.models import TeamMember
from taskforces.permissions.applications import has_a_seat, leads_its_task_force


@rules.predicate
def is_author(user, obj):
    """The idea or comment is her own."""
    return obj is not None and obj.author_id == user.pk


@rules.predicate
def takes_part(user, idea):
    """She has a seat in the idea's task force, or belongs to a partner: she supports and discusses."""
    if idea is None or not user.is_authenticated:
        return False
    return idea.task_force.is_home_of(user) or user.is_partner


@rules.predicate
def moderates(user, comment):
    """She leads the task force in which it was written, now."""
    return comment is not None and leads_its_task_force(user, comment.idea)


@rules.predicate
def manages(user, team):
    """She leads the task force the team comes from, or coordinates the team, now."""
    if team is None or not user.is_authenticated:
        return False
    if leads_its_task_force(user, team.idea):
        return True
    return team.members.in_force().filter(person=user, role=TeamMember.Role.COORDINATOR).exists()


@rules.predicate
def is_asked(user, member):
    """The place is hers."""
    return member is not None and member.person_id == user.pk


@rules.predicate
def manages_its_team(user, member):
    """She manages the team the place is in."""
    return member is not None and manages(user, member.team)


rules.add_perm("projects.propose_idea", has_a_seat)
rules.add_perm("projects.change_idea", is_author)
rules.add_perm("projects.withdraw_idea", is_author)
rules.add_perm("projects.support_idea", takes_part)
rules.add_perm("projects.discuss_idea", takes_part)
rules.add_perm("projects.set_aside_idea", leads_its_task_force)
rules.add_perm("projects.form_team_idea", leads_its_task_force)
rules.add_perm("projects.edit_comment", is_author)
rules.add_perm("projects.remove_comment", is_author)
rules.add_perm("projects.hide_comment", moderates)
rules.add_perm("projects.manage_projectteam", manages)
rules.add_perm("projects.answer_teammember", is_asked)
rules.add_perm("projects.leave_teammember", is_asked)
rules.add_perm("projects.end_teammember", manages_its_team)

# Nobody speaks in another's place, whatever her role.
for own in ("change_idea", "withdraw_idea", "edit_comment", "remove_comment"):
    veto(f"projects.{own}", ~is_author)
veto("projects.answer_teammember", ~is_asked)
veto("projects.leave_teammember", ~is_asked)
