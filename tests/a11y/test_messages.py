"""Nothing axe can find on the pages about messages and supporters; and the whole way without a script."""

import pytest
from playwright.sync_api import expect

from messaging.models import Conversation
from tests.a11y.test_axe import enter, faults_here, faults_of
from tests.factories import AgreementFactory, ConversationFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def conversation(house, cast):
    """Victor and AFRIS; and somebody whom AFRIS has blocked."""
    assert cast.amina
    ConversationFactory(partner=cast.afris).block(by=cast.amina)
    AgreementFactory(partner=cast.afris)
    return ConversationFactory(starter=cast.victor, partner=cast.afris)


def test_pages_about_messages(open_browser, live_server, conversation, cast):
    page = open_browser(width=360)
    one = f"messages/{conversation.pk}/"
    enter(page, live_server, cast.victor)
    assert faults_of(page, ["partners/supporters/", "partners/afris/write/", "messages/", one]) == []
    page.goto("/fr/partners/afris/write/")
    page.evaluate("document.querySelector('main form').noValidate = true")
    page.locator("main form button").click()
    expect(page.locator(".error-summary")).to_be_visible()
    assert faults_here(page) == []
    enter(page, live_server, cast.amina)
    assert faults_of(page, ["messages/", "messages/?show=sent", one, f"{one}report/"]) == []
    assert page.broken == []


def test_message_goes_its_way_without_a_script(open_browser, live_server, conversation, cast):
    page = open_browser(language="es", width=360, javascript=False)
    enter(page, live_server, cast.victor)
    page.goto("/es/partners/afris/")
    page.locator("a[href$='/write/']").click()
    page.locator("#id_text").fill("¿Podemos verlas?")
    page.locator("main form button").click()
    expect(page.locator(".error-summary")).to_be_visible()
    page.locator("#id_subject").fill("Sus parcelas")
    page.locator("main form button").click()
    expect(page.locator("main")).to_contain_text("¿Podemos verlas?")
    assert Conversation.objects.get(subject="Sus parcelas").starter == cast.victor
