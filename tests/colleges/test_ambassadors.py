"""Ambassadors: named by the secretariat, with a kit and a list of what they did."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from colleges.models import Ambassador, AmbassadorActivity, KitItem
from core.models import Activity, StoredFile
from notifications.models import Notice
from tests.factories import AmbassadorFactory, KitItemFactory, UserFactory, lecture, partner_person
from tests.papers import upload

pytestmark = pytest.mark.django_db

WORK = "/en/friends/ambassadors/"
ADD = f"{WORK}activities/add/"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def mandate(victor):
    """Victor's time as ambassador."""
    return AmbassadorFactory(person=victor)


@pytest.fixture
def door(client, mandate, victor):
    """Victor's browser."""
    client.force_login(victor)
    return client


def facts(**more):
    """What an ambassador types."""
    typed = {"title": "A field day", "happened_on": "2025-05-01", "country": "BR", "people_reached": "40"}
    return typed | {"place": "Belém", "link": "https://fieldday.example/"} | more


# -- Naming and ending


@pytest.mark.parametrize("person", [UserFactory, partner_person])
def test_friends_and_people_of_organisations_can_be_named(sofia, person):
    ambassador = Ambassador.name(person(), words="Speak in schools.", by=sofia)
    assert list(Ambassador.objects.in_force()) == [ambassador]
    assert ambassador.named_by == sofia


@pytest.mark.parametrize("fields", [{"is_active": False}, {"is_staff": True}, {"is_superuser": True}])
def test_neither_closed_accounts_nor_the_secretariat_are_named(fields):
    with pytest.raises(ValidationError):
        AmbassadorFactory(person=UserFactory(**fields))
    assert not Ambassador.objects.exists()


@pytest.mark.parametrize("words", ["", "  ", "x" * 301])
def test_mandate_is_said_in_a_sentence(victor, words):
    with pytest.raises(ValidationError):
        AmbassadorFactory(person=victor, words=words)


def test_nobody_is_ambassador_twice_at_once(mandate, victor):
    with pytest.raises(ValidationError, match="already"):
        AmbassadorFactory(person=victor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Ambassador.objects.create(person=victor, words="By the shell.")
    mandate.end(by=None, reason="A year is over.")
    assert AmbassadorFactory(person=victor).is_in_force


def test_time_ends_once_with_its_reason(mandate, sofia):
    mandate.end(by=sofia, reason="She moved away.")
    with pytest.raises(ValidationError, match="already ended"):
        mandate.end(by=sofia, reason="Again.")
    mandate.refresh_from_db()
    assert mandate.reason == "She moved away."


def test_closed_account_is_not_in_force_until_it_is_opened_again(mandate, victor, sofia):
    victor.deactivate(by=sofia, reason="A mistake.")
    assert not Ambassador.objects.in_force().exists()
    victor.refresh_from_db()
    victor.reactivate(by=sofia, reason="It was one.")
    assert Ambassador.objects.in_force().exists()


def test_she_hears_of_both(victor, sofia):
    ambassador = Ambassador.name(victor, words="Speak in <schools>.", by=sofia)
    ambassador.end(by=sofia, reason="The year is over.")
    for activity in Activity.objects.about(ambassador):
        Notice.objects.announce(activity.pk)
    first, last = (Notice.objects.get(recipient=victor, activity__verb=verb) for verb in ("named", "ended"))
    assert first.wording.title.startswith("You are an ambassador")
    assert last.wording.title == "Your time as ambassador has ended"
    assert "Speak in &lt;schools&gt;." in first.wording.body
    assert "The year is over." in last.wording.body
    assert (first.wording.target_url, last.wording.target_url) == (WORK, "/en/friends/")


def test_secretariat_names_and_ends_in_the_admin(client, sofia, victor):
    client.force_login(sofia)
    client.post("/admin/colleges/ambassador/add/", {"person": victor.pk, "words": "Speak in schools."})
    ambassador = Ambassador.objects.get(person=victor)
    page = f"/admin/colleges/ambassador/{ambassador.pk}/end/"
    assert client.post(page, {"reason": ""}).context["form"].errors
    client.post(page, {"reason": "Over."})
    assert not Ambassador.objects.open().exists()


# -- The page


def test_page_belongs_to_ambassadors(client, mandate, victor, bruno, sofia):
    assert client.get(WORK)["Location"].startswith("/en/account/login/")
    for person in (bruno, sofia, UserFactory(is_superuser=True)):
        client.force_login(person)
        page = client.get(WORK)
        assert page.status_code == 403
        assert "belongs to the ambassadors" in page.content.decode()
    client.force_login(victor)
    assert mandate.words in client.get(WORK).content.decode()
    assert client.post(WORK).status_code == 405


def test_page_closes_when_the_time_ends(door, mandate):
    activity = lecture(mandate)
    mandate.end(by=None, reason="Over.")
    assert door.get(WORK).status_code == 403
    assert door.post(ADD, facts()).status_code == 403
    for verb in ("change", "remove"):
        assert door.post(f"{WORK}activities/{activity.pk}/{verb}/", facts()).status_code == 403


def test_page_asks_no_more_for_more(door, mandate, django_assert_max_num_queries):
    def more(number):
        for each in range(number):
            lecture(mandate, place=f"Place {each} of {number}")
            KitItemFactory()

    more(2)
    door.get(WORK)
    with django_assert_max_num_queries(12) as few:
        door.get(WORK)
    more(8)
    with django_assert_max_num_queries(len(few)):
        door.get(WORK)


# -- Activities


def test_ambassador_writes_down_what_she_did(door, victor):
    assert door.get(ADD).context["form"].initial["country"] == "BR"
    response = door.post(ADD, facts(), follow=True)
    activity = AmbassadorActivity.objects.get()
    assert (activity.ambassador.person, activity.people_reached, activity.place) == (victor, 40, "Belém")
    assert "A field day" in response.content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", ""), ("title", "x" * 201), ("title", "\x00"), ("happened_on", ""), ("happened_on", "soon"),
     ("happened_on", (timezone.localdate() + timedelta(days=2)).isoformat()), ("country", ""), ("country", "ZZ"),
     ("country", "\x00"), ("place", "x" * 201), ("people_reached", ""), ("people_reached", "-1"),
     ("people_reached", "9" * 30), ("people_reached", "many"), ("link", "javascript:alert(1)"), ("link", "ftp://a.org/"),
     ("link", "https://a.org/" + "x" * 500)],
)  # fmt: skip
def test_bad_input_gets_a_sentence_and_keeps_the_rest(door, field, value):
    typed = facts(**{"title": "Kept title", "place": "Kept place"} | {field: value})
    response = door.post(ADD, typed)
    assert response.status_code == 200
    assert field in response.context["form"].errors
    page = response.content.decode()
    assert ("Kept place" if field == "title" else "Kept title") in page
    assert not AmbassadorActivity.objects.exists()


def test_forged_owner_is_ignored(door, victor):
    other = AmbassadorFactory()
    door.post(ADD, facts(ambassador=other.pk, created_at="2020-01-01"))
    assert AmbassadorActivity.objects.get().ambassador.person == victor


def test_form_sent_twice_tells_it_once(door):
    door.post(ADD, facts())
    again = door.post(ADD, facts())
    assert "You have already written this down" in again.content.decode()
    assert AmbassadorActivity.objects.count() == 1


def test_she_corrects_and_removes(door, mandate):
    activity = lecture(mandate)
    page = f"{WORK}activities/{activity.pk}/change/"
    assert 'value="A lecture"' in door.get(page).content.decode()
    door.post(page, facts(people_reached="7"))
    activity.refresh_from_db()
    assert (activity.title, activity.people_reached) == ("A field day", 7)
    bad = door.post(page, facts(title="Kept", people_reached="-7"))
    assert bad.status_code == 200 and 'value="Kept"' in bad.content.decode()
    remove = f"{WORK}activities/{activity.pk}/remove/"
    assert door.get(remove).status_code == 405
    door.post(remove)
    assert not AmbassadorActivity.objects.exists()
    assert Activity.objects.filter(verb="removed", object_id=activity.pk).count() == 1
    assert door.post(remove).status_code == 404


def test_removing_twice_is_a_sentence(mandate):
    activity, copy = [lecture(mandate)] * 2
    AmbassadorActivity.objects.get(pk=activity.pk).remove(by=None)
    with pytest.raises(ValidationError, match="already been removed"):
        copy.remove(by=None)


def test_nobody_touches_what_another_did(client, mandate, sofia):
    activity, other = lecture(mandate), AmbassadorFactory()
    for person, answer in ((other.person, 404), (sofia, 403), (UserFactory(is_superuser=True, is_staff=True), 403)):
        client.force_login(person)
        for verb in ("change", "remove"):
            assert client.post(f"{WORK}activities/{activity.pk}/{verb}/", facts()).status_code == answer
        assert client.post(f"/admin/colleges/ambassadoractivity/{activity.pk}/change/", {"title": "X"}).status_code in (
            302,
            403,
        )
    activity.refresh_from_db()
    assert activity.title == "A lecture"


def test_only_who_is_ambassador_now_writes_by_the_shell(mandate, victor):
    activity = lecture(mandate)
    mandate.end(by=None, reason="Over.")
    for verb in (lambda: lecture(mandate), lambda: activity.change(place="X", by=victor)):
        with pytest.raises(ValidationError, match="Only an ambassador"):
            verb()


def test_work_is_counted_by_year(mandate):
    lecture(mandate, happened_on="2024-12-31", people_reached=5)
    lecture(mandate, happened_on="2025-01-01", people_reached=20)
    lecture(AmbassadorFactory(), happened_on="2025-12-31", people_reached=300)
    assert AmbassadorActivity.objects.of_year(2025).people_reached() == 320
    assert AmbassadorActivity.objects.of_year(2023).people_reached() == 0


def test_secretariat_takes_the_list_along(client, sofia, mandate):
    lecture(mandate, title="=cmd|' /C calc'!A0")
    client.force_login(sofia)
    client.post("/en/account/reauthenticate/", {"password": "a long enough sentence"})
    page = client.post("/admin/colleges/ambassadoractivity/export/", {"kind": "csv"}).content.decode()
    assert "Victor Almeida" in page and "'=cmd" in page


# -- The kit


def kit(**more):
    """What the secretariat types."""
    return {f"title_{code}": "Slides" for code in ("en", "fr", "es")} | {"position": "1", "language": "fr"} | more


def test_secretariat_keeps_a_file_that_ambassadors_take_along(client, sofia, mandate, bruno):
    client.force_login(sofia)
    client.post("/admin/colleges/kititem/add/", kit(upload=upload(name="slides.pdf")))
    item = KitItem.objects.get()
    for person, answer in ((sofia, 200), (mandate.person, 200), (bruno, 404)):
        client.force_login(person)
        assert client.get(item.url).status_code == answer
    client.force_login(mandate.person)
    assert item.url in client.get(WORK).content.decode()
    mandate.end(by=None, reason="Over.")
    assert client.get(item.url).status_code == 404


def test_link_takes_the_place_of_the_file(client, sofia, django_capture_on_commit_callbacks):
    client.force_login(sofia)
    client.post("/admin/colleges/kititem/add/", kit(upload=upload()))
    item = KitItem.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(item.get_absolute_url(), kit(link="https://slides.example/"))
    item.refresh_from_db()
    assert (item.url, StoredFile.objects.count()) == ("https://slides.example/", 0)


@pytest.mark.parametrize(
    "bad",
    [{}, {"link": "javascript:alert(1)"}, {"link": "https://a.org/", "upload": upload()}, {"title_en": ""},
     {"upload": upload(b"<svg onload=alert(1)>", "a.pdf")}],
)  # fmt: skip
def test_item_is_a_link_or_a_good_file(client, sofia, bad):
    client.force_login(sofia)
    response = client.post("/admin/colleges/kititem/add/", kit(**bad))
    assert response.status_code == 200
    assert response.context["adminform"].form.errors
    assert not KitItem.objects.exists()


def test_removed_item_leaves_no_file(client, sofia, django_capture_on_commit_callbacks):
    client.force_login(sofia)
    client.post("/admin/colleges/kititem/add/", kit(upload=upload()))
    address = reverse("admin:colleges_kititem_delete", args=[KitItem.objects.get().pk])
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, {"post": "yes"})
    assert not KitItem.objects.exists() and not StoredFile.objects.exists()


# -- The friends' page


def test_friends_page_names_who_agreed_and_counts_the_others(client, victor, mandate):
    AmbassadorFactory(person=UserFactory(name="Silent Sam"))
    page = client.get("/en/friends/").content.decode()
    assert "2 ambassadors, not named here" in page and "Victor" not in page
    victor.consent("rosters", by=victor)
    page = client.get("/en/friends/").content.decode()
    assert "Victor Almeida" in page and "and 1 ambassador who is not named here" in page
    assert "Silent Sam" not in page
    mandate.end(by=None, reason="Over.")
    assert "Victor" not in client.get("/en/friends/").content.decode()


def test_friends_page_leads_ambassadors_to_their_work(client, door):
    assert f'href="{WORK}"' in door.get("/en/friends/").content.decode()
    client.logout()
    assert f'href="{WORK}"' not in client.get("/en/friends/").content.decode()
