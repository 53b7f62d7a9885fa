"""No accessibility violation on the pages of open events and of the agenda of outside meetings."""

import pytest

from events.models import Event
from tests.a11y.test_axe import enter, faults_of
from tests.factories import partner_person
from tests.factories.events import event_in, held_event, outside_meeting
from tests.factories.library import africa

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pages_of_events(open_browser, live_server, cast):
    room, amina = africa(), cast.amina
    room.admit(amina, role="moderator", by=cast.sofia)
    facts = {
        "questions": ["Que mangez-vous ?"],
        "place": "Dakar",
        "link": "https://visio.example/forum",
        "language": "fr",
    }
    full = event_in(room, by=amina, title="Forum régional : des sols vivants", seats=1, **facts)
    for name in ("Alejandra Fernández de la Vega", "Mila Brandt"):
        full.register(["Tout, sauf les arachides"], by=partner_person(name=name))
    mine = event_in(room, by=amina, title="Mesurer au champ", kind=Event.Kind.WEBINAR)
    mine.register(by=amina)
    cancelled = event_in(room, by=amina, title="Visite d’une ferme")
    cancelled.cancel("La route est coupée.", by=amina)
    reported = held_event(room, by=amina, title="Rencontre", kind=Event.Kind.REGIONAL_MEETING, region=room.region)
    reported.report("Huit organisations.", recording="https://visio.example/again", by=amina)
    silent = held_event(room, by=amina, title="Sans compte rendu", registered=[partner_person(name="Bintou Sow")])
    for title in ("Congrès mondial", "Salon"):
        outside_meeting(title, priority=1, note="Y aller.").attend(by=amina)
    page = open_browser(width=360)
    enter(page, live_server, amina)
    pages = ["events/", "events/?kind=chat", "events/outside/", "meetings/", "objectives/events/", "objectives/a4/"]
    pages += [f"events/{each.pk}/" for each in (full, mine, cancelled, reported, silent)]
    pages += [f"events/{full.pk}/registrations/", f"events/{full.pk}/edit/", f"events/{full.pk}/cancel/"]
    pages += ["spaces/region-africa/", "spaces/region-africa/events/", "spaces/region-africa/events/plan/"]
    assert faults_of(page, pages) == []
