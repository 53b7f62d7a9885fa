"""Rooms: who is let in follows from the audience and from who belongs, asked in one query."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partners.models import Partner
from spaces.models import LEADERS, Space
from tests.factories import AffiliationFactory, PartnerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def everyone(cast):
    funder = AffiliationFactory(partner=PartnerFactory(type=Partner.Type.DEVELOPMENT_BANK)).person
    return {
        "nobody": AnonymousUser(),
        "friend": cast.victor,
        "partner": cast.bruno,
        "funder": funder,
        "leader": cast.amina,
        "secretariat": cast.sofia,
    }


@pytest.mark.parametrize(
    ("audience", "let_in"),
    [
        ("public", {"nobody", "friend", "partner", "funder", "leader", "secretariat"}),
        ("signed_in", {"friend", "partner", "funder", "leader", "secretariat"}),
        ("partners", {"partner", "funder", "leader", "secretariat"}),
        ("funders", {"funder", "leader", "secretariat"}),
        ("friends", {"friend", "leader", "secretariat"}),
        ("college", {"leader", "secretariat"}),
        ("members", {"leader", "secretariat"}),
    ],
)
def test_audience_lets_in(everyone, a2, audience, let_in):
    """Amina leads A2 and belongs there whatever the audience."""
    Space.objects.filter(pk=a2.space_id).update(audience=audience)
    seeing = {
        name for name, person in everyone.items() if Space.objects.visible_to(person).filter(pk=a2.space_id).exists()
    }
    assert seeing == let_in
    assert {name for name, person in everyone.items() if person.has_perm("spaces.enter_space", a2.space)} == let_in


def test_one_query_tells_all_spaces_with_their_names(everyone):
    everyone["leader"].has_perm("spaces.view_space")  # her groups are asked for once
    with CaptureQueriesContext(connection) as queries:
        titles = {space.title for space in Space.objects.visible_to(everyone["leader"]).with_owner()}
    assert {"Task force A2", "Leaders of the task forces", "Africa", "Knowledge Interface"} <= titles
    assert "Task force A3" not in titles
    assert len(queries) == 1


def test_people_of_a_room_are_those_who_belong_now(cast, a2):
    amina, fatou = cast.amina, cast.fatou
    assert set(a2.space.members().values_list("person_id", flat=True)) == {amina.pk, fatou.pk}
    leaders = Space.objects.get(slug=LEADERS)
    assert set(leaders.members().values_list("person_id", flat=True)) == {amina.pk}
    cast.afris.suspend(by=None, reason="Unpaid.")
    assert not leaders.members().exists()


def test_every_task_force_has_its_room():
    assert Space.objects.filter(task_force__isnull=False).count() == 24
    assert Space.objects.get(slug=LEADERS).is_of_all_leaders
    assert str(Space.objects.create(slug="nobody-s")) == "nobody-s"
