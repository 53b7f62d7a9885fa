"""A visitor reads the strategy, registers, joins a task force; its leader decides; everybody hears of it."""

import re

import pytest
from playwright.sync_api import expect

from taskforces.models import Application
from tests.journeys.steps import choose, last_mail_to, open_fold, register, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

REASON = "Nous cherchons d’abord des personnes en Amérique."


@pytest.mark.parametrize(("language", "javascript"), [("en", True), ("fr", True), ("es", True), ("en", False)])
def test_from_stranger_to_team_member(open_browser, cast, language, javascript):
    cast.amina, cast.bruno, cast.sofia  # noqa: B018 they live here already

    ines = open_browser(language=language, javascript=javascript)
    visitor_reads_the_strategy(ines, language)
    visitor_registers(ines, language)
    friend_asks_to_join(ines)

    bruno = open_browser(language="fr", javascript=javascript)
    sign_in(bruno, "bruno@example.org", "fr")
    partner_is_offered_all_roles(bruno)

    amina = open_browser(language="fr", javascript=javascript)
    sign_in(amina, "amina@example.org", "fr")
    leader_decides(amina)

    both_hear_in_their_language(ines, bruno, language)
    secretariat_sees_the_whole(open_browser(language="en"))
    assert ines.broken == bruno.broken == amina.broken == []


def visitor_reads_the_strategy(page, language):
    """Landing page, the strategy, objective A2 with its targets, its facility and its roster."""
    page.goto(f"/{language}/")
    assert page.locator("html").get_attribute("lang") == language
    page.locator(f'main a[href="/{language}/objectives/a2/"]').first.click()
    expect(page.locator("h1")).to_be_visible()
    for year in ("2020", "2030", "2050"):
        expect(page.get_by_text(year).first).to_be_visible()
    expect(page.locator("main").get_by_text("AFRIS").first).to_be_visible()
    page.locator(f'main a[href="/{language}/task-forces/a2/join/"]').first.click()


def visitor_registers(page, language):
    """Sign-up, the code from the mail, back to the form she wanted to fill in."""
    assert "/account/login/" in page.url
    page.locator('main a[href*="/account/signup/"]').first.click()
    register(page, "ines.prado@example.org", "Inés Prado")
    assert page.url.endswith(f"/{language}/task-forces/a2/join/")


def friend_asks_to_join(page):
    """A friend without organisation is offered no other role than team member."""
    assert [box.get_attribute("value") for box in page.locator("input[name=role]").all()] == ["member"]
    choose(page, "input[name=role][value=member]")
    page.select_option("select[name=country]", "BR")
    fill_questions(page)
    choose(page, "input[name=accepts_duties]")
    page.locator("form:has(input[name=role]) button:not([name=save])").click()
    page.wait_for_url(re.compile(r"/applications/\d+/$"))
    assert Application.objects.get(person__email="ines.prado@example.org").status == Application.Status.SUBMITTED


def partner_is_offered_all_roles(page):
    """Bruno, whose organisation is a partner, is offered all three; he asks to be a team member."""
    page.goto("/fr/task-forces/a2/join/")
    offered = [box.get_attribute("value") for box in page.locator("input[name=role]").all()]
    assert offered == ["leader", "representative", "member"]
    choose(page, "input[name=role][value=member]")
    page.select_option("select[name=country]", "FR")
    fill_questions(page)
    choose(page, "input[name=accepts_duties]")
    page.locator("form:has(input[name=role]) button:not([name=save])").click()
    page.wait_for_url(re.compile(r"/applications/\d+/$"))


def leader_decides(page):
    """Amina finds both in her duties, reads who and why, accepts one and declines the other with a reason."""
    page.goto("/fr/home/")
    expect(page.locator("main").get_by_text("Inés Prado").first).to_be_visible()
    page.goto("/fr/task-forces/a2/applications/")
    expect(page.locator("main").get_by_text("I measure what my fields hold.")).to_have_count(2)
    friend, partner = (
        Application.objects.get(person__email=f"{who}@example.org").pk for who in ("ines.prado", "bruno")
    )
    page.locator(f'form[action$="/applications/{friend}/accept/"] button').click()
    page.wait_for_load_state()
    page.goto(f"/fr/task-forces/a2/applications/{partner}/")
    open_fold(page, f'form[action$="/applications/{partner}/decline/"]')
    page.locator(f'form[action$="/applications/{partner}/decline/"] textarea').fill(REASON)
    page.locator(f'form[action$="/applications/{partner}/decline/"] button').click()
    page.wait_for_load_state()
    assert Application.objects.get(pk=friend).status == Application.Status.ACCEPTED
    assert Application.objects.get(pk=partner).status == Application.Status.DECLINED


def both_hear_in_their_language(friend, partner, language):
    """By mail and in the platform."""
    accepted, declined = last_mail_to("ines.prado@example.org"), last_mail_to("bruno@example.org")
    assert REASON in declined.body
    assert f'lang="{language}"' in accepted.alternatives[0].content
    assert 'lang="fr"' in declined.alternatives[0].content
    friend.goto(f"/{language}/notifications/")
    expect(friend.locator("main").get_by_text("A2").first).to_be_visible()
    partner.goto("/fr/notifications/")
    expect(partner.locator("main").get_by_text("A2").first).to_be_visible()


def secretariat_sees_the_whole(page):
    """Sofia finds it in the admin and on her Today page."""
    sign_in(page, "sofia@example.org", "en")
    page.goto("/admin/")
    expect(page.get_by_role("heading", name="Today").first).to_be_visible()
    page.goto("/admin/taskforces/application/")
    expect(page.get_by_text("Inés Prado").first).to_be_visible()


def fill_questions(page):
    """The questions of the default joining form."""
    page.fill("textarea[name=motivation]", "I measure what my fields hold.")
    page.fill("textarea[name=expertise]", "No-till farming")
    choose(page, "input[name=time][value=up_to_4]")
    page.fill("input[name=languages]", "Español, English")
