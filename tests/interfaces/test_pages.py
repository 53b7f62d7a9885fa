"""The four Interfaces: open to all partners, each gathers from the whole hub what the reader may see."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.models import Theme
from interfaces.lenses import lenses
from interfaces.models import Interface
from partners.models import Partner, Sheet
from tests.factories import PartnerFactory, UserFactory
from tests.factories.meetings import meeting_of
from tests.factories.projects import IdeaFactory, team
from tests.factories.register import RegisterItemFactory
from tests.factories.rooms import pinned
from tests.factories.strategy import StrategyItemFactory

pytestmark = pytest.mark.django_db

SLUGS = ("knowledge", "policies", "research", "projects")


def page(client, slug="projects"):
    return client.get(reverse("interfaces:detail", args=[slug]))


def rows(response):
    """{kind: titles}."""
    return {str(kind["title"]): [str(row) for row in kind["rows"]] for kind in response.context["sections"]}


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_partners_read_all_four_in_each_language(client, bruno, language):
    client.force_login(bruno)
    assert client.get(f"/{language}/interfaces/").status_code == 200
    for slug in SLUGS:
        interface = Interface.objects.get(slug=slug)
        html = client.get(f"/{language}/interfaces/{slug}/").content.decode()
        assert getattr(interface, f"short_{language}") in html
        assert getattr(interface, f"description_{language}")[:40] in html


def test_visitors_sign_in_and_friends_read_how_to_come_in(client, victor):
    for url in ("/en/interfaces/", "/en/interfaces/research/"):
        assert client.get(url).url.startswith("/en/account/login/?next=")
    client.force_login(victor)
    for url in ("/en/interfaces/", "/en/interfaces/research/"):
        response = client.get(url)
        assert response.status_code == 403 and "Three ways" in response.content.decode()


def test_interface_is_open_to_whom_its_room_is_open(client, victor, bruno, sofia):
    Interface.objects.get(slug="research").space.open_to("signed_in", by=sofia)
    Interface.objects.get(slug="policies").space.open_to("members", by=sofia)
    client.force_login(victor)
    assert [each.slug for each in client.get("/en/interfaces/").context["interfaces"]] == ["research"]
    assert (page(client, "research").status_code, page(client, "projects").status_code) == (200, 404)
    client.force_login(bruno)
    assert (page(client, "policies").status_code, page(client, "projects").status_code) == (404, 200)
    assert page(client, "none").status_code == 404
    assert client.post("/en/interfaces/research/").status_code == 405


def test_projects_gathers_ideas_teams_projects_sponsors_and_funders(client, bruno):
    idea = IdeaFactory(title="Living hedges")
    team(IdeaFactory(title="Biochar"))
    IdeaFactory(title="A film", author=idea.author).set_aside("No.", by=None)
    RegisterItemFactory(title="Great Green Wall", type="project")
    RegisterItemFactory(title="An article", type="literature")
    PartnerFactory(name="Banque du Sol", type=Partner.Type.DEVELOPMENT_BANK)
    client.force_login(bruno)
    found = rows(page(client))
    assert {"Living hedges", "Biochar"} <= set(found["Project ideas"]) and "A film" not in found["Project ideas"]
    assert found["Project Teams"] == ["Team Hedges"]
    assert found["From the registers"] == ["Great Green Wall"]
    assert "Banque du Sol" in found["Partners and members"] and "IVEA" not in found["Partners and members"]


def test_research_gathers_literature_and_institutions(client, bruno):
    RegisterItemFactory(title="Soils hold carbon")
    client.force_login(bruno)
    found = rows(page(client, "research"))
    assert found["From the registers"] == ["Soils hold carbon"] and "IVEA" in found["Partners and members"]
    assert "Project ideas" not in found


def test_organisations_that_work_on_its_themes_stand_first_or_alone(client, bruno):
    theme = Interface.objects.get(slug="knowledge").themes.first()
    other = Theme.objects.exclude(interfaces__slug="knowledge").first()
    for name, themes in (("Agroforesters", [theme]), ("Bankers", [other])):
        Sheet.of(PartnerFactory(name=name)).themes.set(themes)
    client.force_login(bruno)
    assert rows(page(client, "knowledge"))["Partners and members"] == ["Agroforesters"]


def test_policies_tells_the_strategy_of_its_objectives_and_public_institutions(client, bruno):
    item = StrategyItemFactory(objective=Interface.objects.get(slug="policies").objectives.first())
    StrategyItemFactory(text_en="Of another objective")
    PartnerFactory(name="Ministry", type=Partner.Type.STATE)
    RegisterItemFactory(title="National plan", type="action")
    client.force_login(bruno)
    found = rows(page(client, "policies"))
    assert found["From the strategy"] == [str(item)]
    assert "Ministry" in found["Partners and members"] and found["From the registers"] == ["National plan"]


def test_meetings_of_its_task_forces_are_shown_to_whom_they_are_visible(client, bruno, amina):
    """A2 belongs to the subject of Projects; its meetings are its own."""
    meeting_of(by=amina, title="Within A2")
    client.force_login(amina)
    assert rows(page(client))["Meetings"] == ["Within A2"]
    assert "Meetings" not in rows(page(client, "research"))
    client.force_login(bruno)
    assert "Meetings" not in rows(page(client))


def test_page_without_anything_leads_into_the_room(client, sofia):
    Interface.objects.get(slug="knowledge").themes.clear()
    client.force_login(sofia)
    response = page(client, "knowledge")
    assert rows(response) == {} and "Begin one in the room" in response.content.decode()


def test_page_needs_no_more_queries_for_more_rows(client, bruno):
    def fill():
        pinned(IdeaFactory(author=UserFactory()))
        pinned(RegisterItemFactory(type="project"))
        team(IdeaFactory(author=UserFactory()))
        RegisterItemFactory(type="sponsor")
        StrategyItemFactory()
        PartnerFactory(type=Partner.Type.FOUNDATION)
        meeting_of(by=bruno, title=f"Meeting {IdeaFactory(author=UserFactory()).pk}")

    def queries():
        page(client)
        with CaptureQueriesContext(connection) as found:
            assert page(client).status_code == 200
        return len(found)

    client.force_login(bruno)
    fill()
    before = queries()
    for _number in range(3):
        fill()
    # One for each kind it gathers, and those of the frame.
    assert queries() == before <= 8 + len(lenses())
