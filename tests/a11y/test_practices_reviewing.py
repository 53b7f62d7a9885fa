"""The desk of a datasheet as reviewers and the secretariat see it, measured like the other pages."""

import pytest

from tests.a11y.test_axe import enter, faults_of
from tests.factories.practices import MEASURED, PracticeFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pages_of_reviews(open_browser, live_server, cast):
    page = open_browser(width=360)
    practice = PracticeFactory(author=cast.victor, title="Half moons", status="published", answers=MEASURED)
    practice.revise(by=cast.victor)
    practice.write({"results": "The soil stays moist.", "area_ha": 3, "carbon": []}, by=cast.victor)
    practice.submit(by=cast.victor)
    practice.assign_reviewer(cast.bruno, by=cast.sofia)
    practice.comment("carbon", "Where did they go?", by=cast.bruno)
    practice.comment("essentials", "Moist for how long?", by=cast.bruno).settle(by=cast.sofia)
    sent_back = PracticeFactory(author=cast.sofia, status="submitted")
    sent_back.comment("essentials", "On which slope?", by=cast.bruno)
    sent_back.send_back("Say where.", by=None)
    enter(page, live_server, cast.sofia)
    desk = f"practices/{practice.code}/desk/"
    own = ["practices/reviews/", desk, f"practices/{sent_back.code}/desk/"]
    assert faults_of(page, own + [f"{desk}{below}/" for below in ("changes", "assign", "reject")]) == []
