"""Who speaks for an organisation: named, stepped down, ended; the last one never goes unnoticed."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from core.models import Activity
from notifications.models import Notice
from partners.models import Affiliation, Partner
from partners.reminding import remind
from tests.factories import PASSWORD, AffiliationFactory, PartnerFactory, UserFactory


@pytest.fixture
def colleague(amina, cast):
    """A second focal point of AFRIS."""
    return AffiliationFactory(partner=cast.afris, is_focal_point=True)


@pytest.fixture
def own(amina):
    return amina.affiliations.get()


def told(person, verb):
    """The titles of what `person` hears of the newest activity `verb`."""
    happened = Activity.objects.filter(verb=verb, content_type__model="affiliation").first()
    Notice.objects.announce(happened.pk)
    return [notice.wording.title for notice in person.notices.all()]


def url(name, affiliation):
    return reverse(f"partners:affiliation-{name}", args=[affiliation.pk])


def test_focal_point_steps_down_and_stays_a_colleague(client, amina, own, colleague, cast):
    client.force_login(amina)
    client.post(url("step-down", own))
    own.refresh_from_db()
    assert (own.status, own.is_focal_point) == ("active", False)
    assert client.get(reverse("partners:people", args=[cast.afris.slug])).status_code == 403
    assert "leaves_nobody" not in Activity.objects.get(verb="stepped_down").data
    again = client.post(url("step-down", own), follow=True)
    assert "This person is not a focal point." in again.content.decode()


def test_nobody_steps_down_for_another(client, amina, colleague, carla):
    client.force_login(amina)
    assert client.post(url("step-down", colleague)).status_code == 403
    client.force_login(carla)
    assert client.post(url("step-down", colleague)).status_code == 404


@pytest.mark.parametrize("verb", ["step_down", "end"])
def test_secretariat_hears_at_once_that_nobody_speaks(sofia, amina, own, verb):
    getattr(own, verb)(by=amina)
    recorded = {"step_down": "stepped_down", "end": "ended"}[verb]
    assert told(sofia, recorded) == ["Nobody speaks for AFRIS any more"]


def test_secretariat_hears_nothing_while_somebody_speaks(sofia, amina, own, colleague):
    own.end(by=amina)
    assert told(sofia, "ended") == []


def test_erasure_of_the_last_one_is_told_too(sofia, amina, own):
    amina.erase(by=amina)
    assert told(sofia, "ended") == ["Nobody speaks for AFRIS any more"]


def test_last_one_is_warned_before(client, amina, own, cast):
    client.force_login(amina)
    words = "Nobody else speaks for the organisation."
    people, page = reverse("partners:people", args=[cast.afris.slug]), cast.afris.get_absolute_url()
    assert words in client.get(people).content.decode()
    assert words in client.get(page).content.decode()
    AffiliationFactory(partner=cast.afris, is_focal_point=True)
    assert words not in client.get(people).content.decode()
    assert words not in client.get(page).content.decode()


def test_last_one_is_warned_before_she_erases_her_account(client, amina, own, cast):
    client.force_login(amina)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    words = "You are the only one who speaks for"
    assert words in client.get(reverse("accounts:erase")).content.decode()
    AffiliationFactory(partner=cast.afris, is_focal_point=True)
    assert words not in client.get(reverse("accounts:erase")).content.decode()


def test_organisation_nobody_speaks_for_is_found(amina, own, cast, carla):
    candidate = PartnerFactory(status="candidate")
    assert set(Partner.objects.nobody_speaks_for()).isdisjoint({cast.afris, cast.fundacion, candidate})
    own.step_down(by=amina)
    assert cast.afris in Partner.objects.nobody_speaks_for()
    carla.deactivate(by=None, reason="Away.")
    assert cast.fundacion in Partner.objects.nobody_speaks_for()


def test_today_and_the_list_of_organisations_show_them(client, sofia, amina, own, cast):
    own.step_down(by=amina)
    client.force_login(sofia)
    today = client.get("/admin/").content.decode()
    assert "Organisations nobody speaks for" in today
    listed = client.get("/admin/partners/partner/?speaks=nobody").content.decode()
    assert "AFRIS" in listed and "Fundación Suelo" not in listed


def test_naming_twice_is_told_in_words(colleague, amina):
    with pytest.raises(ValidationError, match="focal point already"):
        colleague.name_focal_point(by=amina)


def test_everything_ends_with_the_next_click(client, amina, colleague, cast):
    """A focal point with an open session: her pages, her lists and her rights are gone with the tie."""
    person = colleague.person
    request = AffiliationFactory(partner=cast.afris, status="requested")
    client.force_login(person)
    people = reverse("partners:people", args=[cast.afris.slug])
    assert client.get(people).status_code == client.get(reverse("home:hub")).status_code == 200
    assert person.has_perm("partners.confirm_affiliation", request)
    colleague.end(by=amina)
    assert client.get(people).status_code == client.get(reverse("home:hub")).status_code == 403
    assert client.post(url("confirm", request)).status_code == 404
    assert "Confirm a colleague" not in client.get(reverse("home:duties")).content.decode()
    assert not Affiliation.objects.visible_to(person).filter(pk=request.pk).exists()
    assert not person.has_perm("partners.confirm_affiliation", request)
    Affiliation.objects.request(UserFactory(), cast.afris, by=None)
    assert told(person, "requested") == []


def test_second_decider_hears_who_was_first(amina, colleague, cast):
    request = AffiliationFactory(partner=cast.afris, status="requested")
    request.confirm(by=amina)
    with pytest.raises(ValidationError, match="already been answered, by Amina Diallo"):
        request.decline(by=colleague.person)


# -- Reminders


@pytest.fixture
def waiting(amina, cast):
    return AffiliationFactory(partner=cast.afris, status="requested", person=UserFactory(name="Kofi Mensah"))


def reminders(affiliation):
    return [row.data["to"] for row in Activity.objects.about(affiliation).filter(verb="reminded").order_by("pk")]


def test_focal_points_are_reminded_after_seven_days_and_the_secretariat_after_fourteen(
    waiting, amina, sofia, time_machine
):
    for day, expected in (
        (6.9, []),
        (7.1, ["decider"]),
        (8, ["decider"]),
        (14.1, ["decider", "secretariat"]),
        (30, ["decider", "secretariat"]),
    ):
        time_machine.move_to(waiting.requested_at + timedelta(days=day), tick=False)
        remind()
        remind()
        assert reminders(waiting) == expected
    assert any("waits to be confirmed" in title for title in told(sofia, "reminded"))


def test_focal_point_reads_the_reminder(waiting, amina, time_machine):
    time_machine.move_to(timezone.now() + timedelta(days=8), tick=False)
    remind()
    assert any("waiting for seven days" in title for title in told(amina, "reminded"))


def test_without_focal_point_the_secretariat_is_reminded_once(waiting, own, time_machine):
    own.step_down(by=None)
    for day in (8, 15):
        time_machine.move_to(waiting.requested_at + timedelta(days=day), tick=False)
        remind()
    assert reminders(waiting) == ["secretariat"]


def test_answered_requests_and_suspended_organisations_remind_nobody(waiting, amina, sofia, cast, time_machine):
    other = AffiliationFactory(partner=cast.afris, status="requested")
    other.confirm(by=amina)
    cast.afris.suspend(by=sofia, reason="A doubt.")
    time_machine.move_to(timezone.now() + timedelta(days=8), tick=False)
    remind()
    assert reminders(waiting) == reminders(other) == []
