"""The verbs of ideas, Project Teams and questions from outside, for tests/core/test_verbs.py."""

from tests.factories import UserFactory, partner_person
from tests.factories.enquiries import EnquiryFactory
from tests.factories.projects import IdeaFactory, ask, team


def on(obj, verb):
    verb(obj)
    return obj


def commented():
    idea = IdeaFactory()
    return idea.comment("Which trees?", language="en", by=idea.author)


def accepted():
    place = team().members.get()
    place.accept(by=place.person)
    return place


def member():
    place = ask(team(), partner_person())
    place.accept(by=place.person)
    return place


def founded(made, by):
    idea, coordinator = made
    return team(idea, coordinator=coordinator, by=by)


def waiting():
    return EnquiryFactory(confirmed=True)


def answered(by, *, publish=False):
    return on(waiting(), lambda one: one.reply("Yes.", language="en", publish=publish, by=by))


# {class.verb: (what it records, a function of (a2, sofia) that lets it happen and returns the object)}
VERBS = {
    "IdeaQuerySet.propose": ("proposed", lambda a2, sofia: IdeaFactory()),
    "Idea.change": (
        "changed",
        lambda a2, sofia: on(IdeaFactory(), lambda one: one.change(title="Trees", by=one.author)),
    ),
    "Idea.withdraw": ("withdrawn", lambda a2, sofia: on(IdeaFactory(), lambda one: one.withdraw(by=one.author))),
    "Deciding.set_aside": (
        "set_aside",
        lambda a2, sofia: on(IdeaFactory(), lambda one: one.set_aside("No.", by=sofia)),
    ),
    "Deciding.take_up": (
        "taken_up",
        lambda a2, sofia: on(
            on(IdeaFactory(), lambda one: one.set_aside("No.", by=sofia)), lambda one: one.take_up(by=sofia)
        ),
    ),
    "Deciding.form_team": ("founded", lambda a2, sofia: team(by=sofia)),
    "Discussing.support": ("supported", lambda a2, sofia: on(IdeaFactory(), lambda one: one.support(by=sofia))),
    "Discussing.stop_supporting": (
        "no_longer_supported",
        lambda a2, sofia: on(
            on(IdeaFactory(), lambda one: one.support(by=sofia)), lambda one: one.stop_supporting(by=sofia)
        ),
    ),
    "Discussing.comment": ("written", lambda a2, sofia: commented()),
    "Comment.edit": ("edited", lambda a2, sofia: on(commented(), lambda one: one.edit("Which?", by=one.author))),
    "Comment.remove": ("removed", lambda a2, sofia: on(commented(), lambda one: one.remove(by=one.author))),
    "Comment.hide": ("hidden", lambda a2, sofia: on(commented(), lambda one: one.hide("Off topic.", by=sofia))),
    "ProjectTeam.change": (
        "changed",
        lambda a2, sofia: on(team(), lambda one: one.change(name="Trees", purpose="Plant.", by=sofia)),
    ),
    "ProjectTeam.ask": ("asked", lambda a2, sofia: ask(team(), partner_person())),
    "TeamMember.accept": ("accepted", lambda a2, sofia: accepted()),
    "TeamMember.decline": (
        "declined",
        lambda a2, sofia: on(team().members.get(), lambda one: one.decline(by=one.person)),
    ),
    "TeamMember.leave": ("left", lambda a2, sofia: on(accepted(), lambda one: one.leave(by=one.person))),
    "TeamMember.end": ("ended", lambda a2, sofia: on(accepted(), lambda one: one.end(by=sofia))),
    "TeamMember.coordinate": (
        "named_coordinator",
        lambda a2, sofia: on(member(), lambda one: one.coordinate(by=sofia)),
    ),
    "EnquiryQuerySet.ask": ("asked", lambda a2, sofia: EnquiryFactory(person=UserFactory())),
    "Replying.confirm": ("confirmed", lambda a2, sofia: waiting()),
    "Replying.reply": ("answered", lambda a2, sofia: answered(sofia)),
    "Replying.set_aside": ("set_aside", lambda a2, sofia: on(waiting(), lambda one: one.set_aside("scope", by=sofia))),
    "Replying.publish": ("published", lambda a2, sofia: on(answered(sofia), lambda one: one.publish(by=sofia))),
    "Replying.unpublish": (
        "unpublished",
        lambda a2, sofia: on(answered(sofia, publish=True), lambda one: one.unpublish(by=sofia)),
    ),
}

ELSEWHERE = {"Replying.save_draft": "a draft is nobody's business but that of those who answer"}

# {verb: (a function of the task force that prepares, a function of what it made and of Sofia that calls the verb)},
# for tests/security/test_atomic_verbs.py: the verbs that write more than one row.
SEVERAL_ROWS = {
    "support an idea": (lambda a2: IdeaFactory(), lambda made, sofia: made.support(by=sofia)),
    "change an idea": (lambda a2: IdeaFactory(), lambda made, sofia: made.change(title="Trees", by=made.author)),
    "comment": (lambda a2: IdeaFactory(), lambda made, sofia: made.comment("Why?", language="en", by=sofia)),
    "form a team": (lambda a2: (IdeaFactory(), partner_person()), lambda made, sofia: founded(made, sofia)),
    "hand the coordination over": (lambda a2: member(), lambda made, sofia: made.coordinate(by=sofia)),
    "answer a question": (lambda a2: waiting(), lambda made, sofia: made.reply("Yes.", language="en", by=sofia)),
}
