"""Near-doubles are shown before anything is kept, with the reasons; nobody learns of drafts that are not hers."""

import pytest
from django.db import connection
from django.template import RequestContext, Template
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from practices.models import Distinction, Practice
from tests.factories.practices import PracticeFactory

pytestmark = pytest.mark.django_db

TITLE = "Half-moons with compost for millet"


def published(**more):
    return PracticeFactory(status="published", **more)


def codes(twins):
    return [twin.practice.code for twin in twins]


def test_similar_title_is_a_twin(victor):
    twin = published(title=TITLE)
    practice = PracticeFactory(author=victor, title="Half moons with compost for the millet")
    found = practice.twins(seen_by=victor)
    assert codes(found) == [twin.code]
    assert "a similar title" in found[0].why


def test_title_in_another_language_is_compared_too(victor):
    twin = published(answers={"title": {"en": "Zai", "fr": "Demi-lunes avec compost"}})
    practice = PracticeFactory(author=victor, language="fr", title="Demi-lunes et compost")
    assert codes(practice.twins(seen_by=victor)) == [twin.code]


def test_half_a_title_counts_where_country_and_measures_are_the_same(victor):
    same = {"countries": ["SN"], "measures": ["a1"], "groups": ["ground_cover"]}
    there = published(title="Mulching with millet straw", answers=same)
    practice = PracticeFactory(author=victor, title="Mulching vegetables with straw", answers=same)
    assert codes(practice.twins(seen_by=victor)) == [there.code]
    practice.write({"countries": ["PE"], "measures": ["s1"], "groups": None, "land_use": ["forest"]}, by=victor)
    assert practice.twins(seen_by=victor) == []


def test_same_wocat_code_is_a_twin_whatever_the_title(victor):
    twin = published(answers={"wocat_code": "1234"})
    practice = PracticeFactory(author=victor, answers={"wocat_code": "technologies_1234"})
    found = practice.twins(seen_by=victor)
    assert codes(found) == [twin.code]
    assert "the same WOCAT code" in found[0].why


def test_draft_of_somebody_else_is_no_ones_business(victor, amina):
    draft = PracticeFactory(author=amina, title=TITLE)
    archived = PracticeFactory(author=amina, title=TITLE, status="archived")
    assert PracticeFactory(author=victor, title=TITLE).twins(seen_by=victor) == []
    found = codes(PracticeFactory(author=amina, title=TITLE).twins(seen_by=amina))
    assert draft.code in found
    assert archived.code not in found


def test_new_words_of_a_published_sheet_are_not_compared_before_they_are_out(victor, amina):
    sheet = published(author=amina, title=TITLE)
    sheet.revise(by=amina)
    sheet.write({"title": "Terraces on steep slopes", "wocat_code": "1234"}, by=amina)
    practice = PracticeFactory(author=victor, title="Terraces on steep slopes", answers={"wocat_code": "1234"})
    assert practice.twins(seen_by=victor) == []


def test_looking_asks_the_database_twice(victor):
    practice = PracticeFactory(author=victor, title=TITLE)
    for _each in range(3):
        published(title=TITLE)
    with CaptureQueriesContext(
        connection,
    ) as few:
        practice.twins(seen_by=victor)
    for _each in range(6):
        published(title=TITLE)
    with CaptureQueriesContext(connection) as many:
        practice.twins(seen_by=victor)
    assert len(many) == len(few)


# -- The pages


def begin(client, **more):
    return client.post(reverse("practices:begin"), {"title": TITLE, "language": "en"} | more)


def test_whoever_begins_sees_the_twin_and_nothing_is_kept(client, victor):
    twin = published(title=TITLE)
    client.force_login(victor)
    page = begin(client)
    assert page.status_code == 200
    assert twin.get_absolute_url() in page.content.decode()
    assert not Practice.objects.filter(author=victor).exists()


def test_it_is_another_one_she_says_and_that_is_kept(client, victor):
    twin = published(title=TITLE)
    client.force_login(victor)
    assert begin(client, nevertheless="yes").status_code == 302
    practice = Practice.objects.get(author=victor)
    assert Distinction.objects.get(practice=practice, said_by=victor).other == twin
    assert practice.twins(seen_by=victor) == []


def test_form_that_is_sent_twice_is_not_its_own_twin(client, victor):
    client.force_login(victor)
    key = "4f2b6a5c-0c76-4b5d-9d7e-0a4f6a1d9b11"
    assert begin(client, key=key).url == begin(client, key=key).url
    assert Practice.objects.filter(author=victor).count() == 1


def test_known_code_is_not_kept_before_she_has_looked(client, victor):
    twin = published(answers={"wocat_code": "1234"})
    practice = PracticeFactory(author=victor)
    client.force_login(victor)
    address = reverse("practices:section", args=[practice.code, "references"])
    typed = {
        "wocat_code": "https://qcat.wocat.net/en/summary/1234/",
        "publications-TOTAL_FORMS": "0",
        "publications-INITIAL_FORMS": "0",
    }
    page = client.post(address, typed).content.decode()
    assert twin.get_absolute_url() in page
    assert client.post(reverse("practices:autosave", args=[practice.code, "references"]), typed).status_code == 204
    practice.refresh_from_db()
    assert "wocat_code" not in practice.contents
    client.post(address, typed | {"nevertheless": "yes"})
    practice.refresh_from_db()
    assert practice.contents["wocat_code"] == "technologies_1234"
    assert client.post(address, typed).status_code == 302


def test_twin_is_shown_before_it_is_submitted(client, victor):
    twin = published(title=TITLE)
    practice = PracticeFactory(author=victor, title=TITLE)
    client.force_login(victor)
    address = reverse("practices:check", args=[practice.code])
    typed = {"authors": "Victor", "licence": "cc-by"}
    assert twin.get_absolute_url() in client.get(address).content.decode()
    assert client.post(address, typed).status_code == 200
    practice.refresh_from_db()
    assert practice.status == Practice.Status.DRAFT
    client.post(address, typed | {"nevertheless": "yes"})
    practice.refresh_from_db()
    assert practice.status == Practice.Status.SUBMITTED
    assert practice.distinctions.get().other == twin


def test_telling_apart_twice_says_it_once(victor):
    one, other = PracticeFactory(author=victor), published()
    one.tell_apart([other], by=victor)
    one.tell_apart([other, one], by=victor)
    assert one.distinctions.count() == 1


def test_reviewer_reads_what_was_told_apart_and_what_was_not(rf, victor, fatou):
    settled, open_one = published(title=TITLE), published(title=TITLE)
    practice = PracticeFactory(author=victor, title=TITLE)
    practice.tell_apart([settled], by=victor)
    practice.assign_reviewer(fatou, by=None)
    request = rf.get("/")
    request.user = fatou
    page = Template("{% load twins %}{% twins practice %}").render(RequestContext(request, {"practice": practice}))
    before, after = page.split("Another practice, says who wrote this sheet")
    assert open_one.get_absolute_url() in before
    assert settled.get_absolute_url() not in before
    assert settled.get_absolute_url() in after
