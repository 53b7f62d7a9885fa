"""Saved searches: kept once, hers alone, told once of what is new, gone when she says so."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from core.models import Activity
from notifications.models import Notice
from practices import alerting
from practices.models import SavedSearch
from practices.models.saved_search import MOST
from practices.tasks import tell_of_new_practices
from tests.factories.practices import PracticeFactory

pytestmark = pytest.mark.django_db

PERU = {"countries": ["PE"]}


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """What is published counts from its own moment on."""
    monkeypatch.setattr(alerting, "STILL_COMING", timedelta(0))


@pytest.fixture
def search(victor):
    return SavedSearch.objects.keep(PERU, "Peru", by=victor)


def found():
    return Activity.objects.filter(verb="found", content_type__model="savedsearch").order_by("pk")


def test_somebody_saves_what_the_list_was_asked(client, victor):
    client.force_login(victor)
    asked = "?region=africa&q=straw&climate_zone=nonsense&page=2"
    page = client.get(reverse("practices:search-keep") + asked)
    assert page.context["form"]["name"].value() == "“straw” · Africa"
    assert client.post(reverse("practices:search-keep") + asked, {"name": "Straw in Africa"}).status_code == 302
    search = victor.saved_searches.get()
    assert search.query == {"q": ["straw"], "region": ["africa"]}
    assert "Straw in Africa" in client.get(reverse("practices:searches")).content.decode()
    assert parse_qs(urlsplit(search.get_absolute_url()).query) == search.query | {"sort": ["newest"]}


def test_the_same_search_is_saved_once(victor, search):
    assert SavedSearch.objects.keep(PERU, "Again", by=victor) == search
    assert victor.saved_searches.get().name == "Peru"


def test_everything_is_no_search(client, victor):
    client.force_login(victor)
    page = client.post(reverse("practices:search-keep"), {"name": "All"})
    assert page.context["form"].non_field_errors()
    assert not SavedSearch.objects.exists()


def test_nobody_saves_very_many(victor):
    for number in range(MOST):
        SavedSearch.objects.keep({"q": [str(number)]}, "One more", by=victor)
    with pytest.raises(ValidationError):
        SavedSearch.objects.keep(PERU, "Too many", by=victor)


def test_visitors_sign_in_first(client, search):
    for address in (reverse("practices:searches"), reverse("practices:search-keep") + "?q=straw"):
        assert client.get(address).status_code == 302
    assert client.post(reverse("practices:search-remove", args=[search.pk])).status_code == 302
    assert SavedSearch.objects.exists()


def test_another_person_sees_and_removes_nothing(client, bruno, search):
    client.force_login(bruno)
    assert "Peru" not in client.get(reverse("practices:searches")).content.decode()
    assert client.post(reverse("practices:search-remove", args=[search.pk])).status_code == 404


def test_it_is_removed(client, victor, search):
    client.force_login(victor)
    assert client.get(reverse("practices:search-remove", args=[search.pk])).status_code == 405
    client.post(reverse("practices:search-remove", args=[search.pk]))
    assert not SavedSearch.objects.exists()
    assert Activity.objects.get(verb="removed", actor=victor).object_id == search.pk
    with pytest.raises(ValidationError):
        search.remove(by=victor)


def test_what_is_new_is_told_once(victor, search, django_capture_on_commit_callbacks):
    PracticeFactory(status="published", title="Terraces", answers=PERU)
    PracticeFactory(status="published", title="Ridges", answers=PERU)
    PracticeFactory(status="published", title="Half moons")
    PracticeFactory(status="draft", title="Draft", answers=PERU)
    for _run in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            tell_of_new_practices()
    activity = found().get()
    assert activity.data["number"] == 2
    assert {each["title"] for each in activity.data["practices"]} == {"Terraces", "Ridges"}
    notice = Notice.objects.get(recipient=victor)
    assert (notice.kind, notice.rhythm) == ("search", "weekly")
    assert notice.wording.title.strip() == "2 new practices for your search: Peru"
    assert "Ridges" in str(notice.wording.body)
    assert not mail.outbox


def test_many_are_counted_and_some_named(search):
    for number in range(7):
        PracticeFactory(status="published", title=f"Terrace {number}", answers=PERU)
    alerting.tell_of_new_practices()
    assert found().get().data["number"] == 7
    assert len(found().get().data["practices"]) == 5


def test_what_was_there_before_is_not_new(victor):
    PracticeFactory(status="published", answers=PERU)
    SavedSearch.objects.keep(PERU, "Peru", by=victor)
    alerting.tell_of_new_practices()
    assert not found()


def test_what_is_archived_meanwhile_is_not_told(search):
    PracticeFactory(status="archived", answers=PERU)
    alerting.tell_of_new_practices()
    assert not found()


def test_a_new_version_is_new(search):
    practice = PracticeFactory(status="published", answers=PERU)
    alerting.tell_of_new_practices()
    practice.revise(by=practice.author)
    practice.submit(by=practice.author)
    practice.review(by=None)
    practice.publish(by=None)
    alerting.tell_of_new_practices()
    assert [activity.data["number"] for activity in found()] == [1, 1]


def test_whoever_left_is_not_asked_for(victor, search):
    victor.is_active = False
    victor.save(update_fields=["is_active"])
    PracticeFactory(status="published", answers=PERU)
    alerting.tell_of_new_practices()
    assert not found()


def test_what_is_being_published_now_waits_for_the_next_run(search, monkeypatch):
    monkeypatch.setattr(alerting, "STILL_COMING", timedelta(minutes=5))
    SavedSearch.objects.update(looked_at=timezone.now() - timedelta(hours=1))
    PracticeFactory(status="published", answers=PERU)
    alerting.tell_of_new_practices()
    assert not found()
    monkeypatch.setattr(alerting, "STILL_COMING", timedelta(0))
    alerting.tell_of_new_practices()
    assert found().get().data["number"] == 1
