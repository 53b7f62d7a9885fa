"""Finding datasheets: what may be asked, and the answer, over one address that can be shared."""

from copy import copy
from itertools import islice

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.asking import Asked
from core.search import by_index
from practices.facets import NAMES, Facets, facets_of, labels_of
from practices.models import Version
from practices.shelf import among, one_after_the_other, shelf
from regions.forms import NearForm

# So many are given in one file.
MOST_AT_ONCE = 1000


class FindForm(NearForm):
    """By words and by distance; facets are chosen beside it."""

    sort = forms.ChoiceField(
        label=_("Sorted by"),
        required=False,
        choices=[("", _("What fits best")), ("newest", _("Newest")), ("evidence", _("Evidence"))],
    )

    def __init__(self, *args, shelf, **kwargs):
        super().__init__(*args, **kwargs)
        self.shelf = shelf

    def place_called(self, name):
        """As others have looked for it a moment ago."""
        return self.shelf.looked_for(("city", name), lambda: super(FindForm, self).place_called(name))


class Finder:
    """What one address asks for: `rows` to show, `facets` with numbers, `chips` of what was chosen."""

    def __init__(self, data):
        """`data` is what an address asks, a QueryDict."""
        self.data = data
        # What everybody reads, as it is now.
        self.shelf = shelf()
        self.form = FindForm(MultiValueDict({"within": ["200"], **dict(data.lists())}), shelf=self.shelf)
        self.form.is_valid()
        self.typed = self.form.cleaned_data
        self.chosen = {name: values for name in NAMES if (values := self._chosen(name))}
        # The city that distances are counted from, or None.
        self.centre = self.form.city()

    def _chosen(self, name):
        """The values asked for that there are; nonsense is not asked."""
        values = self.data.getlist(name)
        labels = labels_of(name) if values else {}
        return list(dict.fromkeys(value for value in values if value in labels))

    @cached_property
    def asked(self):
        """What the words ask for."""
        typed = self.typed.get("q", "")
        return self.shelf.looked_for(("asked", typed), lambda: Asked(typed))

    @property
    def listed(self):
        """What everybody finds, as a question to the database."""
        return Version.objects.listed()

    @cached_property
    def fitting(self):
        """What fits, as a question to the database: for files and mails, which read more than a page."""
        rows = self.listed
        if self.asked.typed:
            rows = rows.holding(self.asked)
        if self.centre:
            rows = self._near(rows)
        for name, values in self.chosen.items():
            rows = rows.coded({f"{name}:{value}" for value in values})
        return rows

    @cached_property
    def rows(self):
        """The same in the order asked for. Those whose titles hold the words come before them: see `page`."""
        sort = self.typed.get("sort")
        if sort == "newest":
            return self.fitting.newest_first()
        if self.centre and sort != "evidence":
            return self.fitting  # nearest first, as they come
        return self.fitting.best_founded_first() if self.asked or sort == "evidence" else self.fitting.newest_first()

    def _near(self, rows):
        return rows.near(self.centre.latitude, self.centre.longitude, within_km=self.within_km)

    @cached_property
    def narrowed(self):
        """What everybody reads, fits the words and lies near enough, to be narrowed."""
        found = self.shelf.found
        if self.asked.typed:
            found &= self._looked_for("holding", lambda: self.listed.holding(self.asked))
        if self.centre:
            found &= among(self.distances)
        return Facets(self.shelf, found, self.chosen)

    def _looked_for(self, how, find):
        """The set of the versions that `find()` asks for by the words."""
        return self.shelf.looked_for((how, self.asked.typed), lambda: self.shelf.set_of(keys_of(find())))

    @cached_property
    def distances(self):
        """{place: km}, the nearest first, of all that lies near enough to the city."""
        key = ("near", self.centre.pk, self.within_km)
        return self.shelf.looked_for(key, self._look_around)

    def _look_around(self):
        return self.shelf.by_place(self._near(self.listed).values_list("pk", "distance_km"))

    @cached_property
    def places(self):
        """The set of all that fits."""
        return self.narrowed.narrowed()

    def page(self, first, last):
        """The Rows from `first` to `last`."""
        return self.shelf.rows([self.shelf.keys[place] for place in self._in_order(first, last)])

    def drawn_page(self, first, last):
        """The same as they stand in the page."""
        return [row.drawn(self._distance_to(row)) for row in self.page(first, last)]

    def _distance_to(self, row):
        """In km from the city; None where no city is named."""
        return self.distances[self.shelf.places[row.key]] if self.centre else None

    def _in_order(self, first, last):
        """The places from `first` to `last`, in the order asked for; those whose titles hold the words come first."""
        sort = self.typed.get("sort")
        if self.centre and not sort:
            return islice((place for place in self.distances if self.places >> place & 1), first, last)
        sets = [self.places]
        if self.is_best_first:
            named = self._looked_for("named", lambda: self.listed.named(self.asked))
            sets = [self.places & named, self.places & ~named]
        if self.asked and sort != "newest" or sort == "evidence":
            sets = [those & of_one for those in sets for of_one in self.shelf.by_evidence]
        return one_after_the_other(sets, first, last)

    @property
    def is_best_first(self):
        """Whether what fits the words best is shown first."""
        return bool(self.asked) and not self.centre and not self.typed.get("sort")

    @property
    def within_km(self):
        return self.typed.get("within", 200)

    @property
    def stamp(self):
        """Alike for two readers in whose form the same stands, numbers included: it is drawn once."""
        return repr((self.shelf.state, self._without("page")))

    @cached_property
    def total(self):
        """How many fit."""
        return self.places.bit_count()

    @property
    def is_short(self):
        """Whether all that fits can be given at once."""
        return self.total <= MOST_AT_ONCE

    @cached_property
    def facets(self):
        return facets_of(self.narrowed.numbers(), self.chosen)

    @property
    def is_asking(self):
        """Whether anything narrows the list."""
        return bool(self.asked.typed or self.centre or self.chosen)

    @property
    def query(self):
        """What was asked that can be asked again, as data: {name: [values]}."""
        typed = {name: [self.typed[name]] for name in ("q", "near") if self.typed.get(name)}
        if self.centre:
            typed["within"] = [str(self.within_km)]
        return typed | self.chosen

    @cached_property
    def chips(self):
        """[(label, address without it)] of everything that narrows the list."""
        chips = [
            (option.label, self._without(facet.name, option.value)) for facet in self.facets for option in facet.chosen
        ]
        if self.asked.typed:
            chips.insert(0, (_("“%(words)s”") % {"words": self.asked.typed}, self._without("q")))
        if self.centre:
            where = {"distance": self.within_km, "name": f"{self.centre.name}, {self.centre.country.name}"}
            text = _("Within %(distance)d km of %(name)s") % where
            chips.insert(0, (text, self._without("near", "within")))
        return chips

    def _without(self, name, *more):
        """The address without one value of a facet, or without fields."""
        data = copy(self.data)
        data.pop("page", None)
        if name in NAMES:
            data.setlist(name, [value for value in data.getlist(name) if value != more[0]])
        else:
            for each in (name, *more):
                data.pop(each, None)
        return "?" + data.urlencode()


def keys_of(versions):
    """The keys of the versions that a question to the database finds."""
    with by_index():
        return list(versions.order_by().values_list("pk", flat=True))
