"""The roster of a task force, as the public reads it."""

import pytest
from django.template import Context, Template

from accounts.models import Consent, User
from taskforces.models import Role
from tests.factories import ApplicationFactory, partner_person


@pytest.fixture
def shown_to(a2, rf):
    """The box as one person sees it."""

    def show(user):
        template = Template("{% load taskforces %}{% roster task_force %}")
        return template.render(Context({"task_force": a2, "user": User.objects.get(pk=user.pk) if user.pk else user}))

    return show


def test_leader_is_named_with_her_consent_only(amina, victor, shown_to):
    assert "Amina Diallo" not in shown_to(victor)
    assert "Name not shown" in shown_to(victor)
    assert "AFRIS" in shown_to(victor)
    amina.consent(Consent.Purpose.ROSTERS, by=amina)
    assert "Amina Diallo" in shown_to(victor)


def test_vacant_seats_are_an_invitation(fatou, victor, shown_to):
    html = shown_to(victor)
    assert html.count("Seat open") == 5  # the leader's and those of four regions
    assert "?role=representative&amp;region=asia" in html
    assert "?role=representative&amp;region=africa" not in html


def test_seat_without_organisation_behind_it_is_vacant(amina, cast, sofia, victor, shown_to):
    amina.consent(Consent.Purpose.ROSTERS, by=amina)
    cast.afris.leave(by=sofia, reason="ended")
    assert "Amina Diallo" not in shown_to(victor)


def test_button_follows_what_the_reader_has_done(a2, bruno, victor, shown_to):
    assert "Join this task force" in shown_to(victor)
    application = ApplicationFactory(person=victor)
    assert "Your request is on its way" in shown_to(victor)
    application.accept(by=None)
    assert "You are a team member." in shown_to(victor)
    a2.is_joining_open = False
    assert "does not take new members" in shown_to(bruno)


def test_number_of_queries_does_not_grow_with_members(a2, amina, shown_to, django_assert_max_num_queries):
    for _number in range(30):
        a2.seat(partner_person(), Role.MEMBER, by=None)
    with django_assert_max_num_queries(6):
        html = shown_to(amina)
    assert "from 2 countries" in html
