"""A newcomer, a member, a moderator and a scientist in the rooms: in three languages, on a phone, without a script."""

import re

import pytest
from playwright.sync_api import expect

from accounts.models import User
from discussions.models import Thread
from questions.models import Question
from taskforces.models import Application
from tests.factories.questions import expert
from tests.journeys.rooms import (
    answer_in_discussion,
    ask_scientists,
    begin_discussion,
    find,
    first_step,
    follow_duty,
    give_words,
    number_done,
    press_in_post,
    sign_up,
)
from tests.journeys.steps import choose, press, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

EACH = pytest.mark.parametrize(("language", "javascript"), [("en", True), ("fr", True), ("es", True), ("en", False)])
ROOM = "task-force-a2"
QUESTION = {
    "en": "How deep do we sample below hedges?",
    "fr": "À quelle profondeur prélever sous les haies ?",
    "es": "¿A qué profundidad muestrear bajo los setos?",
}
ANSWER = {
    "en": "Two layers, to sixty centimetres.",
    "fr": "Deux couches, jusqu’à soixante centimètres.",
    "es": "Dos capas, hasta sesenta centímetros.",
}
ADVERTISEMENT = "Buy our powder, it doubles the carbon."


@EACH
def test_members_talk_write_down_and_find_it_again(open_browser, cast, language, javascript):
    assert cast.amina
    assert cast.fatou
    fatou = open_browser(language=language, javascript=javascript, width=360)
    sign_in(fatou, "fatou@example.org", language)
    url = begin_discussion(fatou, ROOM, language, QUESTION[language], "Gliricidia, sandy soil.")

    amina = open_browser(language=language, javascript=javascript)
    sign_in(amina, "amina@example.org", language)
    answer_in_discussion(amina, url, ANSWER[language], quoting=True)

    fatou.goto(f"/{language}/notifications/")
    fatou.locator("main a", has_text=QUESTION[language]).first.click()
    fatou.locator("main button.button").click()
    expect(fatou.locator("main .prose").get_by_text(ANSWER[language])).to_be_visible()
    press_in_post(fatou, ANSWER[language], 'button[value="useful"]')
    post = Thread.objects.get().posts.last()
    assert list(post.reactions.values_list("person__email", "kind")) == [("fatou@example.org", "useful")]

    amina.goto(f"/{language}/spaces/{ROOM}/wiki/write/")
    amina.fill("main input[name=title]", QUESTION[language])
    give_words(amina, "text", f"= 0–60\n{ANSWER[language]}")
    expect(amina.locator("main h2").get_by_text("0–60")).to_be_visible()

    find(fatou, language, ANSWER[language], QUESTION[language])
    assert fatou.broken == amina.broken == []


@EACH
def test_moderator_hides_for_a_reason_and_the_secretariat_answers_the_objection(
    open_browser, cast, language, javascript
):
    thread = Thread.objects.start(
        cast.a2.space, kind="discussion", title=QUESTION["en"], text="Sand.", language="en", by=cast.amina
    )
    thread.reply(ADVERTISEMENT, language="en", by=cast.fatou)
    thread.reply(ANSWER["en"], language="en", by=cast.sofia).report("Too short.", by=cast.fatou)

    amina = open_browser(language=language, javascript=javascript, width=360)
    sign_in(amina, "amina@example.org", language)
    follow_duty(amina, language, QUESTION["en"])
    press_in_post(amina, ANSWER["en"], 'form[action*="/dismiss/"] button')
    press_in_post(amina, ADVERTISEMENT, 'a[href$="/hide/"]')
    give_words(amina, "reason", "Advertising.")
    hidden = thread.posts.get(text=ADVERTISEMENT)
    assert (hidden.is_hidden, hidden.hidden_by) == (True, cast.amina)

    fatou = open_browser(language=language, javascript=javascript)
    sign_in(fatou, "fatou@example.org", language)
    fatou.goto(f"/{language}/spaces/{ROOM}/discussions/{thread.pk}/")
    press_in_post(fatou, ADVERTISEMENT, 'a[href$="/appeal/"]')
    give_words(fatou, "words", "It is free for cooperatives.")

    sofia = open_browser(language=language, javascript=javascript)
    sign_in(sofia, "sofia@example.org", language)
    follow_duty(sofia, language, QUESTION["en"])
    press_in_post(sofia, ADVERTISEMENT, 'form[action*="/show/"] button')
    hidden.refresh_from_db()
    assert not hidden.is_hidden

    amina.goto(f"/{language}/spaces/{ROOM}/discussions/{thread.pk}/close/")
    give_words(amina, "conclusion", ANSWER[language])
    expect(amina.locator("main, .notice").get_by_text(ANSWER[language]).first).to_be_visible()
    assert amina.broken == fatou.broken == sofia.broken == []


@EACH
def test_scientist_answers_and_the_answer_becomes_findable(open_browser, cast, language, javascript):
    assert expert(cast.carla, themes=["agroforestry"])
    victor = open_browser(language=language, javascript=javascript, width=360)
    assert cast.victor
    sign_in(victor, "victor@example.org", language)
    url = ask_scientists(victor, language, QUESTION[language], "Gliricidia, sandy soil.", "agroforestry")

    carla = open_browser(language=language, javascript=javascript)
    sign_in(carla, "carla@example.org", language)
    follow_duty(carla, language, QUESTION[language])
    carla.fill('main form[action$="/answer/"] textarea', ANSWER[language])
    carla.locator('main form[action$="/answer/"] button').click()
    carla.wait_for_load_state()

    victor.goto(url)
    expect(victor.locator("main").get_by_text(ANSWER[language])).to_be_visible()
    victor.locator('main form[action$="/accept/"] button').click()
    victor.wait_for_load_state()
    assert Question.objects.get().answers.get().accepted_at

    bruno = open_browser(language=language, javascript=javascript, width=360)
    assert cast.bruno
    sign_in(bruno, "bruno@example.org", language)
    find(bruno, language, ANSWER[language], QUESTION[language])
    assert victor.broken == carla.broken == bruno.broken == []


@EACH
def test_newcomer_is_at_home_after_five_steps(open_browser, cast, language, javascript):
    assert cast.a2
    nadia = open_browser(language=language, javascript=javascript, width=360)
    sign_up(nadia, language, "nadia@example.org", "Nadia Haddad")
    assert number_done(nadia, language) == 0

    first_step(nadia)
    nadia.select_option("select[name=country]", label={"en": "Tunisia", "fr": "Tunisie", "es": "Túnez"}[language])
    choose(nadia, "main input[name=interests] >> nth=0")
    press(nadia, "main form:has(select[name=country])")
    assert number_done(nadia, language) == 3

    first_step(nadia)
    nadia.goto(f"/{language}/task-forces/a2/join/")
    ask_to_join(nadia)
    person = User.objects.get(email="nadia@example.org")
    assert Application.objects.get(person=person).status == Application.Status.SUBMITTED
    assert number_done(nadia, language) == 4

    first_step(nadia)
    begin_discussion(nadia, "friends", language, QUESTION[language], "Haies et sols de Sfax.")
    nadia.goto(f"/{language}/home/")
    expect(nadia.locator("h1")).to_be_visible()
    expect(nadia.locator(".checklist")).to_have_count(0)
    assert nadia.broken == []


def ask_to_join(page):
    """What the joining form asks of a friend: she is offered the seat of a team member, and no other."""
    expect(page.locator("input[name=role]")).to_have_count(1)
    choose(page, "input[name=role][value=member]")
    page.fill("textarea[name=motivation]", "Haies et sols de Sfax.")
    page.fill("textarea[name=expertise]", "Agronome, douze ans de terrain.")
    choose(page, "input[name=time][value=up_to_4]")
    page.fill("input[name=languages]", "Français, arabe")
    choose(page, "input[name=accepts_duties]")
    page.locator("form:has(input[name=role]) button:not([name=save])").click()
    page.wait_for_url(re.compile(r"/applications/\d+/$"))
