"""The weight of pages on the wire: bytes, requests, hosts (DESIGN §9)."""

import gzip
import re

import pytest
from django.urls import reverse

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

KILOBYTE = 1024
FIRST_VISIT, SECOND_PAGE = 60 * KILOBYTE, 30 * KILOBYTE
REQUESTS, SCRIPT, STYLE = 8, 28 * KILOBYTE, 20 * KILOBYTE


class Wire:
    """What a page asked for, as it would weigh gzipped, the way the server of production sends it."""

    def __init__(self, page):
        self.answers = {}
        page.on("response", self.note)

    def note(self, answer):
        if answer.status == 200 and answer.url not in self.answers:
            self.answers[answer.url] = answer

    def bytes_of(self, pattern=r""):
        """The gzipped bytes of the answers whose content type matches."""
        found = [
            answer for answer in self.answers.values() if re.search(pattern, answer.headers.get("content-type", ""))
        ]
        return sum(len(gzip.compress(answer.body())) + len(str(answer.headers)) for answer in found)

    @property
    def hosts(self):
        return {re.sub(r"^\w+://([^/]+).*", r"\1", url) for url in self.answers if not url.startswith("data:")}


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("home:landing", []),
        ("objectives:list", []),
        ("objectives:detail", ["a2"]),
        ("taskforces:list", []),
        ("taskforces:detail", ["a2"]),
        ("partners:list", []),
        ("account_login", []),
        ("account_signup", []),
    ],
)
def test_first_visit_is_light(open_browser, live_server, cast, language, name, args):
    cast.amina  # noqa: B018 A2 has a leader
    page = open_browser(language=language)
    wire = Wire(page)
    page.goto(reverse(name, args=args).replace("/en/", f"/{language}/", 1), wait_until="networkidle")
    assert wire.bytes_of() <= FIRST_VISIT
    assert len(wire.answers) <= REQUESTS
    assert wire.bytes_of("javascript") <= SCRIPT
    assert wire.bytes_of("css") <= STYLE
    assert wire.hosts == {live_server.url.removeprefix("http://")}


def test_second_page_is_lighter(open_browser, cast):
    page = open_browser()
    page.goto("/en/", wait_until="networkidle")
    wire = Wire(page)
    page.goto("/en/objectives/", wait_until="networkidle")
    documents = wire.bytes_of("text/html")
    assert documents <= SECOND_PAGE
