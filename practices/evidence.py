"""How well a datasheet's figures about soil carbon are founded: a rule anybody can check, told with its reasons.

Levels 0 to 4; a level is reached when every demand of it and of those below is met by one and the same measurement:

1 reported    a value with its depth
2 measured    by a method of the laboratory or the field, with the years since the practice began
3 compared    with a baseline or a control, to 30 cm at least, and for a stock with the bulk density
4 replicated  at 3 sites or more, after 5 years or more, with its uncertainty and a reference

30 cm is the depth for which the IPCC guidelines give default stocks (2006, volume 4, chapter 2); below five years a
change can hardly be told from the spread of samples.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

MEASURING = {"dry_combustion", "walkley_black", "loss_on_ignition", "spectroscopy"}
LEAST_DEPTH_CM = 30
LEAST_SITES = 3
LEAST_YEARS = 5


class Level(models.IntegerChoices):
    """How well founded."""

    NONE = 0, pgettext_lazy("a level of evidence", "no figures")
    REPORTED = 1, pgettext_lazy("a level of evidence", "reported")
    MEASURED = 2, pgettext_lazy("a level of evidence", "measured")
    COMPARED = 3, pgettext_lazy("a level of evidence", "compared")
    REPLICATED = 4, pgettext_lazy("a level of evidence", "replicated")


@dataclass(frozen=True)
class Demand:
    """What a level asks of a measurement."""

    level: int
    sentence: str
    is_met: callable


DEMANDS = (
    Demand(1, _("A value with its depth"), lambda row: "value" in row and "depth_cm" in row),
    Demand(2, _("Measured in the field or the laboratory"), lambda row: row.get("method") in MEASURING),
    Demand(2, _("Years since the practice began"), lambda row: row.get("years") is not None),
    Demand(
        3, _("Compared with a baseline or a control"), lambda row: "baseline" in row or row.get("has_control") is True
    ),
    Demand(3, _("To a depth of 30 cm at least"), lambda row: row.get("depth_cm", 0) >= LEAST_DEPTH_CM),
    Demand(3, _("Bulk density, for a stock"), lambda row: row.get("kind") != "stock" or "bulk_density" in row),
    Demand(4, _("At 3 sites or more"), lambda row: row.get("sites", 0) >= LEAST_SITES),
    Demand(4, _("After 5 years or more"), lambda row: row.get("years", 0) >= LEAST_YEARS),
    Demand(4, _("With its uncertainty"), lambda row: "uncertainty" in row),
    Demand(4, _("With a reference"), lambda row: bool(row.get("reference"))),
)


@dataclass
class Evidence:
    """The level, and why not another: [(sentence, whether it is met)] for the best measurement."""

    level: Level
    reasons: list

    @property
    def missing(self):
        """What the next level asks for."""
        return [demand.sentence for demand, is_met in self.demands if not is_met and demand.level == self.level + 1]

    @property
    def demands(self):
        return list(zip(DEMANDS, (is_met for _sentence, is_met in self.reasons), strict=True))


def evidence_of(contents):
    """The Evidence of a sheet's contents: that of its best founded measurement."""
    rows = contents.get("carbon", [])
    if not rows:
        return Evidence(Level.NONE, [(demand.sentence, False) for demand in DEMANDS])
    return max((of_measurement(row) for row in rows), key=lambda one: (one.level, sum(met for _s, met in one.reasons)))


def of_measurement(row):
    """The Evidence of one measurement."""
    met = [bool(demand.is_met(row)) for demand in DEMANDS]
    level = Level.NONE
    for step in (Level.REPORTED, Level.MEASURED, Level.COMPARED, Level.REPLICATED):
        if not all(is_met for demand, is_met in zip(DEMANDS, met, strict=True) if demand.level == step):
            break
        level = step
    return Evidence(level, [(demand.sentence, is_met) for demand, is_met in zip(DEMANDS, met, strict=True)])
