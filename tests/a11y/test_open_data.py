"""The page for developers, and what is shown where practices look alike, measured like the other pages."""

import pytest

from tests.a11y.test_axe import enter, faults_of
from tests.factories.practices import PracticeFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_open_data_and_twins(open_browser, live_server, cast):
    page = open_browser(width=360)
    title = "Half-moons with compost for millet"
    PracticeFactory(status="published", title=title)
    practice = PracticeFactory(author=cast.victor, title=title)
    assert faults_of(page, ["developers/"]) == []
    enter(page, live_server, cast.victor)
    assert faults_of(page, [f"practices/{practice.code}/desk/check/"]) == []
