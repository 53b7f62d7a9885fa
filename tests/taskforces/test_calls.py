"""The call for information and the qualification statement: opened, written, sent, closed by the deadline."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.models import Activity, StoredFile
from core.uploads import clean_upload
from regions.models import Region
from taskforces.models import Application, Call, Role, Statement
from taskforces.reminding import remind
from taskforces.tasks import remind_of_statements
from tests.factories import ApplicationFactory, partner_person
from tests.factories.candidates import WORDS, call_for, candidate, consultation_on, days, stated
from tests.papers import upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def africa():
    return Region.objects.get(slug="africa")


def submit(person, task_force, role=Role.LEADER, region=None):
    application = Application.begin(person, task_force)
    application.role, application.region = role, region
    application.submit(by=person)
    return application


def test_first_candidate_opens_a_call_of_thirty_days_and_the_second_answers_it(a2):
    first, second = submit(partner_person(), a2), submit(partner_person(), a2)
    assert first.call == second.call
    assert first.call.deadline.date() == (timezone.now() + timedelta(days=30)).date()
    assert Activity.objects.about(first.call).get().actor is None
    assert first.stage == Application.Stage.CANDIDATE


def test_candidate_answers_the_call_of_the_secretariat_for_her_region_or_for_all(a2, sofia, africa):
    call = Call.open(a2, Role.REPRESENTATIVE, deadline=days(10), by=sofia)
    assert submit(partner_person(), a2, Role.REPRESENTATIVE, africa).call == call
    assert submit(partner_person(), a2, Role.LEADER).call != call


def test_team_member_answers_no_call(a2, victor):
    application = submit(victor, a2, Role.MEMBER)
    assert application.call is None
    assert application.stage is None


def test_call_is_refused_in_the_past_twice_for_members_and_for_the_wrong_region(a2, sofia, africa):
    part = Region.objects.filter(parent__isnull=False).first()
    Call.open(a2, Role.LEADER, deadline=days(10), by=sofia)
    for role, region, deadline in [
        (Role.LEADER, None, days(20)),
        (Role.MEMBER, None, days(20)),
        (Role.LEADER, africa, days(20)),
        (Role.REPRESENTATIVE, part, days(20)),
        (Role.REPRESENTATIVE, africa, days(-1)),
    ]:
        with pytest.raises(ValidationError):
            Call.open(a2, role, region=region, deadline=deadline, by=sofia)
    assert Call.objects.count() == 1


def test_deadline_moves_until_the_consultation_is_planned(sofia, a2):
    call = call_for(a2)
    candidate(call)
    call.move_deadline(days(40), by=sofia)
    with pytest.raises(ValidationError, match="ahead"):
        call.move_deadline(days(-1), by=sofia)
    consultation_on(call)
    with pytest.raises(ValidationError, match="planned"):
        Call.objects.get(pk=call.pk).move_deadline(days(50), by=sofia)


# -- The statement


def test_statement_begins_with_the_answers_of_the_joining_form():
    application = candidate(call_for(), answers={"motivation": "Soil.", "expertise": "Ten years."})
    statement = Statement.of(application)
    assert (statement.motivation, statement.experience, statement.pk) == ("Soil.", "Ten years.", None)


def test_statement_is_kept_while_it_is_written_and_sent_when_it_is_whole():
    application = candidate(call_for())
    Statement.save_draft(application, {"motivation": "Soil."}, by=application.person)
    statement = Statement.save_draft(application, {"time": "Little."}, by=application.person)
    assert (statement.motivation, statement.time) == ("Soil.", "Little.")
    assert not Activity.objects.about(statement).exists()
    with pytest.raises(ValidationError) as refusal:
        statement.send(by=application.person)
    assert set(refusal.value.message_dict) == {"contribution"}
    Statement.save_draft(application, WORDS, by=application.person)
    statement.send(by=application.person)
    with pytest.raises(ValidationError, match="sent"):
        statement.send(by=application.person)
    with pytest.raises(ValidationError, match="sent"):
        Statement.save_draft(application, {"time": "More."}, by=application.person)


def test_sent_statement_is_taken_up_again_before_the_deadline_only():
    application = stated(candidate(call_for()))
    application.statement.reopen(by=application.person)
    assert not Statement.objects.get().is_sent
    late = stated(candidate(call_for(deadline=days(-1))))
    with pytest.raises(ValidationError, match="no longer"):
        late.statement.reopen(by=late.person)


def test_statement_is_closed_by_the_deadline_by_the_decision_and_to_everybody_else(sofia):
    late = candidate(call_for(deadline=days(-1)))
    with pytest.raises(ValidationError, match="deadline"):
        Statement.save_draft(late, WORDS, by=late.person)
    application = candidate(call_for())
    with pytest.raises(ValidationError, match="Only the candidate"):
        Statement.save_draft(application, WORDS, by=sofia)
    application.withdraw(by=application.person)
    with pytest.raises(ValidationError):
        Statement.save_draft(application, WORDS, by=application.person)
    assert not Statement.objects.exists()


def test_letter_is_kept_once_and_its_file_goes_with_it():
    application = candidate(call_for())
    for _turn in range(2):
        statement = Statement.put_letter(application, clean_upload(upload()), by=application.person)
    assert StoredFile.objects.get() == statement.letter
    assert Statement.put_letter(application, None, by=application.person).letter is None
    assert not StoredFile.objects.exists()


def test_statement_is_read_by_the_secretariat_once_sent_and_by_members_once_they_are_asked(sofia, fatou, bruno, a2):
    application = candidate(call_for(a2))
    Statement.save_draft(application, WORDS, by=application.person)
    assert not Statement.objects.visible_to(sofia).exists()
    assert Statement.objects.visible_to(application.person).exists()
    Statement.objects.get().send(by=application.person)
    assert Statement.objects.visible_to(sofia).exists()
    assert not Statement.objects.visible_to(fatou).exists()
    consultation_on(application.call)
    assert Statement.objects.visible_to(fatou).exists()
    assert not Statement.objects.visible_to(bruno).exists()


# -- Reminders


def test_missing_statement_is_reminded_of_once_a_week_before_the_deadline():
    late, early = candidate(call_for(deadline=days(6))), candidate(call_for(deadline=days(20)))
    sent = stated(candidate(late.call))
    for _turn in range(2):
        remind_of_statements()
    assert Activity.objects.about(late).filter(verb="statement_due").count() == 1
    assert not Activity.objects.about(early).filter(verb="statement_due").exists()
    assert not Activity.objects.about(sent).filter(verb="statement_due").exists()
    late.call.move_deadline(days(5), by=None)
    remind_of_statements()
    assert Activity.objects.about(late).filter(verb="statement_due").count() == 2


def test_secretariat_is_not_pressed_to_decide_while_statements_are_written():
    application = candidate(call_for(), submitted_at=days(-20))
    member = ApplicationFactory(submitted_at=days(-20))
    remind()
    assert not Activity.objects.about(application).filter(verb="reminded").exists()
    assert Activity.objects.about(member).filter(verb="reminded").count() == 2


def test_secretariat_is_reminded_once_of_candidates_and_nobody_else_is():
    heard = candidate(call_for(deadline=days(-15)), submitted_at=days(-40))
    for _turn in range(2):
        remind()
    [reminder] = Activity.objects.about(heard).filter(verb="reminded")
    assert reminder.data["to"] == "secretariat"


def test_waiting_begins_anew_with_the_applicants_answer(amina):
    application = ApplicationFactory(submitted_at=days(-20))
    application.ask("Where?", by=amina)
    application.answer("In Brazil.", by=application.person)
    remind()
    assert not Activity.objects.about(application).filter(verb="reminded").exists()
    assert application in Application.objects.waiting()
