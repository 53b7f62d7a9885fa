"""Requests that wait too long: those who decide are reminded once, then the secretariat is told once."""

from datetime import timedelta

from django.db import transaction

from core.models import Activity
from taskforces.models import Application, Enquiry, Role

# Whoever decides is reminded; a week later the secretariat hears of it.
LONG = timedelta(days=7)
AFTER = (("decider", LONG), ("secretariat", 2 * LONG))


def remind():
    """Record a reminder for each application that is due one. Running it again the same day records nothing more."""
    for to, age in AFTER:
        rows = Application.objects.waiting_longer_than(age)
        # The secretariat alone decides on candidates: it is told, and once.
        rows = rows.filter(role=Role.MEMBER) if to == "decider" else rows
        for pk in rows.values_list("pk", flat=True):
            remind_of(pk, to)


@transaction.atomic
def remind_of(pk, to):
    """Record one reminder, unless it was recorded before or the application has been decided meanwhile."""
    application = Application.objects.select_for_update(of=("self",)).waiting().filter(pk=pk).first()
    if application is None or Activity.objects.about(application).filter(verb="reminded", data__to=to).exists():
        return
    application.record("reminded", by=None, to=to)


def remind_of_enquiries():
    """Tell the secretariat once of each question from outside that has waited for two weeks."""
    for pk in Enquiry.objects.old().values_list("pk", flat=True):
        remind_of_enquiry(pk)


@transaction.atomic
def remind_of_enquiry(pk):
    """Record it, unless it was recorded before or the question has been answered meanwhile."""
    enquiry = Enquiry.objects.select_for_update(of=("self",)).waiting().filter(pk=pk).first()
    if enquiry is None or Activity.objects.about(enquiry).filter(verb="reminded").exists():
        return
    enquiry.record("reminded", by=None)
