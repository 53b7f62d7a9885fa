"""How a work is cited: one line, and entries for reference programs."""

from core.addresses import whole
from core.citing import bibtex_entry, names_of, ris_entry

# What reference programs call our types; everything else is "misc" and "GEN".
BIBTEX_TYPES = {
    "publication": "article",
    "guide": "techreport",
    "synthesis": "techreport",
    "position": "techreport",
    "general_media": "article",
    "special_media": "article",
}
RIS_TYPES = {
    "publication": "JOUR",
    "guide": "RPRT",
    "synthesis": "RPRT",
    "position": "RPRT",
    "official": "GOVDOC",
    "general_media": "NEWS",
    "special_media": "MGZN",
    "media": "MULTI",
    "web_tool": "ELEC",
    "data": "DATA",
}
HOLDERS = {"article": "journal", "techreport": "institution"}


class Citing:
    """A work that others refer to."""

    @property
    def doi_url(self):
        """Where its DOI leads."""
        return f"https://doi.org/{self.doi}" if self.doi else ""

    @property
    def author_names(self):
        return names_of(self.authors)

    @property
    def cited_url(self):
        """The address that stands in a citation: of its DOI, else of its page here."""
        return self.doi_url or whole(self.get_absolute_url())

    @property
    def who_and_when(self):
        """Authors, year and publisher, as they stand below the title in a list; "" when nothing is known."""
        return sentences(self._by_whom, self.publisher)

    @property
    def citation(self):
        """One line: who, when, what, from whom, where."""
        return f"{sentences(self._by_whom, self.title, self.publisher)} {self.cited_url}"

    @property
    def _by_whom(self):
        """ "Diallo, A.; Sarr, F. (2024)"."""
        year = f"({self.year})" if self.year else ""
        return " ".join(part for part in ("; ".join(self.author_names), year) if part)

    def bibtex(self, language):
        """Its entry of BibTeX; `language` is that of the title shown."""
        kind = BIBTEX_TYPES.get(self.type, "misc")
        return bibtex_entry(
            kind,
            f"library{self.pk}",
            title=self.title,
            authors=self.authors,
            year=self.year,
            doi=self.doi,
            url=self.cited_url,
            language=language,
            **{HOLDERS.get(kind, "howpublished"): self.publisher},
        )

    def ris(self, language):
        """Its entry of RIS."""
        more = [
            ("PY", self.year),
            ("PB", self.publisher),
            ("DO", self.doi),
            ("UR", self.cited_url),
            ("LA", language),
            ("AB", self.abstract),
        ]
        return ris_entry(RIS_TYPES.get(self.type, "GEN"), title=self.title, authors=self.authors, more=more)


def sentences(*parts):
    """What is there of `parts`, each with its full stop."""
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)
