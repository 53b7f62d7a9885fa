"""Reading the data files that come with the code: official texts in three languages."""

import json
from pathlib import Path

from core.models import Theme

LANGUAGES = ("en", "fr", "es")


def read_json(folder, name):
    """The data of `folder`/data/`name`."""
    return json.loads((Path(folder) / "data" / name).read_text(encoding="utf-8"))


def in_languages(**fields):
    """{"name_en": …, "name_fr": …} from name={"en": …, "fr": …}."""
    return {f"{field}_{language}": texts[language] for field, texts in fields.items() for language in LANGUAGES}


def load_themes():
    """The themes of interest. What the secretariat has edited since is kept."""
    for position, row in enumerate(read_json(Path(__file__).parent, "themes.json")):
        Theme.objects.get_or_create(slug=row["slug"], defaults={"position": position} | in_languages(name=row["name"]))
