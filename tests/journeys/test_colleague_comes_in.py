"""A focal point invites a colleague, who signs up by the link and enters the hub; her tie ends, and the hub is shut."""

import pytest
from playwright.sync_api import expect

from partners.models import Invitation
from tests.journeys.steps import (
    colleague_enters_the_hub,
    focal_point_invites,
    open_fold,
    sign_in,
    stranger_signs_up_by_the_link,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(("language", "javascript"), [("en", True), ("fr", True), ("es", True), ("en", False)])
def test_colleague_comes_in_and_goes(open_browser, cast, language, javascript):
    people = f"/{language}/partners/{cast.afris.slug}/people/"
    assert cast.amina  # she lives here already

    amina = open_browser(language=language, javascript=javascript)
    sign_in(amina, "amina@example.org", language)
    focal_point_invites(amina, people, language)

    kofi = open_browser(language=language, javascript=javascript, width=360)
    stranger_signs_up_by_the_link(kofi, language)
    colleague_enters_the_hub(kofi, language, cast.afris.name)

    focal_point_ends_the_tie(amina, people)
    assert kofi.broken == amina.broken == []
    hub_is_shut(kofi, language)


def focal_point_ends_the_tie(page, people):
    """The row of the colleague, the fold, the button."""
    page.goto(people)
    affiliation = Invitation.objects.get().accepted_by.affiliations.get()
    form = f'form[action$="/affiliations/{affiliation.pk}/end/"]'
    open_fold(page, form)
    page.locator(f"{form} button").click()
    page.wait_for_load_state()
    affiliation.refresh_from_db()
    assert not affiliation.is_open


def hub_is_shut(page, language):
    """With the next click, in words that say how to come in again."""
    response = page.goto(f"/{language}/hub/")
    assert response.status == 403
    expect(page.locator(f'main a[href="/{language}/partners/"]').first).to_be_visible()
