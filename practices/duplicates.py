"""Sheets that may describe the same practice: the same code in another database, or a similar title in any language.

What they share beside the title is weighed: a title that is half alike counts where country and measures are the same.
"""

from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q, Value
from django.db.models.functions import Coalesce, Greatest, Lower
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.references import ALIKE
from core.search import LANGUAGES, Unaccented, as_plain
from practices.coding import codes_of
from practices.models import Practice, Version

MOST = 5
# What is looked at more closely: what shares at least 0.3 of its trigrams (PostgreSQL's own threshold).
LOOKED_AT = 30
# What is added to the likeness of titles where two sheets share a code of these questions, and why they are alike.
SHARED = {
    "countries": (0.1, gettext_lazy("the same country")),
    "measures": (0.05, gettext_lazy("the same measures")),
    "groups": (0.05, gettext_lazy("the same group of practices")),
    "land_use": (0.05, gettext_lazy("the same land use")),
}
# What is taken off where both name countries, and none is the same.
ELSEWHERE = 0.1
SAME_CODE = {
    "wocat_code": gettext_lazy("the same WOCAT code"),
    "fao_code": gettext_lazy("the same FAO code"),
}


@dataclass
class Twin:
    """A sheet that may be about the same practice. `obj` is its published version, or the sheet where there is none."""

    practice: Practice
    obj: Any
    # Of 1, how much of the titles is the same; and what else they share weighed in.
    alike: float
    weight: float
    has_same_code: bool
    reasons: list = field(default_factory=list)

    @property
    def why(self):
        """The reasons in one line."""
        return ", ".join(map(str, self.reasons))


def twins_of(contents, edition, *, seen_by, besides=None):
    """[Twin], the likest first, among what everybody can read and the sheets `seen_by` sees that were never
    published; `besides` the one of this key. Two queries.
    """
    titles = {plain for text in contents.get("title", {}).values() if (plain := as_plain(text))}
    codes = codes_of(contents, edition)
    known = sorted(code for code in codes if code.partition(":")[0] in SAME_CODE)
    if not titles and not known:
        return []
    visible = Version.objects.visible_to(seen_by).public().exclude(practice=besides).select_related("practice")
    public = candidates(visible, [f"title_{language}" for language in LANGUAGES], titles, Q(codes__overlap=known))
    drafts = Practice.objects.visible_to(seen_by).filter(published_at=None).exclude(pk=besides)
    drafts = candidates(drafts.exclude(status=Practice.Status.REJECTED), ["title"], titles, same_columns(known))
    found = [
        *(weighed(row, row.practice, set(row.codes), codes) for row in public),
        *(weighed(row, row, codes_of(row.contents, row.form), codes) for row in drafts),
    ]
    near = [twin for twin in found if twin.has_same_code or twin.weight >= ALIKE]
    return sorted(near, key=lambda twin: (not twin.has_same_code, -twin.weight, twin.practice.pk))[:MOST]


def candidates(rows, columns, titles, same_code):
    """The rows with a similar title in one of `columns`, or `same_code`; each knows how much of it is `alike`."""
    plain = {f"plain_{column}": Lower(Unaccented(column)) for column in columns}
    pairs = [(column, title) for column in plain for title in sorted(titles)]
    similar = reduce(or_, (Q(**{f"{column}__trigram_similar": title}) for column, title in pairs), same_code)
    shares = [Coalesce(TrigramSimilarity(column, title), 0.0) for column, title in pairs]
    found = rows.alias(**plain).filter(similar).annotate(alike=Greatest(Value(0.0), Value(0.0), *shares))
    return found.order_by("-alike", "pk")[:LOOKED_AT]


def same_columns(known):
    """Drafts of the same code elsewhere: theirs stands in a column."""
    found = Q(pk__in=[])
    for code in known:
        column, _colon, value = code.partition(":")
        found |= Q(**{column: value})
    return found


def weighed(row, practice, theirs, ours):
    """The Twin that `row` makes, whose codes are `theirs`."""
    weight, reasons = row.alike, []
    common = theirs & ours
    same_code = [words for key, words in SAME_CODE.items() if any(code.startswith(f"{key}:") for code in common)]
    reasons += same_code
    if row.alike >= ALIKE / 2:
        reasons.append(_("a similar title"))
    for key, (more, words) in SHARED.items():
        if any(code.startswith(f"{key}:") for code in common):
            weight += more
            reasons.append(words)
    named = [any(code.startswith("countries:") for code in codes) for codes in (theirs, ours)]
    if all(named) and not any(code.startswith("countries:") for code in common):
        weight -= ELSEWHERE
    return Twin(practice, row, row.alike, weight, bool(same_code), reasons)
