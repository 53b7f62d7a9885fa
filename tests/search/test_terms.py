"""The vocabulary of the search."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError

from core.search import LANGUAGES
from search.loading import load_terms
from search.models import Term

pytestmark = pytest.mark.django_db


def test_it_comes_with_the_concepts_of_the_field_in_three_languages():
    concepts = {language: set() for language in LANGUAGES}
    for concept, language in Term.objects.values_list("concept", "language"):
        concepts[language].add(concept)
    assert len(concepts["en"]) >= 60
    assert concepts["en"] == concepts["fr"] == concepts["es"]


def test_every_term_tells_something():
    assert [term.words for term in Term.objects.all() if not term.lexemes] == []


def test_what_the_secretariat_changed_is_kept():
    Term.objects.filter(concept="peat", language="en").exclude(words="peat").delete()
    load_terms()
    assert list(Term.objects.filter(concept="peat", language="en").values_list("words", flat=True)) == ["peat"]


def test_loading_twice_changes_nothing():
    before = Term.objects.count()
    call_command("load_reference", no_places=True, verbosity=0)
    assert Term.objects.count() == before


def test_a_concept_has_each_term_once():
    with pytest.raises(ValidationError, match="already"):
        Term(concept="peat", language="en", words="Péat").full_clean()
    with pytest.raises(IntegrityError):
        Term.objects.create(concept="peat", language="en", words="PEAT")


def test_stems_are_those_of_its_language():
    term = Term.objects.get(concept="soil-cover", language="fr", words="couverture du sol")
    assert term.lexemes == ("couvertur", "sol")
