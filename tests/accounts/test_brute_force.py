"""Five wrong tries slow an account, on every way in; its owner is told once; nobody is locked out for good."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.urls import reverse

from notifications.models import Mail, Notice
from tests.accounts.seconds import app_code, set_up_app
from tests.factories import PASSWORD


@pytest.fixture
def clock():
    with time_machine.travel("2026-03-04 12:00Z", tick=False) as clock:
        yield clock


@pytest.fixture
def guess(sign_in, clock, django_capture_on_commit_callbacks):
    """A function that types wrong passwords, seven seconds apart: `guess(victor, 5)` → the last answer."""

    def type_wrongly(person, times):
        for number in range(times):
            with django_capture_on_commit_callbacks(execute=True):
                response = sign_in(person, f"wrong {number}")
            clock.shift(timedelta(seconds=7))
        return response

    return type_wrongly


def warnings_to(person):
    return Notice.objects.filter(recipient=person, activity__verb="guessed_at")


def test_after_five_wrong_passwords_the_right_one_waits(client, victor, sign_in, guess, clock):
    guess(victor, 5)
    response = sign_in(victor)
    assert response.status_code == 200
    assert "There were too many wrong tries" in response.content.decode()
    clock.shift(timedelta(minutes=5))
    assert sign_in(victor).status_code == 302


def test_four_wrong_passwords_slow_nothing(victor, sign_in, guess):
    guess(victor, 4)
    assert sign_in(victor).status_code == 302
    assert not warnings_to(victor).exists()


def test_the_owner_is_told_once(victor, guess, clock):
    guess(victor, 5)
    notice = warnings_to(victor).get()
    [message] = mail.outbox
    assert message.to == [victor.email]
    assert notice.mail.status == Mail.Status.SENT
    clock.shift(timedelta(minutes=5))
    guess(victor, 6)
    assert warnings_to(victor).count() == 1
    clock.shift(timedelta(days=1))
    guess(victor, 5)
    assert warnings_to(victor).count() == 2


def test_a_mailed_code_still_lets_the_owner_in(client, victor, guess, code):
    guess(victor, 6)
    response = client.post(reverse("account_request_login_code"), {"email": victor.email})
    assert client.post(response.url, {"code": code(victor.email)}).url == "/es/home/"


def test_other_accounts_are_not_slowed(victor, bruno, sign_in, guess, clock):
    guess(victor, 6)
    assert sign_in(bruno).status_code == 302


def test_unknown_addresses_are_slowed_alike_and_nobody_is_told(db, guess):
    response = guess("nobody@example.org", 6)
    assert "There were too many wrong tries" in response.content.decode()
    assert mail.outbox == []


def test_ten_wrong_passwords_from_one_place_in_a_minute_are_enough(client, db, sign_in, clock):
    for number in range(10):
        sign_in(f"person{number}@example.org", "wrong")
    assert "too many wrong tries" in sign_in("another@example.org", "wrong").content.decode()
    clock.shift(timedelta(minutes=1))
    assert "too many wrong tries" not in sign_in("another@example.org", "wrong").content.decode()


def test_the_admin_uses_the_same_door(client, sofia, guess):
    response = client.get("/admin/")
    response = client.get(response.url)
    assert response.url.startswith(reverse("account_login"))
    guess(sofia, 5)
    assert warnings_to(sofia).exists()


def test_asking_again_who_it_is_counts_too(client, victor, guess, clock):
    client.force_login(victor)
    for _number in range(5):
        client.post(reverse("account_reauthenticate"), {"password": "wrong"})
        clock.shift(timedelta(seconds=7))
    response = client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert response.status_code == 200


def test_codes_of_the_app_are_slowed_and_the_owner_told(
    client, victor, sign_in, clock, django_capture_on_commit_callbacks
):
    secret = set_up_app(victor)
    url = sign_in(victor).url
    for _number in range(5):
        with django_capture_on_commit_callbacks(execute=True):
            client.post(url, {"code": "000000"})
    assert warnings_to(victor).exists()
    response = client.post(url, {"code": app_code(secret)})
    assert response.status_code == 200
    clock.shift(timedelta(minutes=5, seconds=1))
    assert client.post(url, {"code": app_code(secret)}).url == "/es/home/"


def test_three_wrong_mailed_codes_end_it_and_the_owner_is_told(
    client, victor, code, clock, django_capture_on_commit_callbacks
):
    url = client.post(reverse("account_request_login_code"), {"email": victor.email}).url
    right = code(victor.email)
    for _number in range(3):
        with django_capture_on_commit_callbacks(execute=True):
            client.post(url, {"code": "BBBB-BBBB"})
    assert client.post(url, {"code": right}).url == reverse("account_request_login_code")
    assert warnings_to(victor).count() == 1


def test_codes_cannot_be_asked_for_without_end(client, victor, clock):
    for _number in range(5):
        response = client.post(reverse("account_request_login_code"), {"email": victor.email})
        client.post(reverse("account_logout"))
    assert response.status_code == 200
    assert len(mail.outbox) == 3
    for _number in range(6):
        response = client.post(reverse("account_reset_password"), {"email": victor.email})
    assert response.status_code == 429
    assert 'class="masthead"' in response.content.decode()


def test_a_machine_that_signs_up_is_stopped(client, db, clock):
    for number in range(21):
        response = client.post("/en/account/signup/", {"email": f"robot{number}"})
    assert response.status_code == 429


def test_limits_live_in_the_database(victor, guess):
    assert type(cache._connections["default"]).__name__ == "DatabaseCache"
    guess(victor, 1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_cache WHERE cache_key LIKE '%%login_failed%%'")
        assert cursor.fetchone()[0] >= 2
