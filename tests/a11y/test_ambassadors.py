"""No accessibility violation on the pages of ambassadors."""

import pytest

from tests.a11y.test_axe import enter, faults_of
from tests.factories import AmbassadorFactory, KitItemFactory, lecture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pages_of_an_ambassador(open_browser, live_server, cast):
    cast.victor.consent("rosters", by=cast.victor)
    activity = lecture(AmbassadorFactory(person=cast.victor), place="Belém")
    KitItemFactory(words="For a lecture of twenty minutes.", language="fr")
    page = open_browser(width=360)
    enter(page, live_server, cast.victor)
    work = "friends/ambassadors/"
    pages = ["friends/", work, f"{work}activities/add/", f"{work}activities/{activity.pk}/change/"]
    assert faults_of(page, pages) == []
