"""Numbers beside the choices of a list: how many organisations each would leave, given the other choices."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.functional import cached_property

from partners.models import Sheet
from partners.tallies import kept, stamp_of

NAMES = ("type", "college", "region", "country", "theme", "status")


@dataclass
class Option:
    value: str
    label: str
    number: int
    is_chosen: bool
    is_part: bool = False


@dataclass
class Facet:
    name: str
    label: str
    options: list = field(default_factory=list)
    errors: tuple = ()

    @property
    def chosen(self):
        return [option for option in self.options if option.is_chosen]


class Facets:
    """The conditions of what was chosen, {facet: set of values}, and the numbers of all that could be."""

    def __init__(self, found, chosen, vocabulary):
        self.found, self.vocabulary = found, vocabulary
        self.chosen = {name: frozenset(chosen.get(name) or ()) for name in NAMES}

    @property
    def conditions(self):
        """What an organisation must be for the values chosen of each facet."""
        for name, values in self.chosen.items():
            if name == "college":
                yield from (
                    [Q.create([self.vocabulary.holds[slug] for slug in values], connector=Q.OR)] if values else []
                )
            elif name == "region" and values:
                yield Q(country__in=self.vocabulary.countries_in(values))
            elif name == "theme" and values:
                yield has_theme(values)
            elif values:
                yield Q(**{f"{name}__in": values})

    @cached_property
    def rows(self):
        """The organisations that fit everything chosen."""
        return self.found.filter(*self.conditions)

    @cached_property
    def numbers(self):
        """{facet: {value: how many}} of those that fit all other facets; and the number that fits all, under None."""
        return kept(self.stamp, self.count)

    @cached_property
    def stamp(self):
        """Alike as long as the numbers are; see `partners.tallies`."""
        return stamp_of(self.found, *self.chosen.values(), self.vocabulary.stamp)

    def count(self):
        numbers = {name: Counter() for name in NAMES}
        for *values, number in self._groups(self.found, has_theme(self.chosen["theme"])):
            facts, misses = self._facts(values)
            if not misses:
                numbers[None] = numbers.get(None, 0) + number
            for name in misses or NAMES:
                if len(misses) < 2 and name != "theme":
                    for value in facts[name]:
                        numbers[name][value] += number
        numbers["theme"] = self._by_theme()
        return {None: 0} | numbers

    def _facts(self, values):
        """({facet: its values}, [facets it does not fit]) of a group of organisations that are alike."""
        kind, country, status, placed_in, is_of_theme = values
        words = self.vocabulary
        facts = {
            "type": (kind,),
            "college": (words.college_of(kind, placed_in),),
            "region": words.places.get(country, ()),
            "country": (country,),
            "status": (status,),
        }
        misses = [name for name, own in facts.items() if self.chosen[name] and self.chosen[name].isdisjoint(own)]
        if self.chosen["theme"] and not is_of_theme:
            misses.append("theme")
        return facts, misses

    def _groups(self, found, theme):
        alike = found.order_by().annotate(is_of_theme=theme)
        groups = alike.values_list("type", "country", "status", "placement__college", "is_of_theme")
        return groups.annotate(number=Count("pk"))

    def _by_theme(self):
        """Of the organisations that fit everything but the themes, how many have each."""
        through = Sheet.themes.through.objects.filter(sheet__partner__in=self.found.order_by().values("pk"))
        columns = ("type", "country", "status", "placement__college")
        groups = through.values_list("theme__slug", *(f"sheet__partner__{name}" for name in columns))
        numbers = Counter()
        for slug, *values, number in groups.annotate(number=Count("pk")):
            if not self._facts([*values, True])[1]:
                numbers[slug] += number
        return numbers

    def options(self, name, labels):
        """The choices of one facet that lead somewhere or are chosen; countries with most organisations first."""
        numbers, chosen = self.numbers[name], self.chosen[name]
        options = [
            Option(value, label, numbers[value], value in chosen)
            for value, label in labels.items()
            if numbers[value] or value in chosen
        ]
        if name == "country":
            options.sort(key=lambda option: (not option.is_chosen, -option.number))
        return self._regions(options) if name == "region" else options

    def _regions(self, options):
        """Parts of a region stand below it, and only where there are several: one alone says the same twice."""
        families, family = [], []
        for option in options:
            option.is_part = option.value not in self.vocabulary.large
            if not option.is_part:
                families.append(family := [])
            family.append(option)
        return [
            option
            for family in families
            for option in family
            if not option.is_part or option.is_chosen or len(family) > 2
        ]


def has_theme(slugs):
    """Its sheet names one of the themes."""
    if not slugs:
        return Q(pk__isnull=True)
    return Exists(Sheet.objects.filter(partner=OuterRef("pk"), themes__slug__in=sorted(slugs)))
