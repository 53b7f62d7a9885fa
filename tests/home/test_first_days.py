"""The first days of somebody new: five steps told from facts, rooms and neighbours; gone when done or closed."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.models import Activity, Theme
from interfaces.models import Interface
from partners.models import Partner, Sheet
from spaces.models import Visit
from tests.cast import country
from tests.factories import AffiliationFactory, PartnerFactory, UserFactory
from tests.factories.discussions import ThreadFactory, space_of_a2

pytestmark = pytest.mark.django_db

HOME, DISMISS = "/en/home/", "/en/home/first-days/dismiss/"


@pytest.fixture
def newcomer():
    return UserFactory(name="Nadia", country=None)


def card(client, person):
    """The FirstDays on her page, or None."""
    client.force_login(person)
    return client.get(HOME).context["first_days"]


def done(client, person):
    return [is_done for _step, _url, is_done in card(client, person).steps]


def test_steps_follow_from_facts_and_the_card_goes_with_the_last(client, newcomer, a2, sofia):
    assert done(client, newcomer) == [False] * 5
    newcomer.country = country("BJ")
    newcomer.save()
    assert done(client, newcomer) == [True, False, False, False, False]
    newcomer.interests.add(Theme.objects.first())
    assert done(client, newcomer) == [True, True, False, False, False]
    newcomer.record("profile_saved", by=newcomer, fields=[])
    assert done(client, newcomer) == [True, True, True, False, False]
    a2.seat(newcomer, "member", by=sofia)
    assert done(client, newcomer) == [True, True, True, True, False]
    assert card(client, newcomer).percent == 80
    ThreadFactory(starter=newcomer, space=space_of_a2())
    assert card(client, newcomer) is None


def test_page_says_how_far_she_is(client, newcomer):
    client.force_login(newcomer)
    page = client.get(HOME).content.decode()
    assert "Your first days" in page and "0 of 5 done" in page


def test_she_closes_it_once_and_it_stays_closed(client, newcomer):
    client.force_login(newcomer)
    for _time in range(2):
        assert client.post(DISMISS).url == reverse("home:duties")
    assert card(client, newcomer) is None
    assert Activity.objects.about(newcomer).filter(verb="first_days_dismissed").count() == 1


@pytest.mark.parametrize(("days", "is_staff"), [(91, False), (0, True)])
def test_nothing_for_who_has_been_here_for_long_or_runs_the_house(client, newcomer, days, is_staff):
    newcomer.joined_at, newcomer.is_staff = timezone.now() - timedelta(days=days), is_staff
    newcomer.save()
    assert card(client, newcomer) is None


def test_rooms_are_her_own_then_those_of_her_interests_without_those_she_knows(client, cast):
    person, theme = cast.bruno, Theme.objects.first()
    interface = Interface.objects.get(slug="knowledge")
    interface.themes.set([theme])
    for other in Interface.objects.exclude(pk=interface.pk):
        other.themes.clear()
    person.interests.set([theme])
    rooms = card(client, person).rooms
    assert [room.slug for room in rooms][-1] == interface.space.slug
    assert rooms[0].is_own and "region-europe" in [room.slug for room in rooms]
    Visit.note(interface.space, person)
    assert interface.space not in card(client, person).rooms


def test_rooms_one_may_not_enter_are_not_suggested(client, newcomer):
    theme = Theme.objects.first()
    Interface.objects.get(slug="knowledge").themes.set([theme])
    newcomer.interests.set([theme])
    assert not [room for room in card(client, newcomer).rooms if not room.is_own]


def test_neighbours_are_others_of_her_country_then_of_her_interests(client, newcomer):
    theme = Theme.objects.first()
    newcomer.country = country("BJ")
    newcomer.save()
    newcomer.interests.set([theme])
    near, far = PartnerFactory(name="Near", country=country("BJ")), PartnerFactory(name="Far", country=country("PE"))
    Sheet.objects.create(partner=far).themes.set([theme])
    PartnerFactory(name="Neither", country=country("PE"))
    PartnerFactory(name="Candidate", country=country("BJ"), status=Partner.Status.CANDIDATE)
    own = PartnerFactory(name="Own", country=country("BJ"))
    AffiliationFactory(person=newcomer, partner=own)
    assert card(client, newcomer).neighbours == [near, far]


def test_card_asks_no_more_for_many(client, newcomer, django_assert_max_num_queries):
    newcomer.country = country("BJ")
    newcomer.save()
    client.force_login(newcomer)
    client.get(HOME)
    with django_assert_max_num_queries(14) as few:
        client.get(HOME)
    for number in range(6):
        PartnerFactory(name=f"Number {number}", country=country("BJ"))
    with django_assert_max_num_queries(len(few)):
        client.get(HOME)
