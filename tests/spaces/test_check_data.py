"""`check_data` finds rooms, pins and plans that break their promises, whatever wrote them."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from accounts.models import User
from colleges.models import Action
from home.checking import findings
from interfaces.models import Pin
from spaces.models import Membership, Space
from tests.factories import UserFactory
from tests.factories.rooms import ActionFactory, admitted, pinned
from tests.factories.strategy import StrategyItemFactory

pytestmark = pytest.mark.django_db

WORDS = ("space", "membership", "pin ", "action")


def sentences():
    return [finding.sentence for finding in findings() if finding.sentence.startswith(WORDS)]


def test_sound_rooms_are_not_mentioned(a2, sofia):
    admitted().end(by=sofia)
    pinned()
    ActionFactory()
    assert sentences() == []


def test_broken_promises_are_found(a2, bruno):
    Space.objects.create(slug="lost")
    forgotten, early = admitted(), admitted()
    User.objects.filter(pk=forgotten.person_id).update(erased_at=timezone.now())
    Membership.objects.filter(pk=early.pk).update(ended_at=early.started_at - timedelta(days=1))
    item = StrategyItemFactory()
    pinned(item)
    item.delete()
    stray = pinned()
    Pin.objects.filter(pk=stray.pk).update(
        content_type=ContentType.objects.get_for_model(User), object_id=UserFactory().pk
    )
    action = ActionFactory()
    Action.objects.filter(pk=action.pk).update(owner=bruno)
    found = sentences()
    for words in (
        "space lost belongs to nothing",
        f"membership {forgotten.pk} of space",
        f"membership {early.pk} ended before it began",
        "shows something that is gone",
        f"pin {stray.pk} shows a user",
        f"action {action.pk} of college 1 is seen to by somebody",
    ):
        assert sum(words in sentence for sentence in found) == 1, words
    assert len(found) == 6
