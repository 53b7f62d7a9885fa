"""The leader and the secretariat move a task force on at the same moment: it goes one step."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from core.models import Activity
from taskforces.models import StageRecord
from tests.factories.cycle import at_stage, attested

pytestmark = pytest.mark.drill

ROUNDS = 20


@pytest.mark.django_db(transaction=True)
def test_two_who_move_on_make_one_step(house, cast):
    a2 = cast.a2
    at_stage(a2, 2)
    for code in ("gaps-named", "ideas-proposed"):
        attested(a2, code)
    for _round in range(ROUNDS):
        before = a2.position
        assert sorted(move_at_once(before, (cast.amina, cast.sofia))) == ["moved", "second"]
        after = a2.position
        assert after.stage.number == before.stage.number + 1
        assert Activity.objects.about(after).filter(verb="moved_on").count() == 1
        after.move_back(reason="Again.", by=cast.sofia)


def move_at_once(record, people):
    """What each of two people got who pressed their buttons together: "moved" or "second"."""
    start, outcomes = threading.Barrier(2), []

    def move(person):
        mine = StageRecord.objects.get(pk=record.pk)
        start.wait()
        try:
            mine.move_on(by=person)
            outcomes.append("moved")
        except ValidationError as error:
            assert any(str(other) in error.messages[0] for other in people if other != person)
            outcomes.append("second")
        finally:
            connection.close()

    threads = [threading.Thread(target=move, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes
