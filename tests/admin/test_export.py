"""Lists as files: as seen, safe to open, people's data with a right and a trace."""

import csv
import io

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from openpyxl import load_workbook

from core.models import Activity
from tests.factories import PASSWORD, PartnerFactory, UserFactory


@pytest.fixture
def desk(client, sofia):
    """Sofia, who has just signed in with her password."""
    client.post(reverse("account_login"), {"login": sofia.email, "password": PASSWORD})
    return client


def rows_of(response):
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_list_is_exported_as_seen(desk, sofia):
    PartnerFactory(name="Zebra", status="member")
    PartnerFactory(name="Éco", status="member")
    PartnerFactory(name="Other")
    url = reverse("admin:partners_partner_export") + "?status__exact=member&o=-1"
    assert "2 rows" in desk.get(url).content.decode()
    response = desk.post(url, {"kind": "csv"})
    assert response.content.startswith(b"\xef\xbb\xbf")
    header, *rows = rows_of(response)
    assert header[:3] == ["Name", "Acronym", "Type"]
    assert {row[0] for row in rows} == {"Zebra", "Éco"}
    assert rows[0][header.index("College")] == "Research and teaching"
    activity = Activity.objects.filter(verb="exported").get()
    assert (activity.actor, activity.data["rows"]) == (sofia, 2)
    assert "status__exact=member" in activity.data["filters"]


def test_cells_never_run(desk):
    PartnerFactory(name='=HYPERLINK("http://evil.example")', acronym="@SUM(A1)")
    url = reverse("admin:partners_partner_export")
    row = rows_of(desk.post(url, {"kind": "csv"}))[1]
    assert row[:2] == ['\'=HYPERLINK("http://evil.example")', "'@SUM(A1)"]
    sheet = load_workbook(io.BytesIO(desk.post(url, {"kind": "xlsx"}).content)).active
    assert (sheet["A2"].value, sheet["A2"].data_type) == ('=HYPERLINK("http://evil.example")', "s")


def test_people_are_exported_with_a_trace(desk, amina):
    url = reverse("admin:accounts_user_export")
    assert "holds names or addresses" in desk.get(url).content.decode()
    rows = rows_of(desk.post(url, {"kind": "csv"}))
    assert amina.email in {row[1] for row in rows}
    assert Activity.objects.get(verb="exported").data["personal"] == ["name", "email", "country", "language"]


def test_people_are_not_exported_long_after_the_password_was_given(client, sofia):
    client.force_login(sofia)
    response = client.post(reverse("admin:accounts_user_export"), {"kind": "csv"})
    assert response.status_code == 302
    assert "reauthenticate" in response.url


def test_personal_columns_need_the_right(client, amina, a2):
    helper = UserFactory(is_staff=True)
    group = Group.objects.create(name="Helpers")
    group.permissions.set(Group.objects.get(name="Secretariat").permissions.exclude(codename="view_user"))
    helper.groups.add(group)
    client.force_login(helper)
    header, *rows = rows_of(client.post(reverse("admin:taskforces_seat_export"), {"kind": "csv"}))
    assert "Person" not in header
    assert amina.name not in str(rows)


def test_forged_kind_and_filters_do_no_harm(desk):
    url = reverse("admin:partners_partner_export")
    assert desk.post(url, {"kind": "exe"}).status_code == 400
    assert desk.post(f"{url}?nonsense__x=1", {"kind": "csv"}).status_code == 302
