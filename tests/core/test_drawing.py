"""What is the same for many pages is drawn once, and for nobody else."""

import pytest
from django.template import Context, Template
from django.urls import reverse
from django.utils import translation

SECTIONS = '{% load drawing %}{% drawn_once "components/sections.html" section=section is_front=is_front %}'
OWN_LINKS = '{% load drawing %}{% drawn_once "components/own_links.html" is_staff=is_staff %}'


def drawn(source, **values):
    return Template(source).render(Context(values))


def test_drawn_for_one_section_is_not_shown_in_another():
    pages = [drawn(SECTIONS, section=section, is_front=True) for section in ("partners", "practices", "partners")]
    assert pages[0] == pages[2] != pages[1]
    assert f'href="{reverse("partners:list")}" aria-current="page"' in pages[0]
    assert f'href="{reverse("practices:list")}" aria-current="page"' in pages[1]
    assert "aria-current" not in drawn(SECTIONS, section="", is_front=False)


def test_drawn_for_one_language_is_not_shown_in_another():
    pages = {}
    for language in ("en", "fr", "es"):
        with translation.override(language):
            pages[language] = drawn(SECTIONS, section="partners", is_front=False)
    assert all(f"/{language}/" in page for language, page in pages.items())


def test_drawn_for_the_secretariat_is_not_shown_to_others():
    assert "/admin/" in drawn(OWN_LINKS, is_staff=True)
    assert "/admin/" not in drawn(OWN_LINKS, is_staff=False)
    assert "/admin/" not in drawn(OWN_LINKS, is_staff=None)


def test_the_same_value_under_another_name_is_something_else():
    hub = '{% load drawing %}{% drawn_once "components/own_links.html" shows_hub=yes %}'
    assert "/admin/" not in drawn(hub, yes=True)
    assert "/admin/" in drawn(OWN_LINKS, is_staff=True)


def test_what_is_drawn_sees_nothing_of_the_page_but_the_values_named():
    assert "/admin/" not in drawn('{% load drawing %}{% drawn_once "components/own_links.html" %}', is_staff=True)


@pytest.mark.django_db
def test_first_page_of_a_section_is_marked_as_this_page_and_the_pages_below_as_in_it(client):
    front, below = reverse("objectives:list"), reverse("objectives:detail", args=["A2"])
    assert f'href="{front}" aria-current="page"' in client.get(front).content.decode()
    assert f'href="{front}" aria-current="true"' in client.get(below).content.decode()
