"""The implementation cycle: outputs told or attested, moving on, exceptions."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from core.models import Activity
from core.outputs import tells_output, told_outputs
from regions.models import Region
from taskforces.cycle import Progress, ready_to_move_on, with_outputs
from taskforces.models import Output, OutputDelivery, Role, Stage, StageRecord, TaskForce
from tests.factories import partner_person
from tests.factories.cycle import at_stage, attested, every_output, stood_since

pytestmark = pytest.mark.django_db


def fill_regions(task_force):
    for region in Region.objects.large():
        if not task_force.seats.open().filter(region=region).exists():
            task_force.seat(partner_person(), Role.REPRESENTATIVE, region=region, by=None)


def missing(task_force):
    return [str(each) for each in Progress.of(task_force).missing]


def test_every_task_force_begins_at_stage_0(a2):
    assert StageRecord.objects.open().filter(stage__number=0).count() == TaskForce.objects.count() == 24
    assert a2.position.stage.code == "consolidation"


def test_loading_the_cycle_again_keeps_what_was_edited(a2):
    from taskforces.loading_cycle import load_cycle

    Stage.objects.filter(number=1).update(title_en="Taking stock", number=9)
    number = Output.objects.count()
    load_cycle()
    assert Stage.objects.get(code="stocktaking").title_en == "Taking stock"
    assert (Stage.objects.count(), Output.objects.count()) == (7, number)
    assert StageRecord.objects.count() == 24


def test_stages_are_proposals_until_the_initiative_confirms_them():
    assert not Stage.objects.filter(is_confirmed=True).exists()


def test_roster_is_told_region_by_region(a2, fatou):
    assert missing(a2)[0] == "Leader nominated"
    words = missing(a2)[1]
    assert words.startswith("A representative for each region (missing: ")
    assert "Europe" in words
    assert "Africa" not in words
    with translation.override("fr"):
        assert "Asie" in missing(a2)[1]
    fill_regions(a2)
    assert missing(a2) == ["Leader nominated", "Planning meeting held"]


def test_leader_whose_organisation_left_is_no_leader(a2, amina):
    assert "Leader nominated" not in missing(a2)
    amina.affiliations.get().end(by=None)
    assert "Leader nominated" in missing(a2)


def test_leader_moves_on_when_the_outputs_are_there(a2, amina):
    fill_regions(a2)
    with pytest.raises(ValidationError, match="Still missing: Planning meeting held"):
        a2.move_on(by=amina)
    attested(a2, "planning-meeting-held", by=amina)
    record = a2.move_on(by=amina)
    assert (record.stage.number, record.way, record.moved_by) == (1, "moved_on", amina)
    assert a2.position == record
    left = StageRecord.objects.get(task_force=a2, stage__number=0)
    assert left.until == record.since
    assert Activity.objects.about(record).get().data == {"left": 0, "to": 1}


def test_output_that_is_not_required_holds_nobody_up(a2, amina):
    at_stage(a2, 1)
    for code in ("register-in-every-region", "literature-gathered"):
        attested(a2, code, by=amina)
    assert a2.move_on(by=amina).stage.number == 2


def test_secretariat_overrules_with_a_reason(a2, sofia):
    position = a2.position
    with pytest.raises(ValidationError, match="Give a reason"):
        position.overrule(reason=" ", by=sofia)
    record = position.overrule(reason="The regions follow.", by=sofia)
    assert (record.stage.number, record.way, record.reason) == (1, "overruled", "The regions follow.")


def test_nothing_is_overruled_where_nothing_is_missing(a2, amina, sofia):
    at_stage(a2, 3)
    every_output(a2, by=amina)
    with pytest.raises(ValidationError, match="Nothing is missing"):
        a2.position.overrule(reason="Faster.", by=sofia)


def test_secretariat_moves_back_with_a_reason(a2, sofia):
    with pytest.raises(ValidationError, match="first stage"):
        a2.position.move_back(reason="So.", by=sofia)
    at_stage(a2, 2)
    with pytest.raises(ValidationError, match="Give a reason"):
        a2.position.move_back(reason="", by=sofia)
    record = a2.position.move_back(reason="The register is empty.", by=sofia)
    assert (record.stage.number, record.way) == (1, "moved_back")


def test_last_stage_leads_nowhere(a2, amina, sofia):
    position = at_stage(a2, 6)
    every_output(a2, by=amina)
    assert not position.can_be_moved_on
    assert not position.can_be_overruled
    for call in (lambda: position.move_on(by=amina), lambda: position.overrule(reason="So.", by=sofia)):
        with pytest.raises(ValidationError, match="last stage"):
            call()


def test_second_one_to_move_on_hears_who_was_first(a2, amina, sofia):
    at_stage(a2, 2)
    every_output(a2, by=amina)
    seen_by_both = a2.position
    seen_by_both.move_on(by=amina)
    again = StageRecord.objects.get(pk=seen_by_both.pk)
    for call in (
        again.move_on,
        lambda by: again.overrule(reason="So.", by=by),
        lambda by: again.move_back(reason="So.", by=by),
    ):
        with pytest.raises(ValidationError, match="Amina Diallo was faster"):
            call(by=sofia)
    assert a2.position.stage.number == 3


def test_database_keeps_one_open_stage_and_asks_for_reasons(a2):
    stage = Stage.objects.get(number=1)
    with pytest.raises(IntegrityError, match="one_open_stage_per_task_force"):
        StageRecord.objects.create(task_force=a2, stage=stage)


def test_database_asks_for_the_reason_of_an_exception(a2):
    record = a2.position
    with pytest.raises(IntegrityError, match="exceptions_of_the_cycle_have_a_reason"):
        StageRecord.objects.filter(pk=record.pk).update(way="overruled")


def test_output_is_attested_once(a2, amina):
    attested(a2, "planning-meeting-held", by=amina)
    with pytest.raises(ValidationError, match="attested already"):
        attested(a2, "planning-meeting-held", by=amina)
    assert OutputDelivery.objects.count() == 1


def test_what_the_platform_tells_is_not_attested(a2, amina):
    with pytest.raises(ValidationError, match="by itself"):
        attested(a2, "roster-by-region", by=amina)


def test_attested_output_is_taken_back_with_a_reason(a2, amina):
    delivery = attested(a2, "planning-meeting-held", by=amina)
    with pytest.raises(ValidationError, match="Give a reason"):
        delivery.take_back(reason="", by=amina)
    delivery.take_back(reason="It was postponed.", by=amina)
    assert "Planning meeting held" in missing(a2)
    with pytest.raises(ValidationError, match="already been taken back"):
        delivery.take_back(reason="Again.", by=amina)
    attested(a2, "planning-meeting-held", by=amina)
    assert OutputDelivery.objects.standing().count() == 1


def test_output_nobody_can_bring_about_is_refused():
    output = Output(stage=Stage.objects.get(number=1), code="unheard-of", title="X", can_be_attested=False)
    with pytest.raises(ValidationError, match="let the leader attest it"):
        output.clean()


def test_all_task_forces_take_as_many_queries_as_one(a2, amina):
    a2.seat(partner_person(), Role.MEMBER, by=None)
    with CaptureQueriesContext(connection) as queries:
        shown = Progress.of_all(with_outputs(TaskForce.objects.all()))
        assert len([each.next_step for each in shown]) == 24
    assert len(queries) == 2


def test_progress_says_the_next_step(a2, amina):
    at_stage(a2, 2)
    attested(a2, "gaps-named", by=amina)
    assert Progress.of(a2).next_step == "Project ideas proposed"
    attested(a2, "ideas-proposed", by=amina)
    assert Progress.of(a2).next_step == "Move on to stage 3 Project teams and concepts"


def test_ready_ones_are_found_as_their_progress_says(a2, amina):
    def ready():
        return {each.objective.code for each in ready_to_move_on(TaskForce.objects.all())}

    def by_progress():
        shown = Progress.of_all(with_outputs(TaskForce.objects.all()))
        return {each.task_force.objective.code for each in shown if each.can_move_on}

    assert ready() == by_progress() == set()
    attested(a2, "planning-meeting-held", by=amina)
    assert ready() == by_progress() == set()
    fill_regions(a2)
    assert ready() == by_progress() == {"A2"}
    at_stage_6 = TaskForce.objects.get(objective__code="B1")
    at_stage(at_stage_6, 6)
    every_output(at_stage_6)
    assert ready() == by_progress() == {"A2"}


def test_duty_waits_for_the_leader_alone(a2, amina, fatou, sofia):
    at_stage(a2, 3)
    every_output(a2)
    assert list(StageRecord.objects.to_move_on(amina)) == [a2.position]
    assert not StageRecord.objects.to_move_on(fatou)
    assert not StageRecord.objects.to_move_on(sofia)
    a2.move_on(by=amina)
    assert not StageRecord.objects.to_move_on(amina)


def test_task_force_is_stuck_after_six_months_but_not_at_the_end(a2):
    stood_since(a2, timezone.now() - timedelta(days=181))
    assert not StageRecord.objects.stuck().filter(task_force=a2).exists()
    stood_since(a2, timezone.now() - timedelta(days=183))
    assert StageRecord.objects.stuck().filter(task_force=a2).exists()
    assert Progress.of(a2).is_stuck
    at_stage(a2, 6)
    stood_since(a2, timezone.now() - timedelta(days=400))
    assert not StageRecord.objects.stuck().filter(task_force=a2).exists()
    assert not Progress.of(a2).is_stuck


def test_two_functions_do_not_tell_one_output():
    told_outputs()
    with pytest.raises(ValueError, match="leader-nominated"):
        tells_output("leader-nominated")(lambda: None)


def test_stage_without_outputs_is_passed_through(a2, amina):
    Output.objects.filter(stage__number=5).delete()
    at_stage(a2, 4)
    every_output(a2, by=amina)
    assert [stage.listed_outputs for stage in Stage.objects.with_outputs()][5] == []
    a2.move_on(by=amina)
    assert a2.move_on(by=amina).stage.number == 6
