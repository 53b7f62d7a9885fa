"""Meetings: planned, dated, answered, moved, cancelled, held."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.models import Activity
from events.models import Meeting, MeetingDate, Participation
from events.reminding import remind
from events.table import Table
from notifications.models import Notice
from taskforces.models import Role
from tests.cast import country
from tests.factories import UserFactory
from tests.factories.meetings import begun_meeting, in_days, meeting_of, space_of
from tests.factories.register import region

pytestmark = pytest.mark.django_db


def verbs_of(meeting):
    return list(Activity.objects.about(meeting).order_by("pk").values_list("verb", flat=True))


def told(meeting, verb):
    """The names of those who hear of the newest `verb`."""
    activity = Activity.objects.about(meeting).filter(verb=verb).order_by("-pk").first()
    Notice.objects.announce(activity.pk)
    return set(Notice.objects.filter(activity=activity).values_list("recipient__name", flat=True))


def test_one_date_is_fixed_at_once_and_several_are_proposed(in_a2, amina):
    fixed = meeting_of(by=amina)
    assert (fixed.status, fixed.starts_at) == ("fixed", in_days(10))
    proposed = meeting_of(by=amina, dates=(12, 11, 13), title="Summer meeting")
    assert (proposed.status, proposed.starts_at) == ("proposed", None)
    assert [each.starts_at for each in proposed.dates.all()] == [in_days(11), in_days(12), in_days(13)]
    assert told(proposed, "proposed") == {"Fatou Sarr", "Mila Brandt"}


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        ((), "at least one"),
        ((1, 2, 3, 4, 5, 6), "at most five"),
        ((1, 1), "stands there twice"),
        ((-1, 3), "already passed"),
    ],
)
def test_dates_are_one_to_five_different_and_to_come(in_a2, amina, dates, sentence):
    with pytest.raises(ValidationError, match=sentence):
        meeting_of(by=amina, dates=dates)
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("year", [2200, 9999])
def test_years_nobody_means_are_refused_before_a_page_breaks_on_them(in_a2, amina, year):
    late = datetime(year, 12, 31, 23, tzinfo=UTC)
    with pytest.raises(ValidationError, match="too far ahead"):
        meeting_of(by=amina, dates=(late,))
    meeting = meeting_of(by=amina)
    with pytest.raises(ValidationError, match="too far ahead"):
        meeting.move(late, by=amina)


def test_dates_taken_away_meanwhile_are_neither_answered_nor_fixed(in_a2, amina, mila):
    meeting = meeting_of(by=amina, dates=(11, 12))
    gone = meeting.dates.first()
    meeting.propose_anew([in_days(12), in_days(13)], by=amina)
    with pytest.raises(ValidationError, match="Answer for the dates"):
        meeting.give_availability({gone: "yes"}, by=mila)
    with pytest.raises(ValidationError, match="Choose one"):
        meeting.fix(gone, by=amina)


def test_who_has_not_answered_for_a_new_date_is_asked_again(in_a2, amina, mila):
    meeting = meeting_of(by=amina, dates=(11, 12))
    meeting.give_availability(dict.fromkeys(meeting.dates.all(), "yes"), by=mila)
    assert Meeting.objects.with_standing_of(mila).get().said_when
    meeting.propose_anew([in_days(12), in_days(13)], by=amina)
    assert not Meeting.objects.with_standing_of(mila).get().said_when
    assert mila in Table(meeting, [mila]).silent


def test_the_same_meeting_is_not_planned_twice(in_a2, amina):
    meeting_of(by=amina)
    with pytest.raises(ValidationError, match="already been planned"):
        meeting_of(by=amina)


def test_kinds_are_held_where_they_belong(in_a2, amina, sofia):
    with pytest.raises(ValidationError, match="not held here"):
        Meeting.plan(space_of("A2"), kind="leader", dates=[in_days(3)], by=sofia, title="No")
    meeting = meeting_of(by=sofia, kind="leader")
    with pytest.raises(ValidationError, match="not held here"):
        Meeting.plan(meeting.space, kind="member", dates=[in_days(3)], by=sofia, title="No")


def test_who_is_invited_follows_from_the_seats_now(in_a2, cast, sofia, amina, fatou, mila, a2):
    everybody, leading = meeting_of(by=sofia), meeting_of(by=sofia, kind="planning", title="Plan")
    leaders = meeting_of(by=sofia, kind="leader", title="Leaders")
    assert set(everybody.invited()) == {amina, fatou, mila}
    assert set(leading.invited()) == {amina, fatou}
    assert set(leaders.invited()) == {amina}
    # The organisation leaves: its leader is invited as a leader no more, with the next question.
    cast.afris.leave(by=sofia, reason="Over.")
    assert set(leaders.invited()) == set() and set(leading.invited()) == {fatou}
    a2.seats.get(person=mila).end(by=sofia)
    assert mila not in everybody.invited() and not everybody.is_inviting_now(mila)


def test_meeting_of_a_region_invites_who_represents_it_and_who_lives_there(in_a2, amina, fatou, mila, bruno, a2):
    africa, europe = region("africa"), region("europe")
    bruno.country = country("DE")
    bruno.save(update_fields=["country"])
    a2.seat(bruno, Role.MEMBER, by=None)
    in_africa = meeting_of(by=fatou, region=africa)
    assert {fatou, amina} <= set(in_africa.invited()) and bruno not in in_africa.invited()
    assert Meeting.objects.inviting(fatou).get() == in_africa and not Meeting.objects.inviting(bruno).exists()
    in_europe = meeting_of(by=amina, region=europe)
    assert set(in_europe.invited()) == {bruno, mila}  # she lives in France
    assert Meeting.objects.inviting(bruno).get() == in_europe
    # Everybody of the task force reads of both; who moves away is invited no more.
    assert Meeting.objects.visible_to(mila).count() == 2
    bruno.country = country("BJ")
    bruno.save(update_fields=["country"])
    assert bruno in in_africa.invited() and bruno not in in_europe.invited()


def test_only_members_meet_by_region(in_a2, amina):
    with pytest.raises(ValidationError, match="Only a member meeting"):
        meeting_of(by=amina, kind="planning", region=region("africa"))


def test_availability_is_said_and_said_again(in_a2, amina, mila):
    meeting = meeting_of(by=amina, dates=(11, 12))
    first, second = meeting.dates.all()
    meeting.give_availability({first: "yes", second: "no"}, by=mila)
    meeting.give_availability({first: "if_need_be", second: "no"}, by=mila)
    assert first.availabilities.get().answer == "if_need_be"
    with pytest.raises(ValidationError, match="Only those who are invited"):
        meeting.give_availability({first: "yes"}, by=UserFactory())
    with pytest.raises(ValidationError, match="Answer for the dates"):
        meeting.give_availability({first: "perhaps"}, by=mila)
    elsewhere = meeting_of(by=amina, dates=(20, 21), title="Other").dates.first()
    with pytest.raises(ValidationError, match="Answer for the dates"):
        meeting.give_availability({elsewhere: "yes"}, by=mila)


def test_fixing_takes_yes_and_no_for_an_answer(in_a2, amina, fatou, mila):
    meeting = meeting_of(by=amina, dates=(11, 12))
    first, second = meeting.dates.all()
    meeting.give_availability({first: "yes", second: "no"}, by=mila)
    meeting.give_availability({first: "no", second: "yes"}, by=fatou)
    meeting.fix(first, by=amina)
    assert (meeting.status, meeting.starts_at, meeting.sequence) == ("fixed", first.starts_at, 1)
    assert dict(meeting.participations.values_list("person", "answer")) == {mila.pk: "comes", fatou.pk: "away"}
    with pytest.raises(ValidationError, match="already been fixed. It was done by Amina Diallo"):
        meeting.fix(second, by=amina)
    with pytest.raises(ValidationError, match="has been fixed"):
        meeting.give_availability({first: "yes"}, by=mila)


def test_only_a_proposed_date_to_come_is_fixed(in_a2, amina, clock):
    meeting = meeting_of(by=amina, dates=(1, 12))
    other = meeting_of(by=amina, dates=(20, 21), title="Other").dates.first()
    with pytest.raises(ValidationError, match="Choose one"):
        meeting.fix(other, by=amina)
    clock.move_to(timezone.now() + timedelta(days=2))
    with pytest.raises(ValidationError, match="already passed"):
        meeting.fix(meeting.dates.first(), by=amina)


def test_other_dates_take_the_place_of_those_proposed_and_answers_to_the_rest_are_kept(in_a2, amina, mila, clock):
    meeting = meeting_of(by=amina, dates=(1, 12))
    first, second = meeting.dates.all()
    meeting.give_availability({first: "yes", second: "yes"}, by=mila)
    clock.move_to(timezone.now() + timedelta(days=2))
    with pytest.raises(ValidationError, match="already passed"):
        meeting.propose_anew([first.starts_at, in_days(20)], by=amina)
    meeting.propose_anew([in_days(20), second.starts_at], by=amina)
    assert [date.availabilities.count() for date in meeting.dates.all()] == [1, 0]
    assert told(meeting, "proposed_anew") == {"Fatou Sarr", "Mila Brandt"}
    with pytest.raises(ValidationError, match="proposed already"):
        meeting.propose_anew([second.starts_at, in_days(20)], by=amina)
    with pytest.raises(ValidationError, match="at most five"):
        meeting.propose_anew([in_days(each) for each in range(30, 36)], by=amina)
    meeting.fix(meeting.dates.last(), by=amina)
    with pytest.raises(ValidationError, match="already been fixed"):
        meeting.propose_anew([in_days(40)], by=amina)


def test_answers_are_changed_until_it_is_over_and_asked_anew_when_it_moves(in_a2, amina, mila, clock):
    meeting = meeting_of(by=amina)
    meeting.answer("comes", by=mila)
    meeting.answer("comes", by=mila)
    assert verbs_of(meeting).count("answered") == 1
    meeting.answer("away", by=mila)
    meeting.move(in_days(12), by=amina)
    assert (meeting.sequence, meeting.participations.get().answer) == (1, "")
    assert told(meeting, "moved") == {"Fatou Sarr", "Mila Brandt"}
    with pytest.raises(ValidationError, match="the date it has"):
        meeting.move(in_days(12), by=amina)
    with pytest.raises(ValidationError, match="already passed"):
        meeting.move(in_days(-1), by=amina)
    with pytest.raises(ValidationError, match="Only those who are invited"):
        meeting.answer("comes", by=UserFactory())
    with pytest.raises(ValidationError, match="whether you come"):
        meeting.answer("dances", by=mila)
    clock.move_to(in_days(20))
    with pytest.raises(ValidationError, match="not to come any more"):
        meeting.answer("comes", by=mila)
    with pytest.raises(ValidationError, match="still to come"):
        meeting.move(in_days(12), by=amina)


def test_changes_are_told_when_one_plans_ones_day_by_them(in_a2, amina):
    meeting = meeting_of(by=amina)
    meeting.change(by=amina, title=meeting.title)
    assert (verbs_of(meeting), meeting.sequence) == (["fixed"], 0)
    meeting.change(by=amina, agenda="1. Soil")
    assert told(meeting, "changed") == set() and meeting.sequence == 1
    meeting.change(by=amina, place="Cotonou")
    assert told(meeting, "changed") == {"Fatou Sarr", "Mila Brandt"}


def test_cancelling_needs_a_reason_and_happens_once(in_a2, amina, sofia):
    meeting = meeting_of(by=amina)
    with pytest.raises(ValidationError, match="Say why"):
        meeting.cancel("  ", by=amina)
    meeting.cancel("The room is flooded.", by=amina)
    assert (meeting.status, meeting.reason, meeting.sequence) == ("cancelled", "The room is flooded.", 1)
    assert told(meeting, "cancelled") == {"Fatou Sarr", "Mila Brandt"}
    for again in (lambda: meeting.cancel("Again.", by=sofia), lambda: meeting.change(by=sofia, place="X")):
        with pytest.raises(ValidationError, match="cancelled"):
            again()


def test_attendance_makes_it_held_and_can_be_corrected(in_a2, amina, fatou, mila):
    with pytest.raises(ValidationError, match="when the meeting has begun"):
        meeting_of(by=amina, title="Later").take_attendance([mila], by=amina)
    meeting = begun_meeting(by=amina)
    meeting.take_attendance([mila], by=amina)
    assert meeting.status == "held"
    meeting.take_attendance([mila, fatou], by=amina)
    present = Participation.objects.filter(was_present=True).values_list("person__name", flat=True)
    assert set(present) == {"Mila Brandt", "Fatou Sarr"}
    with pytest.raises(ValidationError, match="Only those who were invited"):
        meeting.take_attendance([UserFactory()], by=amina)


def test_people_are_reminded_once_for_each_date(in_a2, amina, fatou, mila, clock):
    meeting = meeting_of(by=amina, dates=(5,))
    meeting.answer("away", by=mila)
    remind()
    assert "reminded" not in verbs_of(meeting)
    clock.move_to(in_days(3, hour=9))
    remind()
    remind()
    assert verbs_of(meeting).count("reminded") == 1
    assert told(meeting, "reminded") == {"Amina Diallo", "Fatou Sarr"}
    meeting.refresh_from_db()
    meeting.move(in_days(4), by=amina)
    clock.move_to(in_days(2))
    remind()
    assert verbs_of(meeting).count("reminded") == 2


def test_planned_in_a_year_counts_fixed_and_proposed_not_cancelled(in_a2, sofia):
    meeting_of(by=sofia, kind="leader", title="One")
    meeting_of(by=sofia, kind="leader", title="Two", dates=(20, 21))
    meeting_of(by=sofia, kind="leader", title="Next year", dates=(320,))
    meeting_of(by=sofia, kind="leader", title="Off").cancel("No quorum.", by=sofia)
    assert Meeting.objects.of_leaders().planned_in(2026).count() == 2
    assert MeetingDate.objects.count() == 5
