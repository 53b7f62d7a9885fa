"""All open data as files: what the addresses for programs give, one after the other, whatever there is of it."""

import hashlib
from contextlib import contextmanager

from django.contrib.auth.models import AnonymousUser
from django.template.loader import render_to_string
from django.utils import timezone

from api.formats import as_json, feature_of, header_line, table_line
from api.records import record_of
from api.wording import vocabularies
from practices.models import Version

# Sheets read at a time: the memory needed does not grow with their number.
TOGETHER = 200
SUMS = "SHA256SUMS"


def dump(folder):
    """Write the files into `folder`, which is there. Returns the number of practices.

    A file stands there whole or not at all; SHA256SUMS comes last, over all others.
    """
    sums, number = {}, 0
    with (
        written(folder, "practices.jsonl", sums) as lines,
        written(folder, "practices.csv", sums) as table,
        written(folder, "practices.geojson", sums) as features,
    ):
        table(header_line())
        features('{"type":"FeatureCollection","features":[')
        for record in records():
            lines(as_json(record) + "\n")
            table(table_line(record))
            features((",\n" if number else "\n") + as_json(feature_of(record)))
            number += 1
        features("\n]}\n")
    with written(folder, "vocabularies.json", sums) as words:
        words(as_json({"vocabularies": vocabularies()}) + "\n")
    with written(folder, "README.md", sums) as readme:
        readme(render_to_string("api/readme.txt", {"number": number, "day": timezone.localdate()}))
    with written(folder, SUMS, {}) as checks:
        checks("".join(f"{sum_}  {name}\n" for name, sum_ in sorted(sums.items())))
    return number


def records():
    """The record of each published practice, in the order of the list."""
    found = Version.objects.visible_to(AnonymousUser()).current().select_related("practice", "organisation")
    for version in found.order_by("published_at", "pk").iterator(chunk_size=TOGETHER):
        yield record_of(version)


@contextmanager
def written(folder, name, sums):
    """A function that adds text to the file; its SHA-256 is in `sums` when it is done."""
    sum_, unfinished = hashlib.sha256(), folder / f"{name}.unfinished"

    with unfinished.open("wb") as file:

        def add(text):
            content = text.encode()
            sum_.update(content)
            file.write(content)

        yield add
    unfinished.replace(folder / name)
    sums[name] = sum_.hexdigest()
