"""Who belongs to the rooms of colleges, groups and regions follows from facts: asked anew each time."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from colleges.models import BureauMandate, College, Placement
from colleges.models.bureau_mandate import today
from partners.models import Partner
from spaces.models import Space
from tests.factories import AffiliationFactory, PartnerFactory
from tests.factories.rooms import room

pytestmark = pytest.mark.django_db


def belongs(person, space):
    return space.members().filter(person_id=person.pk).exists()


def enters(person, space):
    return Space.objects.visible_to(person).contains(space)


def may(person, what, space):
    return person.has_perm(f"spaces.{what}_space", space)


@pytest.fixture
def college(carla, cast):
    """The college of Carla's organisation."""
    return College.objects.of(cast.fundacion)


@pytest.fixture
def mandate(carla, college):
    return BureauMandate.give(carla, college, starts_on=today(), ends_on=today() + timedelta(days=300), by=None)


def test_people_of_the_organisations_of_a_college_belong_there(carla, bruno, victor, college):
    assert belongs(carla, college.space) and may(carla, "post", college.space)
    for other in (bruno, victor):
        assert not belongs(other, college.space) and not enters(other, college.space)
    assert enters(bruno, College.objects.of(bruno.organisations[0]).space)


def test_organisation_that_is_placed_elsewhere_takes_its_people_along(carla, cast, college):
    other = College.objects.exclude(pk=college.pk).first()
    placement = Placement.place(cast.fundacion, other, reason="A public donor.", by=None)
    assert belongs(carla, other.space) and not belongs(carla, college.space)
    placement.lift(by=None)
    assert belongs(carla, college.space) and not belongs(carla, other.space)


def test_suspended_organisation_closes_the_room_to_its_people(carla, cast, college):
    cast.fundacion.suspend(by=None, reason="Unpaid.")
    assert not belongs(carla, college.space) and not enters(carla, college.space)


def test_bureau_moderates_the_room_of_its_college_and_no_other(carla, bruno, college, mandate):
    assert may(carla, "moderate", college.space)
    assert list(college.space.moderators()) == [carla]
    assert not may(bruno, "moderate", college.space)
    other = College.objects.exclude(pk=college.pk).first()
    assert not may(carla, "moderate", other.space)


@pytest.mark.parametrize(("starts", "ends", "moderates"), [(0, 0, True), (-9, 9, True), (1, 9, False), (-9, -1, False)])
def test_right_to_moderate_begins_and_ends_with_the_days_of_the_mandate(carla, college, starts, ends, moderates):
    days = {"starts_on": today() + timedelta(starts), "ends_on": today() + timedelta(ends)}
    BureauMandate.objects.create(person=carla, college=college, **days)
    assert may(carla, "moderate", college.space) is moderates


def test_right_to_moderate_goes_with_the_mandate_and_the_organisation(carla, cast, college, mandate):
    cast.fundacion.suspend(by=None, reason="Unpaid.")
    assert not may(carla, "moderate", college.space)
    cast.fundacion.admit("partner", by=None)
    assert may(carla, "moderate", college.space)
    mandate.end(by=None, reason="So.")
    assert not may(carla, "moderate", college.space)
    assert may(carla, "post", college.space)


def test_leader_moderates_the_room_of_her_task_force_by_her_seat(amina, fatou, a2):
    assert may(amina, "moderate", a2.space)
    assert not may(fatou, "moderate", a2.space) and may(fatou, "post", a2.space)
    amina.seats.get().end(by=None)
    assert not may(amina, "moderate", a2.space) and not enters(amina, a2.space)


def test_secretariat_enters_writes_and_moderates_everywhere(sofia):
    for space in (room("college-research-and-teaching"), room("funders"), room("region-africa")):
        assert enters(sofia, space) and may(sofia, "post", space) and may(sofia, "moderate", space)


def test_funders_room_is_for_people_of_organisations_that_fund(bruno, victor):
    funder = AffiliationFactory(partner=PartnerFactory(type=Partner.Type.DEVELOPMENT_BANK)).person
    assert belongs(funder, room("funders")) and may(funder, "post", room("funders"))
    assert not enters(bruno, room("funders")) and not enters(victor, room("funders"))


def test_everybody_signed_in_reads_the_room_of_the_friends_and_friends_and_partners_write(victor, bruno, cast):
    space = room("friends")
    assert belongs(victor, space) and may(victor, "post", space)
    assert not belongs(bruno, space) and may(bruno, "post", space)
    assert not enters(AnonymousUser(), space)


def test_region_is_read_by_all_partners_and_belongs_to_those_who_live_there(fatou, bruno, victor):
    africa = room("region-africa")
    assert belongs(fatou, africa) and not belongs(bruno, africa)
    assert enters(bruno, africa) and may(bruno, "post", africa)
    assert not enters(victor, africa)
    bruno.country_id = "SN"
    bruno.save(update_fields=["country"])
    assert belongs(bruno, africa)


def test_interfaces_are_open_to_all_partners_who_write_there(bruno, carla, victor):
    for slug in ("knowledge", "policies", "research", "projects"):
        space = room(f"interface-{slug}")
        for person in (bruno, carla):
            assert enters(person, space) and may(person, "post", space)
        assert not enters(victor, space)


def test_visitors_write_and_moderate_nowhere(a2):
    Space.objects.filter(pk=a2.space_id).update(audience="public")
    assert not may(AnonymousUser(), "post", a2.space) and not may(AnonymousUser(), "moderate", a2.space)
    assert not Space.objects.moderated_by(AnonymousUser()).exists()
