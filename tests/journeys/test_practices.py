"""A farmers' union describes what it does, on a phone; others publish and read it; no word is lost on the way."""

import re

import pytest
from django.utils import translation
from playwright.sync_api import expect

from partners.models import Partner
from practices.models import Practice
from tests.cast import country
from tests.factories import AffiliationFactory, PartnerFactory, UserFactory
from tests.factories.practices import PracticeFactory
from tests.journeys.practices import (
    SAVE,
    ask_to_review,
    begin_sheet,
    comment_on,
    find_right,
    go_on_with,
    is_as_wide_as_the_screen,
    publish,
    save,
    submit,
    tick,
)
from tests.journeys.rooms import follow_duty
from tests.journeys.steps import press, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TITLE = "Demi-lunes avec compost pour le mil"
SHORT = "Des levées de terre en demi-cercle retiennent la pluie autour de chaque poquet."
DESCRIPTION = "On creuse en mars, on apporte le compost en mai, on sème à la première pluie."
RESULTS = "Le mil a donné 0,7 t/ha au lieu de 0,4 t/ha."
# A connection over which pages come, and nothing that a script sends goes: not even while the page is left.
NEVER_THROUGH = "window.fetch = () => Promise.reject(new TypeError())"
# After so long a page saves what is typed, in milliseconds.
HALF_A_MINUTE = 30_000
LATER = "On laisse les tiges au sol après la récolte."
# What a union's leader holds in her hand, and how fast her village is connected.
ON_A_VILLAGE_PHONE = {"width": 360, "kbit_per_s": 400}
# {language: (leader, her union, its country, what they do)}
LEADERS = {
    "en": ("Grace Atieno", "Farmers’ union of Kisumu", "KE", "Trash lines of maize stalks across the slope"),
    "fr": ("Moussa Issoufou", "Union des paysans de Tahoua", "NE", TITLE),
    "es": ("Rosa Quispe", "Unión de campesinas de Puno", "PE", "Andenes reparados para quinua y habas"),
}


def leader(language):
    """Whoever leads a farmers' union and speaks this language."""
    name, union, where, _title = LEADERS[language]
    partner = PartnerFactory(name=union, type=Partner.Type.PRODUCERS, country=country(where))
    address = f"{name.split()[0].lower()}@example.org"
    person = UserFactory(email=address, name=name, country=country(where), language=language)
    return AffiliationFactory(person=person, partner=partner).person


@pytest.fixture
def moussa(cast):
    """Belongs to a farmers' union of Niger; has a phone."""
    return leader("fr")


def at_the_essentials(page, language, practice):
    """Open the first section of a sheet."""
    page.goto(f"/{language}/practices/{practice.code}/desk/essentials/")


def test_farmers_union_describes_its_practice_and_a_visitor_reads_it_in_spanish(open_browser, cast, moussa):
    phone = open_browser(language="fr", javascript=False, **ON_A_VILLAGE_PHONE)
    sign_in(phone, moussa.email, "fr")
    practice = begin_sheet(phone, "fr", TITLE)
    assert practice.organisation.name == "Union des paysans de Tahoua"
    phone.fill("textarea[name=short_description]", SHORT)
    phone.fill("textarea[name=description]", DESCRIPTION)
    tick(phone, "countries", "NE")
    assert is_as_wide_as_the_screen(phone)
    save(phone, "desk")
    assert is_as_wide_as_the_screen(phone)

    library = open_browser(language="fr", javascript=False, width=360)
    sign_in(library, moussa.email, "fr")
    go_on_with(library, "fr", TITLE)
    expect(library.locator("textarea[name=description]")).to_have_value(DESCRIPTION)
    expect(library.locator("#id_countries_NE")).to_be_checked()
    library.select_option("select[name=basis]", "field_experience")
    library.fill("textarea[name=results]", RESULTS)
    tick(library, "land_use", "cropland_annual")
    tick(library, "purposes", "improve_production")
    save(library, "next")
    library.fill("input[name=local_name]", "tagui")
    save(library, "desk")
    submit(library, "Issoufou, M.")
    assert is_as_wide_as_the_screen(library)
    practice.refresh_from_db()
    assert (practice.status, practice.contents["local_name"]) == (Practice.Status.SUBMITTED, "tagui")

    sofia, fatou = reviewed_and_published(open_browser, cast, practice)

    visitor = open_browser(language="es", width=360)
    visitor.goto("/es/practices/")
    visitor.locator("main a", has_text=TITLE).first.click()
    expect(visitor.locator("h1").get_by_text(TITLE)).to_be_visible()
    expect(visitor.locator("main").get_by_text(RESULTS)).to_be_visible()
    with translation.override("es"):
        expect(visitor.locator("main #countries").get_by_text("Níger")).to_be_visible()
        expect(visitor.locator("main dd").get_by_text("Experiencia de campo")).to_be_visible()
    assert phone.broken == library.broken == visitor.broken == sofia.broken == fatou.broken == []


def reviewed_and_published(open_browser, cast, practice):
    """The secretariat asks Fatou, who remarks something and finds it right; then it is published. Their windows."""
    sofia, fatou = open_browser(), open_browser(language="fr", javascript=False)
    reviewer = cast.fatou
    sign_in(sofia, cast.sofia.email, "en")
    ask_to_review(sofia, "en", practice, reviewer)
    sign_in(fatou, reviewer.email, "fr")
    follow_duty(fatou, "fr", practice.title)
    comment_on(fatou, "essentials", "Combien de poquets par hectare ?")
    find_right(fatou)
    publish(sofia, "en", practice)
    practice.refresh_from_db()
    assert practice.is_public
    assert practice.comments.get().author == reviewer
    return sofia, fatou


@pytest.mark.parametrize("language", LEADERS)
def test_leader_of_a_union_hands_a_sheet_over_from_a_village(open_browser, house, language):
    author, title = leader(language), LEADERS[language][-1]
    phone = open_browser(language=language, **ON_A_VILLAGE_PHONE)
    sign_in(phone, author.email, language)
    practice = begin_sheet(phone, language, title)
    for name in ("short_description", "description", "results"):
        phone.fill(f"textarea[name={name}]", f"{title}.")
    phone.select_option("select[name=basis]", "field_experience")
    for question, code in (
        ("countries", author.country_id),
        ("land_use", "cropland_annual"),
        ("purposes", "improve_production"),
    ):
        tick(phone, question, code)
    assert is_as_wide_as_the_screen(phone)
    save(phone, "desk")
    submit(phone, author.name)
    expect(phone.locator("h1").get_by_text(title)).to_be_visible()
    assert is_as_wide_as_the_screen(phone)
    practice.refresh_from_db()
    assert practice.status == Practice.Status.SUBMITTED
    assert practice.organisation.name == LEADERS[language][1]
    assert practice.contents["title"] == {language: title}
    assert phone.broken == []


def test_words_are_kept_when_the_browser_is_closed_without_a_button(open_browser, moussa):
    practice = PracticeFactory(author=moussa, title=TITLE, language="fr")
    phone = open_browser(language="fr", width=360)
    phone.clock.install()
    sign_in(phone, moussa.email, "fr")
    at_the_essentials(phone, "fr", practice)
    phone.fill("textarea[name=results]", RESULTS)
    phone.clock.run_for(HALF_A_MINUTE)
    expect(phone.locator("[data-autosave-state]")).to_be_visible()
    phone.locator("textarea[name=results]").press_sequentially(f" {LATER}")
    phone.close(run_before_unload=True)

    laptop = open_browser(language="fr")
    sign_in(laptop, moussa.email, "fr")
    at_the_essentials(laptop, "fr", practice)
    expect(laptop.locator("textarea[name=results]")).to_have_value(f"{RESULTS} {LATER}")
    assert phone.broken == laptop.broken == []


def test_broken_connection_is_told_and_loses_nothing(open_browser, moussa):
    practice = PracticeFactory(author=moussa, title=TITLE, language="fr")
    phone = open_browser(language="fr", width=360)
    sign_in(phone, moussa.email, "fr")
    at_the_essentials(phone, "fr", practice)
    state = phone.locator("[data-autosave-state]")
    phone.context.set_offline(True)
    phone.fill("textarea[name=results]", LATER)
    phone.locator("textarea[name=results]").blur()
    expect(state).to_have_text(state.get_attribute("data-kept"))
    practice.refresh_from_db()
    assert practice.contents["results"]["fr"] != LATER

    phone.context.set_offline(False)
    expect(state).to_have_text(re.compile(r"\d\d:\d\d"))
    practice.refresh_from_db()
    assert practice.contents["results"]["fr"] == LATER
    assert phone.evaluate("Object.keys(localStorage).length") == 0


def test_words_that_never_left_are_offered_again(open_browser, moussa):
    practice = PracticeFactory(author=moussa, title=TITLE, language="fr")
    phone = open_browser(language="fr", width=360)
    phone.add_init_script(NEVER_THROUGH)
    sign_in(phone, moussa.email, "fr")
    at_the_essentials(phone, "fr", practice)
    phone.fill("textarea[name=results]", LATER)
    tick(phone, "countries", "NE")
    expect(phone.locator("[data-autosave-state]")).to_be_visible()
    phone.goto("about:blank")

    at_the_essentials(phone, "fr", practice)
    notice = phone.locator("[data-autosave-offer]")
    expect(notice).to_be_visible()
    expect(phone.locator("textarea[name=results]")).not_to_have_value(LATER)
    notice.locator("[data-take]").click()
    expect(phone.locator("textarea[name=results]")).to_have_value(LATER)
    expect(phone.locator("#id_countries_NE")).to_be_checked()
    save(phone, "desk")
    practice.refresh_from_db()
    assert (practice.contents["results"]["fr"], "NE" in practice.contents["countries"]) == (LATER, True)
    at_the_essentials(phone, "fr", practice)
    expect(phone.locator(SAVE).first).to_be_visible()
    expect(notice).to_be_hidden()


def test_words_in_the_browser_go_when_she_signs_out(open_browser, moussa):
    practice = PracticeFactory(author=moussa, title=TITLE, language="fr")
    phone = open_browser(language="fr", width=360)
    phone.add_init_script(NEVER_THROUGH)
    sign_in(phone, moussa.email, "fr")
    at_the_essentials(phone, "fr", practice)
    phone.fill("textarea[name=results]", LATER)
    phone.locator("textarea[name=results]").blur()
    expect(phone.locator("[data-autosave-state]")).to_be_visible()
    assert phone.evaluate("Object.keys(localStorage).length") == 1
    phone.goto("/fr/account/logout/")
    press(phone, 'main form[action$="/logout/"]')
    assert phone.evaluate("Object.keys(localStorage).length") == 0
