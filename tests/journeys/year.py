"""What people do in a year of a task force: her form, a seat, a consultation, a meeting."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

from django.utils import timezone
from playwright.sync_api import expect

from events.models import Meeting
from taskforces.models import Application, Call, Consultation, Role
from tests.journeys.steps import choose, last_mail_to, press, sign_in

HOME = "task-forces/a2"
ASKED = {
    "en": "Which farms do you know?",
    "fr": "Quelles fermes connaissez-vous ?",
    "es": "¿Qué fincas conoce usted?",
}
FARMS = "Douze fermes de la Beauce."
STATEMENT = {
    "motivation": "Soils keep my village alive.",
    "experience": "Twelve years of projects.",
    "contribution": "A network of farms.",
    "time": "Four hours a week.",
}
MEETING = "Première lecture"


# Doors and duties.


def enters(window, email, language):
    """A window in which somebody is signed in."""
    sign_in(window, email, language)
    return window


def takes_up(page, language, end):
    """Open a duty by its link on "My duties": the one whose address ends so."""
    page.goto(f"/{language}/home/")
    page.locator(f'ul.duties a[href$="{end}"]').first.click()
    page.wait_for_url(f"**{end}")


def fits(page):
    """Nothing sticks out of a narrow window."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


# The joining form and the seat.


def leader_makes_the_form_her_own(page, language):
    """A copy of the default form with one question more, published."""
    page.goto(f"/{language}/{HOME}/form/")
    press(page, 'form[action$="/form/make-own/"]')
    page.select_option("select[name=kind]", "short_text")
    press(page, 'form[action$="/form/questions/add/"]')
    page.fill(f"textarea[name=label_{language}]", ASKED[language])
    press(page, f"form:has(textarea[name=label_{language}])")
    page.locator("main").get_by_text(ASKED[language]).first.wait_for()
    press(page, 'form[action$="/form/publish/"]')
    page.locator('form[action$="/form/publish/"]').wait_for(state="detached")


def partner_stands_for_europe(page, language):
    """From the vacant seat in the roster to the page where a candidate says why; return the candidacy."""
    page.goto(f"/{language}/{HOME}/")
    page.locator('a[href*="region=europe"]').first.click()
    expect(page.locator("input[name=role][value=representative]")).to_be_checked()
    page.select_option("select[name=country]", "FR")
    page.fill("textarea[name=motivation]", STATEMENT["motivation"])
    page.fill("textarea[name=expertise]", STATEMENT["experience"])
    choose(page, "input[name=time][value=up_to_4]")
    page.fill("input[name=languages]", "Français")
    page.get_by_label(ASKED[language]).fill(FARMS)
    choose(page, "input[name=accepts_duties]")
    assert fits(page)
    page.locator("form:has(input[name=role]) button:not([name=save])").click()
    page.wait_for_url(re.compile(r"/applications/\d+/statement/$"))
    return Application.objects.select_related("call").get(person__email="bruno@example.org")


def candidate_sends_his_statement(page, candidacy, language):
    """It stands among his duties until it is sent, and begins with what he wrote already."""
    takes_up(page, language, f"/applications/{candidacy.pk}/statement/")
    assert page.input_value("textarea[name=motivation]") == STATEMENT["motivation"]
    for name, words in STATEMENT.items():
        page.fill(f"[name={name}]", words)
    assert fits(page)
    page.locator("button[name=send]").click()
    page.locator('form[action$="/statement/reopen/"]').wait_for(state="attached")
    candidacy.refresh_from_db()
    assert candidacy.statement.is_sent


def deadline_passes(call):
    """What the clock does in a month."""
    now = timezone.now()
    past = {"opened_at": now - timedelta(days=30), "deadline": now - timedelta(hours=3)}
    Call.objects.filter(pk=call.pk).update(**past)


def secretariat_opens_the_consultation(page, call):
    """In the admin, from the page of the call."""
    page.goto(f"/admin/taskforces/call/{call.pk}/plan-consultation/")
    opens, closes = timezone.now() - timedelta(hours=1), timezone.now() + timedelta(days=20)
    for name, moment in (("opens_at", opens), ("closes_at", closes)):
        page.fill(f"input[name={name}_0]", f"{moment:%Y-%m-%d}")
        page.fill(f"input[name={name}_1]", f"{moment:%H:%M}")
    page.locator("form button.is-main").click()
    page.wait_for_url("**/change/")
    assert Consultation.objects.get(call=call).is_open


def member_supports_the_candidate(page, candidacy, language):
    """Out of her duties to the statement and the button, which becomes another one."""
    takes_up(page, language, f"/{HOME}/candidates/")
    card = page.locator(f"#candidate-{candidacy.pk}")
    card.locator("details", has_text=STATEMENT["experience"]).locator("summary").click()
    expect(card.get_by_text(STATEMENT["experience"])).to_be_visible()
    card.locator('form[action$="/support/"] button').click()
    card.locator('form[action$="/take-back-support/"]').wait_for()
    assert fits(page)


def consultation_closes(call):
    """What the clock does in three weeks."""
    Consultation.objects.filter(call=call).update(closes_at=timezone.now() - timedelta(minutes=1))


def secretariat_nominates(page, candidacy):
    """It waits among her duties and leads to one button; then it waits no more."""
    change = f"/admin/taskforces/application/{candidacy.pk}/change/"
    takes_up(page, "en", change)
    page.locator('a[href$="/nominate/"]').first.click()
    page.wait_for_url("**/nominate/")
    page.locator("form button.is-main").click()
    page.wait_for_url("**/change/")
    candidacy.refresh_from_db()
    assert candidacy.status == Application.Status.NOMINATED
    page.goto("/en/home/")
    expect(page.locator(f'ul.duties a[href$="{change}"]')).to_have_count(0)


def candidate_hears_and_stands_in_the_roster(page, candidacy, language):
    """By mail and notice in his language; and among the people of the task force."""
    message = last_mail_to(candidacy.person.email)
    assert "A2" in message.body
    assert f'lang="{language}"' in message.alternatives[0].content
    page.goto(f"/{language}/notifications/")
    expect(page.locator("main").get_by_text("A2").first).to_be_visible()
    assert candidacy.task_force.role_of(candidacy.person) == Role.REPRESENTATIVE
    page.goto(f"/{language}/{HOME}/members/")
    expect(page.locator("main").get_by_text("Bruno Keller").first).to_be_visible()
    assert fits(page)


# The meeting.


def leader_plans_a_meeting(page, language):
    """Two dates, everybody invited; return the meeting."""
    page.goto(f"/{language}/{HOME}/meetings/")
    page.locator('a[href$="/meetings/plan/"]').first.click()
    choose(page, "input[name=kind][value=member]")
    page.fill("input[name=title]", MEETING)
    for number, days in ((1, 40), (2, 47)):
        page.fill(f"input[name=date_{number}_0]", f"{timezone.now() + timedelta(days=days):%Y-%m-%d}")
        page.fill(f"input[name=date_{number}_1]", "09:00")
    press(page, "form:has(input[name=title])")
    page.wait_for_url(re.compile(r"/meetings/\d+/$"))
    return Meeting.objects.get(title=MEETING)


def says_when(page, meeting, language, *, cannot=None):
    """An answer for each date, by finger."""
    takes_up(page, language, f"/meetings/{meeting.pk}/")
    for date in meeting.dates.all():
        choose(page, f"input[name=date_{date.pk}][value={'no' if date == cannot else 'yes'}]")
    press(page, 'form[action$="/availability/"]')
    page.wait_for_url(f"**/meetings/{meeting.pk}/")


def leader_fixes_the_date(page, meeting, date, language):
    """From the table of who has time when."""
    page.goto(f"/{language}/meetings/{meeting.pk}/")
    page.locator(f'form[action$="/fix/"] button[value="{date.pk}"]').click()
    page.locator('form[action$="/fix/"]').first.wait_for(state="detached")
    meeting.refresh_from_db()
    assert meeting.starts_at == date.starts_at


def comes(page, meeting, language):
    """Says so, where it was not understood from the answers about the dates."""
    page.goto(f"/{language}/meetings/{meeting.pk}/")
    button = page.locator("button[name=answer][value=comes]")
    if button.count():
        button.click()
        button.wait_for(state="detached")


def calendar_holds_it(page, meeting, language):
    """His calendar program follows a private address."""
    page.goto(f"/{language}/meetings/")
    press(page, 'form[action$="/calendar/renew/"]')
    address = page.locator("main code").first.inner_text()
    assert fits(page)
    calendar = page.request.get(urlsplit(address.strip()).path)
    assert calendar.status == 200
    assert MEETING in calendar.text()
    assert f"{meeting.starts_at:%Y%m%dT%H%M}" in calendar.text()
