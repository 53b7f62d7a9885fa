"""The outlines of countries as files of ours: a picture of the world, and shapes for the interactive map."""

import json
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from regions.projection import HEIGHT, SOUTH, WIDTH, in_picture

# Degrees a simplified line may lie beside the true one.
TOLERANCE = 0.08
FOLDER = Path(settings.BASE_DIR) / "static" / "map"


class Command(BaseCommand):
    help = "Draw static/map/world.svg and static/map/outlines.json from the package of outlines. Needed once."

    def handle(self, *args, **options):
        rings = [ring for ring in map(simplified, outlines()) if len(ring) > 3 and north_of(ring) > SOUTH]
        FOLDER.mkdir(parents=True, exist_ok=True)
        (FOLDER / "world.svg").write_text(picture(rings), encoding="utf-8")
        (FOLDER / "outlines.json").write_text(shapes(rings), encoding="utf-8")
        self.stdout.write(f"{len(rings)} outlines drawn.")


def outlines():
    """Every ring of every country, as (longitude, latitude)."""
    for path in sorted((Path(find_spec("countryinfo").origin).parent / "data").glob("*.json")):
        country = json.loads(path.read_text(encoding="utf-8"))
        for feature in (country.get("geoJSON") or {}).get("features", ()):
            geometry = feature["geometry"]
            polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
            for polygon in polygons:
                yield from polygon


def north_of(ring):
    """The northernmost latitude of a ring: nobody lives in Antarctica."""
    return max(point[1] for point in ring)


def simplified(ring):
    """Fewer points (Douglas and Peucker), the first and last kept."""
    kept, open_parts = {0, len(ring) - 1}, [(0, len(ring) - 1)]
    while open_parts:
        begin, end = open_parts.pop()
        farthest = max(range(begin + 1, end), key=lambda at: beside(ring[at], ring[begin], ring[end]), default=None)
        if farthest is not None and beside(ring[farthest], ring[begin], ring[end]) > TOLERANCE:
            kept.add(farthest)
            open_parts += [(begin, farthest), (farthest, end)]
    return [ring[at] for at in sorted(kept)]


def beside(point, begin, end):
    """How far the point lies beside the line, in degrees."""
    (x, y), (x1, y1), (x2, y2) = point[:2], begin[:2], end[:2]
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    if not length:
        return ((x - x1) ** 2 + (y - y1) ** 2) ** 0.5
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def picture(rings):
    """A drawing whose colour holds on light and dark paper: as an image it hears of neither."""
    path = "".join(as_path(ring) for ring in rings)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<path fill="#a08a6c" fill-opacity=".38" stroke="#a08a6c" stroke-opacity=".7" d="{path}"/></svg>\n'
    )


def as_path(ring):
    """The ring in whole units of the picture, each step from the last."""
    points = [tuple(map(round, in_picture(latitude, longitude))) for longitude, latitude in (each[:2] for each in ring)]
    steps, last = [], points[0]
    for point in points[1:]:
        if point != last:
            steps.append(f"{point[0] - last[0]} {point[1] - last[1]}".replace(" -", "-"))
        last = point
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z" if len(steps) > 2 else ""


def shapes(rings):
    """One shape of all rings, [[latitude, longitude], …] each, in hundredths of a degree."""
    return json.dumps(
        [[[round(each[1], 2), round(each[0], 2)] for each in ring] for ring in rings], separators=(",", ":")
    )
