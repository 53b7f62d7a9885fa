"""Organisations on maps: numbers per country, clusters of a part of the world."""

from dataclasses import dataclass
from math import sqrt

from django.db.models import Avg, Count, F, Max, Min
from django.db.models.functions import Floor
from django.urls import reverse

from partners.vocabulary import vocabulary
from regions.projection import in_picture

# A cluster gathers what would lie within so many pixels; a map shows so many dots at most.
CELL_PX, TILE_PX = 48, 256
MOST_DOTS = 200


@dataclass(frozen=True)
class Dot:
    """The organisations of a country in the picture of the world."""

    country: str
    name: str
    number: int
    x: float
    y: float

    @property
    def radius(self):
        """Area by number, so that twice as many look twice as large."""
        return round(min(10 + 5 * sqrt(self.number), 70), 1)


def dots_of_countries(rows):
    """One dot for each country, the largest first: the small ones are drawn above them."""
    words = vocabulary()
    numbers = rows.order_by().values_list("country").annotate(number=Count("pk"))
    dots = [
        Dot(code, words.countries[code], number, *(round(each, 1) for each in in_picture(*words.positions[code])))
        for code, number in numbers
        if code in words.positions
    ]
    return sorted(dots, key=lambda dot: (-dot.number, dot.name))


def clusters(rows, *, box, zoom):
    """What lies in `box` (west, south, east, north) as dots of one or many, by a grid that follows the zoom."""
    west, south, east, north = box
    cell = 360 / 2**zoom * CELL_PX / TILE_PX
    found = (
        rows.order_by()
        .placed()
        .filter(latitude__range=(south, north), longitude__range=(west, east))
        .annotate(column=Floor(F("longitude") / cell), line=Floor(F("latitude") / cell))
        .values("column", "line")
        .annotate(
            number=Count("pk"),
            at_latitude=Avg("latitude"),
            at_longitude=Avg("longitude"),
            south=Min("latitude"),
            west=Min("longitude"),
            north=Max("latitude"),
            east=Max("longitude"),
            title=Max("name"),
            address=Max("slug"),
        )
        .order_by("-number")[:MOST_DOTS]
    )
    return [as_point(row) for row in found]


def as_point(row):
    """One dot as the script wants it: a name and address where it is a single organisation, its extent otherwise."""
    point = {"n": row["number"], "at": [round(row["at_latitude"], 3), round(row["at_longitude"], 3)]}
    if row["number"] == 1:
        return point | {"name": row["title"], "url": reverse("partners:detail", args=[row["address"]])}
    return point | {"box": [round(row[side], 3) for side in ("west", "south", "east", "north")]}
