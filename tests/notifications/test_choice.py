"""Which mails somebody gets is hers to say, on one page of her account."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from core.models import Activity
from notifications.models import NoticeSetting, RoomChoice
from spaces.models import Space
from tests.factories.discussions import ThreadFactory, opened_to
from tests.factories.rooms import admitted

KINDS = NoticeSetting.KINDS
CHOICE = dict.fromkeys(KINDS, "weekly") | {"digest": "weekly", "hour": "7", "weekday": "0", "paused_until": ""}
PAGE = "/en/notifications/settings/"


@pytest.fixture
def me(client, victor):
    client.force_login(victor)
    return victor


def test_the_page_shows_what_holds_until_she_chooses(client, me):
    form = client.get(PAGE).context["form"]
    assert {name: form[name].value() for name in KINDS} == {
        "about_me": "at_once",
        "task": "at_once",
        "meeting": "at_once",
        "discussion": "weekly",
        "question": "weekly",
        "library": "weekly",
        "search": "weekly",
        "news": "weekly",
    }
    assert (form["digest"].value(), form["hour"].value(), form["weekday"].value()) == ("weekly", 7, 0)
    assert not NoticeSetting.objects.exists()


def test_strangers_sign_in_first(client, db):
    assert client.get(PAGE).status_code == 302


def test_everything_is_saved_by_one_button(client, me):
    space = admitted(person=me).space
    later = timezone.localdate() + timedelta(days=20)
    typed = CHOICE | {
        "about_me": "daily",
        "discussion": "at_once",
        "news": "never",
        "digest": "none",
        "hour": "22",
        "weekday": "4",
        "paused_until": later.isoformat(),
        f"room_{space.pk}": "muted",
    }
    assert client.post(PAGE, typed).status_code == 302
    setting = NoticeSetting.objects.get(person=me)
    assert (setting.about_me, setting.discussion, setting.news, setting.digest) == ("daily", "at_once", "never", "none")
    assert (setting.hour, setting.weekday, setting.paused_until) == (22, 4, later)
    assert list(me.room_choices.values_list("space", "rhythm")) == [(space.pk, "muted")]
    form = client.get(PAGE).context["form"]
    assert (form[f"room_{space.pk}"].value(), form["hour"].value(), form["news"].value()) == ("muted", 22, "never")


def test_what_is_chosen_already_is_not_chosen_twice(client, me):
    for _time in range(2):
        client.post(PAGE, CHOICE)
    assert Activity.objects.filter(verb="mails_chosen", actor=me).count() == 1
    client.post(PAGE, CHOICE | {"news": "daily"})
    last = Activity.objects.filter(verb="mails_chosen").order_by("pk").last()
    assert last.data == {"fields": ["news"], "rooms": []}


def test_a_choice_for_a_room_can_be_taken_back(client, me):
    space = admitted(person=me).space
    client.post(PAGE, CHOICE | {f"room_{space.pk}": "daily"})
    client.post(PAGE, CHOICE | {f"room_{space.pk}": "weekly"})
    assert me.room_choices.get().rhythm == "weekly"
    client.post(PAGE, CHOICE | {f"room_{space.pk}": ""})
    assert not RoomChoice.objects.exists()
    assert RoomChoice.pgh_event_model.objects.count() == 3


def test_her_rooms_are_those_she_belongs_to_or_follows_and_may_enter(client, me, a2):
    def rooms():
        return client.get(PAGE).context["form"].rooms

    belonging = admitted("leaders", person=me)
    RoomChoice.put(me, {belonging.space_id: "muted"})
    assert belonging.space in rooms() and a2.space not in rooms()
    belonging.end(by=None)
    assert belonging.space not in rooms(), "chosen, but closed to her"
    thread = ThreadFactory(space=opened_to("signed_in"))
    thread.follow(by=me)
    assert a2.space in rooms()
    thread.mute(by=me)
    assert a2.space not in rooms()


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("news", ""),
        ("news", "hourly"),
        ("about_me", "muted"),
        ("digest", "daily"),
        ("hour", "24"),
        ("hour", "-1"),
        ("weekday", "7"),
        ("paused_until", "2001-01-01"),
        ("paused_until", "soon"),
    ],
)
def test_what_cannot_be_is_refused_beside_the_field_and_the_rest_is_kept(client, me, field, typed):
    answer = client.post(PAGE, CHOICE | {"library": "daily"} | {field: typed})
    assert answer.status_code == 200 and answer.context["form"].errors[field]
    assert answer.context["form"]["library"].value() == "daily"
    assert not NoticeSetting.objects.exists()


def test_a_room_she_may_not_enter_cannot_be_chosen(client, me, a2):
    client.post(PAGE, CHOICE | {f"room_{a2.space_id}": "muted"})
    assert not RoomChoice.objects.exists()


def test_a_pause_that_is_over_is_no_longer_shown(client, me):
    NoticeSetting.choose(me, by=me, paused_until=date(2020, 1, 1))
    assert client.get(PAGE).context["form"]["paused_until"].value() is None


@pytest.mark.parametrize("values", [{"hour": 24}, {"weekday": 7}])
def test_the_database_takes_no_other_hour_or_day(me, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        NoticeSetting.objects.create(person=me, **values)


def test_two_choices_for_one_room_are_not_kept(me, a2):
    RoomChoice.objects.create(person=me, space=a2.space, rhythm="daily")
    with pytest.raises(IntegrityError), transaction.atomic():
        RoomChoice.objects.create(person=me, space=a2.space, rhythm="muted")


def test_a_page_of_many_rooms_costs_no_more_than_one_of_few(client, me):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(PAGE).status_code == 200
        return len(captured)

    admitted(person=me)
    client.get(PAGE)
    few = queries()
    for slug in Space.objects.filter(slug__startswith="interface-").values_list("slug", flat=True)[:3]:
        if slug != "interface-research":
            admitted(person=me, slug=slug)
    assert queries() == few
    assert len(client.get(PAGE).context["form"].rooms) > 2


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_page_in_three_languages(client, me, language):
    page = client.get(f"/{language}/notifications/settings/")
    assert f'<html lang="{language}">' in page.content.decode()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_the_page_takes_no_other_method(client, me, method):
    assert getattr(client, method)(reverse("notifications:settings")).status_code == 405


def test_the_secretariat_reads_what_somebody_has_chosen_and_changes_nothing(client, sofia, victor, a2):
    setting = NoticeSetting.choose(victor, by=victor, news="never", rooms={a2.space_id: "muted"})
    client.force_login(sofia)
    listed = client.get(reverse("admin:notifications_noticesetting_changelist"), {"q": victor.email})
    assert victor.name in listed.content.decode()
    address = reverse("admin:notifications_noticesetting_change", args=[setting.pk])
    page = client.get(address).content.decode()
    assert a2.space.title in page and "Muted" in page and "Never" in page
    client.post(address, {"news": "at_once"})
    setting.refresh_from_db()
    assert setting.news == "never"
