"""The profile: what others see, how the platform speaks, and the consent to be named."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from accounts.models import Consent, User
from core.models import Activity, Theme

SAVED = {"name": "Victor Almeida", "country": "BR", "language": "es", "time_zone": "America/Recife"}


@pytest.fixture
def me(client, victor):
    client.force_login(victor)
    return victor


def save(client, **changes):
    return client.post("/en/account/profile/", SAVED | changes)


def test_saving_keeps_what_was_typed(client, me):
    themes = list(Theme.objects.all()[:2])
    response = save(client, name="  Vítor   Almeida ", interests=[theme.pk for theme in themes], language="fr")
    assert response.url == "/fr/account/profile/"
    me.refresh_from_db()
    assert (me.name, me.country_id, me.language, me.time_zone) == ("Vítor Almeida", "BR", "fr", "America/Recife")
    assert set(me.interests.all()) == set(themes)
    assert Activity.objects.about(me).filter(verb="profile_saved").exists()


def test_the_box_is_unticked_until_one_ticks_it(client, me):
    page = client.get("/en/account/profile/").content.decode()
    box = page[page.index('name="shows_name"') - 60 : page.index('name="shows_name"') + 120]
    assert "checked" not in box
    save(client)
    assert not me.shows_name


def test_consent_keeps_the_words_and_the_language_that_were_read(client, me):
    client.post("/fr/account/profile/", SAVED | {"shows_name": "on"})
    consent = me.consents.get()
    assert consent.purpose == Consent.Purpose.ROSTERS
    assert consent.language == "fr"
    assert consent.text
    assert isinstance(consent.given_at, datetime)
    assert me.shows_name


def test_saving_again_gives_no_second_consent(client, me):
    save(client, shows_name="on")
    save(client, shows_name="on")
    assert me.consents.count() == 1
    assert Activity.objects.about(me).filter(verb="consented").count() == 1


def test_unticking_withdraws_at_once_and_is_remembered(client, me):
    save(client, shows_name="on")
    save(client)
    assert not me.shows_name
    assert me.consents.get().withdrawn_at is not None
    save(client, shows_name="on")
    assert me.consents.count() == 2


def test_page_says_who_sees_what_and_for_how_long(client, me):
    page = client.get("/en/account/profile/").content.decode()
    assert "Who sees what" in page and "For how long" in page
    assert "Only you and the secretariat see them." in page
    assert "Your name stays there until you untick this box" in page


def test_page_offers_the_data_and_the_way_out(client, me):
    page = client.get("/en/account/profile/").content.decode()
    assert f'action="{reverse("accounts:data")}"' in page
    assert f'href="{reverse("accounts:erase")}"' in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "x" * 121},
        {"country": "ZZ"},
        {"language": "xx"},
        {"time_zone": "Mars/Olympus"},
        {"interests": ["999999"]},
        {"interests": ["abc"]},
    ],
)
def test_bad_input_is_answered_at_the_field(client, me, wrong):
    response = save(client, **wrong)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == list(wrong)
    assert 'class="error-summary"' in response.content.decode()
    me.refresh_from_db()
    assert me.name == "Victor Almeida"


def test_the_form_changes_nothing_else(client, me):
    save(client, email="new@example.org", is_staff="on", is_superuser="on", password="x", is_active="")
    me.refresh_from_db()
    assert me.email == "victor@example.org"
    assert not me.is_staff and not me.is_superuser and me.is_active


def test_a_wrong_form_does_not_change_the_name_in_the_header(client, me):
    response = save(client, name="Somebody Else", country="ZZ")
    header = response.content.decode().split("<main")[0]
    assert "Victor Almeida" in header and "Somebody Else" not in header


def test_hours_are_shown_in_the_own_time_zone(client, me):
    User.objects.filter(pk=me.pk).update(time_zone="Pacific/Auckland")
    client.get("/en/account/sessions/")
    shown = client.get("/en/account/sessions/").context["sessions"][0].last_seen_at
    page = client.get("/en/account/sessions/").content.decode()
    assert shown.astimezone(ZoneInfo("Pacific/Auckland")).strftime("%H:%M") in page


def test_a_zone_that_is_no_city_is_kept(client, me):
    User.objects.filter(pk=me.pk).update(time_zone="Etc/GMT+3")
    assert save(client, time_zone="Etc/GMT+3").status_code == 302


def test_strangers_are_sent_to_sign_in(client, db):
    assert save(client).url.startswith("/en/account/login/")
