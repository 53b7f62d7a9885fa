"""The members are heard about candidates, the secretariat nominates, the others become team members."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from core.models import Activity
from regions.models import Region
from taskforces.models import Application, Call, CandidateComment, Consultation, Role
from tests.factories import partner_person
from tests.factories.candidates import call_for, candidate, consultation_on, days, stated

pytestmark = pytest.mark.django_db


@pytest.fixture
def europe():
    return Region.objects.get(slug="europe")


@pytest.fixture
def standing(a2, europe):
    """Somebody who stands as representative of Europe in A2, while the members are consulted."""
    call = call_for(a2, Role.REPRESENTATIVE, region=europe)
    application = stated(candidate(call))
    consultation_on(call)
    return Application.objects.get(pk=application.pk)


def test_consultation_is_planned_once_after_the_deadline_and_with_candidates(sofia, a2):
    call = call_for(a2, deadline=days(5))
    with pytest.raises(ValidationError, match="Nobody stands"):
        Consultation.plan(call, opens_at=days(6), closes_at=days(20), by=sofia)
    application = candidate(call)
    for opens, closes in [(4, 20), (10, 9), (-3, -2)]:
        with pytest.raises(ValidationError):
            Consultation.plan(call, opens_at=days(opens), closes_at=days(closes), by=sofia)
    Consultation.plan(call, opens_at=days(6), closes_at=days(20), by=sofia)
    with pytest.raises(ValidationError, match="already"):
        Consultation.plan(call, opens_at=days(6), closes_at=days(20), by=sofia)
    assert Application.objects.get(pk=application.pk).stage == Application.Stage.CANDIDATE


def test_consultation_moves_its_end_until_it_is_over(sofia, standing):
    consultation = standing.consultation
    assert standing.stage == Application.Stage.IN_CONSULTATION
    consultation.move(closes_at=days(30), by=sofia)
    with pytest.raises(ValidationError):
        consultation.move(closes_at=days(-5), by=sofia)
    Consultation.objects.update(opens_at=days(-3), closes_at=days(-1))
    with pytest.raises(ValidationError, match="over"):
        consultation.move(closes_at=days(5), by=sofia)


def test_support_counts_once_and_can_be_taken_back(fatou, standing):
    for _turn in range(2):
        standing.support(by=fatou)
    assert standing.supports.count() == 1
    for _turn in range(2):
        standing.take_back_support(by=fatou)
    assert standing.supports.count() == 0
    verbs = Activity.objects.about(standing).filter(verb__contains="support").values_list("verb", flat=True)
    assert sorted(verbs) == ["support_taken_back", "supported"]


def test_comment_replaces_the_one_before_and_an_empty_one_takes_it_back(fatou, standing):
    standing.comment("Knows the field.", by=fatou)
    standing.comment("Knows the field very well.", by=fatou)
    assert CandidateComment.objects.get().text == "Knows the field very well."
    standing.comment("  ", by=fatou)
    assert not CandidateComment.objects.exists()


def test_nobody_is_heard_outside_the_window_or_about_herself(fatou, standing):
    with pytest.raises(ValidationError, match="her own"):
        standing.support(by=standing.person)
    Consultation.objects.update(opens_at=days(1))
    for verb in (standing.support, standing.take_back_support):
        with pytest.raises(ValidationError, match="not open"):
            verb(by=fatou)
    Consultation.objects.update(opens_at=days(-9), closes_at=days(-1))
    with pytest.raises(ValidationError, match="not open"):
        standing.comment("Too late.", by=fatou)
    assert not standing.supports.exists()


def test_who_may_support_and_comment(sofia, amina, fatou, bruno, cast, standing):
    root = partner_person(is_staff=True, is_superuser=True)
    may = {
        (person, verb): person.has_perm(f"taskforces.{verb}_application", standing)
        for person in (sofia, amina, fatou, bruno, root)
        for verb in ("support", "comment")
    }
    assert {key for key, answer in may.items() if answer} == {
        *((person, verb) for person in (amina, fatou) for verb in ("support", "comment")),
        *((person, "comment") for person in (sofia, root)),
    }
    assert not standing.person.has_perm("taskforces.support_application", standing)
    cast.afris.suspend(by=sofia, reason="unpaid")
    assert not amina.has_perm("taskforces.support_application", standing)


# -- The decision


def test_one_is_nominated_and_the_others_for_that_seat_become_team_members(sofia, a2, europe):
    call = call_for(a2, Role.REPRESENTATIVE, region=europe)
    winner, rival = candidate(call), candidate(call)
    elsewhere = candidate(call_for(a2, Role.REPRESENTATIVE, region=Region.objects.get(slug="asia")))
    leader = candidate(call_for(a2))
    winner.nominate(by=sofia)
    rival.refresh_from_db()
    assert (rival.status, rival.decided_by) == (Application.Status.NOT_SELECTED, sofia)
    assert a2.seats.open().get(person=rival.person).role == Role.MEMBER
    assert Activity.objects.about(rival).get(verb="not_selected").data["became_member"]
    for other in (elsewhere, leader):
        other.refresh_from_db()
        assert other.status == Application.Status.SUBMITTED
    with pytest.raises(ValidationError, match=f"{sofia} has already decided: not selected"):
        rival.nominate(by=partner_person())


def test_rival_who_has_a_seat_keeps_it_and_one_whose_account_is_closed_gets_none(sofia, a2, fatou):
    call = call_for(a2)
    winner, represents, gone = candidate(call), candidate(call, fatou), candidate(call)
    gone.person.is_active = False
    gone.person.save(update_fields=["is_active"])
    winner.nominate(by=sofia)
    assert a2.seats.open().get(person=fatou).role == Role.REPRESENTATIVE
    assert not a2.seats.filter(person=gone.person).exists()
    for rival in (represents, gone):
        rival.refresh_from_db()
        assert rival.status == Application.Status.NOT_SELECTED
    assert Role.MEMBER not in a2.seats.open().values_list("role", flat=True)


def test_nobody_is_nominated_while_the_members_are_heard(sofia, standing):
    with pytest.raises(ValidationError, match="consulted"):
        standing.nominate(by=sofia)
    Consultation.objects.update(opens_at=days(-9), closes_at=days(-1))
    standing.nominate(by=sofia)
    assert standing.status == Application.Status.NOMINATED


def test_nobody_is_nominated_to_a_seat_that_is_taken_and_nothing_is_half_done(sofia, amina, a2):
    call = call_for(a2)
    application, rival = candidate(call), candidate(call)
    with pytest.raises(ValidationError, match="taken"):
        application.nominate(by=sofia)
    for one in (application, rival):
        one.refresh_from_db()
        assert one.status == Application.Status.SUBMITTED


def test_candidates_wait_for_the_secretariat_only_once_the_members_have_been_heard(client, sofia, standing):
    client.force_login(sofia)

    def told_today():
        waiting = client.get("/admin/").context_data["waiting"]
        return {str(each.title): each.since for each in waiting if each.title == "Candidates to nominate"}

    listed = "/admin/taskforces/application/?waiting=candidates"
    assert told_today() == {} and client.get(listed).context_data["cl"].result_count == 0
    Application.objects.update(submitted_at=days(-25))
    Call.objects.update(opened_at=days(-30), deadline=days(-20))
    Consultation.objects.update(opens_at=days(-20), closes_at=days(-2))
    standing.call.consultation.refresh_from_db()
    assert told_today() == {"Candidates to nominate": standing.call.consultation.closes_at}
    assert client.get(listed).context_data["cl"].result_count == 1
    assert not Application.objects.waiting_longer_than(timedelta(days=7)).exists()
    assert Application.objects.waiting_longer_than(timedelta(days=1)).get() == standing
