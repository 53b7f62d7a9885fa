"""What is kept of those who write: taken along, forgotten with them, gone after two years."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.retention import forget_what_is_old
from messaging.models import Block, Conversation, Message, Report
from tests.factories import ConversationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def conversation(victor, carla, cast):
    conversation = ConversationFactory(starter=victor, partner=cast.fundacion, text="My plots lie in Belém.")
    conversation.reply("Come in May.", by=carla)
    return conversation


def test_person_takes_her_conversations_along(conversation, victor, carla):
    [own] = victor.personal_data()["conversations"]
    assert [each["text"] for each in own["messages"]] == ["My plots lie in Belém.", "Come in May."]
    [answer] = carla.personal_data()["messages_for_organisations"]
    assert answer["text"] == "Come in May."
    assert carla.personal_data()["conversations"] == []


def test_erasure_forgets_her_words_and_keeps_those_of_others(conversation, victor, carla):
    conversation.report("Strange.", by=victor)
    conversation.block(by=carla)
    victor.erase(by=victor)
    conversation.refresh_from_db()
    assert (conversation.subject, conversation.is_closed) == ("", True)
    assert list(conversation.messages.values_list("text", flat=True)) == ["", "Come in May."]
    assert not Block.objects.exists()
    assert Report.objects.get().reason == ""


def test_page_says_whose_words_are_gone(client, conversation, victor, carla):
    victor.erase(by=victor)
    client.force_login(carla)
    page = client.get(conversation.get_absolute_url()).content.decode()
    assert "Former member" in page
    assert "Victor" not in page


def test_conversation_goes_two_years_after_its_last_message(conversation, carla, cast):
    young = ConversationFactory(partner=cast.fundacion)
    Conversation.objects.filter(pk=conversation.pk).update(last_message_at=timezone.now() - timedelta(days=731))
    for _number in range(2):
        forget_what_is_old()
    assert list(Conversation.objects.all()) == [young]
    assert Message.objects.count() == 1


def test_what_the_secretariat_has_to_read_stays(conversation, carla):
    report = conversation.report("Strange.", by=carla)
    Conversation.objects.filter(pk=conversation.pk).update(last_message_at=timezone.now() - timedelta(days=731))
    forget_what_is_old()
    assert Report.objects.get() == report
