"""The Bureau: whoever represents a college moderates it, from the first day of the mandate to the last."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import Consent
from colleges.models import BureauMandate, College
from colleges.models.bureau_mandate import today
from colleges.permissions import moderates
from colleges.tasks import remind_of_bureau_mandates
from core.models import Activity

pytestmark = pytest.mark.django_db


@pytest.fixture
def college(carla, cast):
    """The college of Carla's organisation."""
    return College.objects.of(cast.fundacion)


def give(person, college, starts=0, ends=300, by=None):
    return BureauMandate.give(
        person, college, starts_on=today() + timedelta(starts), ends_on=today() + timedelta(ends), by=by
    )


def test_bureau_member_moderates_her_own_college_and_no_other(carla, bruno, college):
    give(carla, college)
    other = College.objects.exclude(pk=college.pk).first()
    assert moderates(carla, college)
    assert carla.has_perm("colleges.moderate_college", college)
    assert not carla.has_perm("colleges.moderate_college", other)
    assert not bruno.has_perm("colleges.moderate_college", college)
    assert not moderates(carla, None)


@pytest.mark.parametrize(
    ("starts", "ends", "is_in_force"), [(0, 0, True), (-9, 9, True), (1, 9, False), (-9, -1, False)]
)
def test_power_begins_and_ends_with_the_days_of_the_mandate(carla, college, starts, ends, is_in_force):
    mandate = BureauMandate.objects.create(
        person=carla, college=college, starts_on=today() + timedelta(starts), ends_on=today() + timedelta(ends)
    )
    assert moderates(carla, college) == is_in_force == mandate.is_running


def test_power_goes_with_the_organisation_the_account_and_the_end(carla, college, cast, sofia):
    mandate = give(carla, college)
    cast.fundacion.suspend(by=sofia, reason="unpaid")
    assert not moderates(carla, college)
    cast.fundacion.admit("partner", by=sofia)
    assert moderates(carla, college)
    mandate.end(by=sofia, reason="She moves on.")
    assert not moderates(carla, college)
    with pytest.raises(ValidationError, match="already"):
        mandate.end(by=sofia, reason="Again.")


def test_mandate_is_refused_to_a_friend_to_another_college_and_in_the_past(victor, bruno, carla, college):
    for person in (victor, bruno):
        if college.partners.filter(affiliations__person=person).exists():
            continue
        with pytest.raises(ValidationError, match="organisations of this college"):
            give(person, college)
    with pytest.raises(ValidationError, match="ahead"):
        give(carla, college, -9, -1)
    with pytest.raises(ValidationError, match="before it starts"):
        give(carla, college, 9, 3)
    assert not BureauMandate.objects.exists()


def test_mandates_of_one_person_in_one_college_do_not_overlap(carla, college, sofia):
    first = give(carla, college, 0, 100)
    with pytest.raises(ValidationError, match="already"):
        give(carla, college, 100, 200)
    row = {"person": carla, "starts_on": today(), "ends_on": today()}
    with pytest.raises(IntegrityError), transaction.atomic():
        BureauMandate.objects.create(college=college, **row)
    BureauMandate.objects.create(college=College.objects.exclude(pk=college.pk).first(), **row)
    give(carla, college, 101, 200)
    first.end(by=sofia, reason="Early.")
    give(carla, college, 50, 90)


def test_page_of_the_college_names_by_consent(carla, college, client, django_assert_max_num_queries):
    assert "In the Bureau" not in client.get(college.get_absolute_url()).content.decode()
    give(carla, college)
    page = client.get(college.get_absolute_url()).content.decode()
    assert "In the Bureau" in page
    assert carla.name not in page
    carla.consent(Consent.Purpose.ROSTERS, by=carla)
    with django_assert_max_num_queries(12):
        assert carla.name in client.get(college.get_absolute_url()).content.decode()


def test_end_is_reminded_of_once(carla, college):
    near = give(carla, college, 0, 59)
    for _turn in range(2):
        remind_of_bureau_mandates()
    assert Activity.objects.about(near).filter(verb="ends_soon").count() == 1


def test_secretariat_gives_and_ends_mandates_in_the_admin(sofia, carla, bruno, college, client):
    typed = {"person": carla.pk, "college": college.pk, "starts_on": today(), "ends_on": today() + timedelta(90)}
    client.force_login(bruno)
    assert client.post("/admin/colleges/bureaumandate/add/", typed).status_code == 403
    client.force_login(sofia)
    client.post("/admin/colleges/bureaumandate/add/", typed)
    mandate = BureauMandate.objects.get()
    assert moderates(carla, college)
    assert client.post("/admin/colleges/bureaumandate/add/", typed).status_code == 200  # refused, with the reason
    for address in ("/admin/colleges/bureaumandate/", f"/admin/colleges/bureaumandate/{mandate.pk}/change/"):
        assert client.get(address).status_code == 200
    client.post(f"/admin/colleges/bureaumandate/{mandate.pk}/end/", {"reason": "Over."})
    assert not moderates(carla, college)


def test_erased_person_has_no_mandate(carla, college):
    mandate = give(carla, college)
    assert carla.personal_data()["bureau_mandates"][0]["college__slug"] == college.slug
    carla.erase(by=carla)
    mandate.refresh_from_db()
    assert mandate.ended_at
