"""The ways in: password, mailed code, and a new password by code."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse

from accounts.models import User
from tests.factories import PASSWORD

NEW = "nobody knows the roots below"


def test_by_password(client, victor, sign_in):
    assert sign_in(victor).url == "/es/home/"  # his language
    assert client.get("/es/account/profile/").status_code == 200


def test_the_address_may_be_written_in_capitals(client, victor, sign_in):
    assert sign_in("VICTOR@Example.org").status_code == 302


def test_wrong_password_says_so_and_keeps_the_address(client, victor, sign_in):
    response = sign_in(victor, "wrong")
    assert response.status_code == 200
    page = response.content.decode()
    assert "The address or the password is not right" in page
    assert 'value="victor@example.org"' in page


def test_by_mailed_code_back_to_the_page_one_came_from(client, victor, code):
    wanted = "/es/task-forces/a2/join/"
    page = client.get(f"/es/account/login/?next={wanted}").content.decode()
    assert f"/es/account/login/code/?next={wanted.replace('/', '%2F')}" in page
    response = client.post("/es/account/login/code/", {"email": victor.email, "next": wanted})
    client.get(response.url)
    response = client.post(response.url, {"code": code(victor.email), "next": wanted})
    assert response.url == wanted
    assert client.get("/es/account/profile/").status_code == 200


def test_mailed_code_works_once(client, victor, code):
    response = client.post(reverse("account_request_login_code"), {"email": victor.email})
    used = code(victor.email)
    client.post(response.url, {"code": used})
    client.post(reverse("account_logout"))
    client.post(reverse("account_request_login_code"), {"email": victor.email})
    assert client.post(reverse("account_confirm_login_code"), {"code": used}).status_code == 200
    assert client.get(reverse("accounts:profile")).status_code == 302


def test_mailed_code_is_bound_to_the_browser_that_asked(client, victor, code):
    client.post(reverse("account_request_login_code"), {"email": victor.email})
    client.cookies.clear()
    response = client.post(reverse("account_confirm_login_code"), {"code": code(victor.email)})
    assert response.status_code == 302
    assert client.get(reverse("accounts:profile")).status_code == 302


def test_mail_with_the_code_is_in_the_persons_language(client, victor):
    client.post("/fr/account/login/code/", {"email": victor.email})
    assert 'lang="es"' in mail.outbox[0].alternatives[0].content


def test_another_code_can_be_asked_for(client, victor, code):
    response = client.post(reverse("account_request_login_code"), {"email": victor.email})
    first = code(victor.email)
    client.post(response.url, {"action": "resend"})
    assert code(victor.email) != first
    assert client.post(response.url, {"code": code(victor.email)}).url == "/es/home/"


def test_a_new_password_by_mailed_code(client, victor, code, sign_in):
    response = client.post(reverse("account_reset_password"), {"email": victor.email})
    assert response.url == reverse("account_confirm_password_reset_code")
    assert victor.email in client.get(response.url).content.decode()
    response = client.post(response.url, {"code": code(victor.email)})
    assert response.url == reverse("account_complete_password_reset")
    assert client.get(response.url).status_code == 200
    client.post(response.url, {"password1": NEW, "password2": NEW})
    assert User.objects.get(pk=victor.pk).check_password(NEW)
    assert mail.outbox[-1].to == [victor.email] and len(mail.outbox) == 2
    assert sign_in(victor, PASSWORD).status_code == 200
    assert sign_in(victor, NEW).status_code == 302


def test_without_the_code_there_is_no_new_password(client, victor):
    client.post(reverse("account_reset_password"), {"email": victor.email})
    response = client.post(reverse("account_complete_password_reset"), {"password1": NEW, "password2": NEW})
    assert response.url == reverse("account_confirm_password_reset_code")
    assert User.objects.get(pk=victor.pk).check_password(PASSWORD)


def test_a_new_password_ends_every_session(client, victor, sign_in, code):
    sign_in(victor)
    elsewhere = client.cookies["sessionid"].value
    client.cookies.clear()
    response = client.post(reverse("account_reset_password"), {"email": victor.email})
    response = client.post(response.url, {"code": code(victor.email)})
    client.post(response.url, {"password1": NEW, "password2": NEW})
    client.cookies.clear()
    client.cookies["sessionid"] = elsewhere
    assert client.get(reverse("accounts:profile")).status_code == 302


def test_changing_the_password_ends_the_other_sessions_and_tells_the_owner(client, victor, sign_in):
    sign_in(victor)
    elsewhere = client.cookies["sessionid"].value
    client.cookies.clear()
    sign_in(victor)
    words = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert client.post(reverse("account_change_password"), words).status_code == 302
    assert client.get(reverse("accounts:profile")).status_code == 200
    assert [message.to for message in mail.outbox] == [[victor.email]]
    client.cookies["sessionid"] = elsewhere
    assert client.get(reverse("accounts:profile")).status_code == 302


def test_changing_the_address_takes_a_code_and_tells_the_old_one(client, victor, sign_in, code):
    sign_in(victor)
    response = client.post(reverse("account_email"), {"action_add": "", "email": "victor@new.example"})
    assert response.url == reverse("account_email_verification_sent")
    assert User.objects.get(pk=victor.pk).email == "victor@example.org"
    client.post(response.url, {"code": code("victor@new.example")})
    assert User.objects.get(pk=victor.pk).email == "victor@new.example"
    assert mail.outbox[-1].to == ["victor@example.org"]
    assert "victor@new.example" in mail.outbox[-1].body
    assert 'lang="es"' in mail.outbox[-1].alternatives[0].content


def test_changing_the_address_asks_again_who_it_is(client, victor, sign_in):
    with time_machine.travel("2026-03-04 12:00Z", tick=False) as clock:
        sign_in(victor)
        clock.shift(timedelta(minutes=16))
        response = client.post(reverse("account_email"), {"action_add": "", "email": "victor@new.example"})
        assert response.url.startswith(reverse("account_reauthenticate"))
        assert mail.outbox == []


@pytest.mark.parametrize("name", ["account_login", "account_signup", "account_request_login_code"])
def test_whoever_is_signed_in_is_not_asked_again(client, victor, sign_in, name):
    sign_in(victor)
    assert client.get(reverse(name)).url == "/es/home/"


def test_signing_out_needs_a_press_and_ends_the_session(client, victor, sign_in):
    sign_in(victor)
    assert client.get(reverse("account_logout")).status_code == 200
    assert client.get(reverse("accounts:profile")).status_code == 200
    assert client.post(reverse("account_logout")).url == "/en/"
    assert client.get(reverse("accounts:profile")).status_code == 302


def test_closed_account_does_not_open(client, victor, sign_in):
    User.objects.filter(pk=victor.pk).update(is_active=False)
    assert sign_in(victor).url == reverse("account_inactive")
    assert client.get(reverse("accounts:profile")).status_code == 302
    mail.outbox.clear()
    client.post(reverse("account_request_login_code"), {"email": victor.email})
    assert "-" not in mail.outbox[0].subject and not any(
        line.isupper() and "-" in line for line in mail.outbox[0].body.splitlines()
    )
