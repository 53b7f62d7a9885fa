"""Somebody writes from two windows at the same moment: one form writes once, and no limit is slipped past."""

import threading
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from messaging.models import Conversation, Message
from messaging.models.limits import CONVERSATIONS_A_DAY
from tests.factories import AffiliationFactory, ConversationFactory, PartnerFactory

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]

WORDS = {"subject": "Visit", "text": "May we come?", "language": "en"}


def at_once(*actions):
    """What each action gave that was begun together: its result, or "refused"."""
    start, outcomes = threading.Barrier(len(actions)), []

    def run(action):
        start.wait()
        try:
            outcomes.append(action())
        except ValidationError:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(action,)) for action in actions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_form_sent_twice_at_once_begins_one_conversation(house, cast):
    partner, person = PartnerFactory(), cast.victor
    for _round in range(10):
        key = uuid.uuid4()

        def send(key=key):
            return Conversation.objects.start(partner, key=key, by=person, **WORDS).pk

        first, second = at_once(send, send)
        assert first == second
        assert Message.objects.filter(key=key).count() == 1
        Conversation.objects.all().delete()


def test_last_conversation_of_the_day_is_begun_once(house, cast):
    partner, person = PartnerFactory(), cast.victor
    for _number in range(CONVERSATIONS_A_DAY - 1):
        ConversationFactory(starter=person, partner=partner)
    outcomes = at_once(*[lambda: Conversation.objects.start(partner, by=person, **WORDS).pk for _number in range(3)])
    assert outcomes.count("refused") == 2
    assert Conversation.objects.count() == CONVERSATIONS_A_DAY


def test_message_sent_during_a_merge_is_not_left_behind(house, cast):
    for _round in range(10):
        old, new = PartnerFactory(), PartnerFactory()
        AffiliationFactory(partner=new, is_focal_point=True)
        at_once(
            lambda old=old: Conversation.objects.start(old, by=cast.victor, **WORDS).pk,
            lambda old=old, new=new: type(old).objects.get(pk=old.pk).merge_into(new, by=None, reason="The same."),
        )
        assert not Conversation.objects.filter(partner=old).exists()
        Conversation.objects.all().delete()
