"""What the secretariat adds to pages about practices, and its own pages about them."""

import pytest
from django.urls import reverse

from practices.models import Term
from tests.a11y.test_admin import faults_in_the_admin
from tests.a11y.test_axe import enter, faults_of
from tests.factories.practices import PracticeFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def tagged(house, cast):
    practice = PracticeFactory(author=cast.bruno, title="Stone bunds", status="published")
    practice.tag("groups", "agroforestry", by=cast.sofia)
    return practice


def test_tags_and_figures(open_browser, tagged):
    page = open_browser(width=360)
    address = tagged.get_absolute_url().split("/", 2)[2]
    assert faults_of(page, ["objectives/b2/", address]) == []


def test_pages_of_the_secretariat(open_browser, live_server, tagged, cast):
    page = open_browser()
    enter(page, live_server, cast.sofia)
    term = Term.objects.get(vocabulary__slug="group", code="agroforestry")
    found = []
    for address in [
        reverse("admin:practices_practice_changelist"),
        *[reverse(f"admin:practices_practice_{name}", args=[tagged.pk]) for name in ("change", "tag", "archive")],
        reverse("admin:practices_term_changelist"),
        reverse("admin:practices_term_change", args=[term.pk]),
    ]:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        found += [(address, *fault) for fault in faults_in_the_admin(page)]
    assert found == []
