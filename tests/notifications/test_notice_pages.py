"""My notices: what I have not read first; reading is a button."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from notifications.models import Mail, Notice
from partners.models import Affiliation
from taskforces.models import Role, Seat
from tests.factories import AffiliationFactory, ApplicationFactory, UserFactory


@pytest.fixture
def me(client, victor):
    client.force_login(victor)
    return victor


@pytest.fixture
def tell(a2):
    """A function that tells somebody of something: `tell(victor)` → the notice."""

    def tell_of(person, verb="accepted"):
        application = ApplicationFactory(person=person, task_force=a2, status="accepted")
        activity = application.record(verb, by=UserFactory())
        Notice.objects.announce(activity.pk)
        return Notice.objects.get(activity=activity, recipient=person)

    return tell_of


def test_unread_ones_stand_first(client, me, tell):
    old, new, newest = tell(me), tell(me), tell(me)
    Notice.objects.filter(pk=newest.pk).mark_read()
    response = client.get("/en/notifications/")
    assert list(response.context["object_list"]) == [new, old, newest]
    page = response.content.decode()
    assert page.index(">New<") < page.index(f"/en/notifications/{old.pk}/") < page.index(">Earlier<")
    assert "Welcome to task force A2" in page


def test_empty_page_says_what_belongs_here(client, me):
    page = client.get("/en/notifications/").content.decode()
    assert "Nothing yet" in page and "/en/task-forces/" in page
    assert "Mark all as read" not in page


def test_opening_a_notice_changes_nothing(client, me, tell):
    notice = tell(me)
    page = client.get(f"/en/notifications/{notice.pk}/").content.decode()
    assert "Go to the task force" in page and 'method="post"' in page
    client.head(f"/en/notifications/{notice.pk}/")
    notice.refresh_from_db()
    assert not notice.is_read


def test_its_button_marks_it_read_and_leads_on(client, me, tell):
    notice = tell(me)
    assert client.post(f"/en/notifications/{notice.pk}/").url == "/en/task-forces/a2/"
    notice.refresh_from_db()
    assert notice.is_read


def test_pressing_twice_keeps_the_first_moment(client, me, tell):
    notice = tell(me)
    client.post(f"/en/notifications/{notice.pk}/")
    first = Notice.objects.get(pk=notice.pk).read_at
    client.post(f"/en/notifications/{notice.pk}/")
    assert Notice.objects.get(pk=notice.pk).read_at == first


def test_all_are_marked_as_read_by_a_button(client, me, tell, bruno):
    tell(me), tell(me)
    hers = tell(bruno)
    assert client.get("/en/notifications/read/").status_code == 405
    assert Notice.objects.visible_to(me).unread().count() == 2
    response = client.post("/en/notifications/read/", follow=True)
    assert "2 notices marked as read." in response.content.decode()
    assert not Notice.objects.visible_to(me).unread().exists()
    hers.refresh_from_db()
    assert not hers.is_read


def test_nobody_reads_another_persons(client, me, tell, bruno, sofia):
    notice = tell(bruno)
    assert client.get(f"/en/notifications/{notice.pk}/").status_code == 404
    assert client.post(f"/en/notifications/{notice.pk}/").status_code == 404
    client.force_login(sofia)
    assert client.get(f"/en/notifications/{notice.pk}/").status_code == 404
    assert not Notice.objects.get(pk=notice.pk).is_read


def test_strangers_sign_in_first_and_come_back(client, tell, victor):
    notice = tell(victor)
    wanted = f"/en/notifications/{notice.pk}/"
    assert client.get(wanted).url == f"/en/account/login/?next={wanted}"


def test_notice_of_something_that_is_gone_can_still_be_closed(client, me, tell):
    notice = tell(me)
    notice.activity.object.delete()
    assert client.get("/en/notifications/").status_code == 200
    assert "What this was about is gone" in client.get(f"/en/notifications/{notice.pk}/").content.decode()
    assert client.post(f"/en/notifications/{notice.pk}/").url == "/en/notifications/"


def test_header_counts_what_is_unread(client, me, tell):
    tell(me), tell(me), tell(me)
    page = client.get("/en/notifications/").content.decode()
    assert '<span class="count">3</span>' in page


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_pages_in_three_languages(client, me, tell, language):
    notice = tell(me)
    for path in ("", f"{notice.pk}/"):
        response = client.get(f"/{language}/notifications/{path}")
        assert response.status_code == 200
        assert f'<html lang="{language}">' in response.content.decode()


def test_a_page_of_twenty_costs_no_more_than_one_of_two(client, me, a2, sofia):
    def fill(number):
        for _each in range(number):
            person = UserFactory()
            objects = [
                (ApplicationFactory(person=person), "submitted", "decider"),
                (Seat.objects.create(task_force=a2, person=person, role=Role.MEMBER), "ended", "person"),
                (AffiliationFactory(person=person, status=Affiliation.Status.REQUESTED), "requested", "decider"),
            ]
            for obj, verb, audience in objects:
                Notice.objects.create(recipient=me, activity=obj.record(verb, by=person), audience=audience)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/en/notifications/").status_code == 200
        return len(captured)

    fill(1)
    client.get("/en/notifications/")
    few = queries()
    fill(10)
    assert queries() == few
    assert len(client.get("/en/notifications/").context["object_list"]) == 20
    assert client.get("/en/notifications/?page=2").status_code == 200


def test_a_notice_always_has_its_mail(me, tell):
    assert Mail.objects.get(notice=tell(me)).status == Mail.Status.WAITING
