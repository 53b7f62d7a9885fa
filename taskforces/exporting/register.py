"""A register as a file: spreadsheets in which nothing runs, and what reference programs read."""

import re

from django.http import HttpResponseBadRequest
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.admin_export import WRITERS, attachment
from partners.vocabulary import vocabulary
from taskforces.models import RegisterItem

KINDS = ("xlsx", "csv", "bib", "ris")
# LaTeX takes these for orders.
ORDERS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        **{sign: f"\\{sign}" for sign in "%&#_$"},
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        # Brackets are counted whatever stands before them.
        "{": "(",
        "}": ")",
    }
)
BIBTEX_TYPES = {"literature": "article"}
RIS_TYPES = {"literature": "JOUR"}


def exported(items, kind, code):
    """The response with `items`, loaded by `with_region_slugs`, as a file of this kind."""
    stem = f"register-{code.lower()}-{timezone.localdate():%Y-%m-%d}"
    if kind == "bib":
        return attachment(f"{stem}.bib", "application/x-bibtex; charset=utf-8", bibtex(items))
    if kind == "ris":
        return attachment(f"{stem}.ris", "application/x-research-info-systems; charset=utf-8", ris(items))
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


def one_line(text):
    """Text that begins no new line, and so no new field."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f\u2028\u2029]", " ", str(text)).split())


def bibtex(items):
    """The BibTeX of `items`."""
    return "\n".join(bibtex_entry(item) for item in items)


def bibtex_entry(item):
    fields = {
        "title": f"{{{escaped(item.title)}}}",
        "author": " and ".join(escaped(name) for name in item.authors.split(";") if name.strip()),
        "year": item.year or "",
        "doi": in_brackets(item.doi),
        "url": in_brackets(item.address),
        "langid": item.language,
        "note": escaped(item.description),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    kind = BIBTEX_TYPES.get(item.type, "misc")
    return "\n".join([f"@{kind}{{register{item.pk},", *lines, "}", ""])


def escaped(text):
    """Text as LaTeX prints it."""
    return one_line(text).translate(ORDERS)


def in_brackets(address):
    """An address whose own brackets do not close the field."""
    return one_line(address).replace("{", "%7B").replace("}", "%7D")


def ris(items):
    """The RIS of `items`."""
    return "\r\n".join(ris_entry(item) for item in items)


def ris_entry(item):
    lines = [
        ("TY", RIS_TYPES.get(item.type, "GEN")),
        ("TI", item.title),
        *[("AU", name) for name in item.authors.split(";") if name.strip()],
        ("PY", item.year or ""),
        ("DO", item.doi),
        ("UR", item.address),
        ("LA", item.language),
        ("N1", item.description),
    ]
    told = [f"{tag}  - {one_line(value)}" for tag, value in lines if value]
    return "\r\n".join([*told, "ER  - ", ""])
