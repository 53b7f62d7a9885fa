"""The page of the search: by kind, all of one kind, nothing found; in few questions."""

import pytest
from django.urls import reverse

from search.models import Term
from tests.factories import PartnerFactory
from tests.factories.discussions import ThreadFactory
from tests.factories.library import WorkFactory
from tests.factories.projects import IdeaFactory
from tests.factories.register import RegisterItemFactory
from tests.factories.wiki import PageFactory

pytestmark = pytest.mark.django_db


def page(client, **asked):
    return client.get(reverse("search:search"), asked)


def text(response):
    return response.content.decode()


def test_it_shows_what_was_found_by_kind_with_the_room(client, amina):
    ThreadFactory(title="Gliricidia stands drought")
    IdeaFactory(title="Plant Gliricidia")
    client.force_login(amina)
    response = page(client, q="gliricidia")
    assert [group.key for group in response.context["groups"]] == ["ideas", "discussions"]
    assert "Gliricidia stands drought" in text(response)
    assert "Task force A2" in text(response)
    assert "?q=gliricidia&amp;kind=ideas" in text(response)


def test_all_of_one_kind_come_page_by_page(client):
    for number in range(23):
        PartnerFactory(name=f"Institut Baobab {number}")
    grouped = page(client, q="baobab")
    assert grouped.context["groups"][0].number == 23
    assert len(grouped.context["groups"][0].shown) == 5
    assert len(page(client, q="baobab", kind="partners").context["rows"]) == 20
    assert len(page(client, q="baobab", kind="partners", page="2").context["rows"]) == 3
    for nonsense in ("0", "-1", "x", "9" * 400):
        assert page(client, q="baobab", kind="partners", page=nonsense).status_code == 200


def test_it_counts_no_further_than_a_hundred(client, monkeypatch):
    for number in range(3):
        PartnerFactory(name=f"Institut Baobab {number}")
    monkeypatch.setattr("search.finding.COUNTED", 2)
    assert "(2+)" in text(page(client, q="baobab"))


def test_another_kind_may_have_nothing(client):
    PartnerFactory(name="Institut Baobab")
    assert "Nothing of this kind" in text(page(client, q="baobab", kind="wiki"))
    assert "Institut Baobab" in text(page(client, q="baobab", kind="no-such-kind"))


def test_what_was_typed_stays_and_is_escaped(client):
    response = page(client, q='<script>"soil')
    assert "&lt;script&gt;&quot;soil" in text(response)
    assert "<script>&quot;" not in text(response)


@pytest.mark.parametrize("typed", ["", "   ", "!!!", "x" * 5000, "' OR 1=1 --", "\\m(", "the", "()&|!:*<->"])
def test_what_makes_no_sense_is_no_error(client, typed):
    assert page(client, q=typed).status_code == 200


def test_a_null_character_is_a_bad_request(client):
    assert page(client, q="so\0il").status_code == 400


def test_nothing_found_offers_near_words(client):
    assert "?q=agroforestry" in text(page(client, q="agroforstry"))


def test_it_only_answers_questions(client):
    assert client.post(reverse("search:search"), {"q": "soil"}).status_code == 405


def test_the_masthead_and_a_missing_page_lead_to_it(client):
    assert reverse("search:search") in text(client.get(reverse("objectives:list")))
    assert reverse("search:search") in text(client.get("/en/no-such-page/"))


def fill(number, by):
    for each in range(number):
        ThreadFactory(title=f"Gliricidia {each}")
        IdeaFactory(title=f"Gliricidia {each}")
        PageFactory(title=f"Gliricidia {each} of {number}", by=by)
        WorkFactory(title=f"Gliricidia {each * 7919} {each}")
        RegisterItemFactory(title=f"Gliricidia {each} {each * 104729}")
        PartnerFactory(name=f"Gliricidia {each} of {number}")


def test_questions_are_the_same_for_few_and_many(client, amina, django_assert_max_num_queries):
    client.force_login(amina)
    fill(1, amina)
    page(client, q="gliricidia")
    with django_assert_max_num_queries(12) as few:
        page(client, q="gliricidia")
    fill(7, amina)
    with django_assert_max_num_queries(12) as many:
        assert len(page(client, q="gliricidia").context["groups"]) == 6
    assert len(few) == len(many)


def test_a_term_of_the_secretariat_is_found_at_once(client):
    IdeaFactory(title="Zaï pits for the Sahel")
    assert "Zaï pits" not in text(page(client, q="tassa"))
    Term.objects.create(concept="zai", language="fr", words="zaï")
    Term.objects.create(concept="zai", language="en", words="tassa")
    assert "Zaï pits" in text(page(client, q="tassa"))
