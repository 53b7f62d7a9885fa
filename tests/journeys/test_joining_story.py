"""A visitor reads the strategy, registers, joins a task force; its leader decides; everybody hears of it."""

import re

import pytest
from django.core import mail

from taskforces.models import Application
from tests.factories import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NEW_PASSWORD = "the soil under our feet"
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
    assert page.locator("h1").is_visible()
    for year in ("2020", "2030", "2050"):
        assert page.get_by_text(year).first.is_visible()
    assert page.locator("main").get_by_text("AFRIS").first.is_visible()
    page.locator(f'main a[href="/{language}/task-forces/a2/join/"]').first.click()


def visitor_registers(page, language):
    """Sign-up, the code from the mail, back to the form she wanted to fill in."""
    assert "/account/login/" in page.url
    page.locator('main a[href*="/account/signup/"]').first.click()
    page.fill("input[name=name]", "Inés Prado")
    page.fill("input[name=email]", "ines.prado@example.org")
    page.fill("input[name=password1]", NEW_PASSWORD)
    press(page, "form:has(input[name=password1])")
    page.fill("input[name=code]", code_mailed_to("ines.prado@example.org"))
    press(page, "form:has(input[name=code])")
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
    assert page.locator("main").get_by_text("Inés Prado").first.is_visible()
    page.goto("/fr/task-forces/a2/applications/")
    assert page.locator("main").get_by_text("I measure what my fields hold.").count() == 2
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
    assert friend.locator("main").get_by_text("A2").first.is_visible()
    partner.goto("/fr/notifications/")
    assert partner.locator("main").get_by_text("A2").first.is_visible()


def secretariat_sees_the_whole(page):
    """Sofia finds it in the admin and on her Today page."""
    sign_in(page, "sofia@example.org", "en")
    page.goto("/admin/")
    assert page.get_by_role("heading", name="Today").first.is_visible()
    page.goto("/admin/taskforces/application/")
    assert page.get_by_text("Inés Prado").first.is_visible()


def sign_in(page, email, language):
    """By password, through the site's own door."""
    page.goto(f"/{language}/account/login/")
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", PASSWORD)
    press(page, "form:has(input[name=password])")
    page.wait_for_url(lambda url: "/login/" not in url)


def press(page, form):
    """The main button of a form."""
    page.locator(f"{form} button[type=submit], {form} button:not([type])").first.click()
    page.wait_for_load_state()


def open_fold(page, inside):
    """Open the fold that holds `inside`, where there is one: a summary opens without a script too."""
    fold = page.locator(f"details:has({inside})")
    if fold.count() and not fold.first.evaluate("element => element.open"):
        fold.first.locator("summary").first.click()


def choose(page, box):
    """Press the words beside a box or button: they are what a finger meets."""
    name = page.locator(box).get_attribute("id")
    page.locator(f'label[for="{name}"]').first.click()
    assert page.locator(box).is_checked()


def fill_questions(page):
    """The questions of the default joining form."""
    page.fill("textarea[name=motivation]", "I measure what my fields hold.")
    page.fill("textarea[name=expertise]", "No-till farming")
    choose(page, "input[name=time][value=up_to_4]")
    page.fill("input[name=languages]", "Español, English")


def code_mailed_to(address):
    """The code in the newest mail to `address`."""
    words = last_mail_to(address).body
    return re.search(r"^\s*([0-9A-Z]{3,4}-?[0-9A-Z]{3,4})\s*$", words, re.MULTILINE).group(1)


def last_mail_to(address):
    """The newest mail to `address`."""
    return next(message for message in reversed(mail.outbox) if message.to == [address])
