"""Decisions a person has to carry out."""

from django.utils.translation import gettext_lazy as _

from core.duties import Duty, waits
from core.moments import end_of
from events.models import Decision, Meeting


@waits("events.decision")
def decisions_to_carry_out(user):
    """Her own, not done yet, of meetings she may still see: there she says that it is done."""
    visible = Meeting.objects.visible_to(user)
    return Decision.objects.open().filter(owner=user, meeting__in=visible).select_related("meeting")


@decisions_to_carry_out.told
def carry_out(decision):
    about = f"{str(decision).rstrip('.')} · {decision.meeting}"
    return Duty(
        _("Carry out a decision"), about, decision.created_at, decision.get_absolute_url(), end_of(decision.due_on)
    )
