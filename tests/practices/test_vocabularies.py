"""The terms datasheets are answered with."""

import pytest

from practices import vocabularies

pytestmark = pytest.mark.django_db


def test_every_term_of_a_vocabulary_is_offered_below_its_group():
    for slug in ("impact", "measure", "climate-stress", "land-use"):
        terms = vocabularies.terms_of(slug).values()
        below = {each.code for term in terms for each in term.narrower}
        assert below == {term.code for term in terms if term.parent}
