"""The second factor: asked of the secretariat at once, of leaders after a week, and not to be got round."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.second_factor import must_set_up_second_factor, second_factor_due_at
from tests.accounts.seconds import app_code, set_up_app
from tests.factories import PASSWORD, UserFactory

INSIDE = ["/en/home/", "/en/task-forces/a2/applications/", "/en/notifications/", "/en/objectives/", "/admin/"]
NEW = "nobody knows the roots below"


@pytest.fixture(autouse=True)
def required(settings):
    """As in production."""
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def clock():
    with time_machine.travel("2026-03-04 12:00:10Z", tick=False) as clock:
        yield clock


def is_sent_to_set_up(client, path):
    response = client.get(path)
    return response.status_code == 302 and response.url.endswith("/account/2fa/")


def test_the_secretariat_sets_one_up_before_anything_else(client, sofia, sign_in):
    sign_in(sofia)
    assert all(is_sent_to_set_up(client, path) for path in INSIDE)
    assert client.post("/en/notifications/read/").url.endswith("/account/2fa/")
    page = client.get(reverse("mfa_index")).content.decode()
    assert "you need a second factor" in page


def test_whoever_administers_without_belonging_to_the_secretariat_too(db):
    assert must_set_up_second_factor(UserFactory(is_superuser=True))


def test_what_she_needs_for_it_is_open(client, sofia, sign_in):
    sign_in(sofia)
    for name in ["mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "accounts:profile", "account_logout"]:
        assert client.get(reverse(name)).status_code == 200
    assert client.get("/healthz").status_code == 200


def test_setting_up_an_app_opens_the_house(client, sofia, sign_in, django_capture_on_commit_callbacks):
    sign_in(sofia)
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    assert 'src="data:image/svg+xml' in page
    secret = client.session["mfa.totp.secret"]
    assert secret in page
    assert client.post(reverse("mfa_activate_totp"), {"code": "000000"}).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("mfa_activate_totp"), {"code": app_code(secret)})
    assert response.url == reverse("mfa_view_recovery_codes")
    page = client.get(response.url).content.decode()
    codes = Authenticator.objects.get(user=sofia, type="recovery_codes").wrap().get_unused_codes()
    assert len(codes) == 10 and all(each in page for each in codes)
    assert not any(is_sent_to_set_up(client, path) for path in INSIDE)
    assert {address for message in mail.outbox for address in message.to} == {sofia.email}


def test_leaders_have_seven_days(client, amina, sign_in):
    begun = amina.seats.get().started_at
    assert second_factor_due_at(amina) == begun + timedelta(days=7)
    with time_machine.travel(begun + timedelta(days=6, hours=23), tick=False):
        sign_in(amina)
        assert not is_sent_to_set_up(client, "/en/home/")
        assert "second factor from" in client.get(reverse("mfa_index")).content.decode()
    with time_machine.travel(begun + timedelta(days=7, seconds=1), tick=False):
        assert is_sent_to_set_up(client, "/en/home/")


def test_team_members_and_friends_are_not_asked(client, victor, sign_in, a2):
    a2.seats.create(person=victor, role="member", started_at=timezone.now() - timedelta(days=100))
    assert second_factor_due_at(victor) is None
    sign_in(victor)
    assert not is_sent_to_set_up(client, "/en/home/")


def test_a_leader_whose_seat_ended_is_not_asked_any_more(amina):
    seat = amina.seats.get()
    seat.started_at = timezone.now() - timedelta(days=8)
    seat.save()
    assert must_set_up_second_factor(amina)
    seat.end(by=None)
    assert not must_set_up_second_factor(amina)


@pytest.mark.parametrize("name", ["sofia", "amina", "victor"])
@pytest.mark.parametrize("has_one", [True, False])
def test_the_door_asks_one_question(cast, django_assert_num_queries, name, has_one):
    person = getattr(cast, name)
    person.seats.update(started_at=timezone.now() - timedelta(days=8))
    if has_one:
        set_up_app(person)
    with django_assert_num_queries(1):
        assert must_set_up_second_factor(person) == (not has_one and name != "victor")


def test_page_behind_the_door_does_not_ask_again(client, sofia, settings):
    set_up_app(sofia)
    client.force_login(sofia)
    client.get("/en/home/")
    for settings.SECOND_FACTOR_REQUIRED in (True, False):
        with CaptureQueriesContext(connection) as asked:
            client.get("/en/home/")
        assert sum("mfa_authenticator" in each["sql"] for each in asked) == 1


def test_removing_it_closes_the_house_again(client, clock, sofia, sign_in):
    secret = set_up_app(sofia)
    client.post(sign_in(sofia).url, {"code": app_code(secret)})
    assert not is_sent_to_set_up(client, "/en/home/")
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.filter(user=sofia).exists()
    assert is_sent_to_set_up(client, "/en/home/")


def test_the_password_alone_does_not_sign_in(client, victor, sign_in):
    set_up_app(victor)
    assert sign_in(victor).url == reverse("mfa_authenticate")
    assert client.get("/en/account/profile/").status_code == 302
    assert client.get("/en/account/2fa/").status_code == 302


def test_neither_does_a_mailed_code(client, victor, code):
    set_up_app(victor)
    response = client.post(reverse("account_request_login_code"), {"email": victor.email})
    response = client.post(response.url, {"code": code(victor.email)})
    assert response.url == reverse("mfa_authenticate")
    assert client.get("/en/account/profile/").status_code == 302


def test_nor_a_new_password(client, victor, code, sign_in):
    set_up_app(victor)
    response = client.post(reverse("account_reset_password"), {"email": victor.email})
    response = client.post(response.url, {"code": code(victor.email)})
    client.post(response.url, {"password1": NEW, "password2": NEW})
    assert client.get("/en/account/profile/").status_code == 302
    assert sign_in(victor, NEW).url == reverse("mfa_authenticate")


def test_a_code_of_the_app_works_once(client, victor, sign_in, clock):
    secret = set_up_app(victor)
    assert client.post(sign_in(victor).url, {"code": app_code(secret)}).url == "/es/home/"
    client.post(reverse("account_logout"))
    assert client.post(sign_in(victor).url, {"code": app_code(secret)}).status_code == 200
    clock.shift(timedelta(seconds=30))
    assert client.post(reverse("mfa_authenticate"), {"code": app_code(secret)}).url == "/es/home/"


def test_an_old_code_of_the_app_does_not_work(client, victor, sign_in, clock):
    secret = set_up_app(victor)
    old = app_code(secret)
    clock.shift(timedelta(seconds=60))
    assert client.post(sign_in(victor).url, {"code": old}).status_code == 200


def test_a_recovery_code_works_once(client, victor, sign_in, clock):
    set_up_app(victor)
    codes = Authenticator.objects.get(user=victor, type="recovery_codes").wrap().get_unused_codes()
    assert client.post(sign_in(victor).url, {"code": codes[0]}).url == "/es/home/"
    client.post(reverse("account_logout"))
    assert client.post(sign_in(victor).url, {"code": codes[0]}).status_code == 200
    assert client.post(reverse("mfa_authenticate"), {"code": codes[1]}).url == "/es/home/"


def test_an_old_session_does_not_get_round_it(client, victor, sign_in):
    """A session from before counts as what it is: signed in; a new one needs the second factor."""
    sign_in(victor)
    set_up_app(victor)
    assert client.get("/en/account/profile/").status_code == 200
    client.post(reverse("account_logout"))
    assert sign_in(victor).url == reverse("mfa_authenticate")


def test_the_half_open_door_closes_after_a_quarter_of_an_hour(client, victor, sign_in, clock):
    secret = set_up_app(victor)
    url = sign_in(victor).url
    clock.shift(timedelta(minutes=16))
    assert client.post(url, {"code": app_code(secret)}).url == reverse("account_login")


def test_one_way_back_through_the_second_factor(client, victor, sign_in):
    secret = set_up_app(victor)
    response = sign_in(victor, next="/es/task-forces/a2/join/")
    assert client.post(response.url, {"code": app_code(secret)}).url == "/es/task-forces/a2/join/"


def test_secrets_are_not_kept_in_the_clear(victor):
    secret = set_up_app(victor)
    stored = Authenticator.objects.get(user=victor, type="totp").data["secret"]
    assert secret not in stored and len(stored) > 80


def test_setting_up_and_removing_ask_again_who_it_is(client, victor, sign_in, clock):
    sign_in(victor)
    clock.shift(timedelta(minutes=16))
    for name in ["mfa_activate_totp", "mfa_add_webauthn"]:
        assert client.get(reverse(name)).url.startswith(reverse("account_reauthenticate"))
    set_up_app(victor)
    for name in ["mfa_deactivate_totp", "mfa_generate_recovery_codes", "mfa_view_recovery_codes"]:
        assert "reauthenticate" in client.get(reverse(name)).url
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    assert client.get(reverse("mfa_deactivate_totp")).status_code == 200


def test_the_owner_hears_of_every_change(client, clock, victor, sign_in, django_capture_on_commit_callbacks):
    sign_in(victor)
    client.get(reverse("mfa_activate_totp"))
    code = {"code": app_code(client.session["mfa.totp.secret"])}
    for name in ("mfa_activate_totp", "mfa_generate_recovery_codes", "mfa_deactivate_totp"):
        with django_capture_on_commit_callbacks(execute=True):
            client.post(reverse(name), code)
    assert len(mail.outbox) == 3
    assert all(message.to == [victor.email] for message in mail.outbox)
    assert all('lang="es"' in message.alternatives[0].content for message in mail.outbox)


def test_in_the_demo_it_is_offered_only(client, sofia, sign_in, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    sign_in(sofia)
    assert not is_sent_to_set_up(client, "/en/home/")
