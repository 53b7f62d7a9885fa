"""The verbs of rooms, Interfaces and plans of action, for the tests of all verbs."""

from colleges.models import Action
from spaces.models import Membership
from tests.factories import UserFactory
from tests.factories.projects import IdeaFactory
from tests.factories.rooms import ActionFactory, admitted, pinned, room


def on(obj, verb):
    """Call `verb(obj)` and return `obj`."""
    verb(obj)
    return obj


def dropped(sofia):
    return on(ActionFactory(), lambda one: one.drop("So.", by=sofia))


VERBS = {
    "Space.admit": ("admitted", lambda a2, sofia: admitted(by=sofia)),
    "Space.open_to": ("opened", lambda a2, sofia: on(room(), lambda one: one.open_to("members", by=sofia))),
    "Membership.end": ("ended", lambda a2, sofia: on(admitted(), lambda one: one.end(by=sofia))),
    "Interface.pin": ("pinned", lambda a2, sofia: pinned()),
    "Action.plan": ("planned", lambda a2, sofia: ActionFactory()),
    "Action.change": ("changed", lambda a2, sofia: on(ActionFactory(), lambda one: one.change(text="X", by=sofia))),
    "Action.begin": ("begun", lambda a2, sofia: on(ActionFactory(), lambda one: one.begin(by=sofia))),
    "Action.complete": ("completed", lambda a2, sofia: on(ActionFactory(), lambda one: one.complete(by=sofia))),
    "Action.drop": ("dropped", lambda a2, sofia: dropped(sofia)),
    "Action.take_up": ("taken_up", lambda a2, sofia: on(dropped(sofia), lambda one: one.take_up(by=sofia))),
}

ELSEWHERE = {"Pin.remove": "the object is gone afterwards; see tests/interfaces/test_pins.py"}

# {verb: (a function of the task force that prepares, a function of what it made and of Sofia that calls the verb)},
# for tests/security/test_atomic_verbs.py: the verbs that write more than one row.
SEVERAL_ROWS = {
    "let into a room": (lambda a2: UserFactory(), lambda made, sofia: admitted(person=made, by=sofia)),
    "end a membership of a room": (lambda a2: admitted(), lambda made, sofia: Membership.objects.get().end(by=sofia)),
    "open a room": (lambda a2: room(), lambda made, sofia: made.open_to("members", by=sofia)),
    "pin": (lambda a2: IdeaFactory(), lambda made, sofia: pinned(made)),
    "take a pin off": (lambda a2: pinned(), lambda made, sofia: made.remove(by=sofia)),
    "plan an action": (lambda a2: a2.objective, lambda made, sofia: ActionFactory(objectives=[made], by=sofia)),
    "change an action": (
        lambda a2: (ActionFactory(), a2.objective),
        lambda made, sofia: made[0].change(title="Other", objectives=[made[1]], by=sofia),
    ),
    "drop an action": (lambda a2: ActionFactory(), lambda made, sofia: Action.objects.get().drop("So.", by=sofia)),
}
