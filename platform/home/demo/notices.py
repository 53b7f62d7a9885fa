"""The demo's notices: older ones have been read, and no mail of the past leaves."""

from datetime import timedelta

from django.db.models import F, Q

from home.demo.past import days_ago
from notifications.models import Mail, Notice

READ_BEFORE = 7  # days


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
