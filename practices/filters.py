"""Finding datasheets: what may be asked, and the answer, over one address that can be shared."""

from django import forms
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.asking import Asked
from partners.vocabulary import vocabulary as of_organisations
from practices.facets import COUNTED, NAMES, Facets, facets_of, labels_of
from practices.models import Version
from practices.tallies import kept, share_anew, shared, state_of_all
from regions.forms import NearForm


class FindForm(NearForm):
    """By words and by distance; facets are chosen beside it."""

    sort = forms.ChoiceField(
        label=_("Sorted by"),
        required=False,
        choices=[("", _("What fits best")), ("newest", _("Newest")), ("evidence", _("Evidence"))],
    )


class Finder:
    """What one address asks for: `rows` to show, `facets` with numbers, `chips` of what was chosen."""

    def __init__(self, data):
        """`data` is what an address asks, a QueryDict."""
        self.data = data
        self.form = FindForm(MultiValueDict({"within": ["200"], **dict(data.lists())}))
        self.form.is_valid()
        self.typed = self.form.cleaned_data
        self.asked = Asked(self.typed.get("q", ""))
        self.chosen = {name: values for name in NAMES if (values := self._chosen(name))}
        # The city that distances are counted from, or None.
        self.centre = self.form.city()

    def _chosen(self, name):
        """The values asked for that there are; nonsense is not asked."""
        values = self.data.getlist(name)
        labels = labels_of(name) if values else {}
        return list(dict.fromkeys(value for value in values if value in labels))

    @cached_property
    def found(self):
        """Before the facets: what everybody reads, fits the words and lies near enough."""
        found = Version.objects.listed()
        if self.asked.typed:
            found = found.holding(self.asked)
        if self.centre:
            found = found.near(self.centre.latitude, self.centre.longitude, within_km=self.within_km)
        return found

    @cached_property
    def narrowed(self):
        return Facets(self.found, self.chosen)

    @cached_property
    def rows(self):
        """The versions, in the order asked for. Those whose titles hold the words come before them: see `page`."""
        rows, sort = self.narrowed.narrowed(), self.typed.get("sort")
        if sort == "newest":
            return rows.newest_first()
        if self.centre and sort != "evidence":
            return rows  # nearest first, as they come
        return rows.best_founded_first() if self.asked or sort == "evidence" else rows.newest_first()

    @property
    def is_best_first(self):
        """Whether what fits the words best is shown first."""
        return bool(self.asked) and not self.centre and not self.typed.get("sort")

    def page(self, first, last):
        """The versions from `first` to `last`, as rows to show.

        Which ones these are is found by the narrow columns of the list, and asked apart: those whose titles hold the
        words, then the others. What they show is read of these alone.
        """
        named = list(self.rows.named(self.asked).values_list("pk", flat=True)[:COUNTED]) if self.is_best_first else []
        keys, number = named[first:last], len(named)
        if last > number:
            rest = self.rows.exclude(pk__in=named) if named else self.rows
            keys += self._some(rest.values_list("pk", flat=True), max(first - number, 0), last - number)
        # Only a distance has to be told again.
        shown = self.found if self.centre else Version.objects.listed()
        found = shown.filter(pk__in=keys).as_rows().in_bulk()
        return [found[key] for key in keys if key in found]

    def _some(self, keys, first, last):
        """The `keys` from `first` to `last`. Of many, as an index has them in order; few are taken all and put in order
        afterwards: twenty of ten would be looked for in that index to its end."""
        return list(keys)[first:last] if self.is_short else keys[first:last]

    @property
    def within_km(self):
        return self.typed.get("within", 200)

    @cached_property
    def numbers(self):
        """The Numbers of what fits; the whole list is counted to the end."""
        if not self.is_asking:
            return self.all_of_them
        return kept(self.state, self.key, self.narrowed.numbers)

    @cached_property
    def all_of_them(self):
        """The Numbers of the whole list."""
        return kept(self.state, "", lambda: shared(count_all))

    @cached_property
    def state(self):
        """As long as it is the same, numbers are."""
        return state_of_all()

    @property
    def stamp(self):
        """Alike for two readers in whose form the same stands, numbers included: it is drawn once."""
        asked = self.data.copy()
        asked.pop("page", None)
        return repr((self.state, self.numbers.total, asked.urlencode()))

    @property
    def page_stamp(self):
        """Alike for two readers who are shown the same rows: they are fetched and drawn once."""
        return repr((self.state, self.total, timezone.get_current_timezone_name(), self.data.urlencode()))

    @property
    def key(self):
        """Alike for all who ask the same."""
        asked = self.asked.typed, self.centre and (self.centre.pk, self.within_km)
        return repr((asked, sorted((name, sorted(values)) for name, values in self.chosen.items())))

    @property
    def countries(self):
        """What rows call their countries."""
        return of_organisations().countries

    @property
    def total(self):
        return self.numbers.total

    @property
    def is_more(self):
        """Whether more fit than are counted."""
        return self.numbers.is_more["total"]

    @property
    def is_short(self):
        """Whether all that fits can be given at once."""
        return self.total <= COUNTED and not self.is_more

    @cached_property
    def facets(self):
        everything = self.all_of_them if any(self.numbers.is_more.values()) else self.numbers
        return facets_of(self.numbers, self.chosen, everything)

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

    @property
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
        data = self.data.copy()
        data.pop("page", None)
        if name in NAMES:
            data.setlist(name, [value for value in data.getlist(name) if value != more[0]])
        else:
            for each in (name, *more):
                data.pop(each, None)
        return "?" + data.urlencode()


def count_all():
    """The Numbers of the whole list, counted to the end."""
    return Facets(Version.objects.listed(), {}).numbers(most=None)


def count_anew():
    """Every few minutes: what takes long to count, for all who open the list."""
    share_anew(count_all)
