"""The pages of open events: the tab of the room, the page of one, registering, organising, outside meetings."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar
from openpyxl import load_workbook

from accounts.models import User
from events.models import CalendarFeed, Event, Registration
from spaces.models import Membership
from tests.factories import UserFactory, partner_person
from tests.factories.events import event_in, held_event, outside_meeting
from tests.factories.meetings import in_days, meeting_of, space_of
from tests.factories.rooms import admitted, room
from tests.papers import upload

pytestmark = pytest.mark.django_db
LINK = "https://video.example/secret-room"
ROOM = "/en/spaces/interface-research/events/"


@pytest.fixture
def guest(clock):
    return partner_person(name="Gitta Guest")


@pytest.fixture
def gardener(clock):
    """She moderates the room."""
    return admitted(role=Membership.Role.MODERATOR).person


def page_of(event):
    return f"/en/events/{event.pk}/"


def typed(**changes):
    return {
        "kind": "thematic",
        "title": "Soil day",
        "description": "Come and see.",
        "language": "en",
        "starts_at_0": "2026-04-01",
        "starts_at_1": "10:00",
        "ends_at_0": "2026-04-01",
        "ends_at_1": "12:00",
        "seats": "1",
        "questions": "What do you eat?\n\nDo you speak?",
        **changes,
    }


def test_moderator_announces_an_event_in_her_zone(client, gardener):
    User.objects.filter(pk=gardener.pk).update(time_zone="Europe/Paris")
    client.force_login(gardener)
    assert "Announce an event" in client.get(ROOM).content.decode()
    client.post(f"{ROOM}plan/", typed())
    event = Event.objects.get()
    assert event.starts_at.isoformat() == "2026-04-01T08:00:00+00:00"
    assert event.questions == ["What do you eat?", "Do you speak?"]
    page = client.get(page_of(event)).content.decode()
    assert "Wednesday 1 April 2026, 10:00–12:00 (Europe/Paris, UTC+2)" in page


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": "forum"}, "region"),
        ({"ends_at_1": "09:00"}, "ends_at"),
        ({"starts_at_0": "2020-04-01"}, "starts_at"),
        ({"questions": "?\n" * 6}, "questions"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"registers_until_0": "2026-05-01", "registers_until_1": "10:00"}, "registers_until"),
    ],
)
def test_wrong_words_stay_and_say_what_is_wrong(client, gardener, changes, field):
    client.force_login(gardener)
    response = client.post(f"{ROOM}plan/", typed(**changes))
    assert response.status_code == 200 and not Event.objects.exists()
    assert field in response.context["form"].errors
    assert "Come and see." in response.content.decode()


def test_tab_shows_events_and_meetings_in_one_order(client, in_a2, amina, mila):
    space = space_of("A2")
    event_in(space, by=amina, days=20, title="Third")
    meeting_of(by=amina, dates=(15,), title="Second")
    event_in(space, by=amina, days=12, title="First")
    meeting_of(by=amina, dates=(8, 9), title="No date")
    held_event(space, by=amina, title="Long over", days_ago=9)
    held_event(space, by=amina, title="Just over", days_ago=2)
    client.force_login(mila)
    response = client.get(f"/en/spaces/{space.slug}/events/")
    assert [str(row) for row in response.context["proposed"]] == ["No date"]
    assert [str(row) for row in response.context["upcoming"]] == ["First", "Second", "Third"]
    assert [str(row) for row in response.context["past"]] == ["Just over", "Long over"]


def test_lists_ask_no_more_for_many(client, in_a2, amina, mila):
    space, asked = space_of("A2"), {}
    client.force_login(mila)
    paths = (f"/en/spaces/{space.slug}/events/", "/en/events/", "/en/meetings/")
    for path in paths:
        client.get(path)
    for number in (1, 4):
        for each in range(number):
            event_in(space, by=amina, title=f"Event {number} {each}").register(by=mila)
            meeting_of(by=amina, title=f"Meeting {number} {each}")
        for path in paths:
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert client.get(path).status_code == 200
            asked.setdefault(path, set()).add(len(queries))
    assert all(len(numbers) == 1 for numbers in asked.values()), asked


def test_names_and_agendas_ask_no_more_for_many(client, clock, sofia):
    event, asked = event_in(by=sofia), {}
    client.force_login(sofia)
    paths = (f"{page_of(event)}registrations/", "/en/events/outside/", "/en/objectives/events/", page_of(event))
    for number in (1, 4):
        for each in range(number):
            guest = partner_person()
            guest.consent("rosters", by=guest)
            event.register(by=guest)
            outside_meeting(f"Congress {number} {each}").attend(by=guest)
        for path in paths:
            client.get(path)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(path).status_code == 200
            asked.setdefault(path, set()).add(len(queries))
    assert all(len(numbers) == 1 for numbers in asked.values()), asked


def test_guest_registers_answers_and_withdraws(client, sofia, guest):
    event = event_in(by=sofia, questions=["What do you eat?"], link=LINK)
    client.force_login(guest)
    before = client.get(page_of(event)).content.decode()
    assert LINK not in before and "What do you eat?" in before
    client.post(f"{page_of(event)}register/", {"answer_0": "Everything"})
    after = client.get(page_of(event)).content.decode()
    assert LINK in after and "Everything" in after
    registration = event.registrations.get()
    client.post(f"/en/events/registrations/{registration.pk}/withdraw/")
    registration.refresh_from_db()
    assert (registration.state, registration.answers) == ("withdrawn", [])
    assert LINK not in client.get(page_of(event)).content.decode()


def test_whoever_waits_sees_her_place_and_no_link(client, sofia, guest):
    event = event_in(by=sofia, seats=1, link=LINK)
    event.register(by=sofia)
    client.force_login(guest)
    client.post(f"{page_of(event)}register/")
    page = client.get(page_of(event)).content.decode()
    assert "place 1 of the waiting list" in page and LINK not in page
    file = client.get(f"{page_of(event)}event.ics").content.decode()
    assert "secret-room" not in file


def test_recording_and_report_are_read_by_the_room(client, sofia, guest, gardener):
    event = held_event(by=sofia, link=LINK)
    client.force_login(gardener)
    posted = {"outcome": "We agreed.", "recording": "https://video.example/again", "upload": upload(name="Report.pdf")}
    client.post(f"{page_of(event)}report/", posted)
    client.force_login(guest)
    page = client.get(page_of(event)).content.decode()
    assert "We agreed." in page and "https://video.example/again" in page and LINK not in page
    assert client.get(f"{page_of(event)}document/").getvalue().startswith(b"%PDF-")


def test_organiser_sees_who_comes_and_takes_the_list_along(client, sofia, guest, gardener):
    event = event_in(by=sofia, questions=["What do you eat?"])
    event.register(["=1+1"], by=guest)
    client.force_login(gardener)
    assert "Gitta Guest" in client.get(f"{page_of(event)}registrations/").content.decode()
    content = client.get(f"{page_of(event)}registrations/export/?kind=xlsx").content
    header, row = load_workbook(BytesIO(content)).worksheets[0].iter_rows(values_only=True)
    assert header[0] == "Name" and header[-1] == "What do you eat?"
    assert (row[0], row[1], row[-1]) == ("Gitta Guest", guest.email, "=1+1")
    assert client.get(f"{page_of(event)}registrations/export/?kind=exe").status_code == 400
    client.force_login(guest)
    for part in ("registrations/", "registrations/export/", "edit/"):
        assert client.get(f"{page_of(event)}{part}").status_code == 403
    assert "Gitta Guest" not in client.get("/en/events/").content.decode().split("<main")[-1]


def test_organiser_takes_somebody_off_the_list_nobody_else_does(client, sofia, guest, gardener):
    registration = event_in(by=sofia).register(by=guest)
    path = f"/en/events/registrations/{registration.pk}/withdraw/"
    client.force_login(partner_person())
    assert client.post(path).status_code == 404
    client.force_login(gardener)
    client.post(path)
    assert Registration.objects.get().state == "withdrawn"


def test_refused_cancellation_keeps_the_page(client, sofia, gardener):
    event = event_in(by=sofia)
    client.force_login(gardener)
    response = client.post(f"{page_of(event)}cancel/", {"text": " "})
    assert response.status_code == 200 and response.context["cancel_form"].errors
    client.post(f"{page_of(event)}cancel/", {"text": "Flood."})
    page = client.get(page_of(event)).content.decode()
    assert "This event was cancelled" in page and "Flood." in page


def test_change_moves_the_event_in_its_own_zone(client, sofia, gardener):
    event = event_in(by=sofia)
    client.force_login(gardener)
    client.post(f"{page_of(event)}edit/", typed(title="Another day", seats="", region="africa"))
    event.refresh_from_db()
    assert (event.title, event.seats, event.region.slug) == ("Another day", None, "africa")


def test_calendar_file_says_when_it_is_off(client, sofia, guest):
    event = event_in(by=sofia, link=LINK)
    event.register(by=guest)
    client.force_login(guest)
    before = Calendar.from_ical(client.get(f"{page_of(event)}event.ics").content)
    assert LINK in str(before.walk("VEVENT")[0]["DESCRIPTION"])
    event.cancel("Flood.", by=sofia)
    after = Calendar.from_ical(client.get(f"{page_of(event)}event.ics").content)
    (entry,) = after.walk("VEVENT")
    assert (after["METHOD"], entry["STATUS"], entry["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)
    assert entry["UID"] == before.walk("VEVENT")[0]["UID"]


def test_private_calendar_holds_the_events_she_has_a_seat_for(client, sofia, guest, gardener):
    mine, full = event_in(by=sofia, title="Mine"), event_in(by=sofia, title="Full", seats=1)
    event_in(by=sofia, title="Not mine")
    full.register(by=sofia)
    for event in (mine, full):
        event.register(by=guest)
    token = CalendarFeed.objects.renew(guest, by=guest)
    calendar = Calendar.from_ical(client.get(f"/calendars/{token}.ics").content)
    assert [str(each["SUMMARY"]).split(" · ")[0] for each in calendar.walk("VEVENT")] == ["Mine"]


def test_strangers_to_the_room_see_nothing(client, clock, amina, victor):
    event = event_in(space_of("A2"), by=amina, link=LINK)
    assert client.get(page_of(event)).status_code == 302  # to visitors like a page that is not there
    assert client.get("/en/events/999999/").status_code == 302
    client.force_login(victor)
    for part in ("", "event.ics", "document/", "register/", "registrations/"):
        assert client.get(f"{page_of(event)}{part}").status_code == 404
    assert "Soil day" not in client.get("/en/events/").content.decode()


def test_visitors_read_public_events_and_sign_in_to_register(client, clock, sofia):
    event = event_in(by=sofia, link=LINK)
    event.space.open_to("public", by=sofia)
    page = client.get(page_of(event)).content.decode()
    assert "Sign in to register." in page and LINK not in page and sofia.name not in page
    assert "/account/login/" in client.post(f"{page_of(event)}register/")["Location"]


def test_list_is_narrowed_by_kind_region_and_past(client, sofia, guest):
    event_in(by=sofia, title="Talk", kind="webinar")
    africa = room("region-africa").region
    event_in(by=sofia, title="Forum", kind="forum", region=africa)
    held_event(by=sofia, title="Yesterday")
    client.force_login(guest)

    def shown(question):
        return {event.title for event in client.get(f"/en/events/?{question}").context["events"]}

    assert shown("") == {"Talk", "Forum"} == shown("kind=nonsense&region=nowhere")
    assert shown("kind=webinar") == {"Talk"} and shown("region=africa") == {"Forum"}
    assert shown("when=past") == {"Yesterday"}


def test_my_page_holds_what_i_registered_for(client, sofia, guest):
    event_in(by=sofia, title="Mine").register(by=guest)
    event_in(by=sofia, title="Not mine")
    client.force_login(guest)
    assert [str(row) for row in client.get("/en/meetings/").context["upcoming"]] == ["Mine"]


def test_report_waits_for_whoever_organised(client, sofia, gardener, clock):
    event = held_event(by=gardener)
    client.force_login(gardener)
    assert "Write the outcome report" in client.get(reverse("home:duties")).content.decode()
    event.report("We agreed.", by=gardener)
    assert "Write the outcome report" not in client.get(reverse("home:duties")).content.decode()


def test_partners_read_the_outside_agenda_and_say_that_they_go(client, guest, victor):
    meeting = outside_meeting()
    outside_meeting("Long ago", days=-90)
    client.force_login(victor)
    assert client.get("/en/events/outside/").status_code == 403
    assert client.post(f"/en/events/outside/{meeting.pk}/attend/").status_code == 404
    client.force_login(guest)
    client.post(f"/en/events/outside/{meeting.pk}/attend/")
    page = client.get("/en/events/outside/").content.decode()
    # She has not agreed to be named in lists.
    assert "you go there" in page and "Gitta Guest" not in page.split("<main")[-1].split("Long ago")[0]
    assert "Long ago" not in page and "Long ago" in client.get("/en/events/outside/?when=past").content.decode()
    guest.consent("rosters", by=guest)
    client.force_login(partner_person())
    assert "Gitta Guest" in client.get("/en/events/outside/").content.decode()
    client.force_login(guest)
    client.post(f"/en/events/outside/{meeting.pk}/stay-away/")
    assert not meeting.attendances.exists()


def test_year_counts_what_was_held_beside_the_targets(client, sofia, clock):
    africa = room("region-africa").region
    for number in range(3):
        held_event(by=sofia, title=f"Thematic {number}", days_ago=10 + number)
    held_event(by=sofia, title="Forum", kind="forum", region=africa)
    event_in(by=sofia, title="To come")
    event_in(by=sofia, title="Off").cancel("Flood.", by=sofia)
    context = client.get("/en/objectives/events/").context
    rows = {row.objective.code: row for row in context["objectives"]}
    assert (rows["A3"].number.held, rows["A3"].number.coming, rows["A3"].wanted) == (3, 1, 5)
    assert (rows["C1"].number.held, rows["C1"].wanted) == (0, 10)
    assert (rows["A4"].number.held, rows["A4"].wanted, rows["D2"].wanted) == (1, 5, None)
    assert dict(context["regions"])[africa][-1] == (2026, 1)
    assert "The plan wants 5 a year by 2030." in client.get("/en/objectives/a3/").content.decode()
    assert "The plan wants" not in client.get("/en/objectives/b1/").content.decode()


@pytest.mark.parametrize("year", ["", "2019", "9999", "20x6", "٢٠٢٦", "2026"])
def test_year_is_one_that_can_be_asked_for(client, clock, db, year):
    assert client.get(f"/en/objectives/events/?year={year}").context["year"] == 2026


def test_hour_that_comes_twice_is_said(client, gardener):
    User.objects.filter(pk=gardener.pk).update(time_zone="Europe/Paris")
    client.force_login(gardener)
    moments = {"starts_at_0": "2026-10-25", "starts_at_1": "02:30", "ends_at_0": "2026-10-25", "ends_at_1": "09:00"}
    response = client.post(f"{ROOM}plan/", typed(**moments), follow=True)
    assert "comes twice" in response.content.decode()
    assert Event.objects.get().ends_at - Event.objects.get().starts_at == timedelta(hours=7, minutes=30)


def test_friends_do_not_see_events_of_partner_rooms(client, clock, sofia):
    event = event_in(room("region-africa"), by=sofia, starts_at=in_days(3))
    client.force_login(UserFactory())
    assert client.get(page_of(event)).status_code == 404


def test_calendar_of_a_room_holds_all_of_it_with_links_for_those_who_have_a_seat(client, sofia, guest, amina):
    mine = event_in(by=sofia, title="Mine", link=LINK)
    event_in(by=sofia, title="Not mine", link=LINK)
    event_in(space_of("A2"), by=amina, title="Closed")
    mine.register(by=guest)
    token = CalendarFeed.objects.renew(guest, by=guest)
    response = client.get(f"/calendars/{token}/{mine.space.slug}.ics")
    assert "no-store" in response["Cache-Control"]
    links = {
        str(each["SUMMARY"]).split(" · ")[0]: LINK in each.to_ical().decode().replace("\r\n ", "")
        for each in Calendar.from_ical(response.content).walk("VEVENT")
    }
    assert links == {"Mine": True, "Not mine": False}
    for closed in (f"{token}/task-force-a2", f"{token}/nowhere", f"guessed/{mine.space.slug}"):
        assert client.get(f"/calendars/{closed}.ics").status_code == 404


def test_calendar_of_a_room_asks_no_more_for_many_events(client, sofia, guest, django_assert_max_num_queries):
    token = CalendarFeed.objects.renew(guest, by=guest)
    first = event_in(by=sofia)
    address = f"/calendars/{token}/{first.space.slug}.ics"
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(5):
        event_in(by=sofia, title=f"Day {number}")
    with django_assert_max_num_queries(len(few)):
        assert client.get(address).content.count(b"BEGIN:VEVENT") == 6


def test_addresses_of_rooms_are_shown_with_the_new_address(client, amina):
    client.force_login(amina)
    page = client.post("/en/meetings/calendar/renew/").content.decode()
    assert "/task-force-a2.ics" in page and "/region-africa.ics" in page
    assert "/task-force-a2.ics" not in client.get("/en/meetings/").content.decode()
