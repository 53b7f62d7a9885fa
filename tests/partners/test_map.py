"""The map: a picture with a table for everybody, dots for the script."""

import json
import random
import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from partners.mapping import clusters
from partners.models import Partner
from regions.models import Country, Place
from regions.projection import HEIGHT, WIDTH, in_picture
from tests.a11y.test_axe import faults_here
from tests.budgets.test_weight import KILOBYTE, Wire
from tests.factories import PartnerFactory

MAP, DATA = reverse("partners:map"), reverse("partners:map-data")
WORLD = (-180, -90, 180, 90)


@pytest.fixture
def three(db):
    PartnerFactory(name="Of Paris", country_id="FR", type="state", nature="public")
    PartnerFactory(name="Of Nairobi", country_id="KE")
    PartnerFactory(name="Hidden", country_id="BR", status="suspended")


def points(client, **query):
    return client.get(DATA, query).json()["points"]


def test_page_has_picture_table_and_list(client, three):
    html = client.get(MAP).content.decode()
    assert html.count("<circle") == 2
    for words in ("Where the organisations are", "dots on 2 countries", "Of Nairobi", "do not imply", "?country=KE"):
        assert words in html
    assert "Hidden" not in html


def test_filters_are_those_of_the_list(client, three):
    html = client.get(MAP, {"type": "state"}).content.decode()
    assert html.count("<circle") == 1
    assert [point["name"] for point in points(client, type="state")] == ["Of Paris"]
    assert points(client, q="nairobi")[0]["name"] == "Of Nairobi"


def test_box_narrows_dots_and_list(client, three):
    africa = "20,-20,50,20"
    assert [point["name"] for point in points(client, box=africa, zoom=4)] == ["Of Nairobi"]
    response = client.get(MAP, {"box": africa}, headers={"hx-request": "true"})
    assert [partner.name for partner in response.context["partners"]] == ["Of Nairobi"]
    assert "<html" not in response.content.decode()
    assert "This part of the map" in client.get(MAP, {"box": africa}).content.decode()


@pytest.mark.django_db
def test_hidden_organisations_have_no_dot(client, three, sofia, victor):
    for person in (None, victor, sofia):
        if person:
            client.force_login(person)
        assert {point.get("name") for point in points(client, zoom=8)} >= {"Of Paris", "Of Nairobi"}
        assert "Hidden" not in json.dumps(points(client, zoom=8))


@pytest.mark.parametrize(
    "query", [{"box": "a"}, {"box": "1,2,3"}, {"box": "nan,0,nan,1"}, {"box": "9,9,1,1"}, {"zoom": "x"}, {"zoom": "99"},
              {"zoom": "9" * 400}, {"box": "1" * 900}, {"box": "inf,inf,inf,inf"}, {"type": "x"}, {"q": "'; --"}]
)  # fmt: skip
def test_nonsense_is_no_error(client, three, query):
    assert client.get(MAP, query).status_code == 200
    assert client.get(DATA, query).status_code == 200


def test_only_reading(client, three):
    for address in (MAP, DATA):
        assert client.post(address).status_code == 405


def test_clusters_hold_everybody_once(db):
    crowd(400)
    for zoom in (0, 3, 6, 9):
        dots = clusters(Partner.objects.in_force(), box=WORLD, zoom=zoom)
        assert len(dots) <= 200
        if zoom < 4:
            assert sum(dot["n"] for dot in dots) == 400
    one_place = [dot for dot in clusters(Partner.objects.in_force(), box=WORLD, zoom=12) if dot["n"] > 1]
    assert all(len(dot["box"]) == 4 for dot in one_place)


def test_thousands_stay_light(client, db, django_assert_max_num_queries):
    crowd(3000)
    for zoom in (0, 2, 5, 9):
        answer = client.get(DATA, {"zoom": zoom})
        assert len(answer.content) <= 20 * KILOBYTE
    with django_assert_max_num_queries(4):
        client.get(DATA, {"zoom": 3})
    with django_assert_max_num_queries(8):
        client.get(MAP)


def test_picture_keeps_the_earth_in_its_frame():
    for latitude, longitude in ((83, -180), (0, 180), (-56, -70), (48.85, 2.35)):
        x, y = in_picture(latitude, longitude)
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT
    assert in_picture(0, 0)[0] == WIDTH / 2


def crowd(number):
    """Organisations at cities all over the world, written in bulk."""
    chance = random.Random(number)
    countries = list(Country.objects.order_by("pk")[:60])
    for at, country in enumerate(countries):
        Place.objects.update_or_create(
            code=900_000_000 + at,
            defaults={
                "name": f"City {at}",
                "country": country,
                "latitude": chance.uniform(-50, 70),
                "longitude": chance.uniform(-170, 170),
            },
        )
    places = list(Place.objects.filter(code__gte=900_000_000).order_by("code"))
    Partner.objects.bulk_create(
        Partner(
            name=f"Crowd {at}",
            slug=f"crowd-{at}",
            type="research",
            nature="non_profit",
            status="partner",
            country=(place := chance.choice(places)).country,
            place=place if at % 2 else None,
        )
        for at in range(number)
    )


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_map_opens_follows_and_stays_light(open_browser, three, live_server):
    page = open_browser()
    wire = Wire(page)
    page.goto(MAP)
    assert wire.bytes_of() <= 80 * KILOBYTE
    page.locator("[data-map-open]").click()
    expect(page.locator(".map-dot")).to_have_count(2)
    assert wire.bytes_of() <= 200 * KILOBYTE
    assert wire.hosts == {live_server.url.removeprefix("http://")}
    # A row that is reached marks its dot.
    page.locator("#results .row a").first.focus()
    expect(page.locator(".map-ring")).to_have_count(1)
    # Moving the map narrows the list.
    for _press in range(3):
        page.locator(".leaflet-control-zoom-in").click()
        page.wait_for_timeout(400)
    expect(page).to_have_url(re.compile("box="))
    assert page.broken == []


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [360, 1280])
def test_keyboard_walks_the_map(open_browser, three, width):
    page = open_browser(width=width)
    page.goto(MAP)
    page.locator("[data-map-open]").focus()
    page.keyboard.press("Enter")
    dot = page.get_by_role("link", name="Of Nairobi").and_(page.locator(".map-dot"))
    expect(dot).to_be_visible()
    page.locator("#map").focus()
    for _press in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('map-dot')"):
            break
    assert faults_here(page) == []
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") in ("Of Nairobi", "Of Paris")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "results"
    dot.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/partners/of-nairobi/")
    assert page.broken == []


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_map_without_a_script(open_browser, three):
    page = open_browser(javascript=False)
    page.goto(MAP)
    expect(page.locator(".world")).to_be_visible()
    expect(page.locator("[data-map-open]")).to_be_hidden()
    expect(page.locator("#results .row")).to_have_count(2)
