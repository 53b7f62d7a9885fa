"""A researcher narrows the list, takes 500 sheets along as files, and reads the same ones by a program."""

import csv
import io
import json
import re

import pytest
from playwright.sync_api import expect

from home.demo.crowd_of_practices import add_practices
from practices.models import Version
from regions.models import Place
from tests.cast import country
from tests.factories.practices import PracticeFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NUMBER = 500
PAGES = 5
SENEGAL = {"en": "Senegal", "fr": "Sénégal", "es": "Senegal"}


@pytest.fixture
def crowd(house, cast):
    """500 published sheets around Dakar, and one elsewhere."""
    assert cast.fatou
    senegal = country("SN")
    facts = {"country": senegal, "latitude": 14.7, "longitude": -17.4, "population": 2_500_000}
    Place.objects.create(code=2253354, name="Dakar", **facts)
    assert add_practices(NUMBER) == NUMBER
    PracticeFactory(status="published", answers={"countries": ["PE"]})
    return senegal


def narrowed(page, question, code):
    """Choose one answer beside the list, which follows."""
    box = page.locator(f"input[name={question}][value={code}]")
    page.locator("details.facet", has=box).locator("summary").first.click()
    page.locator(f'label[for="{box.get_attribute("id")}"]').click()
    page.wait_for_url(f"**{question}={code}**")


def taken(page, kind):
    """What stands in the file behind its link."""
    with page.expect_download() as download:
        page.locator(f'main a[href*="practices.{kind}?"]').click()
    assert download.value.suggested_filename == f"practices.{kind}"
    return download.value.path().read_text(encoding="utf-8-sig")


def read_by_a_program(page, address):
    """The codes on all pages of the interface, by the address of the next one each time."""
    codes, pages = [], 0
    while address:
        answer = page.request.get(address)
        assert answer.ok
        told = answer.json()
        codes += [record["code"] for record in told["results"]]
        address, pages = told["next"] and re.sub(r"^https://[^/]+", "", told["next"]), pages + 1
    return codes, pages


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_researcher_takes_the_same_500_sheets_along_in_every_way(open_browser, crowd, language):
    page = open_browser(language=language)
    page.goto(f"/{language}/practices/")
    narrowed(page, "countries", crowd.pk)
    expect(page.locator("h2.list-head")).to_contain_text(f"{NUMBER}")

    rows = list(csv.DictReader(io.StringIO(taken(page, "csv"))))
    records = json.loads(taken(page, "json"))["results"]
    features = json.loads(taken(page, "geojson"))["features"]
    codes = [row["code"] for row in rows]
    assert len(set(codes)) == len(codes) == NUMBER
    assert [record["code"] for record in records] == [feature["id"] for feature in features] == codes
    assert {each["name"] for record in records for each in record["coded"]["countries"]} == {SENEGAL[language]}

    page.locator('footer a[href$="/developers/"]').first.click()
    address = page.locator("main a code", has_text="/practices/").first.text_content()
    path = re.sub(r"^https?://[^/]+", "", address)
    by_program, pages = read_by_a_program(page, f"{path}?countries={crowd.pk}&limit=100")
    assert (sorted(by_program), len(by_program), pages) == (sorted(codes), NUMBER, PAGES)
    assert Version.objects.current().count() == NUMBER + 1
    assert page.broken == []
