"""The demo's notices: older ones have been read, and no mail of the past leaves."""

from datetime import timedelta

from django.db.models import F, Q

from home.demo.past import days_ago, happening
from notifications.models import Mail, Notice, NoticeSetting
from taskforces.models import TaskForce

READ_BEFORE = 7  # days


def choose_mails(cast):
    """Some have chosen otherwise than what holds for everybody."""
    a2 = TaskForce.objects.get(objective__code="A2").space_id
    for key, choice in {
        "bruno": {"discussion": "daily", "library": "never", "hour": 18},
        "carla": {"news": "never", "rooms": {a2: "muted"}},
        "fatou": {"weekday": 4, "hour": 8, "rooms": {a2: "daily"}},
        "ines": {"digest": "none"},
    }.items():
        with happening(days_ago(20)):
            NoticeSetting.choose(cast[key], by=cast[key], **choice)


def read_older_notices():
    """What is older than a week was read some hours after it came."""
    older = Notice.objects.unread().filter(
        created_at__lt=days_ago(READ_BEFORE), recipient__email__endswith="@demo.example"
    )
    older.update(read_at=F("created_at") + timedelta(hours=7))


def leave_mails_unsent():
    """The mails of the demo's past never leave: the worker would send hundreds at the first start."""
    to_demo = (
        Q(notice__recipient__email__endswith=".example")
        | Q(digest__person__email__endswith=".example")
        | Q(email__endswith=".example")
    )
    Mail.objects.filter(to_demo, status=Mail.Status.WAITING).update(status=Mail.Status.DROPPED)
