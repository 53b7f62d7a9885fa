"""Two colleagues let the same person into a room, plan or pin the same thing at the same moment: it is done once."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from colleges.models import Action
from core.models import Activity
from interfaces.models import Pin
from spaces.models import Membership, Visit
from tests.factories import UserFactory
from tests.factories.projects import IdeaFactory
from tests.factories.rooms import ActionFactory, admitted, pinned, room

pytestmark = pytest.mark.drill

ROUNDS = 10


def at_once(verb, number=2):
    """How often `verb()` was done, called by several at the same moment."""
    start, outcomes = threading.Barrier(number), []

    def call():
        start.wait()
        try:
            verb()
            outcomes.append("done")
        except ValidationError:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=call) for _number in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


@pytest.mark.django_db(transaction=True)
def test_it_is_done_once(house, cast):
    idea = IdeaFactory()
    for number in range(ROUNDS):
        person = UserFactory()
        assert at_once(lambda person=person: admitted(person=person)) == ["done", "refused"]
        membership = Membership.objects.get(person=person)
        assert Activity.objects.about(membership).filter(verb="admitted").count() == 1
        assert at_once(lambda key=membership.pk: Membership.objects.get(pk=key).end(by=None)) == ["done", "refused"]
        title = f"Letter {number}"
        assert at_once(lambda title=title: ActionFactory(title=title)) == ["done", "refused"]
        key = Action.objects.get(title=title).pk
        assert at_once(lambda key=key: Action.objects.get(pk=key).complete(by=None)) == ["done", "refused"]
        assert at_once(lambda: pinned(idea)) == ["done", "refused"]
        Pin.objects.all().delete()
        assert at_once(lambda person=person: Visit.note(room(), person)) == ["done", "done"]
        assert Visit.objects.filter(person=person).count() == 1
