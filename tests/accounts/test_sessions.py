"""Sessions: 14 idle days, 90 in all, 12 hours for the secretariat; a new key at every sign-in; hers to end."""

from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.tasks import tidy
from tests.factories import PASSWORD

PROFILE = "/en/account/profile/"


@pytest.fixture
def clock():
    with time_machine.travel("2026-03-04 12:00Z", tick=False) as clock:
        yield clock


def is_signed_in(client):
    return client.get(PROFILE).status_code == 200


def test_a_session_ends_after_14_idle_days(client, victor, sign_in, clock):
    sign_in(victor)
    assert is_signed_in(client)
    clock.shift(timedelta(days=13, hours=23))
    assert is_signed_in(client)
    clock.shift(timedelta(days=14, seconds=1))
    assert not is_signed_in(client)


def test_use_keeps_it_alive_for_90_days_and_no_longer(client, victor, sign_in, clock):
    sign_in(victor)
    for _week in range(12):
        assert is_signed_in(client)
        clock.shift(timedelta(days=7))
    assert is_signed_in(client)  # day 84
    clock.shift(timedelta(days=6))
    assert is_signed_in(client)  # day 90
    clock.shift(timedelta(seconds=1))
    assert not is_signed_in(client)


def test_the_secretariats_ends_after_12_hours_however_busy(client, sofia, sign_in, clock):
    sign_in(sofia)
    for _hour in range(12):
        assert is_signed_in(client)
        clock.shift(timedelta(hours=1))
    assert is_signed_in(client)
    clock.shift(timedelta(seconds=1))
    response = client.get("/en/partners/?q=soil&page=2")
    assert response.url == "/en/account/login/?next=/en/partners/%3Fq%3Dsoil%26page%3D2"
    assert not is_signed_in(client)


def test_a_cookie_of_the_ended_session_opens_nothing(client, sofia, sign_in, clock):
    sign_in(sofia)
    assert is_signed_in(client)
    old = client.cookies["sessionid"].value
    clock.shift(timedelta(hours=13))
    client.get(PROFILE)
    client.cookies["sessionid"] = old
    assert not is_signed_in(client)
    assert not Session.objects.filter(session_key=old).exists()


def test_a_new_key_at_sign_in_and_sign_out(client, victor, sign_in):
    client.post(reverse("account_request_login_code"), {"email": "stranger@example.org"})
    before = client.cookies["sessionid"].value
    client.post(reverse("account_logout"))
    client.cookies["sessionid"] = before
    sign_in(victor)
    signed_in = client.cookies["sessionid"].value
    assert signed_in != before
    client.post(reverse("account_logout"))
    assert not Session.objects.filter(session_key__in=[before, signed_in]).exists()


def test_a_key_planted_by_somebody_else_is_not_taken_over(client, victor, sign_in):
    client.cookies["sessionid"] = "plantedplantedplantedplantedpl12"
    sign_in(victor)
    assert client.cookies["sessionid"].value != "plantedplantedplantedplantedpl12"


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(client, victor, sign_in):
    sign_in(victor)
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    client.get(PROFILE)
    assert client.cookies["csrftoken"]["httponly"]


def test_people_see_and_end_their_sessions(client, victor, sign_in):
    phone = Client(headers={"user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Safari/605.1"})
    phone.post(reverse("account_login"), {"login": victor.email, "password": PASSWORD})
    sign_in(victor)
    page = client.get(reverse("usersessions_list")).content.decode()
    assert "Safari, iPhone" in page and "127.0.0.1" in page and "this one" in page
    client.post(reverse("usersessions_list"))
    assert not is_signed_in(phone)
    assert is_signed_in(client)
    assert UserSession.objects.filter(user=victor).count() == 1


def test_nobody_elses_sessions_are_shown_or_ended(client, victor, bruno, sign_in):
    other = Client(headers={"user-agent": "Secret-Browser"})
    other.post(reverse("account_login"), {"login": bruno.email, "password": PASSWORD})
    sign_in(victor)
    assert "Secret-Browser" not in client.get(reverse("usersessions_list")).content.decode()
    client.post(reverse("usersessions_list"))
    assert is_signed_in(other)


def test_last_use_is_noted_once_an_hour_and_costs_no_write_in_between(client, victor, sign_in, clock):
    sign_in(victor)
    client.get(PROFILE)
    first = UserSession.objects.get(user=victor).last_seen_at
    clock.shift(timedelta(minutes=59))
    with CaptureQueriesContext(connection) as queries:
        client.get("/en/account/data/")
    assert not [query["sql"] for query in queries if not query["sql"].startswith("SELECT")]
    assert UserSession.objects.get(user=victor).last_seen_at == first
    clock.shift(timedelta(minutes=2))
    client.get(PROFILE)
    assert UserSession.objects.get(user=victor).last_seen_at == first + timedelta(minutes=61)


def test_expired_sessions_are_tidied_away(client, victor, sign_in, clock):
    sign_in(victor)
    key = client.cookies["sessionid"].value
    clock.shift(timedelta(days=15))
    tidy()
    assert not Session.objects.filter(session_key=key).exists()


def test_pages_of_signed_in_people_are_not_kept_by_caches(client, victor, sign_in):
    sign_in(victor)
    assert "no-store" in client.get(PROFILE).headers["Cache-Control"]
