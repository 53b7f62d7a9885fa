"""From "we want to join" to "our colleague is in the hub and our dot is on the map", and a letter from a stranger."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from partners.models import Partner
from regions.models import Place
from tests.journeys.steps import (
    ADA,
    KOFI,
    NAME,
    applicant_sends_what_is_missing,
    choose,
    colleague_enters_the_hub,
    focal_point_invites,
    montpellier,
    organisation_applies,
    organisation_stands_in_the_list,
    secretariat_accepts,
    secretariat_asks_for_a_piece,
    sign_in,
    stranger_signs_up_by_the_link,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

VICTOR = "victor@example.org"
SHORT = "Nous mesurons ce que les sols gardent."
NEEDS = "Des parcelles de comparaison en zone sèche."
QUESTION = "¿Prestan ustedes sus sondas?"
ANSWER = "Bien sûr, en septembre."


@pytest.mark.parametrize(("language", "javascript"), [("en", True), ("fr", True), ("es", True), ("en", False)])
def test_from_the_first_page_to_the_hub_and_the_map(open_browser, cast, language, javascript):
    cast.sofia, cast.victor  # noqa: B018 they live here already
    montpellier(), lyon()
    ada, kofi, victor = (
        open_browser(language=language, javascript=javascript, width=width) for width in (1280, 360, 360)
    )
    sofia = open_browser(language="en")

    application = organisation_applies(ada, language)
    secretariat_asks_for_a_piece(sofia, application)
    applicant_sends_what_is_missing(ada, application, language)
    secretariat_accepts(sofia, application)
    organisation_stands_in_the_list(ada, language)

    partner = Partner.objects.get(name=NAME)
    focal_point_moves_to_lyon(ada, partner, language)
    focal_point_publishes_the_sheet(ada, partner, language)
    focal_point_invites(ada, f"/{language}/partners/{partner.slug}/people/", language)

    stranger_signs_up_by_the_link(kofi, language)
    hub_is_shut_and_says_how_to_join(kofi, language)
    colleague_enters_the_hub(kofi, language, NAME)

    visitor_finds_it_by_search(victor, partner, language)
    dot_is_on_the_map(victor, partner, language)
    stranger_writes_and_is_answered(victor, ada, partner, language)
    assert ada.broken == kofi.broken == victor.broken == sofia.broken == []


def lyon():
    """Where the organisation moves to."""
    where = {"name": "Lyon", "country_id": "FR", "latitude": 45.7, "longitude": 4.8, "population": 500_000}
    Place.objects.get_or_create(code=2996944, defaults=where)


def focal_point_moves_to_lyon(page, partner, language):
    """The city is a line to type into, with or without suggestions."""
    page.goto(f"/{language}/partners/{partner.slug}/place/")
    page.fill("input[name=place]", "Lyon")
    page.locator("form:has(input[name=place]) .actions button").click()
    page.wait_for_url(f"**/partners/{partner.slug}/")
    partner.refresh_from_db()
    assert partner.place.name == "Lyon"


def focal_point_publishes_the_sheet(page, partner, language):
    """Two texts and a theme, looked at, published."""
    page.locator(f'main a[href$="/{partner.slug}/sheet/"], aside a[href$="/{partner.slug}/sheet/"]').first.click()
    page.fill(f"textarea[name=short_{language}]", SHORT)
    page.fill(f"textarea[name=needs_{language}]", NEEDS)
    choose(page, "input[name=themes][value=agroforestry]")
    page.locator("button[name=then][value=preview]").click()
    page.wait_for_url("**/sheet/preview/")
    expect(page.locator(".standfirst").get_by_text(SHORT)).to_be_visible()
    page.locator('form[action$="/sheet/publish/"] button').click()
    page.wait_for_url(f"**/partners/{partner.slug}/")
    expect(page.locator("main").get_by_text(NEEDS)).to_be_visible()


def hub_is_shut_and_says_how_to_join(page, language):
    """Before she has accepted: refused, with the way in; asked beside the page, which stays where it is."""
    answer = page.request.get(f"/{language}/hub/")
    assert answer.status == 403
    assert f'href="/{language}/partners/apply/"' in answer.text()


def visitor_finds_it_by_search(page, partner, language):
    """Without accents, by a word of its name; its page tells what it needs, and no address."""
    sign_in(page, VICTOR, language)
    page.goto(f"/{language}/partners/")
    if not page.locator("main input[name=q]").is_visible():
        page.locator("details.fold summary").click()
    page.fill("main input[name=q]", "institut sol")
    page.press("main input[name=q]", "Enter")
    page.wait_for_url(lambda url: "q=institut" in url)
    page.locator(f'main a[href="/{language}/partners/{partner.slug}/"]').first.click()
    expect(page.locator("main").get_by_text(NEEDS)).to_be_visible()
    shows_no_address(page)


def dot_is_on_the_map(page, partner, language):
    """At its city for the script, at its country in the picture, and in the list beside it."""
    points = page.request.get(f"/{language}/partners/map.json", params={"q": "institut sol"}).json()["points"]
    at = [round(partner.place.latitude, 3), round(partner.place.longitude, 3)]
    assert [(point["name"], point["at"]) for point in points] == [(NAME, at)]
    page.goto(f"/{language}/partners/map/?q=institut+sol")
    expect(page.locator("svg.world circle")).to_have_count(1)
    expect(page.locator("#results").get_by_text("Lyon").first).to_be_visible()
    shows_no_address(page)


def stranger_writes_and_is_answered(writer, reader, partner, language):
    """By the page of the organisation; the mails bring words and names, and no address."""
    writer.goto(f"/{language}/partners/{partner.slug}/")
    writer.locator(f'main a[href$="/{partner.slug}/write/"], aside a[href$="/{partner.slug}/write/"]').first.click()
    writer.fill("input[name=subject]", "Sondas")
    say(writer, QUESTION)
    reader.goto(f"/{language}/messages/")
    reader.locator("main .row-title a").first.click()
    expect(reader.locator("main").get_by_text(QUESTION)).to_be_visible()
    shows_no_address(reader, VICTOR)
    say(reader, ANSWER)
    writer.reload()
    expect(writer.locator("main").get_by_text(ANSWER)).to_be_visible()
    shows_no_address(writer)
    letters = [message for message in mail.outbox if QUESTION in message.body or ANSWER in message.body]
    assert {message.to[0] for message in letters} == {ADA, VICTOR}
    for message in letters:
        written = [message.body, *message.reply_to, *(other.content for other in message.alternatives)]
        for address in {ADA, KOFI, VICTOR} - set(message.to):
            assert address not in " ".join(written)


def say(page, words):
    """Send a message, the first or a further one."""
    page.fill("textarea[name=text]", words)
    page.locator("form:has(textarea[name=text]) button").click()
    page.wait_for_url(re.compile(r"/messages/\d+/$"))
    page.locator(".timeline").get_by_text(words).first.wait_for()


def shows_no_address(page, *others):
    """Neither in sight nor in the source."""
    for address in (ADA, KOFI, *others):
        assert address not in page.content()
