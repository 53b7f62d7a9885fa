"""People who come into a room one by one."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from core.models import Activity
from notifications.models import Notice
from spaces.models import Membership, Space
from tests.factories import UserFactory
from tests.factories.rooms import admitted, room

pytestmark = pytest.mark.django_db


def sees(person, space):
    return Space.objects.visible_to(person).contains(space)


def test_admitted_person_enters_and_writes_until_it_ends(victor, sofia):
    space = room("interface-research")
    assert not sees(victor, space)
    membership = space.admit(victor, by=sofia)
    assert sees(victor, space) and victor.has_perm("spaces.post_space", space)
    assert not victor.has_perm("spaces.moderate_space", space)
    membership.end(by=sofia)
    assert not sees(victor, space) and not victor.has_perm("spaces.post_space", space)
    with pytest.raises(ValidationError, match="already ended"):
        membership.end(by=sofia)


def test_moderator_moderates_this_room_and_no_other(victor, sofia):
    admitted("interface-research", person=victor, role="moderator", by=sofia)
    assert victor.has_perm("spaces.moderate_space", room("interface-research"))
    assert not victor.has_perm("spaces.moderate_space", room("interface-projects"))
    assert list(room("interface-research").moderators()) == [victor]
    assert list(Space.objects.moderated_by(victor)) == [room("interface-research")]


def test_nobody_belongs_twice_at_a_time_and_nobody_without_account(victor, sofia):
    first = admitted(person=victor, by=sofia)
    with pytest.raises(ValidationError, match="belongs to the space already"):
        admitted(person=victor, by=sofia)
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(space=first.space, person=victor)
    first.end(by=sofia)
    assert admitted(person=victor, by=sofia).is_open
    with pytest.raises(ValidationError, match="active account"):
        admitted(person=UserFactory(is_active=False), by=sofia)


def test_closed_account_has_no_rights_left(victor, sofia):
    admitted(person=victor, role="moderator", by=sofia)
    victor.deactivate(by=sofia, reason="So.")
    assert not room("interface-research").moderators().exists()
    assert not room("interface-research").members().filter(person_id=victor.pk).exists()


def test_she_ends_her_own_membership_and_nobody_elses(victor, bruno):
    hers, other = admitted(person=victor), admitted()
    assert victor.has_perm("spaces.end_membership", hers)
    assert not victor.has_perm("spaces.end_membership", other)
    assert not bruno.has_perm("spaces.end_membership", hers)
    assert list(Membership.objects.visible_to(victor)) == [hers]
    assert not Membership.objects.visible_to(bruno).exists()


def told(membership):
    for activity in Activity.objects.about(membership):
        Notice.objects.announce(activity.pk)
    return list(Notice.objects.order_by("pk").values_list("recipient", "activity__verb"))


def test_she_is_told_that_she_was_let_in(victor, sofia):
    assert told(admitted(person=victor, by=sofia)) == [(victor.pk, "admitted")]


def test_of_what_is_over_again_only_the_end_is_told(victor, sofia):
    membership = admitted(person=victor, by=sofia)
    membership.end(by=sofia)
    assert told(membership) == [(victor.pk, "ended")]


def test_notice_of_the_end_leads_to_her_rooms(victor, sofia):
    membership = admitted(person=victor, by=sofia)
    assert membership.get_absolute_url() == membership.space.get_absolute_url()
    membership.end(by=sofia)
    assert membership.get_absolute_url() == "/en/spaces/"


def test_room_is_opened_and_closed_the_same_moment(victor, sofia):
    space = room("interface-research")
    space.open_to("signed_in", by=sofia)
    assert sees(victor, space)
    assert not victor.has_perm("spaces.post_space", space)
    space.open_to("members", by=sofia)
    assert not sees(victor, space)
    assert Activity.objects.about(space).filter(verb="opened").count() == 2
    with pytest.raises(ValidationError):
        space.open_to("everybody", by=sofia)
    assert Space.objects.get(pk=space.pk).audience == "members"


def test_secretariat_lets_in_and_ends_in_the_admin(client, victor, sofia):
    client.force_login(sofia)
    space = room("interface-research")
    add = "/admin/spaces/membership/add/"
    assert client.get(add).status_code == 200
    client.post(add, {"space": space.pk, "person": victor.pk, "role": "moderator"})
    membership = Membership.objects.get(person=victor)
    assert (membership.space, membership.role) == (space, "moderator")
    assert (
        "belongs to the space already"
        in client.post(add, {"space": space.pk, "person": victor.pk, "role": "member"}).content.decode()
    )
    client.post(f"/admin/spaces/membership/{membership.pk}/end/")
    membership.refresh_from_db()
    assert not membership.is_open


def test_secretariat_says_in_the_admin_to_whom_a_room_is_open(client, sofia):
    client.force_login(sofia)
    space = room("interface-research")
    url = f"/admin/spaces/space/{space.pk}/open-to/"
    assert client.post(url, {"audience": "nonsense"}).status_code == 200
    client.post(url, {"audience": "signed_in"})
    space.refresh_from_db()
    assert space.audience == "signed_in"
    assert "Research Interface" in client.get("/admin/spaces/space/?q=research").content.decode()


def test_erased_person_leaves_rooms_and_her_visits(victor, sofia, client):
    admitted(person=victor, by=sofia)
    client.force_login(victor)
    client.get(room("interface-research").get_absolute_url())
    assert victor.visits.exists()
    victor.erase(by=victor)
    assert not victor.visits.exists() and not victor.memberships.open().exists()
