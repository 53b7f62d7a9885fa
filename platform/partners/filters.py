"""Finding organisations: what may be asked, and the answer."""

import time

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from partners.facets import NAMES, Facet, Facets
from partners.models import Partner
from partners.vocabulary import college_model, vocabulary
from regions.forms import NearForm

__all__ = ["Finder", "FindForm", "college_model"]

LABELS = {
    "type": _("Type"),
    "college": _("College"),
    "region": _("Region"),
    "country": _("Country"),
    "theme": _("Theme"),
    "status": _("Status"),
}


class BoxField(forms.CharField):
    """A part of the world: "west,south,east,north" in degrees."""

    widget = forms.HiddenInput

    def clean(self, value):
        words = super().clean(value)
        if not words:
            return None
        try:
            west, south, east, north = (float(number) for number in words.split(","))
        except ValueError:
            west = south = east = north = float("nan")
        if not (-360 <= west <= east <= 360 and -90 <= south <= north <= 90):
            raise forms.ValidationError(_("This part of the map does not exist."))
        return west, south, east, north


class ChosenField(forms.Field):
    """Values of a facet, each among its labels. Django's own field would copy 249 countries for every reader."""

    widget = forms.MultipleHiddenInput

    def __init__(self, labels, **kwargs):
        super().__init__(required=False, **kwargs)
        self.labels = labels

    def clean(self, value):
        for each in value or ():
            if each not in self.labels:
                raise forms.ValidationError(_("%(value)s cannot be chosen here."), params={"value": each[:40]})
        return value or []


class FindForm(NearForm):
    """By words, by facets of which several values may be chosen, by distance."""

    sort = forms.ChoiceField(
        label=_("Sorted by"),
        required=False,
        choices=[("", _("What fits best")), ("name", _("Name")), ("newest", _("Newest")), ("nearest", _("Nearest"))],
    )
    partner = forms.SlugField(required=False, max_length=80, widget=forms.HiddenInput)
    box = BoxField(required=False, max_length=100)
    zoom = forms.IntegerField(required=False, min_value=0, max_value=20, widget=forms.HiddenInput)

    def __init__(self, *args, labels, **kwargs):
        super().__init__(*args, **kwargs)
        for name in NAMES:
            self.fields[name] = ChosenField(labels[name], label=LABELS[name])


class Finder:
    """What one address asks for: `rows` to show, `facets` with numbers, `chips` of what was chosen."""

    def __init__(self, data, user):
        self.data, self.user = data, user
        self.words = vocabulary()
        self.labels = {
            "type": self.words.types,
            "college": self.words.colleges,
            "region": self.words.regions,
            "country": self.words.countries,
            "theme": self.words.themes,
            "status": self.words.statuses,
        }
        self.form = FindForm(MultiValueDict({"within": ["200"], **dict(data.lists())}), labels=self.labels)
        self.form.is_valid()
        self.asked = self.form.cleaned_data
        self.centre = self._centre()

    def _centre(self):
        """(name, latitude, longitude, partner or None) that distances are counted from."""
        if slug := self.asked.get("partner"):
            return self._centre_of_partner(slug)
        if not (place := self.form.city()):
            return None
        return f"{place.name}, {place.country.name}", place.latitude, place.longitude, None

    def _centre_of_partner(self, slug):
        partner = Partner.objects.visible_to(self.user).placed().filter(slug=slug).first()
        if partner is None:
            self.form.add_error("near", _("This organisation was not found, or nobody knows where it is."))
            return None
        return partner.name, partner.latitude, partner.longitude, partner

    @cached_property
    def found(self):
        """Before the facets: what is visible, fits the words and lies near enough."""
        found = Partner.objects.visible_to(self.user).in_force()
        if words := self.asked.get("q"):
            found = found.matching(words)
        if self.centre:
            _name, latitude, longitude, partner = self.centre
            found = found.near(latitude, longitude, within_km=self.asked.get("within", 200))
            found = found.exclude(pk=partner.pk) if partner else found
        if box := self.asked.get("box"):
            found = found.inside(box)
        return found

    @cached_property
    def narrowed(self):
        return Facets(self.found, self.asked, self.words)

    @property
    def rows(self):
        """The organisations, in the order asked for."""
        rows, sort = self.narrowed.rows, self.asked.get("sort")
        if sort == "newest":
            return rows.order_by("-joined_on", "-pk")
        if self.centre and sort in ("", "nearest", None):
            return rows  # nearest first, as they come
        if self.asked.get("q") and not sort:
            return rows.best_first(self.asked["q"])
        return rows.by_name()

    @property
    def stamp(self):
        """Alike for two readers in whose form the same stands, choices and numbers included: it is drawn once."""
        asked = self.data.copy()
        asked.pop("page", None)
        return repr((self.narrowed.stamp or time.monotonic_ns(), asked.urlencode()))

    @property
    def total(self):
        return self.narrowed.numbers[None]

    @cached_property
    def facets(self):
        return [
            Facet(name, LABELS[name], self.narrowed.options(name, labels), tuple(self.form.errors.get(name, ())))
            for name, labels in self.labels.items()
        ]

    @property
    def is_asking(self):
        """Whether anything narrows the list."""
        return any(self.data.get(name) for name in ("q", "near", "partner", "box", *NAMES))

    @cached_property
    def chips(self):
        """[(label, address without it)] of everything that narrows the list."""
        chips = [
            (option.label, self._without(facet.name, option.value)) for facet in self.facets for option in facet.chosen
        ]
        if words := self.asked.get("q"):
            chips.insert(0, (_("“%(words)s”") % {"words": words}, self._without("q")))
        if self.centre:
            text = _("Within %(distance)d km of %(name)s") % {
                "distance": self.asked.get("within", 200),
                "name": self.centre[0],
            }
            chips.insert(0, (text, self._without("near", "partner", "within")))
        if self.asked.get("box"):
            chips.insert(0, (_("This part of the map"), self._without("box", "zoom")))
        return chips

    def _without(self, name, *more):
        """The address without one value of a facet, or without a field."""
        data = self.data.copy()
        data.pop("page", None)
        if name in NAMES:
            data.setlist(name, [value for value in data.getlist(name) if value != more[0]])
        else:
            for each in (name, *more):
                data.pop(each, None)
        return "?" + data.urlencode()
