"""A sheet is sent back with a reason, corrected by its author and found right: in three languages."""

import pytest
from playwright.sync_api import expect

from practices.models import Practice
from tests.factories.practices import PracticeFactory
from tests.journeys.practices import (
    SAVE,
    comment_on,
    find_right,
    open_from_queue,
    read_what_is_asked,
    save,
    send_back,
    settle_comment,
    submit,
    waits_on_duties,
)
from tests.journeys.rooms import follow_duty
from tests.journeys.steps import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TITLES = {"en": "Grass strips", "fr": "Bandes enherbées", "es": "Barreras vivas"}
# {language: (a comment, the reason for sending it back, what its author says then)}
ASKED = {
    "en": ("On which slope?", "Say where it works.", "On slopes of 3 to 10 per cent."),
    "fr": ("Sur quelle pente ?", "Dites où cela fonctionne.", "Sur des pentes de 3 à 10 pour cent."),
    "es": ("¿En qué pendiente?", "Diga dónde funciona.", "En pendientes del 3 al 10 por ciento."),
}


@pytest.mark.parametrize("language", ASKED)
def test_reviewer_sends_back_and_finds_right_what_was_corrected(open_browser, cast, language):
    comment, reason, correction = ASKED[language]
    practice = PracticeFactory(author=cast.victor, status="submitted", language=language, title=TITLES[language])
    practice.assign_reviewer(cast.fatou, by=cast.sofia)

    fatou = open_browser(language=language)
    sign_in(fatou, cast.fatou.email, language)
    waits_on_duties(fatou, language, practice)
    open_from_queue(fatou, language, practice)
    comment_on(fatou, "essentials", comment)
    send_back(fatou, reason)
    practice.refresh_from_db()
    assert (practice.status, practice.reason) == (Practice.Status.DRAFT, reason)

    victor = open_browser(language=language, width=360)
    sign_in(victor, cast.victor.email, language)
    read_what_is_asked(victor, language, practice, reason=reason, comment=comment)
    settle_comment(victor)
    victor.locator('main .row-title a[href$="/desk/essentials/"]').click()
    expect(victor.locator(SAVE).first).to_be_visible()
    victor.fill("textarea[name=results]", correction)
    save(victor, "desk")
    submit(victor, "Almeida, V.")

    follow_duty(fatou, language, practice.title)
    expect(fatou.locator("main").get_by_text(correction)).to_be_visible()
    expect(fatou.locator("main .remarks")).to_be_hidden()
    find_right(fatou)
    practice.refresh_from_db()
    assert practice.status == Practice.Status.REVIEWED
    assert practice.comments.get().settled_at
    assert fatou.broken == victor.broken == []
