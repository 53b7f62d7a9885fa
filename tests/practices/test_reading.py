"""The page of a published datasheet: what it says first, in which language, how light it is, and what machines read."""

import json
import re

import pytest
from django.utils import translation

from practices.models import Version
from practices.summary import sentences_of
from tests.factories.practices import MEASURED, PracticeFactory, moved_to

pytestmark = pytest.mark.django_db

COSTS = {
    "cost_base": "per_ha",
    "currency": "xof",
    "usd_rate": 600,
    "usd_rate_on": "2026-03-12",
    "inputs": [
        {"stage": "establishment", "name": "Digging", "quantity": 50, "price": 1500, "borne_percent": 100},
        {"stage": "maintenance", "name": "Compost", "quantity": 11, "price": 3000},
    ],
}
IMPACTS = {
    "impacts": [
        {"impact": "crop_production", "score": 3, "before": "0.3 t/ha", "after": "0.9 t/ha"},
        {"impact": "workload", "score": -2},
    ]
}
LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def published(**answers):
    return PracticeFactory(status="published", answers=answers)


def page_of(client, practice, language="en"):
    return client.get(practice.get_absolute_url().replace("/en/", f"/{language}/", 1)).content.decode()


def test_carbon_is_told_in_the_unit_of_its_kind(client):
    rate = {"kind": "rate", "value": 0.4, "depth_cm": 20}
    page = page_of(client, published(carbon=[*MEASURED["carbon"], rate]))
    assert "48.5 t C/ha<" in page
    assert "0.4 t C/ha per year" in page


def test_impacts_are_numbers_beside_their_bars(client):
    page = page_of(client, published(**IMPACTS))
    assert "<b>+3</b>" in page and "<b>−2</b>" in page
    assert 'class="is-worse" x="-2" width="2"' in page
    assert "0.3 t/ha → 0.9 t/ha" in page


def test_bars_are_drawn_with_a_point_in_every_language(client):
    page = page_of(client, published(**IMPACTS), "fr")
    assert 'x="-2" width="2"' in page


def test_costs_are_told_in_the_currency_and_in_dollars_with_the_rate(client):
    page = page_of(client, published(**COSTS))
    assert "75,000 XOF" in page and "125 US dollars" in page
    assert "12 March 2026" in page


def test_summary_is_made_of_coded_answers():
    version = Version.objects.get(practice=published(**COSTS, **MEASURED))
    sentences = sentences_of(version.contents, version.form)
    assert 3 <= len(sentences) <= 5
    assert "It is in use in one country: Senegal." in sentences
    assert (
        "The soil held 48.5 tonnes of carbon per hectare down to 30 cm; without the practice it held 41." in sentences
    )
    assert "Setting it up costs about 75,000 XOF (125 US dollars) per hectare." in sentences


def test_figure_nobody_measured_is_called_a_claim():
    guessed = {"carbon": [{"kind": "stock", "value": 60, "depth_cm": 30, "method": "model", "years": 3}]}
    version = Version.objects.get(practice=published(**guessed))
    assert any("is said to hold 60" in sentence for sentence in sentences_of(version.contents, version.form))


def test_text_nobody_translated_carries_its_language(client):
    practice = published()
    page = page_of(client, practice, "fr")
    assert '<h1 lang="en">' in page
    assert "notice" in page and "anglais" in page
    practice.revise(by=practice.author)
    practice.write({"title": "Paillage"}, by=practice.author, language="fr")
    practice.submit(by=practice.author)
    practice.review(by=None)
    practice.publish(by=None)
    assert "<h1>Paillage</h1>" in page_of(client, practice, "fr")


def test_page_is_light(client):
    everything = published(**COSTS, **MEASURED, **IMPACTS, description={"en": "A long story. " * 350})
    assert len(page_of(client, everything)) <= 50 * 1024


def test_page_asks_no_more_for_a_long_history(client, django_assert_max_num_queries):
    practice = published(**COSTS, **MEASURED)
    for _number in range(3):
        practice.revise(by=practice.author)
        practice.submit(by=practice.author)
        practice.review(by=None)
        practice.publish(by=None)
    page_of(client, practice)
    with django_assert_max_num_queries(12):
        page_of(client, practice)


def test_machines_read_who_wrote_it_and_under_which_licence(client):
    practice = published(title={"en": 'Mulch </script><b>"now"</b>'})
    page = page_of(client, practice)
    (text,) = LINKED.findall(page)
    work, way = json.loads(text)["@graph"]
    assert work["name"] == 'Mulch </script><b>"now"</b>'
    assert work["@id"].endswith(f"/practices/{practice.code}/versions/1/") and "/en/" not in work["@id"]
    assert work["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert {"author", "description", "datePublished", "publisher", "identifier", "inLanguage"} <= work.keys()
    assert [each["position"] for each in way["itemListElement"]] == [1, 2]
    assert 'rel="license noopener"' in page
    assert '<meta name="citation_title"' in page and '<meta property="og:description"' in page


def test_evidence_is_told_with_its_reasons(client):
    page = page_of(client, published(**MEASURED))
    assert "3</b>" in page and "With its uncertainty" in page
    rule = client.get("/en/practices/evidence/").content.decode()
    assert all(f"{level} · " in rule for level in range(5))


def test_private_farm_is_not_named_on_the_map(client):
    farm = {"name": "Ferme Keller", "country": "SN", "latitude": 14.71234, "longitude": -17.44321}
    practice = published(sites=[farm | {"is_private_farm": True}])
    for language in ("en", "fr"):
        page = page_of(client, practice, language)
        assert "Keller" not in page and "14.71234" not in page and "14,71234" not in page
        assert "<circle" in page


def test_archived_sheet_is_gone_in_every_format_and_says_why(client):
    practice = PracticeFactory(status="archived")
    at = f"/en/practices/{practice.code}"
    for path in (
        *(practice.get_absolute_url(), f"{at}/", f"{at}/versions/1/", f"{at}/versions/1.pdf"),
        *(f"{at}-mulching.pdf", f"{at}/versions/1/cite.bib", f"{at}/versions/1/cite.json", f"{at}/versions/compare/"),
    ):
        response = client.get(path)
        assert response.status_code == 410, path
        assert "It was withdrawn by its author." in response.content.decode()


def test_draft_is_nowhere_to_be_read(client):
    practice = PracticeFactory()
    at = f"/en/practices/{practice.code}"
    for path in (f"{at}/", f"{at}/versions/1/", f"{at}-mulching.pdf", f"{at}/versions/1/cite.ris"):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["versions/9/", "versions/9.pdf", "versions/9/cite.bib", "versions/1/cite.exe"])
def test_version_or_format_that_never_was_is_not_there(client, path):
    assert client.get(f"/en/practices/{published().code}/{path}").status_code == 404


def test_summary_follows_the_language():
    version = Version.objects.get(practice=published())
    with translation.override("fr"):
        told = " ".join(sentences_of(version.contents, version.form))
    assert "Sénégal" in told


def test_title_nobody_has_translated_is_that_of_the_sheet(victor):
    practice = PracticeFactory(author=victor, title="Cubierta vegetal", language="es")
    practice.write({"title": "Couvert végétal"}, by=victor, language="fr")
    version = moved_to(practice, "published").versions.get()
    assert version.heading == ("Cubierta vegetal", "es")
    with translation.override("fr"):
        assert str(version) == "Couvert végétal"
