"""What lists of datasheets are narrowed by, with the number each choice would leave, given the other choices.

Everything stands in the codes of a version: "land_use:cropland", "region:africa", "evidence:3", "language:fr".
"""

from functools import reduce
from operator import and_, or_

from django.utils.text import capfirst
from django.utils.translation import get_language_info, pgettext_lazy
from django.utils.translation import gettext_lazy as _

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


class Facets:
    """What is `found` of a shelf, narrowed by what was `chosen`, {facet: values}, and the numbers of all that could be
    chosen; sets as a shelf has them."""

    def __init__(self, shelf, found, chosen):
        self.shelf, self.found = shelf, found
        self.chosen = {name: self._any_of(name, values) for name in NAMES if (values := chosen.get(name))}

    def _any_of(self, name, values):
        return reduce(or_, (self.shelf.facets[name].get(value, 0) for value in values))

    def narrowed(self, *, but=None):
        """By all facets that are chosen, `but` one left out."""
        return reduce(and_, (those for name, those in self.chosen.items() if name != but), self.found)

    def numbers(self):
        """{facet: {value: how many}}. Beside other choices, those of a facet are counted as if none of its own were
        made."""
        narrowed = self.narrowed()
        rows = {name: self.narrowed(but=name) if name in self.chosen else narrowed for name in NAMES}
        return {
            name: {value: (those & rows[name]).bit_count() for value, those in self.shelf.facets[name].items()}
            for name in NAMES
        }


def facets_of(numbers, chosen):
    """[Facet] to choose from: what leads somewhere or is chosen."""
    return [Facet(name, label_of(name), [*options(name, numbers[name], chosen.get(name, ()))]) for name in NAMES]


def options(name, numbers, chosen):
    found = [
        Option(value, label, numbers.get(value, 0), value in chosen, is_part)
        for value, (label, is_part) in labels_of(name).items()
        if numbers.get(value) or value in chosen
    ]
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


# What facets are called where the form asks in a sentence, or does not ask.
CALLED = {
    "region": _("Region"),
    "purposes": pgettext_lazy("a practice", "Purpose"),
    "basis": pgettext_lazy("a practice", "Basis"),
    "evidence": _("Soil carbon evidence"),
    "language": _("Language"),
}


def label_of(name):
    """What a facet is called."""
    return CALLED[name] if name in CALLED else editions.edition().questions[name].label


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
