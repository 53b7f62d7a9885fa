"""Saying where one is: a city typed in words, found in the gazetteer."""

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.search import as_plain
from regions.models import Place

SUGGESTIONS = 12
DISTANCES = (50, 200, 500, 1000)


class NearForm(forms.Form):
    """What lists of things on the map are asked: some words, how near a city, and, added by each list, by what its rows
    are to be sorted (`sort`)."""

    q = forms.CharField(
        label=pgettext_lazy("search", "Words"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    near = forms.CharField(label=_("Near the city"), required=False, max_length=100)
    within = forms.TypedChoiceField(
        label=_("Within"),
        required=False,
        coerce=int,
        empty_value=200,
        choices=[(number, _("%(number)d km") % {"number": number}) for number in DISTANCES],
        initial=200,
    )

    @property
    def simple_fields(self):
        """Those that are drawn as fields; the others are facets."""
        return [self[name] for name in ("q", "near", "within", "sort")]

    def city(self):
        """The Place called so, or None; where a name leads nowhere, the form says it. Call it once, after judging."""
        if not (name := self.cleaned_data.get("near")):
            return None
        place = self.place_called(name)
        if place is None:
            self.add_error("near", _("No city of this name was found. Try the nearest larger city."))
        return place

    def place_called(self, name):
        """The Place that is meant, or None."""
        return Place.objects.called(name).select_related("country").first()


class PlaceInput(forms.TextInput):
    """One line for the name; below it the cities that bear it, once it is known that there are several."""

    template_name = "regions/place_input.html"
    choices = ()
    chosen = None
    country_field, within = "country", ""

    class Media:
        js = [forms.Script("js/places.js", type="module")]

    def value_from_datadict(self, data, files, name):
        return data.get(name, ""), data.get(f"{name}_code", "")

    def value_omitted_from_data(self, data, files, name):
        return name not in data

    def format_value(self, value):
        words, self.chosen = value if isinstance(value, tuple) else (value, None)
        return super().format_value(words)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"choices": self.choices, "chosen": self.chosen}
        context["widget"]["attrs"] |= {
            "data-places": reverse("partners:places"),
            "data-country": self.country_field,
            "data-within": self.within,
            "autocomplete": "off",
            "maxlength": 200,
        }
        return context


class PlaceField(forms.Field):
    """A city of the gazetteer; a form that has one inherits `FindsPlaces` and a field for the country.

        class SheetForm(FindsPlaces, forms.ModelForm):
            place = PlaceField(required=False)                 # looks at the field `country`
            seat = PlaceField(country="seat_country")          # looks at another field

    `cleaned_data["place"]` is a Place or None. Nobody needs a script: the name is looked up in the country when the
    form is sent; where several cities are called so, the answer is an error with a choice of them. A form without a
    field for the country (`country=None`) says in which one to look: `form.fields["place"].within = partner.country`.
    The form that is drawn needs {{ form.media }} in the block `scripts` for suggestions while typing.
    """

    widget = PlaceInput
    default_error_messages = {
        "unknown": _("No city of this name was found in this country. Try the nearest larger city."),
        "several": _("Several cities are called so. Choose one of the list."),
        "no_country": _("Choose the country first, then the city."),
        "long": _("This is too long for the name of a city."),
    }

    def __init__(self, *, country="country", **kwargs):
        kwargs.setdefault("label", _("City"))
        super().__init__(**kwargs)
        self.country, self._within = country, None
        self.widget.country_field = country or ""

    @property
    def within(self):
        """The country to look in, where the form does not ask for it."""
        return self._within

    @within.setter
    def within(self, country):
        self._within = country
        self.widget.within = country.pk if country else ""

    def prepare_value(self, value):
        """The words in the line: of a Place, of its number as forms of models hand it over, or as typed."""
        if value and not isinstance(value, (Place, tuple)):
            value = Place.objects.filter(pk=value).first()
        return (value.name, str(value.pk)) if isinstance(value, Place) else value

    def clean(self, value):
        """(words, number) as sent; `FindsPlaces` makes a place of it when the country is known."""
        words, code = value if isinstance(value, tuple) else (value or "", "")
        words = " ".join(words.split())
        if self.required and not words:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if len(words) > 200:
            raise forms.ValidationError(self.error_messages["long"], code="long")
        return (words, code) if words else None

    def has_changed(self, initial, data):
        before = self.prepare_value(initial) or ("", "")
        return tuple(data or ("", "")) != tuple(before)

    def find(self, words, code, country):
        """The place that is meant, or a ValidationError that says what to do."""
        if country is None:
            raise forms.ValidationError(self.error_messages["no_country"], code="no_country")
        found = list(Place.objects.filter(country=country).called(words)[:SUGGESTIONS])
        for place in found:
            if str(place.pk) == code:
                return place
        # Its own name counts more than one that it has elsewhere.
        own = [place for place in found if as_plain(place.name) == as_plain(words)] or found
        if len(own) == 1:
            return own[0]
        self.widget.choices = own
        raise forms.ValidationError(self.error_messages["several" if own else "unknown"], code="place")


class FindsPlaces:
    """A form whose PlaceFields are looked up in the country chosen beside them."""

    def clean(self):
        cleaned = super().clean()
        cleaned = self.cleaned_data if cleaned is None else cleaned
        for name, field in self.fields.items():
            if isinstance(field, PlaceField) and isinstance(cleaned.get(name), tuple):
                self._find_place(name, field, cleaned)
        return cleaned

    def _find_place(self, name, field, cleaned):
        words, code = cleaned[name]
        cleaned[name] = None
        if field.country in self.errors:  # said there already
            return
        try:
            cleaned[name] = field.find(words, code, field.within or cleaned.get(field.country))
        except forms.ValidationError as error:
            self.add_error(name, error)
