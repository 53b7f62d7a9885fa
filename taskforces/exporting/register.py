"""A register as a file: spreadsheets in which nothing runs, and what reference programs read."""

from django.http import HttpResponseBadRequest
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.admin_export import WRITERS
from core.citing import bibtex_entry, bibtex_file, ris_entry, ris_file
from partners.vocabulary import vocabulary
from taskforces.models import RegisterItem

KINDS = ("xlsx", "csv", "bib", "ris")
BIBTEX_TYPES = {"literature": "article"}
RIS_TYPES = {"literature": "JOUR"}


def exported(items, kind, code):
    """The response with `items`, loaded by `with_region_slugs`, as a file of this kind."""
    stem = f"register-{code.lower()}-{timezone.localdate():%Y-%m-%d}"
    if kind == "bib":
        return bibtex_file(stem, map(bibtex_of, items))
    if kind == "ris":
        return ris_file(stem, map(ris_of, items))
    if kind not in WRITERS:
        return HttpResponseBadRequest()
    header = [capfirst(str(name)) for name in columns()]
    return WRITERS[kind](stem, header, [row_of(item) for item in items])


def columns():
    """The headings of the spreadsheet."""
    names = ("type", "title", "authors", "year", "language", "regions", "country", "organisations")
    fields = [RegisterItem._meta.get_field(name) for name in (*names, "doi", "address", "description", "created_at")]
    return [field.verbose_name for field in fields]


def row_of(item):
    """The cells of one item."""
    words = vocabulary()
    return [
        capfirst(str(RegisterItem.Type(item.type).label)),
        item.title,
        item.authors,
        item.year,
        item.language,
        ", ".join(words.regions.get(slug, slug) for slug in item.region_slugs) or _("Worldwide"),
        words.countries.get(item.country_id, ""),
        ", ".join(partner.name for partner in item.organisations.all()),
        item.doi,
        item.address,
        item.description,
        timezone.localtime(item.created_at).date(),
    ]


def bibtex_of(item):
    """The BibTeX of one item."""
    facts = {"title": item.title, "authors": item.authors, "year": item.year, "doi": item.doi, "url": item.address}
    kind = BIBTEX_TYPES.get(item.type, "misc")
    return bibtex_entry(kind, f"register{item.pk}", language=item.language, note=item.description, **facts)


def ris_of(item):
    """The RIS of one item."""
    more = [
        ("PY", item.year),
        ("DO", item.doi),
        ("UR", item.address),
        ("LA", item.language),
        ("N1", item.description),
    ]
    return ris_entry(RIS_TYPES.get(item.type, "GEN"), title=item.title, authors=item.authors, more=more)
