"""How complete a sheet is: a published rule, one table of parts and the points each of them counts."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from partners.models.contents import CODES


@dataclass(frozen=True)
class Part:
    """A part of the sheet: its field, what it counts, and what a focal point reads while it is missing."""

    field: str
    points: int
    words: Any

    def is_there(self, sheet):
        """Whether the sheet has it; a text counts as soon as it is there in one language."""
        return bool(getattr(sheet, CHECKS.get(self.field, ""), None) or any(texts_of(sheet, self.field)))


@dataclass(frozen=True)
class InAllLanguages(Part):
    """A text that is there in each language of the platform."""

    def is_there(self, sheet):
        return all(texts_of(sheet, self.field))


# What is no text: the property that says what is there.
CHECKS = {"themes": "theme_list", "countries": "country_list", "languages": "languages", "logo": "logo_id"}

PARTS = (
    Part("short", 15, _("Say in one or two sentences who you are.")),
    Part("presentation", 15, _("Present your organisation.")),
    Part("activities", 10, _("Tell what you do for soils.")),
    Part("interests", 5, _("Say what you are interested in.")),
    Part("services", 10, _("Say what you offer to others.")),
    Part("needs", 10, _("Say what you need or look for.")),
    Part("networks", 5, _("Name the networks you belong to.")),
    Part("themes", 5, _("Choose your themes.")),
    Part("countries", 5, _("Choose the countries you work in.")),
    Part("languages", 5, _("Choose the languages you work in.")),
    Part("logo", 5, _("Send your logo.")),
    InAllLanguages("short", 5, _("Give the short text in English, French and Spanish.")),
    InAllLanguages("presentation", 5, _("Give the presentation in English, French and Spanish.")),
)


def texts_of(sheet, field):
    """The text in each language; empty ones are empty."""
    return [getattr(sheet, f"{field}_{code}", "") or "" for code in CODES]


def percent(sheet):
    """The points of what is there: 0 to 100."""
    return sum(part.points for part in PARTS if part.is_there(sheet))


def missing(sheet):
    """The parts that are not there, in the order of the sheet."""
    return [part for part in PARTS if not part.is_there(sheet)]
