"""No search, filter or pattern takes long, whatever is typed."""

import time

import pytest
from django.db import OperationalError, connection
from django.utils.text import slugify

from core.letters import as_text
from partners.models import Partner
from tests.factories import PartnerFactory

pytestmark = pytest.mark.django_db

# Generous: the machine may be busy. What is quadratic or worse takes minutes.
SECONDS = 20

AWFUL = {
    "many words": "a " * 5000,
    "one long word": "a" * 100_000,
    "wildcards": "%" * 100,
    "wildcards and letters": "%a%b%" * 20,
    "underscores": "_" * 100,
    "backslashes": "\\" * 100,
    "repeated groups": "(a+)+" * 20 + "!",
    "accents": "é" * 100,
    "decomposed accents": "e\u0301" * 50,
    "spaces of all kinds": "\u00a0\u2003\u3000\t" * 25,
    "eight nasty words": " ".join(["%_%_%_%_%\\"] * 8),
    "quotes": "'\"" * 50,
}


@pytest.fixture
def many_organisations():
    country = PartnerFactory().country
    Partner.objects.bulk_create(
        Partner(
            name=f"{'a' * 150} {number}",
            slug=f"a-{number}",
            type="research",
            nature="non_profit",
            status="partner",
            country=country,
        )
        for number in range(1000)
    )


@pytest.mark.parametrize("name", AWFUL)
def test_search_for_organisations(client, many_organisations, name):
    begin = time.monotonic()
    response = client.get("/en/partners/", {"q": AWFUL[name]})
    assert response.status_code in (200, 400)
    assert time.monotonic() - begin < SECONDS


@pytest.mark.parametrize("name", AWFUL)
def test_search_in_the_admin(client, sofia, many_organisations, name):
    client.force_login(sofia)
    begin = time.monotonic()
    for path in ("/admin/partners/partner/", "/admin/accounts/user/", "/admin/taskforces/application/"):
        assert client.get(path, {"q": AWFUL[name]}).status_code in (200, 302, 400)
    assert time.monotonic() - begin < SECONDS


@pytest.mark.parametrize("name", AWFUL)
def test_addresses_and_texts(name):
    begin = time.monotonic()
    slugify(AWFUL[name])
    as_text(f"<p>{AWFUL[name]}</p>" + "<blockquote>" * 500 + "<" * 2000)
    PartnerFactory.build(name=AWFUL[name]).free_slug()
    assert time.monotonic() - begin < SECONDS


def test_names_that_are_all_alike_get_their_addresses_quickly():
    country = PartnerFactory().country
    Partner.objects.bulk_create(
        Partner(
            name=f"same {number}",
            slug="same" if number == 1 else f"same-{number}",
            type="research",
            nature="non_profit",
            country=country,
        )
        for number in range(1, 1000)
    )
    begin = time.monotonic()
    assert PartnerFactory(name="Same").slug == "same-1000"
    assert time.monotonic() - begin < SECONDS


def test_question_that_takes_too_long_is_stopped_and_answered(client):
    """Web processes give each question one second (config/wsgi.py); beyond it comes the outage page, not an error."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 50")
        with pytest.raises(OperationalError):
            cursor.execute("SELECT pg_sleep(5)")


def test_web_processes_set_the_limit():
    from tests.core.floors import ROOT

    assert 'setdefault("STATEMENT_TIMEOUT_MS", "1000")' in (ROOT / "platform/config/wsgi.py").read_text()
