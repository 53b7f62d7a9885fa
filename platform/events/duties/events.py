"""What an event asks of whoever organised it."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.duties import Duty, waits
from events.models import Event

# What nobody has reported by then will not be reported.
REPORT_WAITS_FOR = timedelta(days=90)


@waits("events.report")
def events_to_report(user):
    """Events she organised that are over and have no outcome report."""
    mine = Event.objects.visible_to(user).to_report().filter(organiser=user)
    return mine.filter(ends_at__gt=timezone.now() - REPORT_WAITS_FOR).with_space().order_by("ends_at", "pk")


@events_to_report.told
def report(event):
    return Duty(
        _("Write the outcome report"),
        event.about,
        event.ends_at,
        f"{event.get_absolute_url()}#report",
        due=event.ends_at + timedelta(days=30),
        role=event.space.owner,
    )
