"""What this app holds of a person, handed to her or forgotten."""

from datetime import timedelta

from django.utils import timezone

from accounts.models.erasure import erases_personal_data, exports_personal_data
from accounts.retention import goes_with_time
from events.models import (
    Availability,
    CalendarFeed,
    Decision,
    Event,
    Meeting,
    Minutes,
    MinutesEdition,
    OutsideAttendance,
    Participation,
    Registration,
)

# Who had time when is of no use once the meeting is over; who was there is, for a while.
AVAILABILITY_KEPT_FOR = timedelta(days=90)
ATTENDANCE_KEPT_FOR = timedelta(days=3 * 365)
# What somebody eats or wishes to ask is of no use soon after.
ANSWERS_KEPT_FOR = timedelta(days=90)


@exports_personal_data
def meetings(person):
    """When she had time, whether she came, what she organised, wrote and was asked to do; no join links."""
    feed = CalendarFeed.objects.filter(person=person).first()
    return {
        "availability": list(
            Availability.objects.filter(person=person).values(
                "date__meeting__title", "date__starts_at", "answer", "answered_at"
            )
        ),
        "attendance": list(
            Participation.objects.filter(person=person).values(
                "meeting__title", "meeting__starts_at", "answer", "answered_at", "was_present"
            )
        ),
        "organised_meetings": list(
            Meeting.objects.filter(organiser=person).values("title", "kind", "starts_at", "created_at")
        ),
        "minutes_drafted": list(
            Minutes.objects.filter(draft_by=person).values("meeting__title", "draft_at").order_by("pk")
        ),
        "minutes_published": list(
            MinutesEdition.objects.filter(published_by=person).values("minutes__meeting__title", "published_at")
        ),
        "decisions": list(
            Decision.objects.filter(owner=person).values("text", "due_on", "created_at", "done_at", "meeting__title")
        ),
        "calendar_address_made": feed and feed.created_at,
    }


@exports_personal_data
def events(person):
    """What she registered for and answered, whether she was there, what she organised, where else she goes."""
    return {
        "event_registrations": list(
            Registration.objects.filter(person=person).values(
                "event__title", "event__starts_at", "state", "answers", "since", "was_present"
            )
        ),
        "organised_events": list(
            Event.objects.filter(organiser=person).values("title", "kind", "starts_at", "created_at")
        ),
        "outside_meetings": list(
            OutsideAttendance.objects.filter(person=person).values("meeting__title", "meeting__starts_on", "said_at")
        ),
    }


@erases_personal_data
def forget_events(person):
    """Her registrations go, and who waits for her seat gets it; what she organised stays without her name."""
    for registration in Registration.objects.filter(person=person).select_related("event"):
        if registration.can_be_withdrawn:
            registration.withdraw(by=None)
        registration.delete()
    OutsideAttendance.objects.filter(person=person).delete()


@erases_personal_data
def forget_meetings(person):
    """When she had time, whether she came, and unpublished words go; what she organised stays without her name."""
    Availability.objects.filter(person=person).delete()
    Participation.objects.filter(person=person).delete()
    CalendarFeed.objects.filter(person=person).delete()
    Decision.objects.open().filter(owner=person).update(owner=None)
    Minutes.objects.filter(draft_by=person).update(draft=None, draft_at=None, draft_by=None, pen="")


@goes_with_time
def forget_who_had_time():
    """When people had time goes 90 days after the meeting, or after its last proposed date."""
    before = timezone.now() - AVAILABILITY_KEPT_FOR
    Availability.objects.filter(date__meeting__starts_at__lt=before).delete()
    Availability.objects.filter(
        date__meeting__starts_at=None, answered_at__lt=before, date__starts_at__lt=before
    ).delete()


@goes_with_time
def forget_who_came():
    """Who came goes after three years; the minutes stay."""
    before = timezone.now() - ATTENDANCE_KEPT_FOR
    Participation.objects.filter(meeting__starts_at__lt=before).delete()
    Registration.objects.filter(event__starts_at__lt=before).delete()
    OutsideAttendance.objects.filter(meeting__ends_on__lt=before.date()).delete()


@goes_with_time
def forget_what_was_answered():
    """What people answered when they registered goes 90 days after the event."""
    over = Registration.objects.filter(event__ends_at__lt=timezone.now() - ANSWERS_KEPT_FOR)
    over.exclude(answers=[]).update(answers=[])
