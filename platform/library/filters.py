"""Finding works: what may be asked, and the answer, over one address that can be shared."""

from collections import Counter

from django import forms
from django.db.models import CharField, Count, F, Q, Value
from django.db.models.functions import Cast
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from library.wordings import languages, large_regions, licences, types
from partners.vocabulary import vocabulary

# The facets, and the way from a work to the value of each.
PATHS = {
    "type": "type",
    "language": "versions__language",
    "theme": "themes__slug",
    "objective": "objectives__code",
    "region": "regions__slug",
    "year": "year",
    "licence": "licence",
}
LABELS = {
    "type": _("Type"),
    "language": _("Language"),
    "theme": _("Theme"),
    "objective": _("Objective"),
    "region": _("Region"),
    "year": _("Year"),
    "licence": _("Licence"),
}
TOTAL = "total"


class FindForm(forms.Form):
    """By words and by facets; the newest, the latest years or the most downloaded first."""

    q = forms.CharField(
        label=pgettext_lazy("search", "Words"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    sort = forms.ChoiceField(
        label=_("Sorted by"),
        required=False,
        choices=[("", _("Newest")), ("year", _("Year")), ("downloads", _("Most downloaded"))],
    )

    def __init__(self, *args, names, **kwargs):
        super().__init__(*args, **kwargs)
        for facet, label in LABELS.items():
            choices = [("", _("All")), *names[facet].items()]
            self.fields[facet] = forms.ChoiceField(label=label, required=False, choices=choices)
        self.order_fields(["q", *LABELS, "sort"])


class Finder:
    """What one address asks of `works`: `rows`, their `total`, a `form` with numbers; nonsense is not asked."""

    def __init__(self, data, works):
        self.data, self.works = data, works
        self.names = {
            "type": types(),
            "language": dict(languages()),
            "theme": vocabulary().themes,
            "objective": vocabulary().objectives,
            "region": large_regions(),
            "year": {str(year): str(year) for year in range(2100, 1499, -1)},
            "licence": licences(),
        }
        asked = FindForm(data, names=self.names)
        asked.is_valid()
        self.errors, self.asked = asked.errors, asked.cleaned_data
        self.chosen = {facet: value for facet in PATHS if (value := self.asked.get(facet))}

    @cached_property
    def found(self):
        """Before the facets: what fits the words."""
        words = self.asked.get("q")
        return self.works.matching(words) if words else self.works

    def narrowed(self, *, but=None):
        """By all facets that are chosen, `but` one left out."""
        rows = self.found.order_by()
        for facet, value in self.chosen.items():
            if facet != but:
                rows = rows.filter(condition(facet) & Q(**{PATHS[facet]: value}))
        return rows

    @property
    def rows(self):
        """The works, in the order asked for."""
        rows, newest = self.narrowed(), ("-renewed_at", "-pk")
        if self.asked.get("sort") == "downloads":
            return rows.with_facts().order_by("-number_of_downloads", *newest)
        if self.asked.get("sort") == "year":
            return rows.order_by(F("year").desc(nulls_last=True), *newest)
        return rows.order_by(*newest)

    @cached_property
    def numbers(self):
        """{facet: {value: how many would be left}}, given the other facets; under TOTAL how many are; one query."""
        numbers = {name: Counter() for name in (TOTAL, *PATHS)}
        counted = [self.narrowed().annotate(facet=Value(TOTAL), value=Value("")).values_list("facet", "value")]
        for facet, path in PATHS.items():
            rows = self.narrowed(but=facet).filter(condition(facet), **{f"{path}__isnull": False})
            rows = rows.annotate(facet=Value(facet), value=Cast(path, CharField()))
            counted.append(rows.values_list("facet", "value"))
        first, *others = (rows.annotate(number=Count("pk")) for rows in counted)
        for facet, value, number in first.union(*others, all=True):
            numbers[facet][value] += number
        return numbers

    @property
    def total(self):
        return self.numbers[TOTAL][""]

    @property
    def is_asking(self):
        """Whether anything narrows the list."""
        return any(self.data.get(name) for name in ("q", *PATHS))

    @cached_property
    def form(self):
        """The form as drawn: choices that lead somewhere, each with its number."""
        told = {
            facet: {
                value: f"{capfirst(name)} ({self.numbers[facet][value]})"
                for value, name in names.items()
                if self.numbers[facet][value] or value == self.chosen.get(facet)
            }
            for facet, names in self.names.items()
        }
        form = FindForm(self.data, names=told)
        form.is_valid()
        return form


def condition(facet):
    """What else must hold of the rows that are joined for a facet."""
    return Q(versions__is_current=True) if facet == "language" else Q()
