"""The pages on which a datasheet is written, measured like the other pages."""

import pytest

from tests.a11y.test_axe import enter, faults_of
from tests.factories.practices import MEASURED, PracticeFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ANSWERS = MEASURED | {
    "soil_group": ["vertisols"],
    "impacts": [{"impact": "soil_moisture", "score": 2}],
    "climate_stress": {"drought": "well"},
    "sites": [{"name": "Louga", "country": "SN", "latitude": 15.6, "longitude": -16.2}],
}


def test_pages_on_which_a_datasheet_is_written(open_browser, live_server, cast):
    page = open_browser(width=360)
    desk = f"practices/{PracticeFactory(author=cast.amina, answers=ANSWERS).code}/desk/"
    enter(page, live_server, cast.amina)
    own = ["practices/mine/", "practices/new/", desk, f"{desk}check/", f"{desk}essentials/?in=es"]
    own += [f"{desk}{section}/" for section in ("essentials", "natural", "impacts", "carbon", "places")]
    assert faults_of(page, own) == []
