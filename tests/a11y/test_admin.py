"""No accessibility violation that axe can find in the secretariat's pages, light and dark."""

import pytest
from django.urls import reverse

from objectives.models import ObjectiveText
from taskforces.models import Seat
from tests.a11y.test_axe import enter, faults_as_it_looks
from tests.factories import ApplicationFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# The admin's dark look is a class; colours take a moment to change.
BECOME = """async isDark => {
    document.documentElement.classList.toggle("dark", isDark);
    const changing = document.getAnimations().filter(each => each instanceof CSSTransition);
    await Promise.allSettled(changing.map(each => each.finished));
}"""


@pytest.fixture
def scene(cast, house):
    """Something on every page: a request, a flagged seat, an organisation with a history."""
    cast.amina, cast.fatou, cast.sofia  # noqa: B018
    application = ApplicationFactory(person=cast.victor)
    cast.afris.suspend(by=cast.sofia, reason="Unpaid.")
    return application


def pages_of(cast, application):
    """Addresses of a page of every kind."""
    partner, seat = cast.afris.pk, Seat.objects.get(person=cast.amina).pk
    text = ObjectiveText.objects.get(objective__code="A2", version__is_in_force=True).pk
    return [
        reverse("admin:index"),
        *[reverse(f"admin:{name}_changelist") for name in ("partners_partner", "taskforces_seat", "core_activity")],
        reverse("admin:partners_partner_changelist") + "?q=nothing-like-this",
        *[reverse(f"admin:partners_partner_{page}", args=[partner]) for page in ("change", "history", "let_leave")],
        *[reverse(f"admin:partners_partner_{page}") for page in ("add", "import", "export")],
        *[reverse(f"admin:taskforces_application_{page}", args=[application.pk]) for page in ("change", "decline")],
        reverse("admin:taskforces_seat_add"),
        reverse("admin:taskforces_seat_end", args=[seat]),
        reverse("admin:accounts_user_change", args=[cast.amina.pk]),
        reverse("admin:objectives_objectivetext_change", args=[text]),
    ]


def test_pages_of_the_secretariat(open_browser, live_server, scene, cast):
    page = open_browser()
    enter(page, live_server, cast.sofia)
    found = []
    for address in pages_of(cast, scene):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        found += [(address, *fault) for fault in faults_in_the_admin(page)]
    assert found == []


def test_forms_with_errors(open_browser, live_server, scene, cast):
    page = open_browser()
    enter(page, live_server, cast.sofia)
    for address, button in [
        (reverse("admin:taskforces_application_decline", args=[scene.pk]), ".verb.is-main"),
        (reverse("admin:taskforces_seat_add"), ".verb.is-main"),
        (reverse("admin:partners_partner_import"), ".import .verb.is-main"),
        (reverse("admin:partners_partner_add"), "[name=_save]"),
    ]:
        page.goto(address)
        page.evaluate("document.querySelectorAll('form').forEach((form) => { form.noValidate = true; })")
        page.locator(button).first.click()
        page.wait_for_load_state("networkidle")
        assert "required" in page.content(), address
        assert (address, faults_in_the_admin(page)) == (address, [])


def faults_in_the_admin(page):
    """[(rule, example)] of the violations on the page that is open, in dark and in light."""
    found = []
    for is_dark in (True, False):
        page.evaluate(BECOME, is_dark)
        found += faults_as_it_looks(page)
    return found
