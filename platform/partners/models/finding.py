"""Finding organisations: by words, by where they are."""

from math import asin, cos, degrees, radians, sin

from django.apps import apps
from django.db import models
from django.db.models.functions import ACos, Coalesce, Cos, Greatest, Least, Lower, Radians, Sin

from core.search import Unaccented, as_plain, beginnings, holding, telling
from core.unchanging import Said, Unchanging
from partners.models.contents import TEXTS
from regions.models import Country, Place

EARTH_RADIUS_KM = 6371.0
KM_PER_DEGREE = 111.19
# From here on a circle reaches round a quarter of the earth and more: it is no box on a map.
FAR_KM = 9000
# Up to so many are looked up once, and then by their keys.
FEW = 500


class Finding(models.QuerySet):
    """The words of a search: part of the organisations' queryset."""

    def matching(self, words):
        """Organisations whose name, acronym or sheet holds every word; where none does, those of a similar name."""
        found = self.holding(words)
        keys = list(found.order_by().values_list("pk", flat=True)[: FEW + 1])
        if len(keys) > FEW:
            return found
        return self.filter(pk__in=keys) if keys else self.resembling(words)

    def holding(self, words):
        """Every word is in its name or acronym, accents and case ignored, or in its sheet in any language."""
        found = self
        for word in telling(words):
            found = found.filter(pk__in=holding_a_word.all("pk", word=word, beginnings=beginnings(word)))
        return found

    def resembling(self, words):
        """Every word resembles one of its name: for slips of the pen. See WORDS_ALIKE_FROM in the settings."""
        found = self
        for word in telling(words):
            found = found.filter(plain_name__trigram_word_similar=as_plain(word)[:100])
        return found

    def best_first(self, words):
        """Those named or abbreviated exactly so, then names that begin so, then names that hold it, then the rest."""
        plain = as_searched(" ".join(words.split()))
        rank = models.Case(
            models.When(models.Q(acronym__iexact=words.strip()) | models.Q(plain_name=plain), then=0),
            models.When(plain_name__startswith=plain, then=1),
            models.When(plain_name__contains=plain, then=2),
            default=3,
        )
        return self.annotate(rank=rank).order_by("rank", Unaccented(Lower("name")), "pk")

    def placed(self):
        """Each with `latitude` and `longitude`: of its city, else of its country."""
        return self.annotate(
            latitude=Coalesce("place__latitude", "country__latitude"),
            longitude=Coalesce("place__longitude", "country__longitude"),
        ).filter(latitude__isnull=False, longitude__isnull=False)

    def inside(self, box):
        """Those in a part of the world: (west, south, east, north)."""
        west, south, east, north = box
        return self.placed().filter(latitude__range=(south, north), longitude__range=(west, east))

    def near(self, latitude, longitude, *, within_km):
        """Those at most so many kilometres away as the crow flies, the nearest first, each with `distance_km`."""
        around = {"latitude": latitude, "longitude": longitude, "within_km": within_km}
        places = Place.objects.filter(partners__isnull=False).order_by()
        # Cities are many: the planner does better with their keys; countries are few.
        cities = list(lying(places, **around).values_list("pk", flat=True))
        countries = lying(Country.objects.order_by(), **around).values("pk")
        there = models.Q(place__in=cities) | models.Q(place=None, country__in=countries)
        distance = distance_from(latitude, longitude)
        found = self.filter(there).placed().annotate(distance_km=distance)
        return found.order_by("distance_km", Unaccented(Lower("name")), "pk")


@Unchanging
def holding_a_word():
    """The keys of those whose name or sheet holds one word."""
    partners, sheets = (apps.get_model("partners", name).objects.order_by() for name in ("Partner", "Sheet"))
    by_name = partners.filter(plain_name__contains=as_searched(Said("word")))
    by_sheet = holding(sheets, TEXTS, Said("beginnings"))
    return by_name.values("pk").union(by_sheet.values("partner"))


def lying(rows, *, latitude, longitude, within_km):
    """The places or countries that lie near enough: of a box around it first, then by the true distance."""
    band = within_km / KM_PER_DEGREE
    near = rows.filter(latitude__range=(latitude - band, latitude + band))
    if half := half_width(latitude, within_km):
        west, east = longitude - half, longitude + half
        # Beyond the edge of the map, where longitudes begin anew, the band alone has to do.
        near = near.filter(longitude__range=(west, east)) if west >= -180 and east <= 180 else near
    return near.annotate(distance_km=distance_from(latitude, longitude)).filter(distance_km__lte=within_km).distinct()


def half_width(latitude, within_km):
    """Degrees of longitude that a circle reaches to each side; None where it holds a pole."""
    angle, parallel = sin(within_km / EARTH_RADIUS_KM), cos(radians(latitude))
    # A little more than it is: positions are told to some digits.
    return degrees(asin(angle / parallel)) + 0.01 if within_km < FAR_KM and angle < parallel else None


def as_searched(words):
    """What was typed as `plain_name` holds it."""
    return Lower(Unaccented(models.Value(words)))


def distance_from(latitude, longitude):
    """Kilometres on the great circle between a position and a row's."""
    here, there = Radians(models.Value(float(latitude))), Radians("latitude")
    turn = Radians(models.F("longitude") - models.Value(float(longitude)))
    cosine = Sin(here) * Sin(there) + Cos(here) * Cos(there) * Cos(turn)
    # Rounding may step over 1 by a hair.
    angle = ACos(Greatest(Least(cosine, models.Value(1.0)), models.Value(-1.0)))
    return models.ExpressionWrapper(angle * EARTH_RADIUS_KM, output_field=models.FloatField())
