"""Datasheets beside each other, and two versions of one: the same question in a line."""

from dataclasses import dataclass

from practices.evidence import Level
from practices.kinds import kind_of
from practices.reading import Head, costs_of, read

# What sheets are compared by: coded answers, which mean the same in each.
COMPARED = (
    *("countries", "land_use", "purposes", "groups", "measures", "degradation", "climate_zone", "rainfall"),
    *("slope", "soil_group", "texture", "water_supply", "mechanisation", "land_size", "adoption"),
    *("establishment_short", "establishment_long", "maintenance_short", "maintenance_long"),
)


@dataclass
class Line:
    """One question and what each of the sheets says, in order; "" where one says nothing."""

    label: str
    cells: list

    @property
    def differs(self):
        """Whether they say different things."""
        return len(set(map(str, self.cells))) > 1


def side_by_side(versions):
    """[Line] of the questions any of `versions` answers; the labels are those of the first sheet that asks."""
    lines = []
    for key in COMPARED:
        asking = [version for version in versions if key in version.contents and key in version.form.questions]
        if asking:
            lines.append(Line(asking[0].form.questions[key].label, [coded(version, key) for version in versions]))
    return lines


def coded(version, key):
    """A coded answer in words."""
    if key not in version.contents or key not in version.form.questions:
        return ""
    shown = kind_of(version.form.questions[key]).shown(version.contents[key])
    return ", ".join(shown) if isinstance(shown, list) else shown


@dataclass
class Side:
    """One of the sheets compared."""

    version: object
    head: Head
    costs: dict
    # The address of the comparison without it.
    without: str

    @property
    def evidence(self):
        return Level(self.version.evidence_level)


def sides_of(versions, without):
    """A Side for each; `without(version)` gives the address that leaves it out."""
    return [Side(each, Head.of(each), costs_of(each.contents), without(each)) for each in versions]


@dataclass
class Difference:
    """A question that two versions answer differently: its Read in each, or None where one says nothing."""

    question: object
    before: object
    after: object


def differences(earlier, later):
    """[(title of a section, [Difference])], by the form of the later version, then what only the earlier one asks."""
    found, seen = [], set()
    for edition in (later.form, earlier.form):
        for section in edition.sections:
            fresh = [question for question in section.questions if question.key not in seen]
            seen |= {question.key for question in fresh}
            if changed := [each for question in fresh if (each := difference(question, earlier, later))]:
                found.append((section.title, changed))
    return found


def difference(question, earlier, later):
    """The Difference of one question, or None where both say the same."""
    if earlier.contents.get(question.key) == later.contents.get(question.key):
        return None
    return Difference(question, told(question.key, earlier), told(question.key, later))


def told(key, version):
    if key not in version.contents or key not in version.form.questions:
        return None
    return read(version.form.questions[key], version.contents, version.language)
