"""Two windows save the choice of mails at the same moment: one choice stands, whole, and digests are written once."""

from datetime import date

import pytest

from core.models import Activity
from notifications.models import Digest, Mail, Notice, NoticeSetting
from tests.drills.test_two_versions import at_once

pytestmark = pytest.mark.drill

ROUNDS = 20
FIRST = dict.fromkeys(NoticeSetting.KINDS, "daily") | {"hour": 3}
SECOND = dict.fromkeys(NoticeSetting.KINDS, "never") | {"hour": 9}


@pytest.mark.django_db(transaction=True)
def test_one_choice_stands_whole(house, cast):
    victor, room = cast.victor, cast.a2.space_id
    for _round in range(ROUNDS):
        NoticeSetting.objects.filter(person=victor).delete()
        at_once(
            lambda: NoticeSetting.choose(victor, by=victor, rooms={room: "muted"}, **FIRST),
            lambda: NoticeSetting.choose(victor, by=victor, rooms={room: "daily"}, **SECOND),
        )
        setting, choice = NoticeSetting.objects.get(person=victor), victor.room_choices.get()
        chosen = {name: getattr(setting, name) for name in FIRST}
        assert (chosen, choice.rhythm) in [(FIRST, "muted"), (SECOND, "daily")]
        assert Activity.objects.about(setting).filter(verb="mails_chosen").count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_processes_gather_the_same_notices_once(house, cast):
    victor = cast.victor
    for number in range(ROUNDS):
        activity = victor.record("greeted", by=None)
        notice = Notice.objects.create(
            recipient=victor, activity=activity, audience="person", kind="news", rhythm="daily"
        )
        day = date(2026, 3, 1 + number)
        at_once(*[lambda day=day: Digest.objects.write(victor, day, "daily")] * 2)
        digest = Digest.objects.get(person=victor, begins_on=day)
        assert list(digest.notices.all()) == [notice]
        assert Mail.objects.filter(digest=digest).count() == 1
