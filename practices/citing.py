"""How a version of a datasheet is cited, in a line and for reference programs, and what machines read of its page."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.addresses import whole
from core.citing import bibtex_entry, names_of, ris_entry
from practices.answers import text_in
from practices.licences import Licence

# Who publishes, in the form in which the Initiative is cited in every language.
PUBLISHER = "International “4 per 1000” Initiative"


class Citing:
    """A version others refer to: what stands at its own address stays what it was."""

    @property
    def author_names(self):
        return names_of(self.authors)

    @property
    def year(self):
        return timezone.localtime(self.published_at).year

    @property
    def permanent_url(self):
        """The address of this very version, without a language: it leads to the page in the reader's own."""
        return self.numbered_url(self.number)

    def numbered_url(self, number):
        """The same of another version of its sheet."""
        path = reverse("practices:version", args=[self.practice.code, number])
        return whole(path.removeprefix(f"/{get_language()}"))

    @property
    def doi(self):
        """The name a registrar knows it by, made of its code; "" as long as the house has no prefix."""
        prefix = settings.DOI_PREFIX
        return f"{prefix}/{self.practice.code.lower()}.v{self.number}" if prefix else ""

    @property
    def licence_name(self):
        return Licence(self.licence).label

    @property
    def licence_url(self):
        return Licence(self.licence).url

    @property
    def licence_spdx(self):
        return Licence(self.licence).spdx

    @property
    def original_title(self):
        """(title, language) in which it is cited: that of the sheet."""
        return text_in(self.contents["title"], self.language)

    def citation(self, on):
        """One line, read on the day `on`."""
        words = {
            "authors": "; ".join(self.author_names),
            "year": self.year,
            "title": self.original_title[0],
            "code": self.practice.code,
            "number": self.number,
            "publisher": PUBLISHER,
            "address": self.permanent_url,
            "day": date_format(on),
        }
        return (
            _(
                "%(authors)s (%(year)s). %(title)s. Practice datasheet %(code)s, version %(number)s. %(publisher)s. "
                "%(address)s, accessed on %(day)s."
            )
            % words
        )

    def bibtex(self, on):
        """Its entry of BibTeX, read on the day `on`."""
        title, language = self.original_title
        return bibtex_entry(
            "techreport",
            f"{self.practice.code}v{self.number}",
            title=title,
            authors=self.authors,
            year=self.year,
            institution=PUBLISHER,
            number=self.practice.code,
            version=self.number,
            urldate=on.isoformat(),
            url=self.permanent_url,
            language=language,
            note=self.licence_name,
        )

    def ris(self, on):
        """Its entry of RIS."""
        title, language = self.original_title
        more = [
            ("PY", self.year),
            ("DA", timezone.localtime(self.published_at).strftime("%Y/%m/%d")),
            ("PB", PUBLISHER),
            ("ET", self.number),
            ("M1", self.practice.code),
            ("UR", self.permanent_url),
            ("Y2", on.strftime("%Y/%m/%d")),
            ("LA", language),
            ("AB", text_in(self.contents.get("short_description"), self.language)[0]),
            ("N1", self.licence_name),
        ]
        return ris_entry("RPRT", title=title, authors=self.authors, more=more)

    def csl(self, on):
        """Its item of CSL-JSON."""
        title, language = self.original_title
        return {
            "id": f"{self.practice.code}v{self.number}",
            "type": "report",
            "title": title,
            "author": [csl_name(name) for name in self.author_names],
            "issued": {"date-parts": [parts(timezone.localdate(self.published_at))]},
            "accessed": {"date-parts": [parts(on)]},
            "publisher": PUBLISHER,
            "number": self.practice.code,
            "version": str(self.number),
            "language": language,
            "abstract": text_in(self.contents.get("short_description"), self.language)[0],
            "license": self.licence_name,
            "URL": self.permanent_url,
        }


def csl_name(name):
    """ "Diallo, A." in its parts; anything else as it stands."""
    family, comma, given = (part.strip() for part in name.partition(","))
    return {"family": family, "given": given} if comma and given else {"literal": name}


def parts(day):
    return [day.year, day.month, day.day]
