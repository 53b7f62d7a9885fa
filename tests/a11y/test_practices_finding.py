"""Finding practices and saved searches, measured like the other pages."""

import pytest

from practices.models import SavedSearch
from tests.a11y.test_axe import enter, faults_of
from tests.factories.practices import MEASURED, PracticeFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pages_on_which_practices_are_found(open_browser, live_server, cast):
    page = open_browser(width=360)
    PracticeFactory(status="published", title="Paillage", language="fr", answers=MEASURED)
    PracticeFactory(status="published", title="Half moons", answers={"countries": ["NE", "BF"]})
    SavedSearch.objects.keep({"region": ["africa"]}, "Africa", by=cast.amina)
    found = ["practices/", "practices/?region=africa&q=straw", "practices/?q=xylophone"]
    assert faults_of(page, found) == []
    enter(page, live_server, cast.amina)
    assert faults_of(page, ["practices/searches/", "practices/searches/keep/?region=africa"]) == []
