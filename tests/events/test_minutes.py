"""Minutes and decisions: nothing typed is lost, nothing published disappears."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from core.models import Activity
from events.models import Minutes
from events.models.minutes import Overtaken
from home.duties import duties
from tests.factories import UserFactory
from tests.factories.meetings import begun_meeting, meeting_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(in_a2, amina):
    return begun_meeting(by=amina)


def test_minutes_are_drafted_published_and_corrected_with_both_editions_kept(meeting, amina):
    minutes = Minutes.of(meeting)
    minutes.save_draft("We met.", by=amina)
    assert (minutes.written, minutes.text) == ("We met.", "")
    minutes.publish("We met and spoke.", by=amina)
    meeting.refresh_from_db()
    assert (minutes.text, minutes.is_drafted, meeting.status) == ("We met and spoke.", False, "held")
    with pytest.raises(ValidationError, match="already been published"):
        minutes.publish("We met and spoke.", by=amina)
    minutes.publish("We met, spoke and ate.", by=amina)
    assert [each.text for each in minutes.editions.all()] == ["We met and spoke.", "We met, spoke and ate."]
    told = Activity.objects.about(meeting).filter(verb="minutes_published").order_by("pk")
    assert [each.data["is_correction"] for each in told] == [False, True]


def test_minutes_are_written_when_the_meeting_has_begun(in_a2, amina):
    minutes = Minutes.of(meeting_of(by=amina))
    for verb in (minutes.save_draft, minutes.publish):
        with pytest.raises(ValidationError, match="when the meeting has begun"):
            verb("Already.", by=amina)
    assert not Minutes.objects.exists()


def test_whoever_is_second_loses_nothing_and_overwrites_nothing(meeting, amina, sofia):
    first, second = Minutes.of(meeting), Minutes.of(meeting)
    seen = first.stamp
    first.save_draft("Amina's words", by=amina, seen=seen, pen="a")
    with pytest.raises(Overtaken):
        second.save_draft("Sofia's words", by=sofia, seen=seen, pen="s")
    with pytest.raises(Overtaken):
        second.publish("Sofia's words", by=sofia, seen=seen, pen="s")
    # Amina's page saves on, although its stamp is old: it holds the pen.
    first.save_draft("Amina's words, and more", by=amina, seen=seen, pen="a")
    assert Minutes.of(meeting).written == "Amina's words, and more"
    # Sofia has seen both: now hers count.
    second = Minutes.of(meeting)
    second.publish("Both", by=sofia, seen=second.stamp, pen="s")
    with pytest.raises(Overtaken):
        Minutes.of(meeting).save_draft("Too late", by=amina, seen=seen, pen="a")


def test_decision_waits_for_its_owner_while_she_sees_the_meeting(meeting, amina, mila, a2):
    meeting.decide("Write the concept note", owner=mila, by=amina)
    assert "Carry out a decision" in {str(duty.title) for duty in duties(mila)}
    a2.seats.get(person=mila).end(by=amina)
    assert not {str(duty.title) for duty in duties(mila)}


def test_decision_is_given_to_somebody_who_belongs_corrected_and_carried_out(meeting, amina, fatou, mila, sofia):
    decision = meeting.decide("Write the concept note", owner=fatou, due_on=date(2026, 4, 1), by=amina)
    with pytest.raises(ValidationError, match="stands there already"):
        meeting.decide("Write the concept note", owner=fatou, due_on=date(2026, 4, 1), by=amina)
    with pytest.raises(ValidationError, match="somebody who belongs here"):
        meeting.decide("Something", owner=UserFactory(), by=amina)
    facts = {"text": "Write the concept note", "owner": mila, "due_on": date(2026, 5, 1)}
    decision.correct(by=amina, **facts)
    decision.correct(by=amina, **facts)
    corrected = Activity.objects.about(decision).filter(verb="corrected")
    assert [each.data["is_new_owner"] for each in corrected] == [True]
    decision.complete(by=mila)
    for again in (lambda: decision.complete(by=mila), lambda: decision.correct(by=amina, **facts)):
        with pytest.raises(ValidationError, match="carried out"):
            again()


def test_decisions_are_carried_out_by_their_owner_or_whoever_organises(meeting, amina, fatou, mila, sofia):
    decision = meeting.decide("Write the concept note", owner=mila, by=amina)
    allowed = [each.has_perm("events.complete_decision", decision) for each in (mila, amina, sofia, fatou)]
    assert allowed == [True, True, True, False]


def titles(person):
    return [str(duty.title) for duty in duties(person)]


def test_what_waits_follows_the_meeting(in_a2, amina, mila, clock):
    proposed = meeting_of(by=amina, dates=(11, 12))
    assert titles(mila) == ["Say when you have time"]
    proposed.give_availability(dict.fromkeys(proposed.dates.all(), "if_need_be"), by=mila)
    assert titles(mila) == []
    proposed.fix(proposed.dates.first(), by=amina)
    assert titles(mila) == ["Say whether you come"]
    proposed.answer("comes", by=mila)
    assert titles(mila) == ["Come to a meeting"]
    clock.move_to(proposed.ends_at)
    assert titles(mila) == [] and titles(amina) == ["Write the minutes"]
    decision = proposed.decide("Count the plots", owner=mila, due_on=date(2026, 3, 20), by=amina)
    Minutes.of(proposed).publish("Done.", by=amina)
    assert titles(amina) == [] and titles(mila) == ["Carry out a decision"]
    duty = duties(mila)[0]
    assert (duty.due.date(), duty.url) == (date(2026, 3, 20), decision.get_absolute_url())
    decision.complete(by=mila)
    assert titles(mila) == []


def test_cancelled_meetings_and_lost_seats_ask_nothing(in_a2, amina, mila, fatou, a2):
    meeting_of(by=amina).cancel("Rain.", by=amina)
    meeting_of(by=amina, title="Other")
    assert titles(fatou) == ["Say whether you come"]
    a2.seats.get(person=mila).end(by=amina)
    assert titles(mila) == []
