"""What the secretariat shows first in an Interface, for those who may see the thing itself."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from core.models import Activity
from interfaces.lenses import found_at, gathers
from interfaces.loading import load_interfaces
from interfaces.models import Interface, Pin
from tests.factories.meetings import meeting_of
from tests.factories.projects import IdeaFactory, team
from tests.factories.register import RegisterItemFactory
from tests.factories.rooms import pinned
from tests.factories.strategy import StrategyItemFactory

pytestmark = pytest.mark.django_db

ADD = "/admin/interfaces/pin/add/"


@pytest.fixture
def projects():
    return Interface.objects.get(slug="projects")


def shown(client, person):
    client.force_login(person)
    response = client.get(reverse("interfaces:detail", args=["projects"]))
    return [str(pin.target) for pin in response.context["pins"]]


def test_pinned_things_stand_first_in_their_order_with_their_words(client, bruno, sofia, projects):
    idea = IdeaFactory(title="Hedges")
    projects.pin(RegisterItemFactory(title="Wall"), by=sofia, position=2)
    pin = projects.pin(idea, by=sofia, position=1)
    Pin.objects.filter(pk=pin.pk).update(words_en="Read this.", words_fr="À lire.")
    assert shown(client, bruno) == ["Hedges", "Wall"]
    html = client.get(reverse("interfaces:detail", args=["projects"])).content.decode()
    assert "Worth reading first" in html and "Read this." in html


def test_pin_shows_nobody_what_she_may_not_see(client, bruno, amina, sofia, projects):
    projects.pin(meeting_of(by=amina, title="Within A2"), by=sofia)
    assert shown(client, amina) == ["Within A2"]
    assert shown(client, bruno) == []


def test_each_thing_is_pinned_once_in_an_interface(sofia, projects):
    pin = projects.pin(IdeaFactory(), by=sofia)
    with pytest.raises(ValidationError, match="first here already"):
        projects.pin(pin.object, by=sofia)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pin.objects.create(interface=projects, content_type=pin.content_type, object_id=pin.object_id)
    Interface.objects.get(slug="knowledge").pin(pin.object, by=sofia)


def test_only_what_interfaces_gather_is_pinned(sofia, bruno, projects):
    assert not gathers(type(bruno))
    with pytest.raises(ValidationError, match="not gathered"):
        projects.pin(bruno, by=sofia)


def test_pin_is_taken_off_and_the_thing_stays(sofia, projects):
    idea = IdeaFactory()
    pin = projects.pin(idea, by=sofia)
    key = pin.pk
    again = Pin.objects.get(pk=key)
    pin.remove(by=sofia)
    assert not projects.pins.exists() and type(idea).objects.filter(pk=idea.pk).exists()
    activity = Activity.objects.get(content_type__model="pin", object_id=key, verb="removed")
    assert activity.actor == sofia
    with pytest.raises(ValidationError, match="already been taken off"):
        again.remove(by=sofia)


def test_thing_is_found_by_the_address_of_its_page(cast, amina):
    made = team()
    things = [made.idea, made, RegisterItemFactory(), StrategyItemFactory(), cast.fundacion, meeting_of(by=amina)]
    for thing in things:
        url = thing.get_absolute_url()
        assert found_at(url) == found_at(f"https://platform.example{url}?page=2#x") == thing
        assert found_at(url.replace("/en/", "/fr/", 1)) == thing


@pytest.mark.parametrize(
    "address",
    ["", "/", "x", "/en/", "/en/partners/", "/en/partners/none/", "/en/projects/ideas/999999999999999999999/",
     "/de/projects/ideas/1/", "http://[", "/en/projects/ideas/%00/", "/admin/", "javascript:alert(1)", "9" * 400],
)  # fmt: skip
def test_other_addresses_lead_to_nothing(address):
    assert found_at(address) is None


def test_secretariat_pins_and_takes_off_in_the_admin(client, sofia, projects):
    idea = IdeaFactory()
    client.force_login(sofia)
    assert client.get(ADD).status_code == 200
    wrong = client.post(ADD, {"interface": projects.pk, "address": "/en/none/", "position": "1"})
    assert "not the page of anything" in wrong.content.decode()
    client.post(ADD, {"interface": projects.pk, "address": idea.get_absolute_url(), "position": "1"})
    pin = projects.pins.get()
    assert pin.object == idea
    twice = client.post(ADD, {"interface": projects.pk, "address": idea.get_absolute_url(), "position": "1"})
    assert "first here already" in twice.content.decode()
    words = {"position": "3", "words_en": "Read this.", "words_fr": "À lire.", "words_es": ""}
    client.post(f"/admin/interfaces/pin/{pin.pk}/change/", words)
    pin.refresh_from_db()
    assert (pin.position, pin.words_en, pin.object_id) == (3, "Read this.", idea.pk)
    client.post(f"/admin/interfaces/pin/{pin.pk}/remove/")
    assert not projects.pins.exists()


@pytest.mark.parametrize("value", ["\x00", "http://[", "9" * 400, "-1"])
def test_nonsense_is_refused_beside_the_field(client, sofia, projects, value):
    client.force_login(sofia)
    assert client.post(ADD, {"interface": value, "address": value, "position": value}).status_code == 200
    assert not Pin.objects.exists()


def test_what_is_gone_is_no_longer_shown(client, bruno, sofia, projects):
    item = StrategyItemFactory()
    projects.pin(item, by=sofia)
    item.delete()
    assert shown(client, bruno) == []
    client.force_login(sofia)
    assert "Something that is gone" in client.get("/admin/interfaces/pin/").content.decode()


def test_texts_the_secretariat_has_edited_are_kept_when_loaded_again(projects):
    Interface.objects.filter(pk=projects.pk).update(name_en="Projects, edited")
    projects.themes.clear()
    load_interfaces()
    projects.refresh_from_db()
    assert projects.name_en == "Projects, edited" and not projects.themes.exists()
    assert Interface.objects.count() == 4
    for interface in Interface.objects.all():
        assert interface.space.audience == "partners"
        for language in ("en", "fr", "es"):
            assert all(getattr(interface, f"{field}_{language}") for field in ("name", "short", "description"))
    assert pinned().interface == projects
