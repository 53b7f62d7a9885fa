"""Download my data, and erasure: everything handed over, and no trace left."""

import json
from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.models import Consent, User
from core.models import Activity, Theme
from notifications.models import Notice
from partners.models import Affiliation
from taskforces.models import Application
from tests.accounts.seconds import set_up_app
from tests.factories import PASSWORD, AffiliationFactory, ApplicationFactory, PartnerFactory

SECRET = "a-very-rare-word"  # in whatever she wrote


@pytest.fixture
def clock():
    with time_machine.travel("2026-03-04 12:00Z", tick=False) as clock:
        yield clock


@pytest.fixture
def life(cast, django_capture_on_commit_callbacks):
    """Somebody who has used everything."""
    me, amina, sofia = cast.victor, cast.amina, cast.sofia
    with django_capture_on_commit_callbacks(execute=True):
        me.consent(Consent.Purpose.ROSTERS, by=me)
        me.interests.set(Theme.objects.all()[:2])
        set_up_app(me)
        affiliation = AffiliationFactory(person=me, partner=PartnerFactory())
        affiliation.name_focal_point(by=sofia)
        asked = ApplicationFactory(person=me, answers={"motivation": f"I am Victor Almeida, {SECRET}"})
        asked.record("submitted", by=me, role="member")
        asked.ask(f"Dear Victor Almeida, why {SECRET}?", by=amina)
        asked.answer(f"Because {SECRET}", by=me)
        asked.decline(reason=f"Sorry, Victor Almeida: {SECRET}", by=amina)
        me.name = "Victor Almeida Junior"
        me.save()
        me.name = "Victor Almeida"
        me.save()
        # Written by the admin: once about him, once about a row of his, once inside somebody else's row.
        for about, text in ((me, str(me)), (asked, str(asked)), (affiliation.partner, "Organisation")):
            LogEntry.objects.create(
                user=sofia,
                content_type=ContentType.objects.get_for_model(about),
                object_id=str(about.pk),
                object_repr=text,
                action_flag=CHANGE,
                change_message=json.dumps([{"added": {"name": "affiliation", "object": "Victor Almeida · X"}}]),
            )
    return me


def dump():
    """Every row of every table as text, {table: text}."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        found = {}
        for table in tables:
            cursor.execute(f'SELECT string_agg(t::text, chr(10)) FROM "{table}" t')  # noqa: S608
            found[table] = cursor.fetchone()[0] or ""
    return found


def traces(*words):
    """Tables in which one of `words` stands, capitals ignored."""
    texts = dump()
    # Thirty thousand cities of the gazetteer bear many names, hers perhaps among them.
    del texts["regions_place"]
    return sorted(table for table, text in texts.items() if any(word.lower() in text.lower() for word in words))


WORDS = ("victor@example.org", "Victor Almeida", "Almeida", SECRET)


def test_the_dump_would_find_her(life):
    assert {
        "account_emailaddress",
        "accounts_user",
        "accounts_userevent",
        "django_admin_log",
        "taskforces_application",
        "taskforces_message",
    } <= set(traces(*WORDS))


def test_erasure_leaves_no_trace_in_a_full_dump(client, life, sign_in):
    elsewhere = Client(headers={"user-agent": "Browser of Almeida"})
    elsewhere.force_login(life)
    elsewhere.get("/en/account/profile/")
    client.force_login(life)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    response = client.post(reverse("accounts:erase"), {"confirm": "on"})
    assert response.url == "/en/"
    assert traces(*WORDS) == []


def test_erasure_by_the_secretariat_leaves_none_either(life, sofia):
    User.objects.get(pk=life.pk).erase(by=sofia)
    assert traces(*WORDS) == []


def test_what_she_did_stays_without_her_name(life, sofia, cast):
    applications = Application.objects.filter(person=life).count()
    events = Activity.objects.filter(content_type__model="application").count()
    life.erase(by=sofia)
    life.refresh_from_db()
    assert str(life) == "Former member"
    assert not life.is_active and not life.has_usable_password()
    assert Application.objects.filter(person=life).count() == applications
    assert Activity.objects.filter(content_type__model="application").count() == events
    assert not Activity.objects.filter(actor=life).exists()
    assert not Affiliation.objects.filter(person=life, status__in=Affiliation.OPEN).exists()
    assert not Notice.objects.filter(recipient=life).exists()


def test_every_open_window_is_closed(life, sofia):
    window = Client()
    window.post(reverse("account_login"), {"login": life.email, "password": PASSWORD})
    window.force_login(life)
    assert window.get("/en/account/data/").status_code == 200
    life.erase(by=sofia)
    assert window.get("/en/account/data/").status_code == 302
    assert not UserSession.objects.filter(user=life).exists()


def test_the_address_is_free_again(client, life, sofia):
    life.erase(by=sofia)
    answers = {"name": "Another", "email": "victor@example.org", "password1": "the soil under our feet"}
    client.post(reverse("account_signup"), answers)
    assert User.objects.get(email="victor@example.org").pk != life.pk


def test_a_leaders_seat_is_free_again(amina, sofia, a2):
    amina.erase(by=sofia)
    assert not a2.seats.open().exists()
    assert not traces("amina@example.org", "Amina Diallo")


def test_erasure_needs_the_box(client, victor, sign_in):
    sign_in(victor)
    response = client.post(reverse("accounts:erase"), {})
    assert response.status_code == 200 and response.context["form"].errors
    assert User.objects.get(pk=victor.pk).is_active


def test_opening_the_page_erases_nobody(client, victor, sign_in):
    sign_in(victor)
    assert client.get(reverse("accounts:erase")).status_code == 200
    assert User.objects.get(pk=victor.pk).is_active


def test_erasure_asks_again_after_15_minutes_then_goes_on(client, clock, victor, sign_in):
    sign_in(victor)
    clock.shift(timedelta(minutes=15, seconds=1))
    response = client.post(reverse("accounts:erase"), {"confirm": "on"})
    assert response.url.startswith(reverse("account_reauthenticate"))
    assert User.objects.get(pk=victor.pk).is_active
    assert client.post(response.url, {"password": "wrong"}).status_code == 200
    assert User.objects.get(pk=victor.pk).is_active
    # As the page does it: the address to come back to is in the form.
    client.post(response.url, {"password": PASSWORD, "next": reverse("accounts:erase")})
    assert not User.objects.get(pk=victor.pk).is_active


def test_erasure_soon_after_signing_in_does_not_ask_again(client, clock, victor, sign_in):
    sign_in(victor)
    clock.shift(timedelta(minutes=14))
    assert client.post(reverse("accounts:erase"), {"confirm": "on"}).url == "/en/"


def test_download_asks_again_after_15_minutes_then_hands_over(client, clock, victor, sign_in):
    sign_in(victor)
    clock.shift(timedelta(minutes=16))
    response = client.post(reverse("accounts:data"))
    assert response.url.startswith(reverse("account_reauthenticate"))
    response = client.post(response.url, {"password": PASSWORD, "next": reverse("accounts:data")})
    assert response.headers["Content-Disposition"] == 'attachment; filename="my-data.json"'


def test_a_session_by_mailed_code_is_asked_for_the_password(client, victor, code):
    response = client.post(reverse("account_request_login_code"), {"email": victor.email})
    client.post(response.url, {"code": code(victor.email)})
    assert client.post(reverse("accounts:data")).url.startswith(reverse("account_reauthenticate"))


def test_download_gives_everything(client, life):
    client.force_login(life)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    response = client.post(reverse("accounts:data"))
    data = json.loads(response.content)
    assert data["account"]["email"] == "victor@example.org"
    assert data["account"]["name"] == "Victor Almeida"
    assert len(data["account"]["interests"]) == 2
    assert data["consents"][0]["purpose"] == "rosters" and data["consents"][0]["text"]
    assert data["addresses"][0]["verified"] is True
    assert {factor["type"] for factor in data["second_factors"]} == {"totp", "recovery_codes"}
    assert data["sessions"][0]["ip"] == "127.0.0.1"
    assert data["affiliations"][0]["focal_point"] is True
    assert SECRET in data["applications"][0]["answers"]["motivation"]
    assert SECRET in data["applications"][0]["reason"]
    assert any(SECRET in message["text"] for message in data["messages"])
    assert data["notices"] and data["activity"]
    assert Activity.objects.about(life).filter(verb="data_downloaded").exists()


def test_download_holds_no_secret_and_nobody_else(client, life, bruno):
    client.force_login(life)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    text = client.post(reverse("accounts:data")).content.decode()
    assert "bruno@example.org" not in text and "amina@example.org" not in text
    assert life.password not in text
    assert life.authenticator_set.get(type="totp").data["secret"] not in text


def test_nobody_is_erased_or_downloaded_by_a_stranger(client, victor):
    for name in ("accounts:data", "accounts:erase"):
        assert client.post(reverse(name), {"confirm": "on"}).url.startswith(reverse("account_login"))
    assert User.objects.get(pk=victor.pk).is_active


def test_an_error_in_the_middle_leaves_nothing_half_done(life, sofia, monkeypatch):
    def breaks(*args, **kwargs):
        raise ValidationError("something of ours is broken")

    monkeypatch.setattr(User, "record", breaks)
    with pytest.raises(ValidationError):
        User.objects.get(pk=life.pk).erase(by=sofia)
    assert User.objects.get(pk=life.pk).name == "Victor Almeida"
    assert Consent.objects.filter(person=life).exists()
    assert Session.objects.count() == 0
