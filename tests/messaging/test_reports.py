"""Blocking and reporting: what organisations and people do against annoyance, and what the secretariat makes of it."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from core.models import Activity
from messaging.models import Block, Conversation, Report
from notifications.models import Notice
from tests.factories import AffiliationFactory, ConversationFactory

pytestmark = pytest.mark.django_db


def told(person):
    """What `person` was told of, newest first."""
    return [notice.activity.key for notice in Notice.objects.filter(recipient=person).order_by("-pk")]


@pytest.fixture
def announce(django_capture_on_commit_callbacks):
    return django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def conversation(victor, carla, cast):
    return ConversationFactory(starter=victor, partner=cast.fundacion)


@pytest.fixture
def report(conversation, carla):
    return conversation.report("An advertisement.", by=carla)


# -- Blocking


def test_organisation_blocks_a_person_everywhere(client, conversation, victor, carla, cast, announce):
    other = ConversationFactory(starter=victor, partner=cast.fundacion)
    client.force_login(carla)
    with announce:
        client.post(reverse("messaging:block", args=[conversation.pk]))
    assert set(Conversation.objects.filter(pk__in=[conversation.pk, other.pk]).values_list("status")) == {("closed",)}
    assert told(victor) == ["messaging.conversation.blocked"]
    with pytest.raises(ValidationError, match="does not take messages from you"):
        ConversationFactory(starter=victor, partner=cast.fundacion)
    ConversationFactory(starter=victor)


def test_blocked_person_is_told_before_she_types(client, conversation, victor, carla, cast):
    conversation.block(by=carla)
    client.force_login(victor)
    page = client.get(reverse("messaging:write", args=[cast.fundacion.slug])).content.decode()
    assert "does not take messages from you" in page
    assert "<textarea" not in page


def test_block_is_made_once(conversation, carla):
    conversation.block(by=carla)
    with pytest.raises(ValidationError, match="blocked already"):
        conversation.block(by=carla)
    assert Block.objects.count() == 1


def test_focal_point_lifts_the_block(client, conversation, victor, carla, cast):
    conversation.block(by=carla)
    block = Block.objects.get()
    client.force_login(carla)
    assert victor.name in client.get(reverse("messaging:list")).content.decode()
    client.post(reverse("messaging:block-lift", args=[block.pk]))
    assert not Block.objects.exists()
    assert Activity.objects.filter(content_type__model="block", object_id=block.pk, verb="lifted").count() == 1
    ConversationFactory(starter=victor, partner=cast.fundacion)


def test_block_lifted_twice_is_lifted_once(conversation, carla):
    conversation.block(by=carla)
    block = Block.objects.get()
    for _number in range(2):
        block.lift(by=carla)
    assert Activity.objects.filter(content_type__model="block", verb="lifted").count() == 1


def test_blocks_of_others_are_hidden(client, conversation, carla, amina, sofia):
    conversation.block(by=carla)
    for person in (amina, sofia):
        client.force_login(person)
        assert client.post(reverse("messaging:block-lift", args=[Block.objects.get().pk])).status_code == 404
    assert Block.objects.exists()


# -- Reporting


def test_secretariat_reads_what_was_reported_and_nothing_else(client, conversation, carla, sofia, announce):
    client.force_login(sofia)
    assert client.get(conversation.get_absolute_url()).status_code == 404
    with announce:
        report = conversation.report("An advertisement.", by=carla)
    assert report.about == conversation.starter
    assert told(sofia) == ["messaging.report.made"]
    page = client.get(conversation.get_absolute_url()).content.decode()
    assert "May we visit your plots?" in page
    assert report.get_absolute_url() in page
    assert client.post(conversation.get_absolute_url(), {"text": "Stop it."}).status_code == 403


def test_report_needs_a_reason_and_keeps_what_was_typed(client, conversation, carla):
    client.force_login(carla)
    address = reverse("messaging:report", args=[conversation.pk])
    for reason in ("", "x" * 1001):
        response = client.post(address, {"reason": reason})
        assert response.status_code == 200
        assert response.context["form"].errors["reason"]
        assert reason in response.content.decode()
    assert not Report.objects.exists()


def test_reported_twice_is_one_report(client, conversation, carla, report):
    client.force_login(carla)
    response = client.post(reverse("messaging:report", args=[conversation.pk]), {"reason": "Again."})
    assert "reported this conversation already" in response.content.decode()
    assert Report.objects.count() == 1


def test_person_reports_what_the_organisation_wrote(conversation, victor, carla):
    conversation.reply("Buy our fertiliser!", by=carla)
    assert conversation.report("An advertisement.", by=victor).about == carla


def test_secretariat_bars_the_author(client, report, conversation, victor, carla, sofia, announce):
    client.force_login(sofia)
    address = reverse("admin:messaging_report_settle", args=[report.pk])
    with announce:
        client.post(address, {"outcome": "barred", "days": 14, "words": "No advertising, please."})
    report.refresh_from_db()
    conversation.refresh_from_db()
    assert (report.outcome, report.settled_by, conversation.is_closed) == ("barred", sofia, True)
    assert told(victor) == told(carla) == ["messaging.report.settled"]
    with pytest.raises(ValidationError, match="barred you"):
        ConversationFactory(starter=victor)


def test_bar_ends_by_itself(report, victor, sofia, time_machine):
    time_machine.move_to("2026-03-02 10:00", tick=False)
    report.settle("barred", days=3, by=sofia)
    with pytest.raises(ValidationError):
        ConversationFactory(starter=victor)
    time_machine.move_to("2026-03-05 10:01", tick=False)
    ConversationFactory(starter=victor)


def test_nothing_to_object_to_changes_nothing(report, conversation, victor, sofia, announce):
    with announce:
        report.settle("nothing", by=sofia)
    conversation.refresh_from_db()
    assert not conversation.is_closed
    assert told(victor) == []


@pytest.mark.parametrize("days", ["", "0", "366", "many", "-1"])
def test_bar_of_no_sensible_length_is_refused(client, report, sofia, days):
    client.force_login(sofia)
    address = reverse("admin:messaging_report_settle", args=[report.pk])
    response = client.post(address, {"outcome": "barred", "days": days, "words": "Kept words"})
    assert response.context["form"].errors["days"]
    assert "Kept words" in response.content.decode()
    report.refresh_from_db()
    assert report.is_open


def test_nobody_can_be_barred_where_the_other_side_was_silent(conversation, victor, sofia):
    report = conversation.report("They do not answer.", by=victor)
    with pytest.raises(ValidationError, match="nobody to bar"):
        report.settle("barred", days=3, by=sofia)


def test_report_is_settled_once(report, sofia):
    report.settle("closed", by=sofia)
    with pytest.raises(ValidationError, match="settled already"):
        report.settle("nothing", by=sofia)


def test_nobody_settles_what_is_about_herself(client, cast, sofia):
    AffiliationFactory(person=sofia, partner=cast.fundacion, is_focal_point=True)
    conversation = ConversationFactory(partner=cast.fundacion)
    conversation.reply("Go away.", by=sofia)
    report = conversation.report("This was rude.", by=conversation.starter)
    client.force_login(sofia)
    address = reverse("admin:messaging_report_settle", args=[report.pk])
    assert client.post(address, {"outcome": "nothing"}).status_code == 403


def test_reports_wait_on_the_secretariats_first_page(client, report, sofia):
    client.force_login(sofia)
    assert "Reported conversations" in client.get(reverse("admin:index")).content.decode()
    report.conversation.messages.update(text="<b>May we</b> visit your plots?")
    page = client.get(report.get_absolute_url()).content.decode()
    assert '<p class="answer">&lt;b&gt;May we&lt;/b&gt; visit your plots?</p>' in page
