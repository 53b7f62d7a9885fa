"""BibTeX, entry by entry: one that is broken spoils no other."""

import re
import warnings

from bibtexparser.bibdatabase import BibDatabase
from bibtexparser.bparser import BibTexParser
from django.utils.translation import gettext as _
from pylatexenc.latex2text import LatexNodes2Text

from taskforces.importing.reading import LONGEST_ENTRY, Reference, language_of, named, web_address, year_of

START = re.compile(r"^[ \t]*@[ \t]*(\w+)[ \t]*([{(])", re.MULTILINE)
NO_KEY = re.compile(r"^(\s*@\s*\w+\s*[{(])\s*,")
# Nobody nests deeper; the parser calls itself once for each.
DEEPEST = 20
CLOSING = {"{": "}", "(": ")"}
# Where a text appeared. Abstracts are left where they are: they belong to their publishers.
HOLDERS = ("journal", "journaltitle", "booktitle", "publisher")
NO_ENTRIES = ("comment", "preamble", "string")


def split(text):
    """[(line, kind, text)] of everything that begins like an entry, definitions of @string included."""
    starts = [*START.finditer(text)]
    if not any(each[1].lower() not in NO_ENTRIES for each in starts):
        return []
    found, line, at = [], 1, 0
    for number, start in enumerate(starts):
        end = starts[number + 1].start() if number + 1 < len(starts) else len(text)
        line, at = line + text.count("\n", at, start.start()), start.start()
        found.append((line, start[1].lower(), text[at:end].strip()))
    return [each for each in found if each[1] not in ("comment", "preamble")]


def read(chunks):
    """[Reference] of the entries in `chunks`."""
    reader = Reader()
    for _line, kind, text in chunks:
        if kind == "string":
            reader.define(text)
    return [reader.reference(line, text) for line, kind, text in chunks if kind != "string"]


class Reader:
    """One parser for all entries: making one takes longer than reading an entry."""

    def __init__(self):
        self.parser = BibTexParser(common_strings=False, ignore_nonstandard_types=False)
        self.parser.expect_multiple_parse = True
        self.latex = LatexNodes2Text(keep_comments=True)
        self.strings = {}

    def entries(self, text):
        """What the parser finds in `text`."""
        base = self.parser.bib_database = BibDatabase()
        base.load_common_strings()
        base.strings.update(self.strings)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return self.parser.parse(text).entries

    def define(self, text):
        """Remember a @string; a broken one is missed by the entries that use it."""
        if whole(text):
            try:
                self.entries(text)
            except Exception:  # the parser raises whatever the broken text leads to
                return
            self.strings.update(self.parser.bib_database.strings)

    def reference(self, line, text):
        """The Reference of one entry."""
        if len(text) > LONGEST_ENTRY:
            return Reference(line, problems=[_("This entry is longer than any reference.")])
        entry = whole(text)
        if not entry:
            return Reference(line, problems=[_("This entry is incomplete: its brackets do not close.")])
        try:
            found = self.entries(NO_KEY.sub(r"\1none,", entry))
            facts = self.facts(found[0]) if found else None
        except Exception:  # the parsers raise whatever the broken text leads to, RecursionError included
            facts = None
        if facts is None:
            return Reference(line, problems=[_("This entry cannot be read.")])
        return Reference(line, facts)

    def facts(self, entry):
        """The facts of an item."""
        words = {name.lower(): str(value) for name, value in entry.items()}
        holder = next((words[name] for name in HOLDERS if name in words), "")
        doi, url = bare(words.get("doi", "")), bare(words.get("url", ""))
        return {
            "title": self.plain(words.get("title", "")),
            "authors": authors(self.plain(words.get("author") or words.get("editor", ""))),
            "year": year_of(bare(words.get("year") or words.get("date", ""))),
            "doi": doi,
            "address": web_address(url),
            "description": self.plain(holder),
            "language": language_of(bare(words.get("langid") or words.get("language", ""))),
        }

    def plain(self, words):
        """Text without LaTeX: accents as letters, brackets gone."""
        if not any(sign in words for sign in "\\{}$~%") and "--" not in words:
            return " ".join(words.split())
        # The sign of \textasciicircum is read as another sign that looks like it.
        return " ".join(self.latex.latex_to_text(words).replace("\u02c6", "^").split())


def whole(text):
    """`text` up to where the entry's own bracket closes, "" when it does not or nests too deep."""
    start = START.match(text)
    opening, depth, quoted = start[2], 0, text[start.end() - 1 :]
    for number, letter in enumerate(quoted):
        if letter in (opening, "{"):
            depth += 1
        elif letter in (CLOSING[opening], "}"):
            depth -= 1
        if depth > DEEPEST:
            return ""
        if depth == 0:
            return text[: start.end() + number]
    return ""


def authors(words):
    """“Diallo, A. and Sarr, F.” as “Diallo, A.; Sarr, F.”."""
    return named(re.split(r"\s+and\s+", words))


def bare(words):
    """An address, a number: without brackets, and without the strokes LaTeX needs before some signs."""
    return re.sub(r"[{}]|\\(?=[_%&#~])", "", words).removeprefix("\\url").strip()
