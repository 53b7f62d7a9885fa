"""A Project Team is formed by people of two partners, and only as long as that is true."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from core.models import Activity
from notifications.models import Notice
from partners.models import Affiliation, Partner
from projects.models import Idea, ProjectTeam, TeamMember
from tests.factories import AffiliationFactory, PartnerFactory, UserFactory, partner_person
from tests.factories.projects import IdeaFactory, ask, formed_team, partner_of, team

pytestmark = pytest.mark.django_db


def hears(activity, audience):
    Notice.objects.announce(activity.pk)
    return {notice.recipient for notice in Notice.objects.filter(activity=activity, audience=audience)}


def test_team_is_formed_once_people_of_two_partners_have_accepted():
    made = team()
    assert (made.is_formed, made.idea.state) == (False, "forming")
    [coordinator] = made.members.all()
    coordinator.accept(by=coordinator.person)
    colleague = AffiliationFactory(partner=coordinator.partner).person
    made.ask(colleague, coordinator.partner, by=None).accept(by=colleague)
    assert not made.is_formed  # two people, one partner
    other = ask(made, partner_person())
    assert not made.is_formed
    other.accept(by=other.person)
    assert made.is_formed and list(ProjectTeam.objects.formed()) == [made]
    assert Idea.objects.with_facts().get().state == "formed"


@pytest.mark.parametrize(
    "happens",
    [
        lambda member: member.partner.suspend(by=None, reason="Unpaid."),
        lambda member: Affiliation.objects.get(person=member.person).end(by=None),
        lambda member: member.leave(by=member.person),
        lambda member: member.end(by=None),
        lambda member: member.person.erase(by=None),
    ],
    ids=["organisation suspended", "affiliation ended", "left", "taken off", "erased"],
)
def test_team_falls_back_when_the_facts_change(happens):
    made = formed_team()
    happens(made.members.exclude(role="coordinator").get())
    assert not made.is_formed and list(ProjectTeam.objects.forming()) == [made]
    assert Idea.objects.get().state == "forming"


def test_team_without_coordinator_is_to_be_completed():
    made = formed_team()
    made.members.get(role="coordinator").leave(by=None)
    assert not made.is_formed
    member = made.members.in_force().get()
    third = ask(made, partner_person())
    third.accept(by=third.person)
    member.coordinate(by=None)
    assert made.is_formed


def test_coordination_is_handed_over():
    made = formed_team()
    before, after = made.members.get(role="coordinator"), made.members.get(role="member")
    after.coordinate(by=None)
    before.refresh_from_db()
    assert (before.role, after.role) == ("member", "coordinator")
    assert hears(Activity.objects.get(verb="named_coordinator"), "person") == {after.person}
    with pytest.raises(ValidationError, match="already"):
        after.coordinate(by=None)
    with pytest.raises(ValidationError, match="accepted"):
        ask(made, partner_person()).coordinate(by=None)


def test_second_coordinator_is_not_asked():
    made = team()
    person = partner_person()
    with pytest.raises(ValidationError, match="coordinator"):
        made.ask(person, partner_of(person), role="coordinator", by=None)


def test_nobody_is_asked_twice_but_may_be_asked_again_after_declining():
    made, person = team(), partner_person()
    place = ask(made, person)
    with pytest.raises(ValidationError, match="already"):
        ask(made, person)
    place.decline(by=person)
    with pytest.raises(ValidationError, match="answered already"):
        place.accept(by=person)
    assert ask(made, person).status == "invited"


def test_answers_are_told_to_leader_and_coordinator(amina):
    made = team()
    coordinator = made.members.get()
    coordinator.accept(by=coordinator.person)
    place = ask(made, partner_person())
    place.accept(by=place.person)
    told = hears(Activity.objects.filter(verb="accepted").first(), "manager")
    assert told == {amina, coordinator.person}


# -- Whatever the door: a team member belongs to the partner she stands for

OUTSIDERS = {
    "friend": lambda partner: UserFactory(),
    "of another organisation": lambda partner: partner_person(),
    "not confirmed": lambda partner: AffiliationFactory(partner=partner, status="requested").person,
    "ended": lambda partner: AffiliationFactory(partner=partner, status="ended").person,
}


@pytest.mark.parametrize("make", OUTSIDERS.values(), ids=OUTSIDERS)
def test_stranger_stands_for_no_partner(make, client, sofia):
    made, partner = team(), PartnerFactory()
    person = make(partner)
    with pytest.raises(ValidationError, match="belongs to the partner"):
        made.ask(person, partner, by=sofia)
    with pytest.raises(IntegrityError, match="belongs to the partner"), transaction.atomic():
        TeamMember.objects.create(team=made, person=person, partner=partner)
    place = made.members.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        TeamMember.objects.filter(pk=place.pk).update(partner=partner, person=person)
    client.force_login(sofia)
    page = client.post(
        f"/admin/projects/projectteam/{made.pk}/ask/", {"person": person.pk, "partner": partner.pk, "role": "member"}
    )
    assert page.status_code == 200 and made.members.count() == 1


@pytest.mark.parametrize("standing", ["candidate", "suspended", "left"])
def test_nobody_stands_for_an_organisation_that_is_not_in_force(standing):
    tie = AffiliationFactory(partner=PartnerFactory(status=standing))
    with pytest.raises(ValidationError, match="belongs to the partner"):
        team().ask(tie.person, tie.partner, by=None)


def test_who_has_left_her_organisation_cannot_accept_any_more():
    place = team().members.get()
    place.person.affiliations.get().end(by=None)
    with pytest.raises(ValidationError, match="belongs to the partner"):
        place.accept(by=place.person)
    with pytest.raises(IntegrityError), transaction.atomic():
        TeamMember.objects.filter(pk=place.pk).update(status="accepted")


def test_places_move_when_two_rows_are_one_organisation(sofia):
    made = formed_team()
    old = made.members.get(role="member").partner
    old.merge_into(Partner.objects.get(pk=PartnerFactory().pk), by=sofia, reason="The same.")
    assert made.is_formed
    assert not TeamMember.objects.filter(partner=old).exists()


def test_one_idea_one_team_in_the_database_too():
    made = team()
    with pytest.raises(IntegrityError), transaction.atomic():
        ProjectTeam.objects.create(idea=made.idea, name="Second", purpose="X")
    assert connection.needs_rollback is False
    assert IdeaFactory().can_become_team
