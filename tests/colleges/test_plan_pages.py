"""The page of a plan of action, and its forms."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from colleges.models import Action, College
from objectives.models import Objective
from tests.factories import AffiliationFactory
from tests.factories.rooms import ActionFactory

pytestmark = pytest.mark.django_db


def plan(college):
    return reverse("colleges:plan", args=[college.slug])


def at(name, action):
    return reverse(f"colleges:action-{name}", args=[action.college.slug, action.pk])


def text(response):
    return " ".join(response.content.decode().split())


def test_bureau_member_plans_an_action(client, carla, nuria, college):
    client.force_login(carla)
    url = reverse("colleges:action-create", args=[college.slug])
    assert client.get(url).status_code == 200
    a2 = Objective.objects.get(code="A2")
    typed = {"title": "Ask the farms", "owner": nuria.pk, "due_on": "2031-05-01", "objectives": [a2.pk]}
    assert client.post(url, typed).url == plan(college)
    action = Action.objects.get()
    assert (action.title, action.owner, list(action.objectives.all())) == ("Ask the farms", nuria, [a2])
    html = text(client.get(plan(college)))
    assert (
        "Ask the farms" in html and f"until {date_format(action.due_on)}" in html and "A2 Project Development" in html
    )


def test_what_was_typed_stays_and_errors_stand_beside_the_fields(client, carla, bruno, college):
    client.force_login(carla)
    url = reverse("colleges:action-create", args=[college.slug])
    typed = {"title": "Ask", "owner": bruno.pk, "due_on": "9999-99-99", "objectives": ["0", "x\x00"]}
    response = client.post(url, typed)
    assert set(response.context["form"].errors) == {"owner", "due_on", "objectives"}
    assert 'value="Ask"' in response.content.decode()
    ActionFactory(college=college, title="Ask")
    assert "in the plan already" in text(client.post(url, {"title": "Ask"}))
    assert client.post(url, {"title": "A" * 999, "text": "\x00"}).status_code == 200
    assert Action.objects.count() == 1


def test_owner_says_how_it_stands_and_does_not_change_it(client, nuria, action):
    client.force_login(nuria)
    html = text(client.get(plan(action.college)))
    assert at("begin", action) in html and at("complete", action) in html and at("drop", action) not in html
    client.post(at("begin", action))
    client.post(at("complete", action))
    action.refresh_from_db()
    assert action.state == "done"
    for name in ("update", "drop"):
        assert client.get(at(name, action)).status_code == 403
        assert client.post(at(name, action), {"title": "x", "reason": "x"}).status_code == 403
    assert client.post(at("take-up", action)).status_code == 403


def test_colleague_reads_and_does_nothing(client, cast, action):
    client.force_login(AffiliationFactory(partner=cast.fundacion).person)
    html = text(client.get(plan(action.college)))
    assert "Count the farms" in html and at("complete", action) not in html
    assert client.post(at("complete", action)).status_code == 403
    assert client.get(reverse("colleges:action-create", args=[action.college.slug])).status_code == 403


def test_strangers_find_nothing_and_visitors_sign_in(client, bruno, victor, action):
    pages = [plan(action.college), reverse("colleges:action-create", args=[action.college.slug]), at("update", action)]
    unknown = reverse("colleges:plan", args=["none"])
    for page in [*pages, unknown]:
        assert client.get(page).url.startswith("/en/account/login/?next=")
    for person in (bruno, victor):
        client.force_login(person)
        for page in [*pages, at("drop", action), unknown]:
            assert client.get(page).status_code == 404
        assert client.post(at("complete", action)).status_code == 404


def test_action_of_another_college_is_not_found_under_this_one(client, carla, college):
    other = ActionFactory(college=College.objects.exclude(pk=college.pk).first())
    client.force_login(carla)
    for name in ("update", "drop"):
        assert client.get(reverse(f"colleges:action-{name}", args=[college.slug, other.pk])).status_code == 404
    assert client.post(reverse("colleges:action-complete", args=[college.slug, other.pk])).status_code == 404


def test_bureau_member_changes_drops_with_a_reason_and_takes_up(client, carla, action):
    client.force_login(carla)
    assert client.get(at("update", action)).context["form"].initial["title"] == "Count the farms"
    client.post(at("update", action), {"title": "Count all farms"})
    action.refresh_from_db()
    assert (action.title, action.owner) == ("Count all farms", None)
    assert client.post(at("drop", action), {"reason": " "}).context["form"].errors["reason"]
    client.post(at("drop", action), {"reason": "Others count them."})
    assert "Others count them." in text(client.get(plan(action.college)))
    assert "take it up again" in text(client.post(at("update", action), {"title": "Other"}))
    client.post(at("take-up", action))
    action.refresh_from_db()
    assert action.is_open


def test_verbs_take_post_alone_and_say_what_was_refused(client, carla, action):
    client.force_login(carla)
    for name in ("begin", "complete", "take-up"):
        assert client.get(at(name, action)).status_code == 405
    assert client.post(plan(action.college)).status_code == 405
    assert "still to be done" in text(client.post(at("take-up", action), follow=True))


def test_plan_is_a_tab_of_the_room_of_a_college_alone(client, carla, action):
    client.force_login(carla)
    for page in (plan(action.college), action.college.space.get_absolute_url()):
        assert plan(action.college) in [tab["url"] for tab in client.get(page).context["tabs"]]
    friends = client.get(reverse("spaces:detail", args=["friends"]))
    assert "Plan of action" not in text(friends)


def test_open_ones_come_first_by_their_day_and_late_ones_are_marked(client, carla, college):
    day = timezone.localdate()
    ActionFactory(college=college, title="Done").complete(by=carla)
    ActionFactory(college=college, title="No day")
    for title, days in (("Later", 9), ("Late", -3)):
        ActionFactory(college=college, title=title, due_on=day + timedelta(days=days))
    client.force_login(carla)
    response = client.get(plan(college))
    assert [action.title for action in response.context["actions"]] == ["Late", "Later", "No day", "Done"]
    assert [action.is_late for action in response.context["actions"]] == [True, False, False, False]


def test_page_needs_no_more_queries_for_more_rows(client, carla, nuria, college):
    objectives = list(Objective.objects.filter(code__in=["A2", "B1"]))

    def queries():
        client.get(plan(college))
        with CaptureQueriesContext(connection) as found:
            assert client.get(plan(college)).status_code == 200
        return len(found)

    client.force_login(carla)
    ActionFactory(college=college, owner=nuria, objectives=objectives[:1])
    before = queries()
    for _number in range(6):
        ActionFactory(college=college, owner=carla, objectives=objectives)
    assert queries() == before <= 12


def test_secretariat_sees_all_plans_in_the_admin_and_drops(client, sofia, action):
    client.force_login(sofia)
    html = client.get("/admin/colleges/action/", {"state": "open"}).content.decode()
    assert "Count the farms" in html
    client.post(f"/admin/colleges/action/{action.pk}/drop/", {"reason": "So."})
    action.refresh_from_db()
    assert action.state == "dropped"
