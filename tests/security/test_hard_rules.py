"""Nobody without an active partner organisation leads a task force or represents a region: attacked at every door."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from colleges.models import BureauMandate, College
from colleges.models.bureau_mandate import today
from colleges.permissions import moderates
from core.source import acting_from
from home.checking import findings
from partners.models import Affiliation, Partner
from regions.models import Region
from taskforces.models import Application, Role, Seat
from taskforces.tasks import remind_of_mandates
from tests.factories import AffiliationFactory, ApplicationFactory, PartnerFactory, UserFactory
from tests.factories.candidates import call_for, candidate, consultation_on

pytestmark = pytest.mark.django_db

JOIN = "/en/task-forces/a2/join/"


def friend():
    return UserFactory()


def of(standing, **affiliation):
    return AffiliationFactory(partner=PartnerFactory(status=standing), **affiliation).person


# {who: a function that makes the person}
NOT_ELIGIBLE = {
    "friend": friend,
    "of a candidate": lambda: of(Partner.Status.CANDIDATE),
    "of a suspended organisation": lambda: of(Partner.Status.SUSPENDED),
    "of one that left": lambda: of(Partner.Status.LEFT),
    "not confirmed": lambda: of(Partner.Status.PARTNER, status=Affiliation.Status.REQUESTED),
    "declined": lambda: of(Partner.Status.MEMBER, status=Affiliation.Status.DECLINED),
    "ended": lambda: of(Partner.Status.MEMBER, status=Affiliation.Status.ENDED),
    "secretariat without organisation": lambda: UserFactory(is_staff=True),
    "superuser without organisation": lambda: UserFactory(is_staff=True, is_superuser=True),
}

SEATS = [(Role.LEADER, None), (Role.REPRESENTATIVE, "africa")]

people = pytest.mark.parametrize("make", NOT_ELIGIBLE.values(), ids=NOT_ELIGIBLE.keys())
seats = pytest.mark.parametrize(("role", "slug"), SEATS, ids=["leader", "representative"])


def region(slug):
    return Region.objects.get(slug=slug) if slug else None


def answers(**more):
    return {
        "country": "FR",
        "accepts_duties": "on",
        "motivation": "Soil.",
        "expertise": "Agronomy",
        "time": "up_to_4",
        "languages": "en",
        "qualification": "I know soils.",
        "experience": "Ten years.",
    } | more


# -- The door of the page


@people
@seats
def test_form_offers_no_other_role_and_refuses_a_forged_one(make, role, slug, a2):
    person, client = make(), Client()
    client.force_login(person)
    page = client.get(JOIN)
    assert f'value="{role}"' not in page.content.decode()
    posted = answers(role=role) | ({"region": region(slug).pk} if slug else {})
    response = client.post(JOIN, posted)
    assert response.status_code == 200
    assert response.context["form"].errors["role"]
    assert not Application.objects.filter(person=person).exclude(role=Role.MEMBER).exists()


@people
@seats
def test_forged_role_is_not_kept_in_a_draft(make, role, slug, a2):
    person, client = make(), Client()
    client.force_login(person)
    posted = answers(role=role, save="") | ({"region": region(slug).pk} if slug else {})
    client.post(JOIN, posted)
    assert not Application.objects.filter(person=person).exclude(role=Role.MEMBER).exists()


def test_forged_fields_beside_the_form_are_ignored(a2):
    person, client = friend(), Client()
    client.force_login(person)
    client.post(JOIN, answers(role="member", status="nominated", person=1, decided_by=1, is_staff="on"))
    application = Application.objects.get(person=person)
    assert (application.role, application.status, application.decided_by) == (Role.MEMBER, "submitted", None)
    person.refresh_from_db()
    assert not person.is_staff


# -- The doors of the verbs: shell, command, job


@people
@seats
def test_verb_refuses_the_seat(make, role, slug, a2, sofia):
    with pytest.raises(ValidationError, match="partner"):
        a2.seat(make(), role, region=region(slug), by=sofia)
    assert not a2.seats.filter(role=role).exists()


@people
@seats
def test_application_cannot_be_sent(make, role, slug, a2):
    person = make()
    application = Application.begin(person, a2)
    application.role, application.region = role, region(slug)
    with pytest.raises(ValidationError, match="partner"):
        application.submit(by=person)
    assert Application.objects.get(pk=application.pk).is_draft


@people
@seats
def test_nobody_can_be_nominated(make, role, slug, sofia):
    """The application stands in the database already: an import, a shell, or an organisation that has left since."""
    application = ApplicationFactory(person=make(), role=role, region=region(slug))
    with pytest.raises(ValidationError, match="partner"):
        application.nominate(by=sofia)
    application.refresh_from_db()
    assert application.status == Application.Status.SUBMITTED
    assert not Seat.objects.filter(person=application.person).exists()


@people
@seats
def test_acceptance_never_gives_another_seat_than_a_members(make, role, slug, sofia):
    application = ApplicationFactory(person=make(), role=role, region=region(slug))
    with pytest.raises(ValidationError, match="nominated by the secretariat"):
        application.accept(by=sofia)


@people
@seats
def test_seat_itself_does_not_pass_its_own_check(make, role, slug, a2):
    with pytest.raises(ValidationError, match="partner"):
        Seat(task_force=a2, person=make(), role=role, region=region(slug)).full_clean()


@people
@seats
def test_row_forced_into_the_database_gives_no_right_and_is_found(make, role, slug, a2, victor):
    person = make()
    seat = Seat.objects.create(task_force=a2, person=person, role=role, region=region(slug))
    assert seat.is_flagged
    assert not Seat.objects.in_force().filter(pk=seat.pk).exists()
    if not person.is_superuser:
        application = ApplicationFactory(person=victor)
        assert not person.has_perm("taskforces.decide_application", application)
        assert not person.has_perm("taskforces.view_applications_taskforce", a2)
    assert any(f"seat {seat.pk}" in finding.sentence for finding in findings())


# -- The door of the admin


@people
@seats
def test_admin_refuses_the_seat(make, role, slug, a2, sofia, client):
    person = make()
    client.force_login(sofia)
    posted = {"task_force": a2.pk, "person": person.pk, "role": role, "region": region(slug).pk if slug else ""}
    client.post("/admin/taskforces/seat/add/", posted)
    client.post(f"/admin/taskforces/taskforce/{a2.pk}/give-seat/", posted)
    assert not Seat.objects.filter(person=person).exists()


@people
@seats
def test_admin_refuses_the_nomination(make, role, slug, sofia, client):
    application = ApplicationFactory(person=make(), role=role, region=region(slug))
    client.force_login(sofia)
    response = client.post(f"/admin/taskforces/application/{application.pk}/nominate/", {})
    assert "partner" in response.content.decode()
    assert not Seat.objects.filter(person=application.person).exists()


def test_admin_has_no_field_that_turns_a_member_into_a_leader(a2, victor, sofia, client):
    seat = a2.seat(victor, Role.MEMBER, by=sofia)
    client.force_login(sofia)
    response = client.post(f"/admin/taskforces/seat/{seat.pk}/change/", {"role": "leader", "person": victor.pk})
    assert response.status_code == 403
    seat.refresh_from_db()
    assert seat.role == Role.MEMBER


# -- What is true for everybody


def test_second_leader_is_refused_by_verb_and_database(amina, carla, a2, sofia):
    with pytest.raises(ValidationError, match="taken"):
        a2.seat(carla, Role.LEADER, by=sofia)
    assert a2.seats.open().leaders().get().person == amina


def test_representative_speaks_for_a_large_region_only(carla, a2, sofia):
    part = Region.objects.filter(parent__isnull=False).first()
    for wrong in (None, part):
        with pytest.raises(ValidationError):
            a2.seat(carla, Role.REPRESENTATIVE, region=wrong, by=sofia)
    with pytest.raises(ValidationError):
        a2.seat(carla, Role.LEADER, region=Region.objects.get(slug="africa"), by=sofia)


def test_secretariat_nominates_and_does_not_stand(cast, a2):
    AffiliationFactory(person=cast.sofia)
    assert Role.open_to(cast.sofia) == [Role.MEMBER]


def test_commercial_body_never_becomes_a_member(sofia, client):
    company = PartnerFactory(type=Partner.Type.COMPANY, nature=Partner.Nature.COMMERCIAL)
    with pytest.raises(ValidationError, match="commercial"):
        company.admit(Partner.Status.MEMBER, by=sofia)
    client.force_login(sofia)
    client.post(f"/admin/partners/partner/{company.pk}/admit-as-member/", {"reason": "a friend"})
    client.post(f"/admin/partners/partner/{company.pk}/change/", {"status": "member"})
    company.refresh_from_db()
    assert company.status == Partner.Status.PARTNER


def test_member_never_becomes_commercial(sofia, client, cast):
    member = cast.afris
    client.force_login(sofia)
    client.post(
        f"/admin/partners/partner/{member.pk}/change/",
        {"name": member.name, "type": member.type, "nature": "commercial", "country": "BJ", "slug": member.slug},
    )
    member.refresh_from_db()
    assert member.nature == Partner.Nature.NON_PROFIT


# -- The moment an organisation leaves


@pytest.mark.parametrize("go", ["suspend", "leave"])
def test_leader_loses_everything_with_the_next_request_in_every_open_window(go, amina, fatou, sofia, cast, victor, a2):
    application = ApplicationFactory(person=victor)
    address = f"/en/task-forces/a2/applications/{application.pk}/"
    windows = [Client(), Client()]
    for window in windows:
        window.force_login(amina)
        assert window.get("/en/task-forces/a2/applications/").status_code == 200
        assert window.get(address).status_code == 200
    getattr(cast.afris, go)(by=sofia, reason="It was said so.")
    for window in windows:
        assert window.get("/en/task-forces/a2/applications/").status_code == 403
        assert window.get(address).status_code == 404
        assert window.post(f"{address}accept/").status_code == 404
        assert window.post(f"{address}decline/", {"text": "No."}).status_code == 404
        assert window.get(f"/en/partners/{cast.afris.slug}/people/").status_code in (403, 404)
    application.refresh_from_db()
    assert application.status == Application.Status.SUBMITTED
    assert a2.seats.flagged().get().person == amina


def test_representative_loses_it_when_her_own_affiliation_ends(fatou, cast, sofia, client):
    client.force_login(fatou)
    assert client.get("/en/task-forces/a2/applications/").status_code == 200
    fatou.affiliations.get().end(by=sofia)
    assert client.get("/en/task-forces/a2/applications/").status_code == 403


def test_focal_point_loses_it_when_the_organisation_is_suspended(carla, cast, sofia, client):
    request = AffiliationFactory(partner=cast.fundacion, status=Affiliation.Status.REQUESTED)
    client.force_login(carla)
    assert client.get(f"/en/partners/{cast.fundacion.slug}/people/").status_code == 200
    cast.fundacion.suspend(by=sofia, reason="unpaid")
    assert client.post(f"/en/partners/affiliations/{request.pk}/confirm/").status_code == 404
    request.refresh_from_db()
    assert request.is_requested


def test_member_of_the_secretariat_loses_the_admin_when_dismissed(sofia, client):
    client.force_login(sofia)
    assert client.get("/admin/").status_code == 200
    sofia.is_staff = False
    sofia.save(update_fields=["is_staff"])
    sofia.groups.clear()
    assert client.get("/admin/").status_code == 403


def test_deactivated_person_is_a_visitor_at_once(amina, client):
    client.force_login(amina)
    amina.is_active = False
    amina.save(update_fields=["is_active"])
    assert client.get("/en/task-forces/a2/applications/").status_code == 302


def test_everything_comes_back_with_the_organisation(amina, cast, sofia, client):
    cast.afris.suspend(by=sofia, reason="unpaid")
    cast.afris.admit(Partner.Status.MEMBER, by=sofia)
    client.force_login(amina)
    assert client.get("/en/task-forces/a2/applications/").status_code == 200


def test_official_data_can_be_loaded_again_without_giving_anybody_a_seat(a2):
    call_command("load_reference", verbosity=0)
    assert not Seat.objects.exists()


# -- Candidates, mandates, the Bureau


@people
@seats
def test_nobody_else_answers_a_call_or_keeps_a_mandate(make, role, slug, a2, sofia, client):
    person = make()
    call = call_for(a2, role, region=region(slug))
    application = candidate(call, person)
    with pytest.raises(ValidationError, match="partner"):
        application.nominate(by=sofia)
    seat = Seat.objects.create(
        task_force=a2, person=person, role=role, region=region(slug), expires_at=timezone.now() - timedelta(days=1)
    )
    with pytest.raises(ValidationError, match="partner"):
        seat.renew(by=sofia)
    client.force_login(sofia)
    client.post(f"/admin/taskforces/seat/{seat.pk}/renew/", {"expires_at_0": "2099-01-01", "expires_at_1": "12:00"})
    assert not Seat.objects.in_force().filter(pk=seat.pk).exists()
    with acting_from("job"):
        remind_of_mandates()
    assert not Seat.objects.in_force().filter(pk=seat.pk).exists()
    assert not Application.objects.consulted_with(person).exists()


@people
def test_nobody_else_represents_a_college_in_the_bureau(make, sofia, client):
    person, college = make(), College.objects.first()
    days = {"starts_on": today(), "ends_on": today() + timedelta(days=9)}
    with pytest.raises(ValidationError, match="organisations of this college"):
        BureauMandate.give(person, college, by=sofia, **days)
    client.force_login(sofia)
    client.post("/admin/colleges/bureaumandate/add/", {"person": person.pk, "college": college.pk, **days})
    assert not BureauMandate.objects.exists()
    BureauMandate.objects.create(person=person, college=college, **days)  # an import, a shell
    assert not moderates(person, college)
    assert any("belongs to no organisation of the college" in finding.sentence for finding in findings())


@people
def test_rival_without_organisation_becomes_a_team_member_and_nothing_more(make, a2, sofia):
    call = call_for(a2)
    winner, rival = candidate(call), candidate(call, make())
    winner.nominate(by=sofia)
    assert list(a2.seats.open().filter(person=rival.person).values_list("role", flat=True)) == [Role.MEMBER]


@pytest.mark.parametrize("go", ["suspend", "leave"])
def test_voice_about_candidates_and_the_moderation_go_with_the_organisation(go, amina, carla, cast, sofia, a2, client):
    application = candidate(call_for(a2))
    consultation_on(application.call)
    college = College.objects.of(cast.afris)
    BureauMandate.give(amina, college, starts_on=today(), ends_on=today() + timedelta(days=9), by=sofia)
    client.force_login(amina)
    address = f"/en/task-forces/a2/candidates/{application.pk}/support/"
    assert client.get("/en/task-forces/a2/candidates/").status_code == 200
    assert moderates(amina, college)
    getattr(cast.afris, go)(by=sofia, reason="It was said so.")
    assert client.get("/en/task-forces/a2/candidates/").status_code == 403
    assert client.post(address).status_code == 404
    assert not application.supports.exists()
    assert not moderates(amina, college)


def test_candidate_whose_organisation_is_suspended_is_not_nominated(a2, sofia):
    application = candidate(call_for(a2))
    application.person.organisations[0].suspend(by=sofia, reason="unpaid")
    with pytest.raises(ValidationError, match="partner"):
        application.nominate(by=sofia)
    assert not a2.seats.exists()
