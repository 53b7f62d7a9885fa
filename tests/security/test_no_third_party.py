"""No page and no mail makes a browser ask another host for anything."""

import re
from html.parser import HTMLParser

import pytest
from django.core import mail

from notifications.models import Notice
from notifications.tasks import sweep
from tests.security.access_table import ROWS
from tests.security.stage import FRIEND, LEADER, SECRETARIAT, VISITOR
from tests.security.test_access_matrix import address

pytestmark = pytest.mark.django_db

# Attributes a browser follows by itself. `href` counts on <link>, not on <a>.
FETCHED = {"src", "srcset", "poster", "data", "action", "formaction", "background", "manifest", "ping", "xlink:href"}
OUTSIDE = re.compile(r"(?:^|[\s,(\"'])(?:https?:)?//(?!testserver\b|platform\.example\b)", re.I)
ROUTES = {row.route: row for row in reversed(ROWS)}


class Resources(HTMLParser):
    """What a page makes a browser fetch or send to."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            is_fetched = name in FETCHED or (tag in ("link", "base", "use") and name == "href")
            if value and is_fetched and dict(attrs).get("rel") not in ("alternate", "canonical"):
                self.found.append(value)
            if value and name == "style":
                self.found += re.findall(r"url\(([^)]*)\)", value)


def resources(page):
    parser = Resources()
    parser.feed(page)
    return parser.found


@pytest.mark.parametrize("role", [VISITOR, FRIEND, LEADER, SECRETARIAT])
def test_no_page_calls_another_host(stage, doors, role):
    outside = {}
    for route, row in ROUTES.items():
        response = doors.client(role).get(address(row, stage))
        if response.status_code == 200 and "html" in response["Content-Type"]:
            found = [each for each in resources(response.content.decode()) if OUTSIDE.search(each)]
            if found:
                outside[route] = found
    assert not outside


def test_stylesheets_and_scripts_call_no_other_host():
    from tests.core.floors import ROOT

    for path in [*(ROOT / "static").rglob("*.css"), *(ROOT / "static").rglob("*.js")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"(url\(|@import|import |fetch\()\s*[\"']?\s*(https?:)?//", text), path


def test_mails_fetch_nothing_and_count_no_opening(stage):
    Notice.objects.announce(stage.asked.record("asked", by=stage.amina).pk)
    sweep()
    assert mail.outbox
    for message in mail.outbox:
        html = next(part for part, kind in message.alternatives if kind == "text/html")
        assert not [each for each in resources(html) if OUTSIDE.search(each)]
        assert "<img" not in html
        for link in re.findall(r'href="([^"]*)"', html):
            assert link.startswith("https://platform.example/"), link
            assert "?" not in link, "no mark by which the reader could be followed"
