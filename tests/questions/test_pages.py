"""The pages of questions to scientists, walked through the doors people use."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from questions.models import Answer, FollowUp, Question
from tests.factories import UserFactory, partner_person
from tests.factories.questions import QuestionFactory, answered, expert, region

pytestmark = pytest.mark.django_db

LIST, ASK = "/en/questions/", "/en/questions/ask/"


def typed(**more):
    return {"title": "How deep?", "text": "Sand.", "language": "en", "themes": ["agroforestry"]} | more


def page_of(client, url):
    response = client.get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def url(name, row):
    return reverse(f"questions:{name}", args=[row.pk])


# -- Reading


def test_visitors_sign_in_and_everybody_else_reads(client, victor):
    question = answered().question
    for address in (LIST, ASK, question.get_absolute_url()):
        assert client.get(address).status_code == 302
    client.force_login(victor)
    assert question.title in page_of(client, LIST)
    page = page_of(client, question.get_absolute_url())
    assert "Six metres." in page and "answered on the same day" in page


def test_unnamed_asker_is_named_to_the_secretariat_alone(client, victor, bruno, sofia):
    question = QuestionFactory(asker=victor, is_unnamed=True)
    question.follow_up("On clay.", language="en", by=victor)
    answer = answered(question)
    for reader in (bruno, answer.author.person):
        client.force_login(reader)
        for address in (LIST, question.get_absolute_url()):
            assert "Victor Almeida" not in page_of(client, address)
    client.force_login(sofia)
    assert "Victor Almeida" in page_of(client, question.get_absolute_url())


def test_withdrawn_question_is_404_to_others(client, victor, bruno):
    question = QuestionFactory(asker=victor)
    client.force_login(victor)
    client.post(url("withdraw", question))
    assert "has been withdrawn" in page_of(client, question.get_absolute_url())
    client.force_login(bruno)
    assert client.get(question.get_absolute_url()).status_code == 404
    assert question.title not in page_of(client, LIST)


def test_list_is_narrowed_by_words_theme_region_state_and_person(client, victor):
    expert(victor, themes=["forests"])
    mine = QuestionFactory(asker=victor, title="My own question")
    waiting = QuestionFactory(title="Oaks and beeches", themes=["forests"])
    done = answered(QuestionFactory(title="Rows of hedges", region=region())).question
    client.force_login(victor)
    for query, found in {
        "q=oak": waiting,
        "theme=forests": waiting,
        "region=africa": done,
        "state=answered": done,
        "show=mine": mine,
        "show=waiting": waiting,
    }.items():
        page = page_of(client, f"{LIST}?{query}")
        assert [row.title for row in (mine, waiting, done) if row.title in page] == [found.title], query


@pytest.mark.parametrize("query", ["q=%00", "theme=x", "region=%27", "state=withdrawn", "show=all", "page=999999999"])
def test_nonsense_is_answered(client, victor, query):
    client.force_login(victor)
    assert client.get(f"{LIST}?{query}").status_code in (200, 400, 404)


# -- Asking


def test_anybody_signed_in_asks(client, victor):
    client.force_login(victor)
    response = client.post(ASK, typed(region="africa", is_unnamed="on"))
    question = Question.objects.get()
    assert response.url == f"/en/questions/{question.pk}/"
    assert (question.asker, question.region.slug, question.is_unnamed) == (victor, "africa", True)


@pytest.mark.parametrize(
    "wrong",
    [{"title": ""}, {"text": " "}, {"themes": []}, {"themes": ["x"]}, {"region": "x"}, {"language": "de"}],
)
def test_question_with_a_mistake_keeps_what_was_typed(client, victor, wrong):
    client.force_login(victor)
    response = client.post(ASK, typed(title="Kept title") | wrong)
    assert response.status_code == 200 and not Question.objects.exists()
    assert "title" in wrong or "Kept title" in response.content.decode()


def test_limit_of_the_day_is_said_on_the_form(client, victor):
    client.force_login(victor)
    for _time in range(6):
        response = client.post(ASK, typed())
    assert response.status_code == 200 and "within a day" in response.content.decode()


# -- Answering


def test_expert_answers_and_mends_a_slip(client, bruno):
    expert(bruno)
    question = QuestionFactory()
    client.force_login(bruno)
    assert "Answer as an expert" in page_of(client, question.get_absolute_url())
    client.post(url("answer", question), {"text": "Two spades.", "language": "en"})
    answer = Answer.objects.get()
    client.post(url("answer-edit", answer), {"text": "Three spades."})
    assert "Three spades." in page_of(client, question.get_absolute_url())


def test_answer_without_words_keeps_its_form_and_says_why(client, bruno):
    expert(bruno)
    question = QuestionFactory()
    client.force_login(bruno)
    page = client.post(url("answer", question), {"text": "", "language": "en"})
    assert page.status_code == 200 and "Please look at this again" in page.content.decode()
    question.close("So.", by=None)
    page = client.post(url("answer", question), {"text": "Late words", "language": "en"})
    assert "has been closed" in page.content.decode() and not Answer.objects.exists()


def test_asker_asks_back_and_accepts(client, victor, bruno):
    answer = answered(QuestionFactory(asker=victor))
    client.force_login(victor)
    client.post(url("follow-up", answer.question), {"text": "On sand too?", "language": "en"})
    client.post(url("accept", answer))
    page = page_of(client, answer.question.get_absolute_url())
    assert "On sand too?" in page and "this helped" in page
    assert FollowUp.objects.get().author == victor


def test_wrong_people_are_refused(client, bruno, victor):
    answer = answered(QuestionFactory(asker=victor))
    question = answer.question
    client.force_login(bruno)
    words = {"text": "So.", "language": "en", "reason": "So."}
    for name, row in [
        *((name, question) for name in ("answer", "follow-up", "withdraw", "assign", "close", "reopen")),
        *((name, answer) for name in ("answer-edit", "accept")),
    ]:
        assert client.post(url(name, row), words).status_code == 403, name
        assert client.post(reverse(f"questions:{name}", args=[2**63 - 1]), words).status_code == 404, name


def test_verbs_take_no_get(client, victor):
    answer = answered(QuestionFactory(asker=victor))
    client.force_login(victor)
    for name, row in [("withdraw", answer.question), ("reopen", answer.question), ("accept", answer)]:
        assert client.get(url(name, row)).status_code == 405


# -- The secretariat


def test_secretariat_leads_closes_and_reopens(client, sofia):
    somebody, question = expert(themes=["forests"]), QuestionFactory()
    client.force_login(sofia)
    client.post(url("assign", question), {"expert": somebody.pk})
    assert list(question.experts.all()) == [somebody]
    for wrong in ("x", "\0", 10**30, somebody.pk):
        assert client.post(url("assign", question), {"expert": wrong}).status_code in (200, 400)
    client.post(url("close", question), {"reason": "It is in the guide."})
    assert "It is in the guide." in page_of(client, question.get_absolute_url())
    client.post(url("reopen", question))
    question.refresh_from_db()
    assert question.status == "open"


def test_secretariat_names_and_redirects_experts_in_the_admin(client, sofia, bruno):
    client.force_login(sofia)
    themes = [theme.pk for theme in expert(themes=["forests"]).themes.all()]
    client.post(reverse("admin:questions_expert_add"), {"person": bruno.pk, "themes": themes})
    mandate = bruno.expert_mandates.get()
    assert [theme.pk for theme in mandate.themes.all()] == themes
    client.post(reverse("admin:questions_expert_end", args=[mandate.pk]))
    mandate.refresh_from_db()
    assert not mandate.is_open


# -- Numbers of queries


def queries(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        page_of(client, address)
    return len(asked)


def test_list_and_detail_ask_as_much_for_many_as_for_few(client):
    person = partner_person()
    expert(person)
    client.force_login(person)
    answer = answered()
    question = answer.question
    address = question.get_absolute_url()
    few = queries(client, LIST), queries(client, f"{LIST}?q=hedge&theme=agroforestry"), queries(client, address)
    for _each in range(8):
        answered(QuestionFactory(region=region()))
        answered(question)
        question.follow_up("And?", language="en", by=UserFactory.create())
    many = queries(client, LIST), queries(client, f"{LIST}?q=hedge&theme=agroforestry"), queries(client, address)
    assert many == few
    assert few[0] <= 8 and few[2] <= 12, few
