"""Production refuses to start with anything that is not safe."""

import os
import subprocess
import sys

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from tests.core.floors import ROOT
from tests.factories import UserFactory

GOOD = {
    "SECRET_KEY": "k7$gT2!vQ9zR4&nB6*eW1xP8^uJ3mL5-aS0dF7hC2yK9tZ6oX4",
    "SITE_URL": "https://platform.example",
    "ALLOWED_HOSTS": "platform.example",
    "DATABASE_URL": "postgres://web:secret@database:5432/platform",
    "REDIS_URL": "redis://broker:6379/0",
    "SECURITY_CONTACT": "security@platform.example",
    "DEFAULT_FROM_EMAIL": '"4 per 1000" <platform@platform.example>',
}


def run(*arguments, **changes):
    """`python …` with production settings and an environment that is good but for the `changes` (None: unset)."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "platform")]),
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
    }
    environment |= {name: value for name, value in (GOOD | changes).items() if value is not None}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def start(**changes):
    return run("-c", "from django.conf import settings; settings.DEBUG", **changes)


def test_it_starts_with_a_complete_environment():
    result = start()
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("missing", ["SECRET_KEY", "SITE_URL", "ALLOWED_HOSTS", "DATABASE_URL", "REDIS_URL"])
def test_it_refuses_to_start_without(missing):
    result = start(**{missing: None})
    assert result.returncode != 0
    assert missing in result.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "only-for-development-never-for-production-0123456789"),
        ("SECRET_KEY", "a" * 60),
        ("SECRET_KEY", "django-insecure-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2),
        ("DEBUG", "true"),
        ("DEBUG", "1"),
        ("SITE_URL", "http://platform.example"),
        ("SITE_URL", "platform.example"),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", ""),
    ],
)
def test_it_refuses_to_start_with(name, value):
    result = start(**{name: value})
    assert result.returncode != 0
    assert name in result.stderr


def test_check_deploy_has_no_warning():
    result = run("-m", "django", "check", "--deploy", "--fail-level", "WARNING")
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


def test_embedded_servers_are_never_imported():
    program = (
        "import sys, django; django.setup(); import config.wsgi, config.celery; "
        "print([name for name in sys.modules if 'embedded' in name or 'valkey' in name])"
    )
    result = run("-c", program)
    assert result.stdout.strip() == "[]", result.stdout + result.stderr


def test_demo_is_refused():
    result = run("-m", "django", "load_demo")
    assert result.returncode != 0
    assert "demo" in result.stderr.lower()
    assert "database" not in result.stderr.lower(), "It must be refused before it asks the database."


@pytest.mark.parametrize("address", ["/mailbox/", "/__debug__/"])
def test_pages_of_the_demo_do_not_exist(address):
    program = (
        "import django; django.setup(); from django.urls import resolve, Resolver404\n"
        f"try:\n    print(resolve('{address}'))\nexcept Resolver404:\n    print('none')"
    )
    assert run("-c", program).stdout.strip() == "none"


@pytest.mark.django_db
def test_demo_accounts_in_the_database_are_found(settings):
    settings.DEMO = False
    call_command("check", databases=["default"])
    UserFactory(email="sofia@demo.example")
    with pytest.raises(SystemCheckError, match="Demo accounts"):
        call_command("check", databases=["default"])


def test_what_production_says():
    program = """if True:
        import django, json; django.setup()
        from django.conf import settings
        names = ["DEBUG", "DEMO", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT",
                 "SESSION_COOKIE_HTTPONLY", "SECOND_FACTOR_REQUIRED", "EMBEDDED_DATABASE", "EMBEDDED_BROKER"]
        print(json.dumps([getattr(settings, name) for name in names]), settings.PASSWORD_HASHERS[0],
              settings.SESSION_COOKIE_NAME, settings.SECURE_HSTS_SECONDS > 30_000_000)
    """
    assert run("-c", program).stdout.strip() == (
        "[false, false, true, true, true, true, true, false, false] "
        "django.contrib.auth.hashers.Argon2PasswordHasher __Host-sessionid True"
    )


def test_development_key_is_not_in_the_production_image():
    """The key of the development settings is refused even when somebody copies it."""
    text = (ROOT / "platform/config/settings/dev.py").read_text()
    key = text.split('SECRET_KEY = "')[1].split('"')[0]
    assert start(SECRET_KEY=key).returncode != 0


def test_uploads_go_into_a_bucket_where_one_is_named():
    question = "import django; django.setup(); from django.core.files.storage import default_storage as s; "
    question += "s.exists; print(type(s._wrapped).__name__, getattr(s, 'bucket_name', ''))"
    assert run("-c", question).stdout.startswith("FileSystemStorage")
    named = {"FILES_S3_BUCKET": "uploads", "FILES_S3_KEY": "key", "FILES_S3_SECRET": "secret"}
    assert run("-c", question, **named).stdout.strip() == "S3Storage uploads"
