"""Published practices for programs: what everybody may read, and nothing else."""

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.practices import MEASURED, PracticeFactory

pytestmark = pytest.mark.django_db

LIST = "/api/v1/practices/"
FARM = {"sites": [{"name": "Ferme Ndiaye", "latitude": 14.71234, "longitude": -17.45678, "is_private_farm": True}]}


def published(**more):
    return PracticeFactory(status="published", **more)


def codes(answer):
    return [record["code"] for record in answer.json()["results"]]


def test_list_holds_what_is_published_and_nothing_else(client):
    practice = published()
    for status in ("draft", "submitted", "reviewed", "rejected", "archived"):
        PracticeFactory(status=status)
    assert codes(client.get(LIST)) == [practice.code]


def test_author_who_is_signed_in_reads_no_more_than_a_visitor(client, victor):
    PracticeFactory(author=victor)
    client.force_login(victor)
    assert codes(client.get(LIST)) == []


def test_record_carries_licence_and_attribution(client):
    practice = published(title="Mulching", answers=MEASURED)
    record = client.get(f"{LIST}{practice.code}/").json()
    assert record["licence"]["address"] == "https://creativecommons.org/licenses/by/4.0/"
    assert practice.authors in record["attribution"]
    assert practice.code in record["attribution"]
    assert record["evidence"]["level"] == 3
    assert record["contents"]["carbon"][0]["value"] == 48.5


def test_private_farm_is_blurred_in_every_format(client):
    practice = published(answers=FARM)
    for name in ("json", "csv", "geojson"):
        for address in (LIST, f"{LIST}{practice.code}/", f"{LIST}{practice.code}/versions/1/"):
            text = client.get(address, {"format": name}).content.decode()
            assert "Ndiaye" not in text
            assert "14.71234" not in text
            assert practice.code in text


def test_language_is_asked_for_by_the_header_and_not_by_a_cookie(client):
    practice = published(title="Mulching", answers={"title": {"en": "Mulching", "fr": "Paillage"}})
    client.cookies["django_language"] = "es"
    answer = client.get(f"{LIST}{practice.code}/", headers={"Accept-Language": "fr-CH, en;q=0.5"})
    assert answer.json()["title"] == "Paillage"
    assert answer["Content-Language"] == "fr"
    assert {"code": "SN", "name": "Sénégal"} in answer.json()["coded"]["countries"]


def test_pages_follow_each_other_and_miss_nothing(client):
    made = [published().code for _each in range(5)]
    seen, address = [], f"{LIST}?limit=2"
    while address:
        page = client.get(address)
        seen += codes(page)
        address = page.json()["next"]
        assert not address or f'<{address}>; rel="next"' in page["Link"]
    assert seen == made


def test_sheet_published_again_while_somebody_reads_is_still_read(client):
    first, _second, third = published(), published(), published()
    page = client.get(f"{LIST}?limit=2").json()
    first.revise(by=first.author)
    first.submit(by=first.author)
    first.review(by=None)
    first.publish(by=None)
    assert codes(client.get(page["next"])) == [third.code, first.code]


def test_filters_add_up_and_the_same_one_twice_means_either(client):
    dry = published(answers={"climate_zone": "arid", "land_use": ["grazing_ranching"]})
    half_dry = published(answers={"climate_zone": "semi_arid", "land_use": ["cropland_annual"]})
    published(answers={"climate_zone": "humid"})
    assert codes(client.get(f"{LIST}?climate_zone=arid&climate_zone=semi_arid")) == [dry.code, half_dry.code]
    assert codes(client.get(f"{LIST}?climate_zone=arid&climate_zone=semi_arid&land_use=cropland")) == [half_dry.code]
    assert len(codes(client.get(f"{LIST}?region=africa&countries=SN"))) == 3


def test_words_are_found_in_any_language(client):
    practice = published(answers={"description": {"en": "Straw.", "fr": "Les paillis gardent l’eau."}})
    published(title="Bees in the orchard", answers={"short_description": "Hives below the trees."})
    assert codes(client.get(f"{LIST}?q=paillis")) == [practice.code]


def test_harvester_asks_for_what_is_new(client, time_machine):
    time_machine.move_to("2026-11-28 10:00 +0000", tick=False)
    published()
    time_machine.move_to("2026-11-30 10:00 +0000", tick=False)
    new = published()
    assert codes(client.get(f"{LIST}?updated_since=2026-11-29")) == [new.code]
    assert codes(client.get(f"{LIST}?updated_since=2026-11-30T10:00:00Z")) == [new.code]


def test_evidence_is_a_least_level(client):
    founded = published(answers=MEASURED)
    published()
    assert codes(client.get(f"{LIST}?evidence=2")) == [founded.code]


@pytest.mark.parametrize(
    "query",
    [
        *("limit=0", "limit=101", "limit=x", "limit=٣", "evidence=9", "language=de", "format=xml"),
        *("land_use=moon", "land_use=", "countries=XX", "updated_since=yesterday", "updated_since=2026-02-31"),
        *("land_us=cropland", "page=2"),
    ],
)
def test_question_that_makes_no_sense_is_told_so(client, query):
    answer = client.get(f"{LIST}?{query}")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"]


def test_cursor_nobody_gave_leads_nowhere(client):
    assert client.get(f"{LIST}?cursor=x").status_code == 404


def test_archived_practice_answers_410_with_its_reason(client):
    practice = PracticeFactory(status="archived")
    for address in (f"{LIST}{practice.code}/", f"{LIST}{practice.code}/versions/1/"):
        answer = client.get(address)
        assert answer.status_code == 410
        assert "withdrawn by its author" in answer.json()["detail"]


def test_draft_and_nothing_are_not_told_apart(client):
    draft = PracticeFactory()
    answers = [client.get(f"{LIST}{code}/") for code in (draft.code, "P99999")]
    assert {answer.status_code for answer in answers} == {404}
    assert answers[0].content == answers[1].content


def test_earlier_version_stays_as_it_was(client):
    practice = published(title="Mulching")
    practice.revise(by=practice.author)
    practice.write({"title": "Mulching with straw"}, by=practice.author)
    practice.submit(by=practice.author)
    practice.review(by=None)
    practice.publish(by=None)
    assert client.get(f"{LIST}{practice.code}/versions/1/").json()["title"] == "Mulching"
    assert client.get(f"{LIST}{practice.code}/").json()["version"] == 2
    assert client.get(f"{LIST}{practice.code}/versions/3/").status_code == 404


def test_accept_chooses_the_format(client):
    practice = published(answers=FARM)
    table = client.get(LIST, headers={"Accept": "text/csv"})
    rows = list(csv.DictReader(io.StringIO(table.content.decode())))
    assert [row["code"] for row in rows] == [practice.code]
    assert rows[0]["land_use"] == "cropland_annual"
    features = client.get(LIST, headers={"Accept": "application/geo+json"}).json()["features"]
    assert features[0]["geometry"]["type"] == "MultiPoint"
    assert features[0]["properties"]["is_blurred"] is True
    assert client.get(LIST, headers={"Accept": "image/png"}).status_code == 406
    assert client.get(LIST, headers={"Accept": "text/html,*/*;q=0.8"})["Content-Type"].startswith("application/json")


def test_cell_never_runs_as_a_formula(client):
    published(title="=HYPERLINK(1)")
    assert ",'=HYPERLINK(1)," in client.get(LIST, {"format": "csv"}).content.decode()


def test_who_has_it_already_is_told_304(client):
    practice = published()
    for address in (LIST, f"{LIST}{practice.code}/"):
        etag = client.get(address)["ETag"]
        answer = client.get(address, headers={"If-None-Match": etag})
        assert (answer.status_code, answer.content) == (304, b"")
    assert client.get(LIST, headers={"Accept-Language": "fr"})["ETag"] != client.get(LIST)["ETag"]


def test_limit_is_told_and_held(client, settings):
    settings.API_REQUESTS_PER_MINUTE = 2
    assert [client.get(LIST)["RateLimit-Remaining"] for _each in range(2)] == ["1", "0"]
    refused = client.get(LIST)
    assert refused.status_code == 429
    assert int(refused["Retry-After"]) > 0
    assert client.get(LIST, REMOTE_ADDR="192.0.2.7").status_code == 200


def test_any_page_may_ask_but_nobody_may_write(client):
    practice = published()
    assert client.get(LIST)["Access-Control-Allow-Origin"] == "*"
    before = client.options(LIST)
    assert (before.status_code, before["Access-Control-Allow-Methods"]) == (204, "GET, HEAD, OPTIONS")
    strict = Client(enforce_csrf_checks=True)
    for method in ("post", "put", "patch", "delete", "trace"):
        answer = getattr(strict, method)(f"{LIST}{practice.code}/")
        assert answer.status_code == 405
        assert answer["Content-Type"] == "application/problem+json"
        assert "GET" in answer["Allow"]
    head = client.head(LIST)
    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == client.get(LIST)["ETag"]


def test_nothing_is_a_problem_and_a_missing_stroke_leads_on(client):
    answer = client.get("/api/v1/partners/")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")
    assert client.get("/api/v1/practices?limit=3")["Location"] == f"{LIST}?limit=3"
    assert client.get("/api/v2/")["Content-Type"] == "application/problem+json"
    assert client.get(f"{LIST}?q=%00")["Content-Type"] == "application/problem+json"


def test_list_asks_as_often_for_many_as_for_one(client, django_assert_max_num_queries):
    published()
    client.get(LIST)
    with django_assert_max_num_queries(9) as first:
        client.get(LIST)
    for _each in range(6):
        published()
    with django_assert_max_num_queries(len(first)):
        client.get(LIST)


def test_page_for_developers_shows_addresses_and_filters(client):
    page = client.get(reverse("developers:page")).content.decode()
    assert "https://platform.example/api/v1/practices/" in page
    assert "<code>climate_zone</code>" in page
