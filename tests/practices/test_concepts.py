"""Terms that mean the same as a concept of AGROVOC: by data that names its licence, told to machines everywhere."""

import json
import re
from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError

from core.loading import read_json
from practices.datacite import datacite_record
from practices.linked import linked
from practices.loading import FOLDER, load_vocabularies
from practices.models import Term
from practices.vocabularies import label_of
from tests.factories.practices import PracticeFactory

pytestmark = pytest.mark.django_db

AGROFORESTRY = "http://aims.fao.org/aos/agrovoc/c_207"


def term(vocabulary, code):
    return Term.objects.get(vocabulary__slug=vocabulary, code=code)


def test_data_name_their_source_and_licence_and_only_terms_there_are():
    data = read_json(FOLDER, "agrovoc.json")
    assert "AGROVOC" in data["source"] and "CC BY 4.0" in data["licence"]
    for slug, concepts in data["concepts"].items():
        for code, (number, label) in concepts.items():
            assert label and re.fullmatch(r"c_[0-9a-f]+", number)
            assert term(slug, code).agrovoc == number


def test_soil_groups_are_called_there_as_here():
    for code, (_number, label) in read_json(FOLDER, "agrovoc.json")["concepts"]["soil-group"].items():
        # AGROVOC keeps the older spelling of one.
        assert label.lower() == {"nitisols": "nitosols"}.get(code, code)


def test_what_the_secretariat_takes_away_does_not_come_back():
    Term.objects.filter(pk=term("group", "agroforestry").pk).update(agrovoc="")
    load_vocabularies()
    assert term("group", "agroforestry").agrovoc == ""


def test_terms_of_a_house_that_stands_already_get_theirs():
    Term.objects.filter(vocabulary__slug="soil-group").update(agrovoc="")
    Term.objects.filter(pk=term("group", "agroforestry").pk).update(agrovoc="c_1")
    import_module("practices.migrations.0003_name_concepts").name_concepts(apps, None)
    assert term("soil-group", "vertisols").agrovoc == "c_8199"
    assert term("group", "agroforestry").agrovoc == "c_1"


def test_concept_is_a_number_and_nothing_else():
    with pytest.raises(IntegrityError):
        Term.objects.filter(pk=term("group", "agroforestry").pk).update(agrovoc="javascript:1")


def test_open_data_give_the_address(client):
    found = {each["slug"]: each for each in client.get("/api/v1/vocabularies/").json()["vocabularies"]}
    groups = {each["code"]: each["agrovoc"] for each in found["group"]["terms"]}
    assert groups["agroforestry"] == AGROFORESTRY
    assert groups["cross_slope"] is None


def test_page_tells_machines_what_it_is_about(client):
    practice = PracticeFactory(status="published", answers={"groups": ["agroforestry", "cross_slope"]})
    work = linked(practice.versions.get(), [])["@graph"][0]
    name = label_of("group", "agroforestry").name
    assert {"Agroforestry", "Cross-slope measures"} <= set(work["keywords"])
    assert {"@type": "DefinedTerm", "name": name, "url": AGROFORESTRY} in [
        {key: each[key] for key in ("@type", "name", "url")} for each in work["about"]
    ]
    assert json.dumps(AGROFORESTRY) in client.get(practice.get_absolute_url()).content.decode()


def test_page_without_any_concept_is_about_nothing():
    practice = PracticeFactory(status="published", answers={"land_use": ["other"]})
    assert "about" not in linked(practice.versions.get(), [])["@graph"][0]


def test_registrars_read_it_with_each_subject():
    practice = PracticeFactory(status="published", answers={"groups": ["agroforestry", "cross_slope"]})
    subjects = datacite_record(practice.versions.get())["data"]["attributes"]["subjects"]
    told = {each["subject"]: each.get("valueUri") for each in subjects}
    assert told["Agroforestry"] == AGROFORESTRY
    assert told["Cross-slope measures"] is None
