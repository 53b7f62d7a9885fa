"""How many events there were in a year, beside what the plan wants: by kind, by objective, by region.

Only numbers leave: an event in a room that is closed to the reader counts like any other.
"""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.db.models.functions import ExtractYear
from django.utils import timezone

from events.models import Event
from objectives.models import Objective, Target
from regions.models import Region

# So many years stand beside each other.
YEARS_SHOWN = 5
PER_YEAR = "events_per_year"
PER_REGION = "meetings_per_region_per_year"


@dataclass(frozen=True)
class Number:
    """Events of a year: those that were held, and those still to come."""

    held: int = 0
    coming: int = 0

    def __add__(self, other):
        return Number(self.held + other.held, self.coming + other.coming)


@dataclass(frozen=True)
class OfObjective:
    """What counts towards one objective, and its targets of 2030 and 2050 in the version in force."""

    objective: Objective
    kinds: list
    number: Number
    targets: list

    @property
    def target(self):
        """The target that comes next, or None where the plan names no number of events a year."""
        this_year = timezone.now().year
        coming = [each for each in self.targets if each.year >= this_year and each.unit in (PER_YEAR, PER_REGION)]
        return coming[0] if coming else None

    @property
    def wanted(self):
        """How many events a year the plan wants, whole; None where it names no number."""
        if self.target is None:
            return None
        number = int(self.target.value)
        return number * Region.objects.large().count() if self.target.unit == PER_REGION else number

    @property
    def is_reached(self):
        return self.wanted is not None and self.number.held >= self.wanted


def kinds_towards(code):
    """The kinds of events that count towards the objective of this code."""
    return [kind for kind in Event.Kind if code in Event.COUNTS_TOWARDS[kind]]


def counted_objectives():
    """The codes of all objectives towards which events count, in order."""
    return sorted({code for codes in Event.COUNTS_TOWARDS.values() for code in codes})


def by_kind(year):
    """{kind: Number} for each kind of event."""
    now = timezone.now()
    rows = Event.objects.begun_in(year).order_by().values("kind")
    counted = rows.annotate(held=Count("pk", filter=Q(ends_at__lte=now)), coming=Count("pk", filter=Q(ends_at__gt=now)))
    found = {row["kind"]: Number(row["held"], row["coming"]) for row in counted}
    return {kind: found.get(kind, Number()) for kind in Event.Kind}


def of_objective(objective, numbers):
    """The OfObjective of one that was loaded `with_wording` and `with_targets`; `numbers` as `by_kind` gives them."""
    kinds = kinds_towards(objective.code)
    targets = [each for each in objective.stops if each.year != Target.Year.BASELINE]
    return OfObjective(objective, kinds, sum((numbers[kind] for kind in kinds), Number()), targets)


def by_objective(numbers):
    """[OfObjective] for each objective towards which events count."""
    objectives = Objective.objects.filter(code__in=counted_objectives()).with_wording().with_targets()
    return [of_objective(objective, numbers) for objective in objectives]


def by_region(last_year):
    """(years, [(region, [(year, number held)])]) of regional meetings and forums, one query for the numbers."""
    years = list(range(last_year - YEARS_SHOWN + 1, last_year + 1))
    held = Event.objects.over().filter(kind__in=Event.REGIONAL).order_by()
    rows = held.annotate(year=ExtractYear("starts_at")).filter(year__in=years).values("region", "year")
    found = {(row["region"], row["year"]): row["number"] for row in rows.annotate(number=Count("pk"))}
    regions = Region.objects.large()
    return years, [(region, [(year, found.get((region.pk, year), 0)) for year in years]) for region in regions]
