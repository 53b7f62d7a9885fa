"""The register at a glance: regions and the world by types, with what is missing."""

from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partners.vocabulary import vocabulary
from taskforces.models import RegisterItem
from taskforces.models.finding_items import WORLDWIDE

# Fewer items than this are thin: somebody should look whether there is more.
THIN_BELOW = 3


@dataclass
class Cell:
    """Items of one type in one region: how many, which gaps were named, where to go on."""

    slug: str
    type: str
    label: str
    number: int
    code: str
    gaps: list = field(default_factory=list)

    @property
    def is_empty(self):
        return not self.number

    @property
    def is_thin(self):
        """Whether there is something, but little."""
        return 0 < self.number < THIN_BELOW

    def address(self, name):
        """A page of the register, about this cell."""
        question = urlencode({"type": self.type, "region": self.slug})
        return f"{reverse(name, args=[self.code.lower()])}?{question}"

    @property
    def list_url(self):
        return self.address("taskforces:register")

    @property
    def add_url(self):
        return self.address("taskforces:register-add")

    @property
    def name_gap_url(self):
        return self.address("taskforces:gap-name")


class Matrix:
    """Rows of [(name of the region, [Cell])], the world last; two queries, with the `gaps` given."""

    def __init__(self, task_force, items, gaps):
        self.types = [(value, capfirst(str(label))) for value, label in RegisterItem.Type.choices]
        numbers = Counter()
        groups = items.with_region_slugs().order_by().values_list("type", "region_slugs")
        for kind, slugs, number in groups.annotate(number=Count("pk")):
            for slug in slugs or (WORLDWIDE,):
                numbers[slug, kind] += number
        words = vocabulary()
        large = [(slug, name) for slug, name in words.regions.items() if slug in words.large]
        self.rows = [
            (name, [Cell(slug, kind, label, numbers[slug, kind], task_force.code) for kind, label in self.types])
            for slug, name in [*large, (WORLDWIDE, _("Worldwide"))]
        ]
        cells = {(cell.slug, cell.type): cell for _name, row in self.rows for cell in row}
        for gap in gaps:
            slug = gap.region.slug if gap.region else WORLDWIDE
            if gap.is_open and (slug, gap.type) in cells:
                cells[slug, gap.type].gaps.append(gap)
        self.cells = cells.values()

    @property
    def number_empty(self):
        """How many cells hold nothing."""
        return sum(cell.is_empty for cell in self.cells)
