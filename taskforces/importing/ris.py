"""RIS, entry by entry: from "TY  - " to "ER  - "."""

import re

import rispy
from django.utils.translation import gettext as _

from taskforces.importing.reading import LONGEST_ENTRY, Reference, language_of, named, web_address, year_of

START = re.compile(r"^TY\s{1,3}-", re.MULTILINE)
END = re.compile(r"^ER\s{1,3}-.*$", re.MULTILINE)
TAG = re.compile(r"^([A-Z][A-Z0-9])\s{1,3}-[ \t]*", re.MULTILINE)


def split(text):
    """[(line, kind, text)] of everything that begins like an entry."""
    starts, found, line, at = [*START.finditer(text)], [], 1, 0
    for number, start in enumerate(starts):
        end = starts[number + 1].start() if number + 1 < len(starts) else len(text)
        line, at = line + text.count("\n", at, start.start()), start.start()
        found.append((line, "ris", text[at:end]))
    return found


def read(chunks):
    """[Reference] of the entries in `chunks`."""
    return [reference(line, text) for line, _kind, text in chunks]


def reference(line, text):
    """The Reference of one entry."""
    if len(text) > LONGEST_ENTRY:
        return Reference(line, problems=[_("This entry is longer than any reference.")])
    end = END.search(text)
    if not end:
        return Reference(line, problems=[_("This entry is incomplete: its last line, “ER  - ”, is missing.")])
    # The reader wants two blanks before the stroke and one behind it.
    written = TAG.sub(r"\1  - ", text[: end.start()]) + "ER  - \n"
    try:
        found = rispy.loads(written, skip_unknown_tags=True)
        facts = facts_of(found[0]) if found else None
    except Exception:  # the parser raises whatever the broken text leads to
        facts = None
    return Reference(line, facts) if facts else Reference(line, problems=[_("This entry cannot be read.")])


def facts_of(entry):
    """The facts of an item."""

    def first(*names):
        return next((entry[name] for name in names if entry.get(name)), "")

    authors, urls = first("authors", "first_authors") or [], first("urls", "url") or []
    urls = [urls] if isinstance(urls, str) else urls
    return {
        "title": " ".join(str(first("title", "primary_title", "short_title")).split()),
        "authors": named(authors),
        "year": year_of(first("year", "publication_year", "date")),
        "doi": first("doi").strip(),
        "address": next(filter(None, map(web_address, urls)), ""),
        "description": first("journal_name", "secondary_title", "alternate_title1", "publisher"),
        "language": language_of(first("language")),
    }
