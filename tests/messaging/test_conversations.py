"""Writing to an organisation: who hears, who answers, who reads; nobody sees an address."""

import uuid

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.urls import reverse

from home.duties import counts
from messaging.models import Conversation, Message
from messaging.models.limits import CONVERSATIONS_A_DAY, MESSAGES_A_DAY
from notifications.models import Notice
from partners.models import Affiliation, Partner
from tests.factories import AffiliationFactory, ConversationFactory, PartnerFactory, UserFactory

pytestmark = pytest.mark.django_db

WORDS = {"subject": "Visit", "text": "May we visit your plots?", "language": "en"}


def write(client, partner, **more):
    return client.post(reverse("messaging:write", args=[partner.slug]), WORDS | more)


def told(person):
    """What `person` was told of, newest first."""
    return [notice.activity.key for notice in Notice.objects.filter(recipient=person).order_by("-pk")]


@pytest.fixture
def announce(django_capture_on_commit_callbacks):
    return django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def conversation(victor, carla, cast):
    return ConversationFactory(starter=victor, partner=cast.fundacion)


def test_friend_writes_and_the_focal_point_hears(client, victor, carla, cast, announce):
    client.force_login(victor)
    with announce:
        response = write(client, cast.fundacion)
    conversation = Conversation.objects.get()
    assert response.url == conversation.get_absolute_url()
    assert (conversation.starter, conversation.partner, conversation.status) == (victor, cast.fundacion, "waiting")
    assert told(carla) == ["messaging.conversation.started"]


def test_mail_holds_the_words_and_no_address(client, victor, carla, cast, announce):
    client.force_login(victor)
    with announce:
        write(client, cast.fundacion)
    [letter] = [each for each in mail.outbox if carla.email in each.to]
    whole = str(letter.message())
    assert WORDS["text"] in letter.body
    assert victor.name in letter.body
    assert victor.email not in whole
    assert letter.reply_to == []
    assert "Reply-To" not in letter.message()


def test_secretariat_hears_where_nobody_speaks_for_the_organisation(client, victor, sofia, announce):
    partner = PartnerFactory()
    client.force_login(victor)
    with announce:
        write(client, partner)
    assert told(sofia) == ["messaging.conversation.started"]


def test_answer_reaches_the_person(client, conversation, victor, carla, announce):
    client.force_login(carla)
    with announce:
        client.post(conversation.get_absolute_url(), {"text": "Gladly, in May."})
    conversation.refresh_from_db()
    assert conversation.status == "answered"
    assert conversation.messages.last().side == Message.Side.ORGANISATION
    assert told(victor) == ["messaging.conversation.replied"]


def test_person_goes_on_and_the_organisation_hears(conversation, victor, carla, announce):
    conversation.reply("Gladly.", by=carla)
    with announce:
        conversation.reply("Is Tuesday possible?", by=victor)
    assert conversation.is_waiting
    assert "messaging.conversation.replied" in told(carla)


def test_secretariat_answers_in_the_organisations_stead(victor, sofia):
    conversation = ConversationFactory(starter=victor)
    conversation.reply("We pass it on.", by=sofia)
    assert conversation.messages.last().side == Message.Side.SECRETARIAT


def test_secretariat_does_not_read_what_focal_points_answer(client, conversation, sofia):
    client.force_login(sofia)
    assert client.get(conversation.get_absolute_url()).status_code == 404
    with pytest.raises(ValidationError):
        conversation.reply("Me too.", by=sofia)


def test_secretariat_reads_no_more_once_somebody_speaks(client, victor, sofia):
    conversation = ConversationFactory(starter=victor)
    client.force_login(sofia)
    assert client.get(conversation.get_absolute_url()).status_code == 200
    AffiliationFactory(partner=conversation.partner, is_focal_point=True)
    assert client.get(conversation.get_absolute_url()).status_code == 404


def test_former_focal_point_no_longer_reads(client, conversation, carla, cast):
    Affiliation.objects.get(person=carla).end(by=carla)
    client.force_login(carla)
    assert client.get(conversation.get_absolute_url()).status_code == 404
    assert client.post(conversation.get_absolute_url(), {"text": "Still here"}).status_code == 404
    assert conversation.messages.count() == 1


def test_focal_point_of_a_suspended_organisation_no_longer_reads(client, conversation, carla, cast, sofia):
    cast.fundacion.suspend(by=sofia, reason="unpaid")
    client.force_login(carla)
    assert client.get(conversation.get_absolute_url()).status_code == 404


def test_colleague_who_does_not_speak_for_it_reads_nothing(client, conversation, cast):
    colleague = AffiliationFactory(partner=cast.fundacion).person
    client.force_login(colleague)
    assert client.get(conversation.get_absolute_url()).status_code == 404
    assert conversation.subject not in client.get(reverse("messaging:list")).content.decode()


def test_nobody_sees_an_address(client, conversation, victor, carla):
    conversation.reply("Gladly.", by=carla)
    for reader, other in ((victor, carla), (carla, victor)):
        client.force_login(reader)
        for page in (conversation.get_absolute_url(), reverse("messaging:list")):
            assert other.email not in client.get(page).content.decode()


def test_words_of_people_are_shown_as_text(client, victor, carla, cast):
    conversation = ConversationFactory(starter=victor, partner=cast.fundacion, text="<script>alert(1)</script>")
    client.force_login(carla)
    page = client.get(conversation.get_absolute_url()).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page


# -- Forms


def test_visitor_signs_in_first(client, cast):
    response = client.get(reverse("messaging:write", args=[cast.fundacion.slug]))
    assert response.status_code == 302
    assert "login" in response.url


@pytest.mark.parametrize("status", ["candidate", "suspended", "left"])
def test_only_organisations_in_force_can_be_written_to(client, victor, status):
    partner = PartnerFactory(status=status)
    client.force_login(victor)
    assert client.get(reverse("messaging:write", args=[partner.slug])).status_code == 404
    assert write(client, partner).status_code == 404


@pytest.mark.parametrize(
    ("field", "value"),
    [("subject", ""), ("subject", "x" * 151), ("text", ""), ("text", "x" * 5001), ("language", "xx"), ("language", "")],
)
def test_bad_input_gets_a_sentence_and_keeps_what_was_typed(client, victor, cast, field, value):
    client.force_login(victor)
    response = write(client, cast.fundacion, **{field: value})
    assert response.status_code == 200
    assert response.context["form"].errors[field]
    kept = "text" if field != "text" else "subject"
    assert WORDS[kept] in response.content.decode()
    assert not Conversation.objects.exists()


@pytest.mark.parametrize("text", ["", "x" * 5001])
def test_bad_answer_gets_a_sentence(client, conversation, carla, text):
    client.force_login(carla)
    response = client.post(conversation.get_absolute_url(), {"text": text})
    assert response.status_code == 200
    assert response.context["form"].errors["text"]
    assert conversation.messages.count() == 1


def test_focal_point_is_told_that_she_would_write_to_herself(client, carla, cast):
    client.force_login(carla)
    page = client.get(reverse("messaging:write", args=[cast.fundacion.slug])).content.decode()
    assert "You speak for this organisation yourself." in page
    write(client, cast.fundacion)
    assert not Conversation.objects.exists()


def test_merged_organisation_leads_to_its_heir(client, victor, cast, sofia):
    old = PartnerFactory(name="Fundacion Suelo 2")
    old.merge_into(cast.fundacion, by=sofia, reason="The same.")
    client.force_login(victor)
    response = client.get(reverse("messaging:write", args=[old.slug]))
    assert (response.status_code, response.url) == (301, reverse("messaging:write", args=[cast.fundacion.slug]))


# -- Once


def test_form_sent_twice_writes_once(client, victor, cast):
    client.force_login(victor)
    key = client.get(reverse("messaging:write", args=[cast.fundacion.slug])).context["form"]["key"].value()
    first, second = (write(client, cast.fundacion, key=str(key)) for _number in range(2))
    assert first.url == second.url
    assert Message.objects.count() == 1


def test_answer_sent_twice_is_written_once(conversation, carla):
    key = uuid.uuid4()
    for _number in range(2):
        conversation.reply("Gladly.", key=key, by=carla)
    assert conversation.messages.filter(author=carla).count() == 1


def test_somebody_elses_key_is_no_key(conversation, carla, victor):
    key = conversation.messages.get().key
    conversation.reply("Gladly.", key=key, by=carla)
    assert conversation.messages.count() == 2


def test_broken_key_counts_as_a_new_one(client, victor, cast):
    client.force_login(victor)
    assert write(client, cast.fundacion, key="'; drop").status_code == 302
    assert Conversation.objects.count() == 1


# -- Limits


def test_person_begins_at_most_ten_conversations_a_day(victor, time_machine):
    time_machine.move_to("2026-03-02 10:00", tick=False)
    for _number in range(CONVERSATIONS_A_DAY):
        ConversationFactory(starter=victor)
    with pytest.raises(ValidationError, match="10 organisations"):
        ConversationFactory(starter=victor)
    time_machine.move_to("2026-03-03 10:01", tick=False)
    ConversationFactory(starter=victor)


def test_person_sends_at_most_fifty_messages_a_day(client, conversation, carla):
    for number in range(MESSAGES_A_DAY):
        conversation.reply(f"Answer {number}", by=carla)
    client.force_login(carla)
    response = client.post(conversation.get_absolute_url(), {"text": "One more"})
    assert "50 messages" in str(response.context["form"].errors)
    assert "One more" in response.content.decode()
    assert conversation.messages.count() == MESSAGES_A_DAY + 1


# -- Closing


def test_person_closes_and_nobody_writes_any_more(client, conversation, victor, carla, announce):
    client.force_login(victor)
    with announce:
        client.post(reverse("messaging:close", args=[conversation.pk]))
    conversation.refresh_from_db()
    assert conversation.is_closed
    assert "messaging.conversation.closed" in told(carla)
    for person in (victor, carla):
        with pytest.raises(ValidationError, match="closed"):
            conversation.reply("One more", by=person)
    with pytest.raises(ValidationError, match="closed"):
        conversation.close(by=victor)


def test_organisation_does_not_close_it_in_the_persons_place(client, conversation, carla):
    client.force_login(carla)
    assert client.post(reverse("messaging:close", args=[conversation.pk])).status_code == 403


# -- Lists


def test_lists_show_received_and_sent(client, conversation, victor, carla):
    own = ConversationFactory(starter=carla, subject="A question of mine")
    client.force_login(carla)
    received = client.get(reverse("messaging:list")).content.decode()
    assert conversation.subject in received and own.subject not in received
    sent = client.get(reverse("messaging:list"), {"show": "sent"}).content.decode()
    assert own.subject in sent and conversation.subject not in sent
    client.force_login(victor)
    assert conversation.subject in client.get(reverse("messaging:list")).content.decode()


def test_unknown_list_is_the_usual_one(client, victor, conversation):
    client.force_login(victor)
    assert conversation.subject in client.get(reverse("messaging:list"), {"show": "everything"}).content.decode()


def test_pages_ask_few_questions(client, conversation, carla, cast, django_assert_max_num_queries):
    client.force_login(carla)
    client.get(reverse("messaging:list"))  # the first request of a session writes it down
    with django_assert_max_num_queries(10) as few:
        client.get(reverse("messaging:list"))
    for _number in range(5):
        ConversationFactory(partner=cast.fundacion)
    with django_assert_max_num_queries(len(few)):
        client.get(reverse("messaging:list"))
    for number in range(4):
        conversation.reply(f"Answer {number}", by=carla)
    with django_assert_max_num_queries(12):
        client.get(conversation.get_absolute_url())


def test_page_of_the_organisation_leads_to_the_form(client, victor, carla, cast):
    address = reverse("messaging:write", args=[cast.fundacion.slug])
    client.force_login(victor)
    assert address in client.get(cast.fundacion.get_absolute_url()).content.decode()
    client.force_login(carla)
    assert address not in client.get(cast.fundacion.get_absolute_url()).content.decode()


def test_organisation_that_left_keeps_its_conversations_and_takes_no_more(conversation, victor, cast, sofia):
    cast.fundacion.leave(by=sofia, reason="over")
    assert Conversation.objects.visible_to(victor).filter(pk=conversation.pk).exists()
    with pytest.raises(ValidationError, match="not an active partner"):
        conversation.reply("Hello?", by=victor)
    assert Partner.objects.get(pk=cast.fundacion.pk).status == "left"


def test_closed_account_hears_nothing(conversation, carla, victor, announce):
    UserFactory()
    carla.is_active = False
    carla.save()
    with announce:
        conversation.reply("Hello?", by=victor)
    assert "messaging.conversation.replied" not in told(carla)


def test_message_waits_among_the_duties_until_it_is_answered(client, conversation, carla):
    client.force_login(carla)
    desk = reverse("home:duties")
    assert conversation.get_absolute_url() in client.get(desk).content.decode()
    assert counts(carla)["duties"] == 1
    conversation.reply("Gladly.", by=carla)
    assert conversation.get_absolute_url() not in client.get(desk).content.decode()
    assert counts(carla)["duties"] == 0


def test_message_to_nobody_waits_on_the_secretariats_first_page(client, victor, sofia):
    conversation = ConversationFactory(starter=victor)
    client.force_login(sofia)
    assert "Messages to organisations that nobody speaks for" in client.get(reverse("admin:index")).content.decode()
    received = client.get(reverse("messaging:list"), {"show": "received"}).content.decode()
    assert conversation.get_absolute_url() in received
