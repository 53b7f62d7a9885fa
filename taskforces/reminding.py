"""Requests that wait too long: those who decide are reminded once, then the secretariat is told once."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from core.models import Activity
from taskforces.models import Application

AFTER = (("decider", timedelta(days=7)), ("secretariat", timedelta(days=14)))


def remind():
    """Record a reminder for each application that is due one. Running it again the same day records nothing more."""
    for to, age in AFTER:
        for pk in (
            Application.objects.waiting().filter(submitted_at__lt=timezone.now() - age).values_list("pk", flat=True)
        ):
            remind_of(pk, to)


@transaction.atomic
def remind_of(pk, to):
    """Record one reminder, unless it was recorded before or the application has been decided meanwhile."""
    application = Application.objects.select_for_update(of=("self",)).waiting().filter(pk=pk).first()
    if application is None or Activity.objects.about(application).filter(verb="reminded", data__to=to).exists():
        return
    application.record("reminded", by=None, to=to)
