"""No stylesheet, script or mail makes a browser ask another host for anything; pages: test_access_matrix.py."""

import re

import pytest
from django.core import mail

from notifications.models import Notice
from notifications.tasks import sweep
from tests.security.fetching import fetched_elsewhere

pytestmark = pytest.mark.django_db


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
        assert not fetched_elsewhere(html)
        assert "<img" not in html
        for link in re.findall(r'href="([^"]*)"', html):
            assert link.startswith("https://platform.example/"), link
            assert "?" not in link, "no mark by which the reader could be followed"
