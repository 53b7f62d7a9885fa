"""The gathered mails word by word, in three languages, as tests/notifications/golden/ keeps them."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from accounts.models import User
from core.models import Activity
from notifications.models import Digest, Mail, Notice, NoticeSetting
from partners.models import Invitation
from tests.factories import PartnerFactory, partner_person
from tests.factories.discussions import ThreadFactory, opened_to
from tests.notifications.mondays import MONDAY, joined_long_ago

GOLDEN = Path(__file__).parent / "golden"
# What differs from run to run: keys of rows, tokens of links.
PASSING = re.compile(r"(?<=/)(?:\d+|[\w-]+:[\w:-]+)(?=/)")


@pytest.fixture
def week(victor, clock):
    """Victor has to answer an invitation, was written to in two discussions, and one of them was closed."""
    joined_long_ago(victor, time_zone="Europe/Paris")
    opened_to("public")
    until = timezone.now() + timedelta(days=3)
    Invitation.objects.create(partner=PartnerFactory(name="Sol vivant"), email=victor.email, expires_at=until)
    threads = [ThreadFactory(title=title) for title in ("Which cover crops?", "Carbon under <hedges> & walls")]
    tell()
    writer = partner_person(name="Nadia Benali")
    for minute, thread in enumerate([threads[0], threads[0], threads[1]]):
        thread.follow(by=victor)
        thread.reply(f"Words of minute {minute}.", language="en", by=writer)
        tell()
        clock.shift(timedelta(minutes=1))
    threads[0].close("Answered.", by=None)
    tell()
    return victor


def tell():
    for pk in Activity.objects.unannounced().values_list("pk", flat=True):
        Notice.objects.announce(pk)


def written(person, rhythm):
    """The text of the digest, with what passes left out."""
    digest = Digest.objects.write(person, MONDAY, rhythm)
    mail = Mail.objects.get(digest=digest)
    mail.fetch()
    message = mail.compose()
    return PASSING.sub("#", f"{message.subject}\n\n{message.body}").strip() + "\n"


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("rhythm", ["daily", "weekly"])
def test_it_says_what_it_has_always_said(week, language, rhythm):
    User.objects.filter(pk=week.pk).update(language=language)
    Notice.objects.filter(recipient=week).exclude(rhythm="at_once").update(rhythm=rhythm)
    if rhythm == "daily":
        NoticeSetting.choose(week, by=week, discussion="daily")
    week.refresh_from_db()
    assert written(week, rhythm) == (GOLDEN / f"{rhythm}_{language}.txt").read_text()
