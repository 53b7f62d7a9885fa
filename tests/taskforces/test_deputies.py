"""The deputy of a leader: answers requests and questions in her stead, and nothing else."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.models import Activity
from notifications.models import Notice
from taskforces.models import Application, Enquiry, Role, Seat
from taskforces.permissions.applications import leads_since
from tests.cast import country
from tests.factories import ApplicationFactory, UserFactory, partner_person
from tests.factories.enquiries import EnquiryFactory

pytestmark = pytest.mark.django_db
A2 = "/en/task-forces/a2/"


@pytest.fixture
def deputy_seat(a2, amina):
    """Amina has named somebody of a partner organisation."""
    seat = a2.seat(partner_person(), Role.MEMBER, by=None)
    seat.name_deputy(by=amina)
    return seat


@pytest.fixture
def deputy(deputy_seat):
    return deputy_seat.person


def told(verb):
    activity = Activity.objects.filter(verb=verb).order_by("-pk").first()
    Notice.objects.announce(activity.pk)
    return set(Notice.objects.filter(activity=activity).values_list("recipient__name", flat=True))


def page(client, person, path, status=200):
    client.force_login(person)
    response = client.get(path)
    assert response.status_code == status, path
    return " ".join(response.content.decode().split())


def test_leader_names_a_member_of_a_partner_and_ends_it(client, a2, amina):
    seat = a2.seat(partner_person(), Role.MEMBER, by=None)
    assert "Make deputy leader" in page(client, amina, f"{A2}members/")
    client.post(f"{A2}members/{seat.pk}/deputy/")
    assert Seat.objects.get(deputy_since__isnull=False) == seat
    assert told("named_deputy") == {str(seat.person)}
    shown = page(client, amina, f"{A2}members/")
    assert "Team member, deputy leader" in shown and "Make deputy leader" not in shown
    client.post(f"{A2}members/{seat.pk}/deputy/end/")
    assert not Seat.objects.filter(deputy_since__isnull=False).exists()
    assert told("ended_deputy") == {str(seat.person)}


def test_deputy_decides_on_requests_as_the_leader_does(client, a2, deputy):
    application = ApplicationFactory(person=UserFactory(country=country("BR")))
    inbox = page(client, deputy, f"{A2}applications/")
    assert "you are its deputy leader" in inbox
    application.record("submitted", by=application.person)
    assert {str(deputy), "Amina Diallo"} <= told("submitted")
    client.post(f"{A2}applications/{application.pk}/accept/")
    application.refresh_from_db()
    assert (application.status, application.decided_by) == (Application.Status.ACCEPTED, deputy)


def test_deputy_answers_questions_from_outside(client, a2, deputy):
    enquiry = EnquiryFactory(confirmed=True)
    assert Enquiry.objects.waiting_for(deputy).get() == enquiry
    page(client, deputy, enquiry.get_absolute_url())
    assert "As deputy leader of A2" in page(client, deputy, "/en/home/")


def test_deputy_does_nothing_else_of_the_leader(client, a2, deputy, sofia):
    member = a2.seat(UserFactory(), Role.MEMBER, by=None)
    client.force_login(deputy)
    for path in (f"members/{member.pk}/end/", f"members/{member.pk}/deputy/"):
        assert client.post(f"{A2}{path}").status_code == 403, path
    assert client.get(f"{A2}meetings/plan/").status_code == 403
    assert not deputy.has_perm("taskforces.edit_joiningform", a2.joining_forms.first() or None)
    assert not deputy.has_perm("taskforces.manage_members_taskforce", a2)
    own = ApplicationFactory(person=deputy, role=Role.LEADER)
    assert not deputy.has_perm("taskforces.decide_application", own)


def test_rights_of_a_deputy_go_with_the_organisation_and_with_the_setting(a2, deputy, deputy_seat, sofia, settings):
    application = ApplicationFactory(person=UserFactory(country=country("BR")))
    assert deputy.has_perm("taskforces.decide_application", application)
    settings.DEPUTY_LEADERS = False
    assert not deputy.has_perm("taskforces.decide_application", application)
    assert not deputy_seat.is_deputy_now
    settings.DEPUTY_LEADERS = True
    deputy.organisations[0].suspend(by=sofia, reason="unpaid")
    assert not deputy.has_perm("taskforces.decide_application", application)
    assert deputy not in a2.answering_now


def test_deputy_has_her_own_time_to_set_up_a_second_factor(a2, deputy, deputy_seat):
    Seat.objects.filter(pk=deputy_seat.pk).update(started_at=timezone.now() - timedelta(days=400))
    assert timezone.now() - leads_since(deputy).first()["since"] < timedelta(minutes=5)


def test_friends_leaders_and_second_deputies_are_refused(a2, amina, deputy, victor, settings):
    friend = a2.seat(victor, Role.MEMBER, by=None)
    second = a2.seat(partner_person(), Role.MEMBER, by=None)
    for seat, sentence in (
        (friend, "active partner organisation"),
        (a2.seats.get(person=amina), "active partner organisation"),
        (second, f"{deputy} is deputy leader already"),
    ):
        with pytest.raises(ValidationError, match=sentence):
            seat.name_deputy(by=amina)
    with pytest.raises(ValidationError, match="not deputy leader any more"):
        second.end_deputy(by=amina)
    settings.DEPUTY_LEADERS = False
    with pytest.raises(ValidationError, match="can be deputy leader"):
        second.name_deputy(by=amina)


def test_database_holds_one_deputy_and_only_members(a2, amina, deputy):
    for rows in (
        a2.seats.filter(person=amina),
        Seat.objects.filter(pk=a2.seat(partner_person(), "member", by=None).pk),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(deputy_since=timezone.now())


def test_deputy_lays_it_down_herself_and_others_cannot(client, a2, deputy, deputy_seat, bruno):
    for stranger, status in ((a2.seat(bruno, Role.MEMBER, by=None).person, 403), (UserFactory(), 404)):
        client.force_login(stranger)
        assert client.post(f"{A2}members/{deputy_seat.pk}/deputy/end/").status_code == status
    assert "No longer deputy" in page(client, deputy, f"{A2}members/")
    client.post(f"{A2}members/{deputy_seat.pk}/deputy/end/")
    assert told("ended_deputy") == {"Amina Diallo"}
    deputy_seat.refresh_from_db()
    assert not deputy_seat.is_deputy and deputy_seat.is_open
    assert client.get(f"{A2}members/{deputy_seat.pk}/deputy/").status_code == 405


def test_roster_names_the_deputy_by_consent(client, a2, deputy):
    from accounts.models import Consent

    shown = " ".join(client.get(A2).content.decode().split())
    assert "Deputy leader" in shown and str(deputy) not in shown
    deputy.consent(Consent.Purpose.ROSTERS, by=deputy)
    assert str(deputy) in client.get(A2).content.decode()
