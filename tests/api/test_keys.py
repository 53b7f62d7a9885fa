"""Keys for programs: made and revoked by whoever holds them, shown once; they raise a limit and open nothing."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.urls import reverse

from api.models import MOST, Key
from core.models import Activity
from tests.factories.practices import PracticeFactory

pytestmark = pytest.mark.django_db

LIST = "/api/v1/practices/"


@pytest.fixture
def limits(settings):
    """A limit that is soon reached without a key, and a higher one with it."""
    settings.API_REQUESTS_PER_MINUTE, settings.API_KEY_REQUESTS_PER_MINUTE = 2, 5


def bearer(token):
    return {"Authorization": f"Bearer {token}"}


def made(person, name="Monthly report"):
    """(Key, its token) of `person`."""
    return Key.objects.make(name, by=person)


def test_key_is_made_on_the_page_and_shown_once(client, victor):
    client.force_login(victor)
    page = client.post(reverse("keys:list"), {"name": "Monthly report"}).content.decode()
    (token,) = set(re.findall(r"4p1000_[\w-]{43}", page))
    key = Key.objects.by_token(token)
    assert (key.person, key.name) == (victor, "Monthly report")
    again = client.get(reverse("keys:list")).content.decode()
    assert token not in again
    assert f"{key.prefix}…" in again


def test_only_a_fingerprint_is_kept(victor):
    key, token = made(victor)
    row = str(Key.objects.filter(pk=key.pk).values().get())
    assert token not in row and token.removeprefix(key.prefix) not in row
    assert token not in str(list(Activity.objects.values()))


def test_two_keys_of_one_fingerprint_cannot_be(victor):
    key, _token = made(victor)
    with pytest.raises(IntegrityError):
        Key.objects.create(person=victor, name="Twin", token_hash=key.token_hash)


def test_nobody_has_very_many(client, victor):
    for _each in range(MOST):
        made(victor)
    with pytest.raises(ValidationError):
        made(victor)
    client.force_login(victor)
    assert 'name="name"' not in client.get(reverse("keys:list")).content.decode()
    page = client.post(reverse("keys:list"), {"name": "One more"})
    assert "Revoke one first" in page.content.decode()
    assert victor.api_keys.count() == MOST


def test_key_wants_a_name(client, victor):
    client.force_login(victor)
    assert client.post(reverse("keys:list"), {"name": " "}).context["form"].errors["name"]
    assert not Key.objects.exists()


def test_strangers_and_others_see_and_revoke_nothing(client, victor, bruno):
    key, _token = made(victor, "Soils of Pará")
    revoking = reverse("keys:revoke", args=[key.pk])
    assert client.get(reverse("keys:list")).status_code == client.post(revoking).status_code == 302
    client.force_login(bruno)
    assert "Soils of Pará" not in client.get(reverse("keys:list")).content.decode()
    assert client.post(revoking).status_code == 404
    assert Key.objects.exists()


def test_secretariat_finds_her_own_among_her_keys_and_no_others(client, victor, sofia):
    made(victor, "Soils of Pará")
    client.force_login(sofia)
    assert "Soils of Pará" not in client.get(reverse("keys:list")).content.decode()


def test_key_raises_the_limit_and_the_headers_tell_so(client, victor, limits):
    _key, token = made(victor)
    answer = client.get(LIST, headers=bearer(token))
    assert (answer["RateLimit-Limit"], answer["RateLimit-Remaining"]) == ("5", "4")
    assert client.get(LIST)["RateLimit-Limit"] == "2"
    assert [client.get(LIST, headers=bearer(token)).status_code for _each in range(5)] == [200] * 4 + [429]


def test_each_key_has_turns_of_its_own_wherever_it_comes_from(client, victor, limits):
    (_first, one), (_second, other) = made(victor), made(victor)
    for address in ("192.0.2.7", "192.0.2.8"):
        client.get(LIST, headers=bearer(one), REMOTE_ADDR=address)
    assert client.get(LIST, headers=bearer(one))["RateLimit-Remaining"] == "2"
    assert client.get(LIST, headers=bearer(other))["RateLimit-Remaining"] == "4"


def test_key_opens_nothing(client, victor):
    PracticeFactory(author=victor)
    _key, token = made(victor)
    with_key, without = client.get(LIST, headers=bearer(token)), client.get(LIST)
    assert with_key.content == without.content
    draft = PracticeFactory(author=victor)
    assert client.get(f"{LIST}{draft.code}/", headers=bearer(token)).status_code == 404
    assert client.get(reverse("accounts:profile"), headers=bearer(token)).status_code == 302


@pytest.mark.parametrize("told", ["Bearer 4p1000_none", "Bearer", "Bearer ", "Basic dTpw", "", "Bearer \xff\x00é"])
def test_what_is_no_key_of_ours_is_refused_in_words(client, told):
    answer = client.get(LIST, headers={"Authorization": told})
    assert (answer.status_code, answer["Content-Type"]) == (401, "application/problem+json")
    assert answer["WWW-Authenticate"].startswith("Bearer ")
    assert answer.json()["detail"]
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_refusal_is_told_in_the_language_asked_for(client):
    answer = client.get(LIST, headers=bearer("x") | {"Accept-Language": "fr"})
    assert (answer.status_code, answer["Content-Language"]) == (401, "fr")


def test_revoked_key_is_refused(client, victor):
    key, token = made(victor)
    assert client.get(LIST, headers=bearer(token)).status_code == 200
    client.force_login(victor)
    client.post(reverse("keys:revoke", args=[key.pk]))
    assert client.get(LIST, headers=bearer(token)).status_code == 401
    assert Activity.objects.get(verb="revoked", object_id=key.pk).actor == victor
    with pytest.raises(ValidationError):
        key.revoke(by=victor)


def test_key_of_a_closed_account_is_refused_as_long_as_it_is_closed(client, victor, sofia):
    _key, token = made(victor)
    victor.deactivate(by=sofia, reason="It was asked for.")
    assert client.get(LIST, headers=bearer(token)).status_code == 401
    victor.reactivate(by=sofia, reason="It was a mistake.")
    assert client.get(LIST, headers=bearer(token)).status_code == 200


def test_whoever_tries_keys_uses_up_the_turns_of_the_address(client, limits):
    answers = [client.get(LIST, headers=bearer(f"4p1000_{number}")).status_code for number in range(3)]
    assert answers == [401, 401, 429]


def test_day_of_the_last_use_is_kept_by_one_write_a_day(client, victor, time_machine, django_assert_max_num_queries):
    key, token = made(victor)
    assert key.used_on is None
    time_machine.move_to("2026-11-30 10:00 +0000", tick=False)
    client.get(LIST, headers=bearer(token))
    key.refresh_from_db()
    assert key.used_on == date(2026, 11, 30)
    with django_assert_max_num_queries(0):
        key.note_use()
    time_machine.move_to("2026-12-01 10:00 +0000", tick=False)
    client.get(LIST, headers=bearer(token))
    key.refresh_from_db()
    assert key.used_on == date(2026, 12, 1)


def test_any_page_may_send_a_key(client):
    assert "Authorization" in client.options(LIST)["Access-Control-Allow-Headers"]


def test_description_names_keys_and_asks_for_none(client):
    described = client.get("/api/v1/openapi.json").json()
    assert described["components"]["securitySchemes"]["Key"]["scheme"] == "bearer"
    assert described["security"] == [{}, {"Key": []}]
    operations = [one for path in described["paths"].values() for one in path.values()]
    assert all("401" in one["responses"] for one in operations)


def test_page_for_developers_leads_to_keys(client, settings):
    settings.API_KEY_REQUESTS_PER_MINUTE = 777
    page = client.get(reverse("developers:page")).content.decode()
    assert reverse("keys:list") in page
    assert "777 times a minute" in page
