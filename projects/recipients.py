"""Who hears of ideas and Project Teams, and in which words (templates/notices/projects/)."""

from accounts.models import User
from core.announcing import recipients_of
from core.notice_kinds import Kind
from projects.models import TeamMember


def leaders(task_force):
    """Who leads the task force; the secretariat where nobody does."""
    return task_force.leaders_now or User.objects.secretariat()


def managers(team):
    """Who leads the task force, and who coordinates the team."""
    coordinating = team.members.in_force().filter(role=TeamMember.Role.COORDINATOR).select_related("person")
    return [*leaders(team.task_force), *(member.person for member in coordinating)]


@recipients_of("projects.idea.proposed")
def idea_proposed(activity):
    yield "leader", leaders(activity.object.task_force)


@recipients_of("projects.idea.set_aside")
def idea_set_aside(activity):
    yield "author", [activity.object.author]


@recipients_of("projects.idea.taken_up")
def idea_taken_up(activity):
    yield "author", [activity.object.author]


@recipients_of("projects.comment.written", author=Kind.DISCUSSION)
def comment_written(activity):
    """Whoever proposed the idea, whoever is answered, as long as they take part in the discussion."""
    comment = activity.object
    if comment.parent:
        yield "answered", taking_part([comment.parent.author], comment.idea)
    yield "author", taking_part([comment.idea.author], comment.idea)


def taking_part(people, idea):
    """Those of `people` who may read the discussion of `idea` now."""
    return [person for person in people if person.has_perm("projects.discuss_idea", idea)]


@recipients_of("projects.comment.hidden")
def comment_hidden(activity):
    yield "writer", [activity.object.author]


@recipients_of("projects.projectteam.founded", supporter=Kind.NEWS)
def team_founded(activity):
    """Whoever proposed the idea, and those who stand behind it."""
    idea = activity.object.idea
    yield "author", [idea.author]
    yield "supporter", User.objects.filter(supports__idea=idea)


@recipients_of("projects.teammember.asked")
def member_asked(activity):
    yield "person", [activity.object.person]


@recipients_of("projects.teammember.accepted", Kind.NEWS)
def member_accepted(activity):
    yield "manager", managers(activity.object.team)


@recipients_of("projects.teammember.declined", Kind.NEWS)
def member_declined(activity):
    yield "manager", managers(activity.object.team)


@recipients_of("projects.teammember.left", Kind.NEWS)
def member_left(activity):
    yield "manager", managers(activity.object.team)


@recipients_of("projects.teammember.ended")
def member_ended(activity):
    yield "person", [activity.object.person]


@recipients_of("projects.teammember.named_coordinator")
def member_named_coordinator(activity):
    yield "person", [activity.object.person]
