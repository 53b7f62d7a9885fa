"""Finding in a register: what may be asked, and the answer, over one address that can be shared."""

from collections import Counter

from django import forms
from django.db.models import Count, Q
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partners.vocabulary import vocabulary
from taskforces.models import RegisterItem
from taskforces.models.finding_items import WORLDWIDE

FACETS = ("type", "region", "country")


class RegisterForm(forms.Form):
    """By words, by three facets, by who added it."""

    q = forms.CharField(
        label=pgettext_lazy("search", "Words"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    type = forms.ChoiceField(label=_("Type"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)
    mine = forms.BooleanField(label=_("Added by me"), required=False)

    def __init__(self, *args, names, **kwargs):
        super().__init__(*args, **kwargs)
        for facet in FACETS:
            self.fields[facet].choices = [("", _("All")), *names[facet].items()]


class RegisterFinder:
    """What one address asks of the register of `task_force`: `rows`, their `total`, a `form` with numbers."""

    def __init__(self, data, task_force, user):
        self.data, self.task_force, self.user = data, task_force, user
        words = vocabulary()
        self.types = {value: capfirst(str(label)) for value, label in RegisterItem.Type.choices}
        large = {slug: name for slug, name in words.regions.items() if slug in words.large}
        self.names = {
            "type": self.types,
            "region": {WORLDWIDE: str(_("Worldwide")), **large},
            "country": words.countries,
        }
        asked = RegisterForm(data, names=self.names)
        asked.is_valid()
        self.errors, self.asked = asked.errors, asked.cleaned_data

    @cached_property
    def found(self):
        """Before the facets: what is visible here and fits words and adder."""
        found = RegisterItem.objects.visible_to(self.user).kept().filter(task_force=self.task_force)
        if words := self.asked.get("q"):
            found = found.matching(words)
        return found.filter(added_by=self.user) if self.asked.get("mine") else found

    @property
    def rows(self):
        """The items, the newest first."""
        rows = self.found
        for name in ("type", "country"):
            if value := self.asked.get(name):
                rows = rows.filter(Q(**{name: value}))
        if slug := self.asked.get("region"):
            rows = rows.of_region(slug)
        return rows.with_region_slugs().newest_first()

    @cached_property
    def numbers(self):
        """{facet: {value: how many would be left}}, given the other facets; under None how many are; one query."""
        numbers = {None: 0} | {name: Counter() for name in FACETS}
        groups = self.found.with_region_slugs().order_by().values_list("type", "country", "region_slugs")
        for kind, country, slugs, number in groups.annotate(number=Count("pk")):
            facts = {"type": (kind,), "region": slugs or (WORLDWIDE,), "country": (country,)}
            misses = [name for name in FACETS if self.asked.get(name) and self.asked[name] not in facts[name]]
            if not misses:
                numbers[None] += number
            for name in misses or FACETS:
                if len(misses) < 2:
                    for value in facts[name]:
                        numbers[name][value] += number
        return numbers

    @property
    def total(self):
        return self.numbers[None]

    @property
    def is_asking(self):
        """Whether anything narrows the list."""
        return any(self.data.get(name) for name in ("q", "mine", *FACETS))

    @cached_property
    def form(self):
        """The form as drawn: choices that lead somewhere, each with its number."""
        told = {
            facet: {
                value: f"{name} ({self.numbers[facet][value]})"
                for value, name in self.names[facet].items()
                if self.numbers[facet][value] or value == self.asked.get(facet)
            }
            for facet in FACETS
        }
        form = RegisterForm(self.data, names=told)
        form.is_valid()
        return form
