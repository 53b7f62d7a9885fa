"""Calendar files and the private feed, read back as two calendar programs would."""

from datetime import UTC, datetime, timedelta

import pytest
import vobject
from django.utils import timezone
from icalendar import Calendar

from accounts.models import User
from events.models import CalendarFeed, Meeting
from tests.factories.meetings import in_days, meeting_of

pytestmark = pytest.mark.django_db
LINK = "https://video.example/secret-room"


@pytest.fixture
def feed(client, in_a2, mila):
    """A function that reads Mila's calendar without signing in."""
    token = CalendarFeed.objects.renew(mila, by=mila)

    def read():
        response = client.get(f"/calendars/{token}.ics")
        assert response.status_code == 200
        assert response["Content-Type"].startswith("text/calendar")
        assert "no-store" in response["Cache-Control"]
        return Calendar.from_ical(response.content), vobject.readOne(response.content.decode())

    return read


def events(calendar):
    return {str(each["SUMMARY"]).split(" · ")[0]: each for each in calendar.walk("VEVENT")}


def test_feed_holds_dated_meetings_in_the_organisers_zone(feed, amina, mila):
    User.objects.filter(pk=amina.pk).update(time_zone="Europe/Paris")
    amina.refresh_from_db()
    summer = meeting_of(by=amina, dates=[datetime(2026, 7, 1, 8, 0, tzinfo=UTC)], title="Summer", link=LINK)
    meeting_of(by=amina, dates=(11, 12), title="No date")
    calendar, other = feed()
    assert calendar["METHOD"] == "PUBLISH" and calendar["VERSION"] == "2.0"
    assert events(calendar).keys() == {"Summer"}
    event = events(calendar)["Summer"]
    assert event["DTSTART"].params["TZID"] == "Europe/Paris"
    assert event["DTSTART"].dt.isoformat() == "2026-07-01T10:00:00+02:00"
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=90)
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", 0)
    assert str(event["URL"]) == f"https://platform.example/en/meetings/{summer.pk}/"
    assert LINK in str(event["DESCRIPTION"])
    assert amina.email not in str(calendar.to_ical())
    zones = {str(each["TZID"]) for each in calendar.walk("VTIMEZONE")}
    assert zones == {"Europe/Paris"}
    # The other program takes the rules from the file, not from its own tables.
    assert other.vevent.dtstart.value.astimezone(UTC) == summer.starts_at
    assert other.vevent.uid.value == str(event["UID"])


@pytest.mark.parametrize(
    ("zone", "moment"),
    [
        ("Etc/GMT+12", datetime(2026, 12, 1, 22, 0, tzinfo=UTC)),
        ("Pacific/Kiritimati", datetime(2026, 12, 1, 22, 0, tzinfo=UTC)),
        ("America/New_York", datetime(2026, 11, 1, 6, 30, tzinfo=UTC)),  # the later of two 01:30
        ("Europe/Paris", datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),  # the first minute of summer
        ("UTC", datetime(2026, 12, 1, 22, 0, tzinfo=UTC)),
    ],
)
def test_hours_come_back_as_they_were_in_every_zone(feed, amina, zone, moment):
    User.objects.filter(pk=amina.pk).update(time_zone=zone)
    amina.refresh_from_db()
    meeting_of(by=amina, dates=[moment])
    calendar, other = feed()
    if zone != "America/New_York":
        assert calendar.walk("VEVENT")[0]["DTSTART"].dt.astimezone(UTC) == moment
        assert other.vevent.dtstart.value.astimezone(UTC) == moment
    else:  # what a doubled hour cannot say with a zone is said in universal time
        assert calendar.walk("VEVENT")[0]["DTSTART"].dt.astimezone(UTC) == moment


def test_changes_raise_the_sequence_and_keep_the_uid(feed, amina):
    meeting = meeting_of(by=amina)
    before = events(feed()[0])["Spring meeting"]
    meeting.move(in_days(12), by=amina)
    meeting.change(by=amina, place="Cotonou")
    after = events(feed()[0])["Spring meeting"]
    assert after["UID"] == before["UID"] and after["SEQUENCE"] == before["SEQUENCE"] + 2
    assert after["DTSTART"].dt == in_days(12) and after["LOCATION"] == "Cotonou"


def test_cancelled_meetings_stay_for_a_while_and_say_so(feed, amina, clock):
    meeting = meeting_of(by=amina, dates=(50,), link=LINK)
    meeting.cancel("Flood.", by=amina)
    calendar, other = feed()
    event = events(calendar)["Spring meeting"]
    assert (event["STATUS"], event["SEQUENCE"], event["TRANSP"]) == ("CANCELLED", 1, "TRANSPARENT")
    assert other.vevent.status.value == "CANCELLED" and LINK not in str(calendar.to_ical())
    clock.move_to(timezone.now() + timedelta(days=61))
    assert events(feed()[0]) == {}


def test_whoever_cannot_come_is_not_busy(feed, amina, mila):
    meeting_of(by=amina).answer("away", by=mila)
    assert events(feed()[0])["Spring meeting"]["TRANSP"] == "TRANSPARENT"


def test_feed_follows_the_seats(feed, amina, mila, a2):
    meeting_of(by=amina)
    assert events(feed()[0])
    a2.seats.get(person=mila).end(by=amina)
    assert not events(feed()[0])


def test_file_of_one_meeting(client, in_a2, amina, mila):
    meeting, proposed = meeting_of(by=amina, link=LINK), meeting_of(by=amina, dates=(11, 12), title="No date")
    client.force_login(mila)
    read = client.get(f"/en/meetings/{meeting.pk}/meeting.ics")
    assert "attachment" in read["Content-Disposition"]
    calendar = Calendar.from_ical(read.content)
    assert calendar["METHOD"] == "PUBLISH" and LINK in str(calendar.walk("VEVENT")[0]["DESCRIPTION"])
    assert client.get(f"/en/meetings/{proposed.pk}/meeting.ics").status_code == 404
    meeting.cancel("Flood.", by=amina)
    calendar = Calendar.from_ical(client.get(f"/en/meetings/{meeting.pk}/meeting.ics").content)
    assert calendar["METHOD"] == "CANCEL" and calendar.walk("VEVENT")[0]["STATUS"] == "CANCELLED"


def test_address_is_made_renewed_and_revoked_by_its_owner(client, in_a2, amina, mila):
    client.force_login(mila)
    assert client.get("/en/meetings/calendar/renew/").status_code == 405
    first = address_in(client.post("/en/meetings/calendar/renew/"))
    assert len(first.removeprefix("/calendars/")) > 40
    assert first not in client.get("/en/meetings/").content.decode()  # shown once
    second = address_in(client.post("/en/meetings/calendar/renew/"))
    client.logout()
    gone, there = client.get(first), client.get(second)
    assert (gone.status_code, there.status_code) == (404, 200)
    client.force_login(amina)
    client.post("/en/meetings/calendar/revoke/")
    assert client.get(second).status_code == 200  # hers alone
    client.force_login(mila)
    client.post("/en/meetings/calendar/revoke/")
    client.post("/en/meetings/calendar/revoke/")
    never = client.get("/calendars/never-there.ics")
    assert client.get(second).content == gone.content == never.content
    assert client.post(second).status_code == 405


def address_in(response):
    assert response.status_code == 200
    address = response.context["calendar_address"]
    assert address in response.content.decode() and address.startswith("https://platform.example/calendars/")
    return address.removeprefix("https://platform.example")


def test_closed_account_closes_the_calendar(client, in_a2, mila):
    token = CalendarFeed.objects.renew(mila, by=mila)
    assert token not in str(CalendarFeed.objects.values().get())
    User.objects.filter(pk=mila.pk).update(is_active=False)
    assert client.get(f"/calendars/{token}.ics").status_code == 404
    assert not Meeting.objects.exists()
