"""The demo's open events of the past year and the coming months, and the agenda of outside meetings."""

import json
from datetime import timedelta
from pathlib import Path

import pgtrigger
from django.utils import timezone, translation

from events.models import Event, OutsideMeeting
from home.demo.meetings import at, space_of
from home.demo.past import days_ago, happening
from regions.models import Region
from spaces.models import Membership, Space

DATA = Path(__file__).parent / "data" / "events.json"
# Events are announced and people register so long before.
ANNOUNCED_BEFORE, REGISTERED_BEFORE = 40, 15


def gather(cast, *, by):
    """Announce, register, hold, report: what stands in data/events.json."""
    told = json.loads(DATA.read_text(encoding="utf-8"))
    people = cast | {"sofia": by}
    africa = Space.objects.get(slug="region-africa")
    with happening(days_ago(380)):
        africa.admit(people["fatou"], role=Membership.Role.MODERATOR, by=by)
    for row in told["events"]:
        event = announce(row, people[row["by"]])
        if row.get("cancelled"):
            with happening(days_ago(2)):
                event.cancel(row["cancelled"], by=event.organiser)
        elif row["days"] < 0:
            hold(event, row)
    for row in told["outside"]:
        note(row, people)


def announce(row, organiser):
    """The event, with some of the room's readers registered; one of the past is moved there afterwards."""
    space = space_of(row["room"]) if row["room"] == "A2" else Space.objects.get(slug=row["room"])
    days = max(row["days"], 1)
    starts_at = at(days, 13)
    region = row.get("region") and Region.objects.get(slug=row["region"])
    with happening(days_ago(max(ANNOUNCED_BEFORE - row["days"], 3))), translation.override(organiser.language):
        event = Event.plan(
            space,
            by=organiser,
            kind=row["kind"],
            region=region or None,
            title=row["title"],
            description=row["description"],
            language=row["language"],
            spoken_languages=row.get("spoken", [row["language"]]),
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=row.get("hours", 2)),
            place=row["place"],
            link=row.get("link", ""),
            seats=row.get("seats"),
            questions=row.get("questions", []),
            registers_until=row.get("registers_until") and at(row["registers_until"], 22),
        )
    readers = space.readers().exclude(pk=organiser.pk).order_by("email")[: row["guests"]]
    with happening(days_ago(max(REGISTERED_BEFORE - row["days"], 1))):
        for person in readers:
            event.register(["–" for _question in event.questions], by=person)
    return event


def hold(event, row):
    """It took place; most who were registered came."""
    starts_at = at(row["days"], 13)
    ends_at = starts_at + timedelta(hours=row.get("hours", 2))
    # Verbs refuse to announce what is over: the clock goes on, and the hour has come.
    with pgtrigger.ignore():
        Event.objects.filter(pk=event.pk).update(starts_at=starts_at, ends_at=ends_at, reminded_at=starts_at)
    event.refresh_from_db()
    registered = [each.person for each in event.registrations.registered().select_related("person")]
    with happening(min(ends_at + timedelta(hours=20), timezone.now())):
        event.take_attendance(registered[: max(1, len(registered) * 4 // 5)], by=event.organiser)
        if row["report"] or row["recording"]:
            event.report(row["report"], recording=row["recording"], by=event.organiser)


def note(row, people):
    """A meeting of others, and who goes there."""
    first = timezone.localdate() + timedelta(days=row["days"])
    meeting = OutsideMeeting.objects.create(
        title=row["title"],
        organiser=row["organiser"],
        place=row["place"],
        country_id=row.get("country"),
        starts_on=timezone.localdate() + timedelta(days=1),
        ends_on=timezone.localdate() + timedelta(days=1),
        priority=row["priority"],
        note=row["note"],
    )
    with happening(days_ago(max(10 - row["days"], 5))):
        for key in row["going"]:
            meeting.attend(by=people[key])
    with pgtrigger.ignore():
        last = first + timedelta(days=row["length"] - 1)
        OutsideMeeting.objects.filter(pk=meeting.pk).update(starts_on=first, ends_on=last)
