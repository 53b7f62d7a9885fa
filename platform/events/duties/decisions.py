"""Decisions a person has to carry out."""

from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.duties import Duty, waits
from events.models import Decision, Meeting


@waits("events.decision")
def decisions_to_carry_out(user):
    """Her own, not done yet, of meetings she may still see: there she says that it is done."""
    visible = Meeting.objects.visible_to(user)
    return Decision.objects.open().filter(owner=user, meeting__in=visible).select_related("meeting")


@decisions_to_carry_out.told
def carry_out(decision):
    about = f"{str(decision).rstrip('.')} · {decision.meeting}"
    return Duty(_("Carry out a decision"), about, decision.created_at, decision.get_absolute_url(), end_of(decision))


def end_of(decision):
    """The last moment of its day where the reader lives, or None."""
    if decision.due_on is None:
        return None
    return timezone.make_aware(datetime.combine(decision.due_on, time.max) - timedelta(microseconds=999999))
