"""What lists of datasheets are narrowed by, with the number each choice would leave, given the other choices.

Everything stands in the codes of a version: "land_use:cropland", "region:africa", "evidence:3", "language:fr".
"""

from collections import Counter
from dataclasses import dataclass

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.utils.text import capfirst
from django.utils.translation import get_language_info, pgettext
from django.utils.translation import gettext as _

from core.search import LANGUAGES
from partners.facets import Facet, Option
from partners.vocabulary import vocabulary as of_organisations
from practices import editions, vocabularies
from practices.evidence import Level

# Questions of the form by which lists are narrowed, besides region, evidence and language; in the order of the page.
ASKED = (
    *("climate_zone", "thermal_zone", "soil_group", "land_use", "groups", "measures", "degradation", "purposes"),
    *("countries", "rainfall", "slope", "texture", "basis"),
)
NAMES = ("region", *ASKED, "evidence", "language")
TOTAL = "total"
# Nobody reads on behind so many; where more fit, so many are looked at, and numbers say "at least".
COUNTED = 1000

SELECT = """
SELECT %s AS facet, code, count(*)
  FROM ({found}) AS found (codes), unnest(array_append(found.codes, '{total}')) AS code
 WHERE code = '{total}' OR %s = '' OR starts_with(code, %s)
 GROUP BY code
"""


@dataclass
class Numbers:
    """{facet: {value: how many}}, how many there are, and whether that is all: if not, each number is the least."""

    by_facet: dict
    total: int
    # {facet: whether more would fit than were counted}
    is_more: dict


class Facets:
    """`found` narrowed by what was `chosen`, {facet: values}, and the numbers of all that could be."""

    def __init__(self, found, chosen):
        self.found = found
        self.chosen = {name: frozenset(values) for name in NAMES if (values := chosen.get(name))}

    def narrowed(self, *, but=None):
        """By all facets that are chosen, `but` one left out."""
        rows = self.found
        for name, values in self.chosen.items():
            if name != but:
                rows = rows.coded({f"{name}:{value}" for value in values})
        return rows

    def numbers(self, *, most=COUNTED):
        """The Numbers, in one query; of each list at most `most` are looked at, all if it is None."""
        asked = [(TOTAL, "", self.narrowed())]
        asked += [(name, f"{name}:", self.narrowed(but=name)) for name in self.chosen]
        try:
            parts = [self._part(*each, most) for each in asked]
        except EmptyResultSet:
            return self._told([], most)
        with connection.cursor() as cursor:
            sql = " UNION ALL ".join(sql for sql, _params in parts)
            cursor.execute(sql, [param for _sql, params in parts for param in params])
            return self._told(cursor.fetchall(), most)

    def _part(self, facet, beginning, rows, most):
        """SQL that counts the codes of `rows` with this beginning."""
        codes = rows.order_by().values_list("codes", flat=True)
        sql, params = (codes if most is None else codes[: most + 1]).query.sql_with_params()
        return SELECT.format(found=sql, total=TOTAL), [facet, *params, beginning, beginning]

    def _told(self, rows, most):
        by_facet, totals = {name: Counter() for name in NAMES}, Counter()
        for facet, code, number in rows:
            name, _colon, value = code.partition(":")
            if code == TOTAL:
                totals[facet] = number
            # Beside other choices, those of a facet are counted as if none of its own were made.
            elif name in by_facet and facet == (name if name in self.chosen else TOTAL):
                by_facet[name][value] = number
        is_more = {facet: most is not None and totals[facet] > most for facet in (TOTAL, *NAMES)}
        for name in NAMES:
            is_more[name] = is_more[name if name in self.chosen else TOTAL]
        total = totals[TOTAL] if most is None else min(totals[TOTAL], most)
        return Numbers(by_facet, total, is_more)


def facets_of(numbers, chosen, all_of_them):
    """[Facet] to choose from: what leads somewhere or is chosen. `all_of_them` are the Numbers of the whole list: what
    was not met among those that were counted may stand there."""
    return [Facet(name, label_of(name), [*options(name, numbers, chosen.get(name, ()), all_of_them)]) for name in NAMES]


def options(name, numbers, chosen, all_of_them):
    counted, is_more = numbers.by_facet[name], numbers.is_more[name]
    found = []
    for value, (label, is_part) in labels_of(name).items():
        number = counted[value]
        if number or value in chosen or (is_more and all_of_them.by_facet[name][value]):
            found.append(Option(value, label, number, value in chosen, is_part, is_more))
    if name == "region":
        return without_single_parts(found)
    if name == "countries":
        found.sort(key=lambda option: (not option.is_chosen, -option.number))
    return found


def without_single_parts(options):
    """Parts of a region stand below it only where there are several: one alone says the same twice."""
    families = []
    for option in options:
        if not option.is_part or not families:
            families.append([])
        families[-1].append(option)
    return [each for family in families for each in family if not each.is_part or each.is_chosen or len(family) > 2]


def label_of(name):
    """What a facet is called: as the form asks, unless it asks in a sentence."""
    names = {
        "region": _("Region"),
        "purposes": pgettext("a practice", "Purpose"),
        "basis": pgettext("a practice", "Basis"),
        "evidence": _("Soil carbon evidence"),
        "language": _("Language"),
    }
    return names.get(name) or editions.edition().questions[name].label


def labels_of(name):
    """{value: (label, whether it stands below another)} in the order of the page."""
    if name == "region":
        words = of_organisations()
        return {slug: (label, slug not in words.large) for slug, label in words.regions.items()}
    if name == "countries":
        return {code: (label, False) for code, label in of_organisations().countries.items()}
    if name == "evidence":
        return {str(level.value): (capfirst(level.label), False) for level in reversed(Level)}
    if name == "language":
        return {code: (capfirst(get_language_info(code)["name_translated"]), False) for code in LANGUAGES}
    terms = vocabularies.terms_of(editions.edition().questions[name].vocabulary)
    return {code: (term.name, bool(term.parent)) for code, term in terms.items()}
