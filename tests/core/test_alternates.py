"""Search engines learn which pages are the same in another language."""

import re

import pytest

PAGES = ["/en/", "/en/objectives/a2/", "/en/partners/"]


def alternates(page):
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', page.content.decode()))


@pytest.mark.parametrize("address", PAGES)
def test_public_pages_name_their_languages_and_each_other(client, db, settings, address):
    first = alternates(client.get(address))
    assert set(first) == {"en", "fr", "es", "x-default"}
    assert first["fr"].startswith(settings.SITE_URL + "/fr/")
    assert alternates(client.get(first["fr"].removeprefix(settings.SITE_URL))) == first


def test_pages_of_signed_in_people_are_nobodys_to_index(client, amina):
    client.force_login(amina)
    assert not alternates(client.get("/en/objectives/a2/"))


def test_a_missing_page_names_no_other(client, db):
    assert not alternates(client.get("/en/objectives/z9/"))
