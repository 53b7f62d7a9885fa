"""Dates that come near: statements missing a week before the deadline, mandates that end."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from core.models import Activity
from taskforces.models import Application, Seat

STATEMENT_BEFORE = timedelta(days=7)


def missing_statements():
    """Candidates who have a week or less to send their statement."""
    now = timezone.now()
    rows = Application.objects.candidates().filter(call__deadline__gt=now, statement__sent_at=None)
    return rows.filter(call__deadline__lte=now + STATEMENT_BEFORE)


def remind_of_statements():
    """Record a reminder for each; running it again records nothing more, unless the deadline was moved."""
    for pk in missing_statements().values_list("pk", flat=True):
        remind_of_statement(pk)


@transaction.atomic
def remind_of_statement(pk):
    """Record one reminder, unless it was recorded before or the statement has been sent meanwhile."""
    Application.objects.select_for_update().filter(pk=pk).first()
    application = missing_statements().select_related("call").filter(pk=pk).first()
    if application is None:
        return
    record_once(application, "statement_due", deadline=application.call.deadline.isoformat())


def remind_of_mandates():
    """Record once for each mandate that it ends soon, and once that it has ended."""
    for word, find in (("expiring", Seat.objects.expiring), ("lapsed", Seat.objects.lapsed)):
        for pk in find().values_list("pk", flat=True):
            remind_of_mandate(pk, word)


@transaction.atomic
def remind_of_mandate(pk, word):
    """Record it of one seat, unless it was recorded before or the mandate has been renewed meanwhile."""
    Seat.objects.select_for_update().filter(pk=pk).first()
    found = Seat.objects.expiring() if word == "expiring" else Seat.objects.lapsed()
    seat = found.filter(pk=pk).first()
    if seat is not None:
        record_once(seat, word, until=seat.expires_at.isoformat())


def record_once(row, verb, **about):
    """Record `verb` of `row`, unless it stands there with the same date."""
    key = next(iter(about))
    if not Activity.objects.about(row).filter(verb=verb, **{f"data__{key}": about[key]}).exists():
        row.record(verb, by=None, **about)
