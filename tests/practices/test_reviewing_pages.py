"""The desk as reviewers and the secretariat use it, and the page of reviews."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from practices.models import Practice
from tests.factories import AffiliationFactory, PartnerFactory, UserFactory
from tests.factories.practices import PracticeFactory
from tests.factories.questions import expert

pytestmark = pytest.mark.django_db


def address(name, practice, *more):
    return reverse(f"practices:{name}", args=[practice.code, *more])


def asked(person, by, **words):
    """A submitted sheet `person` is asked to review."""
    practice = PracticeFactory(status="submitted", **words)
    practice.assign_reviewer(person, by=by)
    return practice


def page_of(client, url):
    return client.get(url).content.decode()


def test_reviewer_reads_the_whole_sheet_with_exact_places(client, bruno, sofia):
    farm = {"name": "Ferme Diallo", "country": "SN", "latitude": 14.71234, "longitude": -17.43, "is_private_farm": True}
    practice = asked(bruno, sofia, answers={"sites": [farm]})
    client.force_login(bruno)
    page = page_of(client, practice.desk_url)
    assert "Straw is left on the beds." in page
    assert "Ferme Diallo" in page


def test_reviewer_remarks_and_the_author_settles(client, bruno, sofia, victor):
    practice = asked(bruno, sofia, author=victor)
    client.force_login(bruno)
    went = client.post(address("comment", practice), {"section": "essentials", "text": "On which slope?"})
    comment = practice.comments.get()
    assert went.url == f"{practice.desk_url}#comment-{comment.pk}"
    client.force_login(victor)
    assert f'id="comment-{comment.pk}"' in page_of(client, practice.desk_url)
    client.post(address("settle", practice, comment.pk))
    comment.refresh_from_db()
    assert comment.settled_at


def test_every_form_of_the_desk_carries_its_key(client, sofia):
    practice = asked(UserFactory(), sofia)
    practice.comment("essentials", "On which slope?", by=sofia)
    client.force_login(sofia)
    page = page_of(client, practice.desk_url)
    assert page.count('method="post"') == page.count("csrfmiddlewaretoken") > 10


def test_another_reviewer_does_not_settle_it(client, bruno, carla, sofia):
    practice = asked(bruno, sofia)
    practice.assign_reviewer(carla, by=sofia)
    comment = practice.comment("essentials", "On which slope?", by=bruno)
    client.force_login(carla)
    assert client.post(address("settle", practice, comment.pk)).status_code == 403


def test_comment_of_another_sheet_is_not_found_here(client, bruno, sofia):
    practice, other = asked(bruno, sofia), asked(bruno, sofia)
    comment = other.comment("essentials", "On which slope?", by=bruno)
    client.force_login(bruno)
    assert client.post(address("settle", practice, comment.pk)).status_code == 404


@pytest.mark.parametrize("typed", [{"section": "essentials", "text": " "}, {"section": "moon", "text": "Where?"}, {}])
def test_comment_that_says_nothing_or_belongs_nowhere_gets_a_sentence(client, bruno, sofia, typed):
    practice = asked(bruno, sofia)
    client.force_login(bruno)
    page = client.post(address("comment", practice), typed)
    assert page.status_code == 200
    assert "Please look at this again" in page.content.decode()
    assert not practice.comments.exists()


def test_author_reads_the_reason_and_the_comments_where_she_writes(client, bruno, sofia, victor):
    practice = asked(bruno, sofia, author=victor)
    practice.comment("essentials", "On which slope?", by=bruno)
    client.force_login(bruno)
    client.post(address("send-back", practice), {"reason": "Say where it works."})
    practice.refresh_from_db()
    assert practice.status == Practice.Status.DRAFT
    client.force_login(victor)
    page = page_of(client, practice.desk_url)
    assert "Say where it works." in page and "On which slope?" in page


@pytest.mark.parametrize("verb", ["send-back", "reject"])
def test_without_a_reason_nothing_happens_and_the_form_stands_open(client, bruno, sofia, verb):
    practice = asked(bruno, sofia)
    client.force_login(bruno)
    assert client.get(address(verb, practice)).status_code == 200
    page = client.post(address(verb, practice), {"reason": ""})
    assert page.status_code == 200 and '<details class="act" open>' in page.content.decode()
    practice.refresh_from_db()
    assert practice.status == Practice.Status.SUBMITTED


def test_reviewed_sheet_is_published_by_the_secretariat(client, bruno, sofia):
    practice = asked(bruno, sofia)
    client.force_login(bruno)
    client.post(address("review", practice))
    assert client.post(address("publish", practice)).status_code == 403
    client.force_login(sofia)
    assert "Publish it" in page_of(client, practice.desk_url)
    client.post(address("publish", practice))
    practice.refresh_from_db()
    assert practice.status == Practice.Status.PUBLISHED


def test_scientist_publishes_what_she_was_asked_to_review(client, bruno, sofia):
    expert(bruno)
    practice = asked(bruno, sofia)
    practice.review(by=bruno)
    client.force_login(bruno)
    client.post(address("publish", practice))
    practice.refresh_from_db()
    assert practice.is_public


def test_second_decision_hears_that_it_has_been_decided(client, bruno, sofia):
    practice = asked(bruno, sofia)
    practice.reject("Nothing about soils.", by=sofia)
    client.force_login(bruno)
    client.post(address("review", practice))
    page = page_of(client, practice.desk_url)
    assert "Only a submitted datasheet can be reviewed." in page
    practice.refresh_from_db()
    assert practice.status == Practice.Status.REJECTED


def test_changes_are_shown_word_by_word(client, sofia, victor):
    practice = PracticeFactory(author=victor, status="published", answers={"results": "Yields rose a little."})
    practice.revise(by=victor)
    practice.write({"results": "Yields rose by half.", "area_ha": 3}, by=victor)
    client.force_login(sofia)
    page = page_of(client, address("changes", practice))
    assert "<del>a little.</del>" in page and "<ins>by half.</ins>" in page
    assert "Straw is left on the beds." not in page


# -- Who is asked


def test_scientists_of_its_subject_come_first(client, sofia):
    forests, carbon, trees = (UserFactory(name=name) for name in ("Forests", "Carbon", "Trees"))
    expert(forests, themes=["policies-and-ndcs"])
    expert(carbon, themes=["food-security-and-livelihoods"])
    expert(trees, themes=["policies-and-ndcs"])
    practice = asked(trees, sofia)
    client.force_login(sofia)
    page = client.get(address("assign", practice))
    assert [person.name for person in page.context["people"]] == ["Carbon", "Forests", "Trees"]
    assert page.context["people"][2].load == 1


def test_secretariat_finds_people_of_partners_by_name_or_organisation(client, sofia, cast):
    person = AffiliationFactory(partner=PartnerFactory(name="Réseau Sahel")).person
    UserFactory(name="Sahel Friend")
    practice = PracticeFactory(status="submitted")
    client.force_login(sofia)
    page = client.get(address("assign", practice), {"q": "reseau"})
    assert page.context["people"] == [person]
    client.post(address("assign", practice), {"person": person.pk, "due_on": "2199-01-31"})
    assert practice.assignments.get(user=person).due_on.isoformat() == "2199-01-31"


def test_neither_author_nor_her_colleagues_are_offered(client, sofia, cast, amina):
    expert(amina)
    colleague = cast._of(cast.afris, "colleague@example.org", "Colleague", "BJ", "fr")
    practice = PracticeFactory(author=amina, organisation=cast.afris, status="submitted")
    client.force_login(sofia)
    page = client.get(address("assign", practice), {"q": "AFRIS"})
    assert page.context["people"] == []
    for person in (amina, colleague):
        page = client.post(address("assign", practice), {"person": person.pk})
        assert page.context["form"].errors["person"]
    assert not practice.assignments.exists()


@pytest.mark.parametrize("typed", [{}, {"person": "x"}, {"person": "\0"}, {"person": "999999", "due_on": "soon"}])
def test_wrong_choice_gets_a_sentence(client, sofia, typed):
    practice = PracticeFactory(status="submitted")
    client.force_login(sofia)
    page = client.post(address("assign", practice), typed)
    assert page.status_code == 200 and page.context["form"].errors["person"]


def test_day_that_has_passed_is_refused(client, sofia, bruno):
    practice = PracticeFactory(status="submitted")
    client.force_login(sofia)
    page = client.post(address("assign", practice), {"person": bruno.pk, "due_on": "2020-01-01"})
    assert page.context["form"].errors["due_on"]


def test_reviewer_says_herself_that_she_cannot(client, bruno, sofia):
    practice = asked(bruno, sofia)
    client.force_login(bruno)
    went = client.post(address("release", practice, practice.assignments.get().pk))
    assert went.url == reverse("practices:reviews")
    assert not practice.assignments.exists()
    assert client.get(practice.desk_url).status_code == 404


# -- The page of reviews


def test_reviewer_sees_what_waits_for_her_and_nothing_else(client, bruno, sofia):
    practice, other = asked(bruno, sofia, title="Half moons"), PracticeFactory(status="submitted", title="Stone bunds")
    client.force_login(bruno)
    page = page_of(client, reverse("practices:reviews"))
    assert practice.desk_url in page
    assert other.title not in page


def test_secretariat_sees_the_queue_with_age_reviewers_and_their_load(client, bruno, sofia):
    practice = asked(bruno, sofia)
    Practice.objects.filter(pk=practice.pk).update(submitted_at=timezone.now() - timedelta(days=21))
    asked(bruno, sofia)
    unassigned = PracticeFactory(status="submitted")
    client.force_login(sofia)
    page = client.get(reverse("practices:reviews"))
    words = page.content.decode()
    assert page.context["queue"][0] == practice
    assert "submitted 3\xa0weeks ago" in words
    assert "nobody is asked yet" in words and unassigned.desk_url in words
    assert [(row["name"], row["open"]) for row in page.context["loads"]] == [("Bruno Keller", 2)]


def test_visitor_signs_in_first(client):
    assert client.get(reverse("practices:reviews")).status_code == 302


def queries_of(client, url):
    """How many it takes, once what processes remember is remembered."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len(queries)


def test_number_of_queries_does_not_grow(client, sofia):
    client.force_login(sofia)
    asked(UserFactory(), sofia)
    before = queries_of(client, reverse("practices:reviews"))
    for _each in range(6):
        asked(UserFactory(), sofia)
    assert queries_of(client, reverse("practices:reviews")) == before <= 10


def test_desk_asks_the_same_for_one_comment_and_for_many(client, sofia, bruno):
    practice = asked(bruno, sofia)
    client.force_login(bruno)
    for person in (bruno, sofia):
        practice.comment("essentials", "Where?", by=person)
    before = queries_of(client, practice.desk_url)
    for _each in range(5):
        practice.comment("natural", "When?", by=sofia)
    assert queries_of(client, practice.desk_url) == before
