"""What holds whatever is typed: numbers in their units and ranges, places, figures, versions."""

import math
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from practices import costs, editions, places
from practices.answers import LANGUAGES
from practices.evidence import of_measurement
from practices.kinds import kind_of
from tests.factories.practices import MEASURED, PracticeFactory

# The same in each run.
ALWAYS = {"deadline": None, "database": None, "derandomize": True, "suppress_health_check": list(HealthCheck)}
languages = some.sampled_from(LANGUAGES)


def numbers_asked():
    """Every question of the form that is answered by a number, columns included: {name: Question}."""
    found = {}
    for question in editions.edition().questions.values():
        for each in (question, *(question.columns or ())):
            if each.kind == "number":
                found[f"{question.key}.{each.key}"] = each
    return found


QUESTIONS = numbers_asked()


def step(question):
    """The least two of its answers differ by."""
    return Decimal(1).scaleb(-question.decimals)


@some.composite
def answers_in_range(draw):
    """(question, a number that answers it)."""
    question = draw(some.sampled_from(sorted(QUESTIONS)).map(QUESTIONS.get))
    lowest, highest = (Decimal(str(end)) for end in (question.min, 1_000_000 if question.max is None else question.max))
    number = draw(some.decimals(lowest, highest, places=question.decimals, allow_nan=False, allow_infinity=False))
    return question, int(number) if number == number.to_integral_value() else float(number)


# -- Units and ranges


@settings(max_examples=300, **ALWAYS)
@given(answers_in_range(), languages)
def test_number_in_its_range_is_kept_as_it_is_in_every_language(asked, language):
    question, number = asked
    kind = kind_of(question)
    with translation.override(language):
        assert kind.judged(number) == number
        assert kind.judged(kind.kept(kind.field().clean(kind.typed(number)))) == number
        shown = kind.shown(number)
    assert shown.endswith(question.unit or "")
    digits = "".join(sign for sign in shown.removesuffix(question.unit or "") if sign.isdigit())
    assert int(digits) == int("".join(sign for sign in f"{Decimal(str(number)).normalize():f}" if sign.isdigit()))


@pytest.mark.parametrize("name", QUESTIONS)
def test_number_outside_its_range_is_refused_and_its_ends_are_not(name):
    question = QUESTIONS[name]
    kind, least = kind_of(question), step(question)
    for end, beyond in ((question.min, -least), (question.max, least)):
        if end is None:
            continue
        assert kind.judged(end) == end
        with pytest.raises(ValidationError):
            kind.judged(float(Decimal(str(end)) + beyond))


@settings(max_examples=100, **ALWAYS)
@given(some.text(max_size=20), languages)
def test_whatever_is_typed_is_a_finite_number_or_refused_in_words(text, language):
    kind = kind_of(QUESTIONS["usd_rate.usd_rate"])
    with translation.override(language):
        try:
            kept = kind.kept(kind.field().clean(text))
        except ValidationError as error:
            assert all(error.messages)
        else:
            assert kept is None or math.isfinite(kept)


# -- Figures made from them

lines = some.fixed_dictionaries(
    {"stage": some.sampled_from(costs.STAGES), "quantity": some.integers(0, 10_000), "price": some.integers(0, 10_000)},
    optional={"borne_percent": some.integers(0, 100)},
)


@settings(max_examples=100, **ALWAYS)
@given(some.lists(lines, max_size=8), some.one_of(some.none(), some.floats(0.0001, 100_000)))
def test_costs_are_those_of_the_lines_and_shares_are_shares(rows, rate):
    found = costs.totals({"inputs": rows} | ({"usd_rate": rate} if rate else {}))
    assert sum(each.amount for each in found) == sum(row["quantity"] * row["price"] for row in rows)
    for each in found:
        assert (each.usd is None) == (rate is None)
        assert each.borne_percent is None or 0 <= each.borne_percent <= 100


measurements = some.fixed_dictionaries(
    {"kind": some.sampled_from(["stock", "content", "rate"])},
    optional={
        "value": some.integers(0, 100),
        "depth_cm": some.integers(1, 100),
        "method": some.sampled_from(["dry_combustion", "model"]),
        "years": some.integers(0, 20),
        "baseline": some.integers(0, 100),
        "bulk_density": some.floats(0.5, 2),
        "sites": some.integers(1, 9),
        "uncertainty": some.integers(0, 9),
        "reference": some.just("Report"),
    },
)


@settings(max_examples=100, **ALWAYS)
@given(measurements, measurements)
def test_saying_more_never_makes_evidence_weaker(row, more):
    assert of_measurement(more | row).level >= of_measurement(row).level


# -- Places

sites = some.fixed_dictionaries(
    {"latitude": some.floats(-90, 90).map(lambda each: round(each, 5))},
    optional={"is_private_farm": some.booleans(), "shows_exactly": some.booleans(), "name": some.just("Ferme Diallo")},
).flatmap(
    lambda site: some.floats(-180, 180).map(lambda each: site | {"longitude": round(each, 5)}),
)


@settings(max_examples=200, **ALWAYS)
@given(some.lists(sites, max_size=4))
def test_what_is_withheld_makes_places_whole_again_and_blurring_twice_is_blurring_once(known):
    public, withheld = places.published(known)
    assert places.whole(public, withheld) == known
    assert places.published(public)[0] == public
    for before, after in zip(known, public, strict=True):
        if places.is_open(before):
            assert after == before
        else:
            assert "name" not in after
            assert abs(after["latitude"] - before["latitude"]) * places.KM_PER_DEGREE <= places.BLURRED_TO_KM / 2 + 0.01


# -- Versions

VERBS = ("write", "submit", "take_back", "send_back", "review", "reject", "publish", "revise", "drop_revision")
WITH_WORDS = {"send_back", "reject"}


def done(practice, verb, number):
    """The verb, where the sheet allows it."""
    if verb == "write":
        return practice.write({"area_ha": number}, by=practice.author)
    words = ("Look again.",) if verb in WITH_WORDS else ()
    return getattr(practice, verb)(*words, by=None)


@pytest.mark.django_db
def test_versions_stay_what_they_were_whatever_happens_to_the_sheet():
    practice = PracticeFactory(answers=MEASURED)

    @settings(max_examples=25, **ALWAYS)
    @given(some.lists(some.tuples(some.sampled_from(VERBS), some.integers(1, 99)), min_size=4, max_size=14))
    def told(steps):
        with transaction.atomic():
            lived(practice, [*BEGINNING, *steps])
            transaction.set_rollback(True)

    told()


BEGINNING = [("submit", 1), ("review", 1), ("publish", 1), ("revise", 1)]


def lived(practice, steps):
    """Take these steps; after each, all versions are what they were, numbered on, and the last one is current."""
    practice.refresh_from_db()
    seen = {}
    for verb, number in steps:
        try:
            with transaction.atomic():
                done(practice, verb, number)
        except ValidationError:
            practice.refresh_from_db()
        versions = {version.number: version for version in practice.versions.order_by("number")}
        assert list(versions) == list(range(1, len(versions) + 1))
        assert [each for each, version in versions.items() if version.is_current] == list(versions)[-1:]
        now = {each: (version.contents, version.published_at) for each, version in versions.items()}
        assert seen.items() <= now.items()
        seen = now
