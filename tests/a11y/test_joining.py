"""The pages of joining: no violation that axe can find, with errors and possible duplicates on them too."""

import pytest
from playwright.sync_api import expect

from tests.a11y.test_axe import enter, faults_here, faults_of
from tests.factories import JoiningFactory, PartnerFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def begun(cast):
    """Victor has begun an application whose organisation may be there already, and something is missing in another."""
    PartnerFactory(name="Instituto Solo Vivo")
    asked = JoiningFactory(applicant=cast.victor, with_pieces=True)
    asked.ask_for_pieces(["declaration", "answers"], "Not signed.", by=cast.sofia)
    draft = JoiningFactory(
        applicant=cast.victor, name="Instituto Solo Vivo", status="draft", submitted_at=None, with_pieces=True
    )
    return draft, asked


def test_pages_of_an_applicant(open_browser, live_server, cast, begun):
    page = open_browser(width=360)
    enter(page, live_server, cast.victor)
    draft, asked = (f"partners/applications/{each.pk}/" for each in begun)
    steps = [f"{draft}{step}/" for step in ("organisation", "files", "check")]
    assert faults_of(page, ["partners/apply/", *steps, asked, f"{asked}files/", "home/"]) == []


def test_possible_duplicates_and_errors(open_browser, live_server, cast, begun):
    page = open_browser(language="fr", width=360)
    enter(page, live_server, cast.victor)
    page.goto(f"/fr/partners/applications/{begun[0].pk}/organisation/")
    go_on = "form#application .actions button:not([name])"
    page.locator(go_on).click()
    page.wait_for_load_state()
    expect(page.locator('form[action$="/request/"]')).to_have_count(1)
    assert faults_here(page) == []
    page.fill("input[name=name]", "")
    page.fill("input[name=contact_email]", "nobody")
    page.locator(go_on).click()
    page.wait_for_load_state()
    expect(page.locator(".error-summary li")).to_have_count(2)
    assert faults_here(page) == []
