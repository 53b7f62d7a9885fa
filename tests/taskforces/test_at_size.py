"""Lists at the size of a very busy year: 5,000 applications, 2,000 items of a register. They ask what 120 ask."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from taskforces.models import Application, JoiningForm, RegisterItem
from tests.cast import country
from tests.factories.register import region

pytestmark = pytest.mark.django_db

FEW, APPLICATIONS, ITEMS = 120, 5000, 2000


def people(number, since):
    """So many friends from four countries, numbered from `since` on."""
    countries = [country(code) for code in ("BJ", "BR", "FR", "ES")]
    return User.objects.bulk_create(
        User(email=f"many{each}@example.org", name=f"Many {each}", country=countries[each % 4])
        for each in range(since, since + number)
    )


def applications(task_force, number, since=0):
    """So many requests to become team member, one a minute."""
    form, now = JoiningForm.objects.default(), timezone.now()
    Application.objects.bulk_create(
        Application(
            task_force=task_force,
            person=person,
            form=form,
            country=person.country,
            answers={"motivation": f"I measure {place} soils.", "time": "up_to_4"},
            status=Application.Status.SUBMITTED,
            submitted_at=now - timedelta(minutes=place),
        )
        for place, person in enumerate(people(number, since))
    )


def items(task_force, number, since=0):
    """So many items of all types, each in a country or in a region."""
    [adder], senegal, africa = people(1, since + 10_000), country("SN"), region("africa")
    made = RegisterItem.objects.bulk_create(
        RegisterItem(
            task_force=task_force,
            added_by=adder,
            type=RegisterItem.Type.values[each % 4],
            title=f"{hex(each * 7919 + 4096)[2:]} {hex(each * 104729)[2:]} soils",
            country=senegal if each % 2 else None,
        )
        for each in range(since, since + number)
    )
    link = RegisterItem.regions.through
    link.objects.bulk_create(link(registeritem=each, region=africa) for each in made if each.country is None)


def asked(client, url):
    """How many questions a page asks once it has been read before."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200, url
    return len(queries)


def holds_at(client, urls, fill, number):
    """Each page asks for `number` rows what it asks for a few."""
    fill(FEW)
    of_few = {url: asked(client, url) for url in urls}
    fill(number - FEW, since=FEW)
    assert {url: asked(client, url) for url in urls} == of_few


def test_five_thousand_applications_cost_as_many_questions_as_a_hundred(client, amina, a2):
    client.force_login(amina)
    inbox = reverse("taskforces:applications", args=["a2"])
    urls = [inbox, f"{inbox}?page=2", f"{inbox}?q=measure&country=BJ"]
    holds_at(client, urls, lambda number, since=0: applications(a2, number, since), APPLICATIONS)
    assert Application.objects.to_decide(amina).count() == APPLICATIONS


def test_five_thousand_applications_in_the_admin(client, sofia, a2):
    client.force_login(sofia)
    admin = "/admin/taskforces/application/"
    urls = ["/admin/", admin, f"{admin}?waiting=all", f"{admin}?q=many", f"{admin}?waiting=long&p=2"]
    holds_at(client, urls, lambda number, since=0: applications(a2, number, since), APPLICATIONS)


@pytest.mark.parametrize("who", ["amina", "sofia"])
def test_two_thousand_items_of_a_register(client, a2, who, request):
    client.force_login(request.getfixturevalue(who))
    register = reverse("taskforces:register", args=["a2"])
    urls = [register, f"{register}?page=2", f"{register}?q=soils&type=project&region=africa"]
    others = {"amina": reverse("taskforces:register-table", args=["a2"]), "sofia": "/admin/taskforces/registeritem/"}
    urls.append(others[who])
    holds_at(client, urls, lambda number, since=0: items(a2, number, since), ITEMS)
