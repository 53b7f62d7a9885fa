"""Reading and comparing datasheets, measured like the other pages."""

import pytest

from tests.a11y.test_axe import enter, faults_of
from tests.factories.practices import PracticeFactory, illustrated, moved_to
from tests.practices.full import FULL

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pages_of_published_datasheets(open_browser, live_server, cast):
    page = open_browser(width=360)
    practice = PracticeFactory(author=cast.bruno, answers=FULL)
    illustrated(practice)
    moved_to(practice, "published")
    practice.revise(by=cast.bruno)
    practice.write({"ph": 6.5, "rainfall_mm": None}, by=cast.bruno)
    moved_to(practice, "published")
    other = PracticeFactory(author=cast.bruno, status="published")
    gone = PracticeFactory(author=cast.bruno, status="archived")
    draft = PracticeFactory(author=cast.bruno)
    illustrated(draft)
    of = f"practices/{practice.code}"
    pages = [practice.get_absolute_url()[4:], f"{of}/versions/1/", f"{of}/versions/compare/", "practices/evidence/"]
    pages += [
        "practices/compare/",
        gone.get_absolute_url()[4:],
        f"practices/compare/?code={practice.code}&code={other.code}",
    ]
    assert faults_of(page, pages) == []
    enter(page, live_server, cast.bruno)
    assert faults_of(page, [f"practices/{draft.code}/desk/pictures/"]) == []
