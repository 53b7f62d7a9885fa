"""The four Interfaces from their data file (interfaces/data)."""

from pathlib import Path

from core.loading import in_languages, read_json
from core.models import Theme
from interfaces.models import Interface
from objectives.models import Objective
from spaces.models import Space


def load_interfaces():
    """The Interfaces with their texts, rooms and subjects. What the secretariat has edited since is kept."""
    for position, row in enumerate(read_json(Path(__file__).parent, "interfaces.json")):
        if Interface.objects.filter(slug=row["slug"]).exists():
            continue
        space, _created = Space.objects.get_or_create(
            slug=f"interface-{row['slug']}", defaults={"audience": Space.Audience.PARTNERS}
        )
        texts = in_languages(name=row["name"], short=row["short"], description=row["description"])
        interface = Interface.objects.create(slug=row["slug"], position=position, space=space, **texts)
        interface.themes.set(Theme.objects.filter(slug__in=row["themes"]))
        interface.objectives.set(Objective.objects.filter(code__in=row["objectives"]))
