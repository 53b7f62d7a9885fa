"""Finding published datasheets: by words in three languages, by codes, near a place."""

from functools import reduce

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Min

from core.search import LANGUAGES, Lexemes, any_language, any_of
from partners.models.finding import lying
from practices.models.site import Site

# SQL for the full texts.
WORDS = {language: SearchVector(f"words_{language}", config=f"{language}_unaccent") for language in LANGUAGES}
TITLES = reduce(
    lambda all_of_them, vector: all_of_them + vector,
    (SearchVector(f"title_{language}", config=f"{language}_unaccent") for language in LANGUAGES),
)
# What a row of a list does not show, and is long.
LONG = (
    *("contents", "withheld", "codes", "practice__contents"),
    *(f"words{ending}" for ending in ("", *(f"_{language}" for language in LANGUAGES))),
)


def full_text(expression):
    """The column that holds a full text; the database keeps it."""
    return models.GeneratedField(expression=expression, output_field=Lexemes(), db_persist=True)


class Among(models.Func):
    """Condition: a value is one of an array, which is put together once."""

    arg_joiner = " = ANY("
    template = "%(expressions)s)"
    output_field = models.BooleanField()


class Searching(models.QuerySet):
    """The words of a search: part of the versions' queryset."""

    def listed(self):
        """What everybody finds: the same as `visible_to` a visitor and `public`, and quick where there are 100,000.

        Of a published version the sheet was published: what is left to be asked is which few are archived.
        """
        return self.filter(is_current=True).exclude(practice__in=archived())

    def unlisted(self):
        """The others of the newest: nobody finds them any more."""
        return self.filter(is_current=True, practice__in=archived())

    def coded(self, codes):
        """Those with one of these codes: "land_use:cropland"."""
        return self.filter(codes__overlap=sorted(codes))

    def holding(self, asked):
        """Those in which every part of what was `asked` (core.asking) stands, in any language."""
        if not asked:
            return self.none()
        return self.filter(*(any_language("search", part) for part in asked.parts))

    def named(self, asked):
        """Those whose title holds every part of what was `asked`."""
        return self.filter(*(any_of("titles", part) for part in asked.parts))

    def near(self, latitude, longitude, *, within_km):
        """Those applied at most so many kilometres away, the nearest first, each with `distance_km`.

        Of private farms the distance is that of the square they lie in.
        """
        around = {"latitude": latitude, "longitude": longitude, "within_km": within_km}
        sites = lying(Site.objects.order_by(), **around)
        nearest = sites.filter(version=models.OuterRef("pk")).values("version").values(nearest=Min("distance_km"))
        # The sites first: PostgreSQL would rather ask of each version whether one of its sites is among them.
        found = self.filter(Among("pk", ArraySubquery(sites.values("version"))))
        found = found.annotate(distance_km=models.Subquery(nearest))
        return found.order_by("distance_km", "-published_at", "-pk")

    def newest_first(self):
        return self.order_by("-published_at", "-pk")

    def best_founded_first(self):
        return self.order_by("-evidence_level", "-published_at", "-pk")

    def as_rows(self):
        """Each with what a row of a list shows, without the long texts."""
        rows = self.select_related("practice", "organisation").defer(*LONG)
        return rows.annotate(its_description=F("contents__short_description"))


def archived():
    """The keys of the sheets that are archived."""
    from practices.models.practice import Practice

    return Practice.objects.filter(status=Practice.Status.ARCHIVED).order_by().values("pk")
