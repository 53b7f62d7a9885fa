"""The five colleges and the two groups from their data file (colleges/data)."""

from pathlib import Path

from colleges.models import College, Group
from core.loading import in_languages, read_json
from spaces.models import Space


def load_colleges():
    """Colleges and groups with their texts. What the secretariat has edited since is kept."""
    data = read_json(Path(__file__).parent, "colleges.json")
    for row in data["colleges"]:
        if not College.objects.filter(number=row["number"]).exists():
            space = room(f"college-{row['slug']}", Space.Audience.COLLEGE)
            facts = {"number": row["number"], "slug": row["slug"], "types": row["types"]}
            College.objects.create(space=space, **facts, **texts(row))
    for row in data["groups"]:
        if not Group.objects.filter(slug=row["slug"]).exists():
            audience = Space.Audience.FUNDERS if row["slug"] == Group.FUNDERS else Space.Audience.SIGNED_IN
            Group.objects.create(slug=row["slug"], space=room(row["slug"], audience), **texts(row))


def room(slug, audience):
    """The space of this slug; what the secretariat has said about its audience since is kept."""
    space, _created = Space.objects.get_or_create(slug=slug, defaults={"audience": audience})
    return space


def texts(row):
    """Name, short name and description in each language."""
    return in_languages(name=row["name"], short=row["short"], description=row["description"])
