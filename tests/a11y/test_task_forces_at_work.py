"""The pages a task force works with, measured like the others."""

import pytest

from taskforces.models import Role
from tests.a11y.test_axe import enter, faults_of
from tests.factories import UserFactory
from tests.factories.candidates import call_for, candidate, consultation_on, stated
from tests.factories.register import GapFactory, RegisterItemFactory, region
from tests.factories.strategy import ProposalFactory, StrategyItemFactory, rewording
from tests.taskforces.questions import own_form

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

A2 = "task-forces/a2/"


@pytest.fixture
def seated(cast):
    """A2 has a leader, a representative and members, one of them with a long name."""
    for name in ("Mila Brandt", "Alejandra Fernández de la Vega"):
        cast.a2.seat(UserFactory(name=name), Role.MEMBER, by=None)
    return cast.amina, cast.fatou


def test_register_gaps_cycle_and_strategy(open_browser, live_server, cast, seated):
    amina, fatou = seated
    item = RegisterItemFactory(added_by=fatou, regions=[region("africa")], title="Agroforesterie en zone soudanienne")
    RegisterItemFactory(added_by=amina, title="Agroforesterie en zone soudanienne (rapport)")
    gap = GapFactory(named_by=fatou, why="Nobody compares methods.")
    problem = StrategyItemFactory()
    proposals = ProposalFactory(by=fatou), rewording(problem, by=fatou)
    page = open_browser(width=360)
    enter(page, live_server, amina)
    pages = [A2, "task-forces/board/", f"{A2}cycle/", f"{A2}members/", f"{A2}register/", f"{A2}register/table/"]
    pages += [f"{A2}register/{item.pk}/{page}" for page in ("", "change/", "withdraw/")]
    pages += [f"{A2}gaps/{gap.pk}/{page}" for page in ("", "address/", "close/")]
    pages += [f"objectives/a2/strategy/{page}" for page in ("", f"{problem.pk}/", "add/", "proposals/")]
    pages += [f"objectives/a2/strategy/proposals/{each.pk}/" for each in proposals]
    assert faults_of(page, pages) == []


def test_form_inbox_and_duties(open_browser, live_server, cast, seated):
    own_form(cast.a2, by=cast.amina)
    page = open_browser(width=360)
    enter(page, live_server, cast.amina)
    form = f"{A2}form/"
    pages = ["home/", "notifications/settings/", form, f"{form}preview/", f"{form}opening/"]
    pages += [f"{form}questions/choice/", f"{form}questions/add/?kind=choice", f"{A2}applications/export/"]
    assert faults_of(page, pages) == []


def test_candidates_and_statements(open_browser, live_server, cast, seated):
    running = call_for(cast.a2, Role.REPRESENTATIVE, region=region("asia"))
    writes = candidate(running, cast.bruno)
    heard = call_for(cast.a2, Role.REPRESENTATIVE, region=region("europe"))
    standing = [stated(candidate(heard, person)) for person in (cast.carla, None)]
    consultation_on(heard)
    standing[0].support(by=cast.fatou)
    page = open_browser(width=360)
    enter(page, live_server, cast.amina)
    assert faults_of(page, [f"{A2}candidates/", f"{A2}applications/", "home/"]) == []
    enter(page, live_server, cast.bruno)
    assert faults_of(page, [f"{A2}applications/{writes.pk}/statement/", "home/"]) == []
    enter(page, live_server, cast.sofia)
    assert faults_of(page, [f"{A2}calls/{heard.pk}/", f"{A2}candidates/", "home/"]) == []
