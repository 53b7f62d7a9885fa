"""The Interface for knowledge shows the newest practices, and can show one first."""

import pytest

from interfaces.lenses import found_at, gathers
from interfaces.models import Interface
from practices.models import Version
from tests.factories.practices import PracticeFactory

pytestmark = pytest.mark.django_db


def test_knowledge_shows_what_is_published(client, bruno):
    client.force_login(bruno)
    PracticeFactory(status="published", title="Half moons")
    PracticeFactory(status="archived", title="Burning")
    page = client.get(Interface.objects.get(slug=Interface.KNOWLEDGE).get_absolute_url()).content.decode()
    assert "Half moons" in page
    assert "Burning" not in page


def test_a_practice_is_found_at_its_address():
    practice = PracticeFactory(status="published", title="Half moons")
    assert gathers(Version)
    assert found_at(practice.get_absolute_url()) == practice.versions.get()
    assert found_at(PracticeFactory().desk_url) is None
