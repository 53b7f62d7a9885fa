"""The log of what happened, as the secretariat reads it and takes it along: filtered, complete, never changed."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from core.models import Activity
from discussions.models import Thread
from tests.factories import PASSWORD, ApplicationFactory, PartnerFactory
from tests.factories.discussions import ThreadFactory

pytestmark = pytest.mark.django_db

LIST, EXPORT = reverse("admin:core_activity_changelist"), reverse("admin:core_activity_export")
COLUMNS = ["Moment", "Actor", "What was done", "Kind", "About", "Source", "Details", "What changed"]


@pytest.fixture
def desk(client, sofia):
    """Sofia, who has just signed in with her password."""
    client.post(reverse("account_login"), {"login": sofia.email, "password": PASSWORD})
    return client


def lines(response):
    """The lines of a CSV without its header, which is as it should be."""
    text = b"".join(response).decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text))
    assert header == COLUMNS
    return [dict(zip(header, row, strict=True)) for row in rows]


def pinned(cast, title="Cover crops"):
    """A discussion Sofia began and pinned. A test is one transaction: its clock stands still, and is set anew."""
    thread = ThreadFactory(starter=cast.sofia, title=title)
    thread.pin(by=cast.sofia)
    Thread.pgh_event_model.objects.update(pgh_created_at=timezone.now())
    return thread


def exported(desk, **filters):
    return lines(desk.post(EXPORT, {"kind": "csv"}, query_params=filters))


def test_export_holds_what_the_filters_leave(desk, cast):
    thread = ThreadFactory(starter=cast.amina)
    thread.pin(by=cast.amina)
    ApplicationFactory(person=cast.bruno).record("submitted", by=cast.bruno)
    kind = Activity.objects.about(thread).first().content_type_id
    assert {row["Kind"] for row in exported(desk, kind=kind)} == {"discussion"}
    assert [row["What was done"] for row in exported(desk, kind=kind, verb="pinned")] == ["Pinned"]
    assert {row["Actor"] for row in exported(desk, actor__id__exact=cast.bruno.pk)} == {"Bruno Keller"}
    tomorrow = f"{timezone.localdate() + timedelta(days=1):%Y-%m-%d}"
    assert exported(desk, created_at_from_0=tomorrow, created_at_from_1="00:00:00") == []
    assert exported(desk, source__exact="import") == []


def test_each_line_says_before_and_after(desk, cast):
    thread = pinned(cast)
    row = exported(desk, verb="pinned")[0]
    assert "pinned: no → yes" in row["What changed"]
    assert row["About"] == thread.title and row["Actor"] == "Sofia Lindqvist"
    activity = Activity.objects.get(verb="pinned")
    page = desk.get(reverse("admin:core_activity_change", args=[activity.pk]))
    assert "pinned: no → yes" in page.content.decode()


def test_related_objects_are_called_by_their_names(desk, cast):
    ThreadFactory(starter=cast.amina).merge(ThreadFactory(title="The one that stays"), by=cast.sofia)
    Thread.pgh_event_model.objects.update(pgh_created_at=timezone.now())
    assert "merged into: – → The one that stays" in exported(desk, verb="merged")[0]["What changed"]


def test_the_export_is_in_the_log_and_not_in_itself(desk, sofia, cast):
    ThreadFactory(starter=cast.amina)
    number = Activity.objects.count()
    assert len(exported(desk)) == number
    line = Activity.objects.get(verb="exported")
    assert (line.actor, line.data["rows"], line.data["list"]) == (sofia, number, "core.activity")
    assert line.data["personal"] == ["actor", "about", "details", "changes"]


def test_workbook_holds_the_same(desk, cast):
    pinned(cast)
    response = desk.post(EXPORT, {"kind": "xlsx"}, query_params={"verb": "pinned"})
    sheet = load_workbook(io.BytesIO(b"".join(response))).active
    header, row = sheet.iter_rows(values_only=True)
    assert list(header) == COLUMNS and row[2] == "Pinned" and "no → yes" in row[7]


def test_words_of_people_cannot_become_formulas(desk, cast):
    ThreadFactory(starter=cast.amina, title="=cmd()").pin(by=cast.amina)
    assert exported(desk, verb="pinned")[0]["About"] == "'=cmd()"


def test_export_asks_as_little_for_many_lines(desk, cast, django_assert_max_num_queries):
    def begin(number):
        for each in range(number):
            pinned(cast, f"Number {each}")

    begin(2)
    exported(desk, verb="pinned")
    with django_assert_max_num_queries(60) as few:
        exported(desk, verb="pinned")
    begin(6)
    with django_assert_max_num_queries(len(few)):
        assert len(exported(desk, verb="pinned")) == 8


def test_nobody_changes_a_line_in_the_admin(desk):
    activity = PartnerFactory().record("admitted", by=None)
    change = reverse("admin:core_activity_change", args=[activity.pk])
    assert desk.get(reverse("admin:core_activity_add")).status_code == 403
    assert desk.post(change, {"verb": "forged"}).status_code == 403
    assert desk.post(reverse("admin:core_activity_delete", args=[activity.pk])).status_code == 403
    desk.post(LIST, {"action": "delete_selected", "_selected_action": activity.pk, "post": "yes"})
    assert Activity.objects.get(pk=activity.pk).verb == "admitted"


def test_merged_discussion_is_found_in_the_admin_alone(desk, cast):
    thread = ThreadFactory(starter=cast.amina, title="The one that goes")
    thread.merge(ThreadFactory(title="The one that stays"), by=cast.sofia)
    assert "The one that goes" in {row["About"] for row in exported(desk, verb="merged")}
    threads = reverse("admin:discussions_thread_changelist")
    assert "The one that goes" in desk.get(threads, {"state": "merged"}).content.decode()
    page = desk.get(reverse("admin:discussions_thread_change", args=[thread.pk])).content.decode()
    assert "The one that stays" in page
    assert "The one that goes" not in desk.get(reverse("discussions:list", args=[thread.space.slug])).content.decode()
