"""The search, measured like the other pages."""

import pytest

from tests.a11y.test_axe import enter, faults_of
from tests.search.house import furnish

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pages_of_the_search(open_browser, live_server, cast):
    page = open_browser(width=360)
    furnish(cast)
    enter(page, live_server, cast.amina)
    asked = ["", "?q=sol", "?q=sol&kind=ideas", "?q=sol&kind=wiki", "?q=agroforstry", "?q=xylophone", "?q=!"]
    assert faults_of(page, [f"search/{each}" for each in asked]) == []
