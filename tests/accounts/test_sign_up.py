"""Registration with a mailed code."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
import time_machine
from django.core import mail
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.tasks import tidy
from tests.factories import UserFactory

ANSWERS = {"name": "Inés Prado", "email": "ines@example.org", "password1": "the soil under our feet"}
WANTED = "/es/task-forces/a2/join/"


def sign_up(client, language="en", **answers):
    return client.post(f"/{language}/account/signup/", ANSWERS | answers)


def test_signing_up_and_entering_the_code_signs_in(client, db, code):
    response = sign_up(client)
    assert response.url == reverse("account_email_verification_sent")
    page = client.get(response.url).content.decode()
    assert "ines@example.org" in page
    response = client.post(response.url, {"code": code("ines@example.org")})
    assert response.url == "/en/home/"
    person = User.objects.get(email="ines@example.org")
    assert person.name == "Inés Prado"
    assert person.emailaddress_set.get().verified
    assert client.session["_auth_user_id"] == str(person.pk)


def test_the_code_may_be_typed_in_small_letters_without_dash(client, db, code):
    sign_up(client)
    typed = f" {code('ines@example.org').lower().replace('-', '')} "
    assert client.post(reverse("account_email_verification_sent"), {"code": typed}).url == "/en/home/"


def test_back_to_the_page_one_came_from(client, db, code):
    login = client.get(WANTED).url
    assert login == f"/es/account/login/?{urlencode({'next': WANTED}, safe='/')}"
    page = client.get(login).content.decode()
    assert f"/es/account/signup/?next={WANTED.replace('/', '%2F')}" in page
    assert f'name="next" value="{WANTED}"' in client.get(f"/es/account/signup/?next={WANTED}").content.decode()
    sign_up(client, "es", next=WANTED)
    response = client.post("/es/account/confirm-email/", {"code": code("ines@example.org")})
    assert response.url == WANTED


def test_the_way_back_stays_on_this_site(client, db, code):
    sign_up(client, next="https://evil.example/")
    response = client.post(reverse("account_email_verification_sent"), {"code": code("ines@example.org")})
    assert response.url == "/en/home/"


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_language_of_the_page_becomes_that_of_the_person(client, db, code, language):
    sign_up(client, language)
    assert User.objects.get().language == language
    assert f'lang="{language}"' in mail.outbox[0].alternatives[0].content
    response = client.post(f"/{language}/account/confirm-email/", {"code": code("ines@example.org")})
    assert response.url == f"/{language}/home/"


def test_without_the_code_nobody_is_signed_in(client, db, sign_in):
    with time_machine.travel("2026-03-04 12:00Z", tick=False) as clock:
        sign_up(client)
        assert client.get(reverse("accounts:profile")).status_code == 302
        client.post(reverse("account_logout"))
        clock.shift(timedelta(minutes=1))
        response = sign_in("ines@example.org", ANSWERS["password1"])
        assert response.url == reverse("account_email_verification_sent")
        assert client.get(reverse("accounts:profile")).status_code == 302


def test_three_wrong_codes_end_it(client, db, code):
    sign_up(client)
    right = code("ines@example.org")
    for _number in range(2):
        assert client.post(reverse("account_email_verification_sent"), {"code": "BBBB-BBBB"}).status_code == 200
    assert client.post(reverse("account_email_verification_sent"), {"code": "BBBB-BBBB"}).url == reverse(
        "account_login"
    )
    assert client.post(reverse("account_email_verification_sent"), {"code": right}).url == reverse("account_login")


def test_code_dies_after_a_quarter_of_an_hour(client, db, code):
    with time_machine.travel("2026-03-04 12:00Z", tick=False) as clock:
        sign_up(client)
        clock.shift(timedelta(minutes=15, seconds=1))
        response = client.post(reverse("account_email_verification_sent"), {"code": code("ines@example.org")})
        assert response.url == reverse("account_login")


def test_another_code_replaces_the_first(client, db, code):
    with time_machine.travel("2026-03-04 12:00Z", tick=False) as clock:
        sign_up(client)
        first = code("ines@example.org")
        clock.shift(timedelta(minutes=1))
        client.post(reverse("account_email_verification_sent"), {"action": "resend"})
        assert code("ines@example.org") != first
        assert client.post(reverse("account_email_verification_sent"), {"code": first}).status_code == 200
        response = client.post(reverse("account_email_verification_sent"), {"code": code("ines@example.org")})
        assert response.url == "/en/home/"


def test_the_mail_is_plain_and_names_nobody_who_has_not_confirmed(client, db):
    sign_up(client, name="Buy at http://evil.example now")
    [message] = mail.outbox
    assert message.to == ["ines@example.org"]
    assert "evil" not in message.body + message.alternatives[0].content + message.subject
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"


def test_links_in_mails_use_the_configured_address(client, victor):
    client.post("/en/account/signup/", ANSWERS | {"email": victor.email}, headers={"host": "localhost"})
    text = mail.outbox[0].body
    assert "https://platform.example/es/account/login/" in text
    assert "localhost" not in text and "testserver" not in text


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"email": "not an address"}, "email"),
        ({"email": "a" * 250 + "@example.org"}, "email"),
        ({"password1": ""}, "password1"),
        ({"password1": "too short"}, "password1"),
    ],
)
def test_bad_input_is_answered_at_the_field_and_kept(client, db, wrong, field):
    response = sign_up(client, **wrong)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    page = response.content.decode()
    assert 'class="error-summary"' in page and f'href="#id_{field}"' in page
    if field != "name":
        assert "Inés Prado" in page
    assert ANSWERS["password1"] not in page
    assert not User.objects.exists()


def test_a_name_is_one_line(client, db):
    sign_up(client, name="Inés\r\nBcc: everybody@example.org   Prado")
    assert User.objects.get().name == "Inés Bcc: everybody@example.org Prado"


def test_a_form_gives_no_more_than_it_shows(client, db):
    forged = {"is_staff": "on", "is_superuser": "on", "is_active": "", "language": "xx"}
    client.post("/en/account/signup/", ANSWERS | forged)
    person = User.objects.get()
    assert not person.is_staff and not person.is_superuser and person.is_active and person.language == "en"


def test_relay_that_is_away_breaks_no_page(client, db, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    response = sign_up(client)
    assert response.status_code == 302
    assert "The mail could not be sent" in client.get(response.url).content.decode()


def test_account_never_confirmed_goes_after_seven_days_without_a_trace(client, db):
    sign_up(client)
    confirmed, person = UserFactory(), User.objects.get(email="ines@example.org")
    tidy()
    assert User.objects.filter(pk=person.pk).exists()
    User.objects.filter(Q(pk=person.pk) | Q(pk=confirmed.pk)).update(joined_at=timezone.now() - timedelta(days=8))
    tidy()
    assert not User.objects.filter(pk=person.pk).exists()
    assert User.objects.filter(pk=confirmed.pk).exists()
    events = User.pgh_event_models if hasattr(User, "pgh_event_models") else None
    assert events is None or all(
        not model.objects.filter(email="ines@example.org").exists() for model in events.values()
    )


def test_the_header_leads_back_to_the_page_one_reads(client, db):
    page = client.get("/en/partners/?q=soil&status=member").content.decode()
    back = "next=%2Fen%2Fpartners%2F%3Fq%3Dsoil%26status%3Dmember"
    assert f'"/en/account/login/?{back}"' in page
    assert f'"/en/account/signup/?{back}"' in page
    assert '"/en/account/login/"' in client.get("/en/").content.decode()
