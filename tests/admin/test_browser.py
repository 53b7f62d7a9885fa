"""The secretariat's pages in a real browser: no policy is broken, nothing is fetched from elsewhere."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from partners.models import Partner
from tests.factories import ApplicationFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(open_browser, live_server, house, cast):
    """A window in which Sofia is signed in, and which notes every address it fetches."""
    client = Client()
    client.force_login(cast.sofia)
    window = open_browser()
    window.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    window.elsewhere = []
    ours = (live_server.url, "data:", "blob:")
    window.on("request", lambda request: None if request.url.startswith(ours) else window.elsewhere.append(request.url))
    return window


def test_pages_keep_their_policy_and_stay_at_home(desk, cast, tmp_path):
    application = ApplicationFactory(person=cast.victor)
    cast.afris.suspend(by=cast.sofia, reason="Unpaid.")
    for address in (
        "/admin/",
        "/admin/partners/partner/",
        f"/admin/partners/partner/{cast.afris.pk}/change/",
        f"/admin/partners/partner/{cast.afris.pk}/history/",
        f"/admin/taskforces/application/{application.pk}/change/",
        f"/admin/taskforces/application/{application.pk}/decline/",
        "/admin/taskforces/seat/add/",
        "/admin/core/activity/",
        "/admin/partners/partner/export/",
    ):
        desk.goto(address)
        desk.wait_for_load_state("networkidle")
    assert (desk.broken, desk.elsewhere) == ([], [])


def test_text_is_edited_in_the_tab_of_its_language(desk):
    from objectives.models import ObjectiveText

    text = ObjectiveText.objects.get(objective__code="A1", version__is_in_force=True)
    desk.goto(f"/admin/objectives/objectivetext/{text.pk}/change/")
    expect(desk.locator("#id_label_fr")).to_be_hidden()
    desk.get_by_text("French", exact=True).click()
    desk.fill("#id_label_fr", "Contributions")
    desk.click("button[name=_save]")
    desk.wait_for_load_state()
    text.refresh_from_db()
    assert text.label_fr == "Contributions"
    assert (desk.broken, desk.elsewhere) == ([], [])


def test_file_is_previewed_and_imported(desk, tmp_path):
    file = tmp_path / "organisations.csv"
    file.write_text("name;type;nature;country\nInstitut des Sols;research;public;FR\n")
    desk.goto("/admin/partners/partner/import/")
    desk.set_input_files("input[type=file]", str(file))
    desk.get_by_role("button", name="Show what it does").click()
    desk.get_by_role("button", name="Import these lines").click()
    desk.wait_for_url("**/admin/partners/partner/")
    assert Partner.objects.get(name="Institut des Sols").status == Partner.Status.CANDIDATE
    assert (desk.broken, desk.elsewhere) == ([], [])


def test_ticked_rows_are_previewed_and_changed(desk, cast):
    assert cast.fundacion.is_in_force
    desk.goto("/admin/partners/partner/")
    desk.locator("input.action-select").first.check()
    desk.select_option("select[name=action]", "suspend")
    desk.locator("button[name=index]").click()
    desk.fill("textarea[name=reason]", "Unpaid.")
    desk.get_by_role("button", name="Suspend").click()
    desk.wait_for_url("**/admin/partners/partner/")
    cast.fundacion.refresh_from_db()
    assert cast.fundacion.status == Partner.Status.SUSPENDED
    assert (desk.broken, desk.elsewhere) == ([], [])
