"""Regions and countries from their data files (regions/data)."""

import csv
from pathlib import Path

from core.loading import LANGUAGES
from regions.models import Country, Region

FOLDER = Path(__file__).parent / "data"


def load_regions():
    """Two levels of regions and the 249 entries of ISO 3166-1. What the secretariat has edited since is kept."""
    regions = {region.slug: region for region in Region.objects.order_by("pk")}
    for row in rows("regions.csv"):
        if row["slug"] not in regions:
            regions[row["slug"]] = Region.objects.create(
                slug=row["slug"], parent=regions.get(row["parent"]), position=row["position"], **names(row)
            )
    known = set(Country.objects.values_list("pk", flat=True))
    Country.objects.bulk_create(
        Country(
            alpha2=row["alpha2"],
            alpha3=row["alpha3"],
            m49=row["m49"],
            region=regions[row["region"]],
            is_un_member=row["is_un_member"] == "1",
            latitude=row["latitude"],
            longitude=row["longitude"],
            **names(row),
        )
        for row in rows("countries.csv")
        if row["alpha2"] not in known
    )
    place_countries()


def place_countries():
    """Give the countries without a position that of their capital, or of their largest city."""
    placeless = {country.pk: country for country in Country.objects.filter(latitude=None)}
    for row in rows("countries.csv") if placeless else ():
        if country := placeless.get(row["alpha2"]):
            country.latitude, country.longitude = row["latitude"], row["longitude"]
    Country.objects.bulk_update(placeless.values(), ["latitude", "longitude"])


def rows(name):
    """The rows of one file, as dictionaries."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def names(row):
    """The name in each language."""
    return {f"name_{language}": row[f"name_{language}"] for language in LANGUAGES}
