"""Figures about published practices: what the dashboard and the page of objective B2 read.

All count sheets everybody can read now, each once, and stand for numbers of sheets unless they say otherwise. Targets
of B2 (strategic plan, 2030: two more regions; 2050: global) speak of regions covered and of a yearly review.
"""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from core.counting import numbers
from practices import vocabularies
from practices.evidence import Level
from practices.models import Version
from practices.models.lasting import CONFIRMED_FOR
from regions.large import large_regions

OBJECTIVE = "B2"


@dataclass(frozen=True)
class Review:
    """The yearly review: how many of `published` sheets were confirmed within 365 days."""

    published: int
    confirmed: int

    @property
    def share_percent(self):
        """0 to 100, rounded; None while nothing is published."""
        return round(100 * self.confirmed / self.published) if self.published else None


def published():
    """The number of published sheets; objective B2. One query."""
    return Version.objects.public().count()


def by_code(question, codes):
    """{code: number of sheets found by it as an answer to `question`}, in one query."""
    public = Version.objects.public()
    return numbers(**{code: public.filter(codes__contains=[f"{question}:{code}"]) for code in codes})


def by_large_region():
    """[(large region, number of sheets)] of all five, those without any included; objective B2. One query.

    A sheet of several regions counts for each: the numbers do not add up to all published ones.
    """
    regions = large_regions()
    found = by_code("region", [region.slug for region in regions])
    return [(region, found[region.slug]) for region in regions]


def covered(by_region):
    """How many of the regions of [(region, number of sheets)] have one; objective B2, "regions covered"."""
    return sum(1 for _region, number in by_region if number)


def by_climate_zone():
    """[(Label of an agro-climatic zone, number of sheets)] in the order of the vocabulary. One query.

    A sheet whose author names no zone counts for none, unless the secretariat has tagged it.
    """
    zones = vocabularies.terms_of("climate-zone")
    found = by_code("climate_zone", zones)
    return [(zone, found[code]) for code, zone in zones.items()]


def by_evidence_level():
    """[(Level, number of sheets)] of all levels of the published rule (practices.evidence). One query."""
    rows = Version.objects.public().order_by().values_list("evidence_level").annotate(number=Count("pk"))
    found = dict(rows)
    return [(level, found.get(level.value, 0)) for level in Level]


def yearly_review():
    """The Review of what is published now; objective B2, "yearly review done". One query."""
    lately = Q(practice__confirmed_at__gte=timezone.now() - CONFIRMED_FOR)
    return Review(**Version.objects.public().aggregate(published=Count("pk"), confirmed=Count("pk", filter=lately)))
