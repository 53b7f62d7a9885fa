"""Numbers as people write them: with a comma or a point, and never read a thousand times too small."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from practices import editions
from practices.kinds import kind_of


@pytest.mark.parametrize(("language", "text"), [("en", "1,550"), ("en", "-1,550"), ("es", "1.550"), ("es", "655.957")])
def test_number_that_can_mean_two_things_is_refused(language, text):
    kind = kind_of(editions.edition().questions["usd_rate"])
    with translation.override(language), pytest.raises(ValidationError) as refused:
        kind.field().clean(text)
    assert text.replace(",", "").replace(".", "") in str(refused.value)


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        *(("en", "1.550", 1.55), ("en", "1,5", 1.5), ("en", "0,655", 0.655), ("en", "1550", 1550)),
        *(("fr", "1,550", 1.55), ("fr", "1.550", 1.55), ("fr", "1 550", 1550)),
        *(("es", "1,550", 1.55), ("es", "1.55", 1.55), ("es", "1 550", 1550)),
    ],
)
def test_number_that_means_one_thing_is_taken(language, text, number):
    kind = kind_of(editions.edition().questions["usd_rate"])
    with translation.override(language):
        assert kind.kept(kind.field().clean(text)) == number
