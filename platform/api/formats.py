"""Records as JSON, as lines of a table, as features of a map."""

import csv
import io
import json

from api.records import CODED, positions
from core.admin_export import tame

JSON, CSV, GEOJSON = "application/json", "text/csv", "application/geo+json"
# What `?format=` calls them; the first is given to whoever asks for nothing.
FORMATS = {"json": JSON, "csv": CSV, "geojson": GEOJSON}

COLUMNS = (
    *("code", "version", "title", "short_description", "language", "languages", "authors", "organisation"),
    *("published_at", "first_published_at", "evidence_level", "completeness_percent", *CODED, "regions"),
    *("wocat_code", "fao_code", "latitude", "longitude", "licence", "attribution", "address"),
)


def as_json(data):
    """Text of JSON; letters as they are."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def flat(record):
    """{column: value} of a record; several codes stand in one cell with a semicolon between them."""
    coded = {key: "; ".join(each["code"] for each in record["coded"].get(key, [])) for key in CODED}
    places = positions(record)
    longitude, latitude = places[0] if places else ("", "")
    plain = ("code", "version", "title", "short_description", "language", "published_at", "first_published_at")
    return {
        **{name: record[name] for name in (*plain, "completeness_percent", "attribution", "address")},
        **coded,
        "languages": "; ".join(record["languages"]),
        "authors": "; ".join(record["authors"]),
        "organisation": record["organisation"]["name"] if record["organisation"] else "",
        "evidence_level": record["evidence"]["level"],
        "regions": "; ".join(record["regions"]),
        "wocat_code": record["contents"].get("wocat_code", ""),
        "fao_code": record["contents"].get("fao_code", ""),
        "latitude": latitude,
        "longitude": longitude,
        "licence": record["licence"]["address"],
    }


def header_line():
    """The first line of a table."""
    return csv_line(COLUMNS)


def table_line(record):
    """The line of a record; no cell can run as a formula."""
    cells = flat(record)
    return csv_line([tame(cells[name]) for name in COLUMNS])


def table(records):
    """A whole table."""
    return header_line() + "".join(map(table_line, records))


def csv_line(cells):
    text = io.StringIO(newline="")
    csv.writer(text).writerow(cells)
    return text.getvalue()


def feature_of(record):
    """A practice on a map: all its places together, or none; of private farms the middle of a square of 10 km."""
    places = positions(record)
    sites = record["contents"].get("sites", [])
    left_out = ("latitude", "longitude")
    return {
        "type": "Feature",
        "id": record["code"],
        "geometry": {"type": "MultiPoint", "coordinates": places} if places else None,
        "properties": {name: value for name, value in flat(record).items() if name not in left_out}
        | {"is_blurred": any(site.get("is_blurred") for site in sites)},
    }


def collection(records):
    """A FeatureCollection of records."""
    return {"type": "FeatureCollection", "features": [feature_of(record) for record in records]}
