"""Rooms, Interfaces and plans of action, measured like the other pages."""

from datetime import timedelta

import pytest

from colleges.models import BureauMandate, College
from colleges.models.bureau_mandate import today
from objectives.models import Objective
from tests.a11y.test_axe import enter, faults_of
from tests.factories.meetings import meeting_of
from tests.factories.projects import IdeaFactory, formed_team
from tests.factories.register import RegisterItemFactory
from tests.factories.rooms import ActionFactory, admitted, pinned

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pages_of_rooms_interfaces_and_plans(open_browser, live_server, cast):
    page = open_browser(width=360)
    amina, carla = cast.amina, cast.carla
    meeting_of(by=amina, title="Première lecture des idées de projets")
    pinned(IdeaFactory(title="Agroforesterie et conservation des sols", language="fr"))
    formed_team()
    RegisterItemFactory(type="project", title="Grande muraille verte")
    admitted("interface-projects", person=carla, role="moderator")
    college = College.objects.of(cast.fundacion)
    BureauMandate.give(carla, college, starts_on=today(), ends_on=today() + timedelta(days=300), by=None)
    objectives = Objective.objects.filter(code__in=["A2", "B1"])
    late = ActionFactory(college=college, owner=carla, text="A letter each year.", due_on=today() - timedelta(days=9))
    ActionFactory(college=college, objectives=objectives).drop("Others do it.", by=carla)
    ActionFactory(college=college).complete(by=carla)
    enter(page, live_server, carla)
    plan = f"colleges/{college.slug}/plan/"
    pages = ["spaces/", "spaces/interface-projects/", "spaces/interface-projects/people/", "interfaces/"]
    pages += [f"interfaces/{slug}/" for slug in ("knowledge", "projects")] + [f"colleges/{college.slug}/", "hub/"]
    pages += [plan, f"{plan}add/", f"{plan}{late.pk}/change/", f"{plan}{late.pk}/drop/"]
    assert faults_of(page, pages) == []
