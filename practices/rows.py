"""Rows of the list of datasheets: what they show is read in one narrow question, and each is drawn once a minute for
all who read the same language, in Python: twenty of them would take a template longer than all the rest of the page."""

import json
from dataclasses import dataclass, field

from django.db.models import F, Value
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.repeating import Repeated
from core.unchanging import Said
from partners.vocabulary import vocabulary as of_organisations
from practices.answers import LANGUAGES, text_in
from practices.evidence import Level
from practices.models import Version
from practices.models.practice import address_of, code_of
from practices.models.searching import Among

# A row tells so much of what a practice is.
MOST_LETTERS = 200
# Of what each version shows; its titles in each language stand behind.
COLUMNS = ("pk", "practice", "practice__title", "language", "evidence_level", "published_at", "organisation__name")
ROW = """<li class="row">
  <span class="row-code">{code}</span>
  <div class="row-body">
    <h3 class="row-title"><a href="{url}" hx-boost="false"{title_language}>{title}</a></h3>
    <p{told_language}>{told}</p>
    <p class="row-meta">{about}</p>
  </div>
</li>
"""


@dataclass
class Row:
    """What a row shows of a version."""

    key: int
    # The key of its sheet, and what that is called: its address is made of them.
    practice: int
    name: str
    language: str
    level: int
    published_at: object
    organisation: str
    description: dict
    countries: list
    titles: dict
    # {language and time zone: the row as it stands in the page}
    _drawn: dict = field(default_factory=dict)

    @property
    def title(self):
        """(the title, its language)."""
        return text_in(self.titles, otherwise=(self.language,))

    def drawn(self, distance_km=None):
        """As it stands in the page; `distance_km` differs from reader to reader."""
        if distance_km is not None:
            return self._draw(distance_km)
        key = get_language(), timezone.get_current_timezone_name()
        if key not in self._drawn:
            self._drawn[key] = self._draw(None)
        return self._drawn[key]

    def _draw(self, distance_km):
        title, title_language = self.title
        told, told_language = text_in(self.description, otherwise=(self.language,))
        return format_html(
            ROW,
            code=code_of(self.practice),
            url=address_of(self.practice, self.name),
            title=title,
            title_language=marked(title_language),
            told=begun(told),
            told_language=marked(told_language),
            about=" · ".join(self._about(distance_km)),
        )

    def _about(self, distance_km):
        """Where, whose, when and how well founded."""
        if distance_km is not None:
            yield _("%(distance)s km") % {"distance": number_format(round(distance_km), 0, force_grouping=True)}
        if self.countries:
            names = of_organisations().countries
            yield ", ".join(names.get(code, code) for code in self.countries)
        if self.organisation:
            yield self.organisation
        yield date_format(timezone.localtime(self.published_at), "DATE_FORMAT")
        yield _("evidence: %(level)s") % {"level": Level(self.level).label}


def begun(text):
    """As much of `text` as a row tells, in whole words."""
    if len(text) <= MOST_LETTERS:
        return text
    words = text[:MOST_LETTERS].rsplit(None, 1)[0]
    return words.rstrip(" ,;:–(«") + "…"


def marked(language):
    """The attribute of a text that is not in the reader's language."""
    return format_html(' lang="{}"', language) if language and language != get_language() else ""


def shown(_reader):
    """The columns of versions whose keys are told when it is asked."""
    # Translated models would put the columns in an order of their own.
    rows = Version.objects.rewrite(False).order_by()
    rows = rows.filter(Among(F("pk"), Value(Said("keys"))))
    texts = ("contents__short_description", "contents__countries")
    return rows.values_list(*COLUMNS, *texts, *(f"title_{language}" for language in LANGUAGES))


SHOWN = Repeated(shown)


def rows_of(keys):
    """{key: Row} of versions that everybody finds."""
    return {row[0]: as_row(*row) for row in SHOWN.rows(None, words={"keys": keys})}


def as_row(*columns):
    *plain, description, countries = columns[: -len(LANGUAGES)]
    titles = dict(zip(LANGUAGES, columns[-len(LANGUAGES) :], strict=True))
    return Row(*plain, json.loads(description or "{}"), json.loads(countries or "[]"), titles)
