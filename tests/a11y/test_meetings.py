"""No accessibility violation on the pages of meetings."""

import pytest

from events.models import Minutes
from taskforces.models import Role
from tests.a11y.test_axe import enter, faults_of
from tests.factories import UserFactory
from tests.factories.meetings import begun_meeting, meeting_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pages_of_meetings(open_browser, live_server, cast):
    amina, fatou = cast.amina, cast.fatou
    for name in ("Mila Brandt", "Alejandra Fernández de la Vega"):
        cast.a2.seat(UserFactory(name=name), Role.MEMBER, by=None)
    proposed = meeting_of(by=amina, dates=(20, 21, 22), title="Première lecture des idées de projets", agenda="Sol.")
    proposed.give_availability(dict.fromkeys(proposed.dates.all(), "if_need_be"), by=fatou)
    fixed = meeting_of(by=amina, title="Préparer la rencontre avec les financeurs", link="https://visio.example/a2")
    fixed.answer("comes", by=fatou)
    held = begun_meeting(by=amina, title="Où en sont les projets ?")
    held.take_attendance([fatou], by=amina)
    Minutes.of(held).publish("We met.", by=amina)
    Minutes.of(held).publish("We met and spoke.", by=amina)
    decision = held.decide("Count the plots of the region.", owner=fatou, by=amina)
    page = open_browser(width=360)
    enter(page, live_server, amina)
    pages = ["home/", "meetings/", "task-forces/meetings/", "task-forces/a2/meetings/", "task-forces/a2/meetings/plan/"]
    pages += [f"meetings/{each.pk}/" for each in (proposed, fixed, held)]
    pages += [f"meetings/{fixed.pk}/move/", f"meetings/{held.pk}/minutes/", f"meetings/decisions/{decision.pk}/"]
    assert faults_of(page, pages) == []
