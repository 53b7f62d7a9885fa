"""The five colleges and the two groups from their data file (colleges/data)."""

from pathlib import Path

from colleges.models import College, Group
from core.loading import in_languages, read_json


def load_colleges():
    """Colleges and groups with their texts. What the secretariat has edited since is kept."""
    data = read_json(Path(__file__).parent, "colleges.json")
    for row in data["colleges"]:
        College.objects.get_or_create(
            number=row["number"], defaults={"slug": row["slug"], "types": row["types"]} | texts(row)
        )
    for row in data["groups"]:
        Group.objects.get_or_create(slug=row["slug"], defaults=texts(row))


def texts(row):
    """Name, short name and description in each language."""
    return in_languages(name=row["name"], short=row["short"], description=row["description"])
