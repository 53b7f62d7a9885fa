"""Passwords: long rather than complicated, kept as Argon2id."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import CommonPasswordValidator, validate_password
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.models import User
from tests.accounts.seconds import set_up_app
from tests.factories import PASSWORD

ROOT = Path(__file__).resolve().parents[2]


def errors_of(password, user=None):
    try:
        validate_password(password, user)
    except ValidationError as error:
        return {each.code for each in error.error_list}
    return set()


@pytest.mark.parametrize(
    ("password", "errors"),
    [
        ("fourteen chars", {"password_too_short"}),
        ("fifteen chars !", set()),
        ("x y" * 42 + "zz", set()),  # 128
        ("x y" * 43, {"password_too_long"}),  # 129
        ("                 ", set()),  # any characters
        ("पृथ्वी मिट्टी जल वायु", set()),
        ("🌱🌾🌍🌱🌾🌍🌱🌾🌍🌱🌾🌍🌱🌾🌍", set()),
        ("password", {"password_too_short", "password_too_common"}),
    ],
)
def test_length_is_what_counts(db, password, errors):
    assert errors_of(password) == errors


def test_common_ones_are_refused_however_long(db):
    common = [word for word in CommonPasswordValidator().passwords if len(word) >= 15]
    assert common
    assert all("password_too_common" in errors_of(word) for word in common)


def test_ones_like_the_own_name_are_refused(victor):
    assert errors_of("victor@example.org", victor) == {"password_too_similar"}


def test_eight_characters_are_enough_with_a_second_factor(victor):
    assert errors_of("8 chars!", victor) == {"password_too_short"}
    set_up_app(victor)
    assert errors_of("8 chars!", victor) == set()
    assert errors_of("7 chars", victor) == {"password_too_short"}


def test_recovery_codes_alone_are_no_second_factor(victor):
    set_up_app(victor)
    Authenticator.objects.exclude(type="recovery_codes").delete()
    assert errors_of("8 chars!", victor) == {"password_too_short"}


def test_the_rule_is_said_before_one_types(client, victor, sign_in):
    assert "At least 15 characters." in client.get("/en/account/signup/").content.decode()
    set_up_app(victor)
    client.force_login(victor)
    assert "At least 8 characters, since" in client.get("/en/account/password/change/").content.decode()


@pytest.mark.parametrize("short", ["fourteen chars", "x" * 129])
def test_the_rule_holds_on_every_way_to_a_new_password(client, victor, sign_in, code, short):
    sign_in(victor)
    words = {"oldpassword": PASSWORD, "password1": short, "password2": short}
    assert client.post(reverse("account_change_password"), words).context["form"].errors
    client.post(reverse("account_logout"))
    response = client.post(reverse("account_reset_password"), {"email": victor.email})
    response = client.post(response.url, {"code": code(victor.email)})
    assert client.post(response.url, {"password1": short, "password2": short}).context["form"].errors
    assert User.objects.get(pk=victor.pk).check_password(PASSWORD)


def test_production_keeps_them_as_argon2id():
    """In a process of its own: this one hashes quickly."""
    program = (
        "import django; django.setup()\n"
        "from accounts.models import User\n"
        "person = User(); person.set_password('the soil under our feet'); print(person.password)"
    )
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": f"{ROOT / 'platform'}:{ROOT}",
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "SITE_URL": "https://platform.example",
        "ALLOWED_HOSTS": "platform.example",
        "DATABASE_URL": "postgres://nobody@localhost/nothing",
        "REDIS_URL": "redis://localhost/0",
    }
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=False)
    assert run.stdout.startswith("argon2$argon2id$"), run.stderr
