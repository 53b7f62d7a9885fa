"""Doorbells: the rows say what is to be done, and may be rung for twice without harm."""

from datetime import datetime

import structlog
from celery import shared_task
from django.core.mail import get_connection

from core.announcing import on_activity
from core.models import Activity
from core.source import acting_from
from notifications.models import Digest, Mail, Notice
from notifications.models.rhythm import GATHERED

log = structlog.get_logger(__name__)

# A worker hands over this many mails on one connection, then rings for the next batch.
BATCH = 100
# After so many failures in a row the relay is taken to be away: the rest waits for the next sweep.
PATIENCE = 3


@on_activity
def ring(activity_id):
    """Wake a worker up for a new activity."""
    announce.delay(activity_id)


@shared_task
def announce(activity_id):
    """Write the notices of one activity and send their mails."""
    with acting_from("job"):
        Notice.objects.announce(activity_id)
    deliver()


@shared_task
def deliver():
    """Send what is due, one claimed mail after the other; ring again when more is waiting."""
    connection = get_connection()
    failures = 0
    for _number in range(BATCH):
        mail = Mail.objects.claim() if failures < PATIENCE else None
        if mail is None:
            break
        failures = 0 if mail.send(connection=connection) else failures + 1
    else:
        deliver.delay()
    connection.close()


@shared_task
def sweep():
    """Every minute: announce what no bell was heard for, mark what a killed process left, send what is due."""
    with acting_from("job"):
        for activity_id in Activity.objects.unannounced().values_list("pk", flat=True)[:500]:
            try:
                Notice.objects.announce(activity_id)
            except Exception:  # one activity nobody can be told of must not silence the others
                log.exception("not_announced", activity=activity_id)
    Mail.objects.settle_left_behind()
    deliver()


@shared_task
def write_digests(moment=None, after=0, rhythms=GATHERED):
    """Every quarter of an hour: write the daily and weekly digests of those whose hour it has become, and send them.

    `moment`, in ISO's way of writing, stands for now: to catch up with a week nobody could be written to. People
    behind the key `after` are the next batch, in one of the `rhythms`.
    """
    meant = moment and datetime.fromisoformat(moment)
    with acting_from("job"):
        for rhythm in rhythms:
            last = Digest.objects.write_due(rhythm, moment=meant, most=BATCH, after=after)
            if last is not None:
                write_digests.delay(moment, last, [rhythm])
    deliver()
