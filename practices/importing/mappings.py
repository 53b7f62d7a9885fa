"""How another database says what our form asks: a data file for each, its fields and words beside ours."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from core.loading import read_json
from practices.editions import Worded

FOLDER = Path(__file__).parent.parent


@dataclass(frozen=True)
class Field:
    """A field of theirs that answers a question of ours; `terms` are their words for our codes. `is_text`: words
    somebody has written, which belong to whoever wrote them. `form`: how it is written with us, "teca_{}"."""

    theirs: str
    ours: str
    is_text: bool
    terms: dict
    form: str = "{}"


@dataclass(frozen=True)
class Mapping(Worded):
    """One database. Fields are named by their way in the record: "licence.code"."""

    code: str
    name_words: dict
    hint_words: dict
    source: str
    identifier: str
    title: str
    address: str
    address_form: str
    language: str
    licence: str
    authors: str
    contents: str
    fields: tuple

    @property
    def name(self):
        return self.in_reader_language(self.name_words)

    @property
    def hint(self):
        return self.in_reader_language(self.hint_words)


@lru_cache
def mapping(code):
    """The Mapping of this code."""
    data = read_json(FOLDER, f"mappings/{code}.json")
    fields = tuple(Field(**{"is_text": False, "terms": {}, **row}) for row in data["fields"])
    plain = ("address", "address_form", "language", "licence", "authors", "contents")
    return Mapping(
        code=code,
        name_words=data["name"],
        hint_words=data["hint"],
        source=data["source"],
        identifier=data["identifier"],
        title=data.get("title", "title"),
        fields=fields,
        **{name: data.get(name, "") for name in plain},
    )


def mappings():
    """All there are, by their codes."""
    return [mapping(path.stem) for path in sorted((FOLDER / "data" / "mappings").glob("*.json"))]
