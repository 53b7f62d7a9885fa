"""The page for developers, and what is shown where practices look alike, measured like the other pages."""

import pytest

from tests.a11y.test_axe import WAYS, enter, faults_of
from tests.factories.practices import PracticeFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(("language", "width", "scheme"), WAYS)
def test_open_data_and_twins(open_browser, live_server, cast, language, width, scheme):
    page = open_browser(language=language, width=width, color_scheme=scheme)
    title = "Half-moons with compost for millet"
    PracticeFactory(status="published", title=title)
    practice = PracticeFactory(author=cast.victor, title=title)
    assert faults_of(page, language, ["developers/"]) == []
    enter(page, live_server, cast.victor)
    assert faults_of(page, language, [f"practices/{practice.code}/desk/check/"]) == []
