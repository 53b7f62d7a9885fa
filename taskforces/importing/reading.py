"""What people paste or send: text in BibTeX or RIS, measured before it is opened, read entry by entry."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MOST_BYTES = 1_000_000
MOST_ENTRIES = 500
LONGEST_ENTRY = 20_000


@dataclass
class Reference:
    """One entry: the line it begins in, the facts of an item, what is wrong with it."""

    line: int
    facts: dict = field(default_factory=dict)
    problems: list = field(default_factory=list)

    @property
    def title(self):
        """What it is called, as far as it is known."""
        return self.facts.get("title", "")


def read_references(data):
    """([Reference], notices) of the bytes or text `data`. Raises ValidationError, in words, when there are none."""
    from taskforces.importing import bibtex, ris

    text, notices = as_text(data)
    for kind in (bibtex, ris):
        if chunks := kind.split(text):
            if len(chunks) > MOST_ENTRIES:
                sentence = _("These are %(number)d entries; at most %(most)d are taken at once. Send them in parts.")
                raise ValidationError(sentence % {"number": len(chunks), "most": MOST_ENTRIES})
            return kind.read(chunks), notices
    raise ValidationError(
        _("No reference was found. Paste BibTeX, which begins with “@article{…”, or RIS, which begins with “TY  - ”.")
    )


def as_text(data):
    """(text, notices): UTF-8, UTF-16 or, as older programs write it, Windows-1252."""
    if isinstance(data, str):
        # What a form has decoded: measured as it would be stored.
        data = data.encode("utf-8", "replace")
    if len(data) > MOST_BYTES:
        raise ValidationError(_("This is more than 1 MB. Send it in parts."))
    if not data.strip():
        raise ValidationError(_("There is nothing in it."))
    text, notices = decoded(data)
    if any(ord(letter) < 32 and letter not in "\t\r\n\f" for letter in text):
        raise not_text()
    return text.replace("\r\n", "\n").replace("\r", "\n"), notices


def decoded(data):
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "cp1252":
            return text, [_("This is not written in UTF-8. It was read as Windows-1252: check the accents below.")]
        return text, []
    raise not_text()


def not_text():
    return ValidationError(_("This is not a text file. Save your references as BibTeX or RIS."))


# What the names and codes of languages in reference programs mean here.
LANGUAGES = {
    **dict.fromkeys(("en", "eng", "english", "american", "british", "en-gb", "en-us"), "en"),
    **dict.fromkeys(("fr", "fre", "fra", "french", "français", "francais", "fr-fr"), "fr"),
    **dict.fromkeys(("es", "spa", "spanish", "español", "espanol", "es-es"), "es"),
    **dict.fromkeys(("pt", "por", "portuguese", "português", "pt-br"), "pt"),
    **dict.fromkeys(("de", "ger", "deu", "german", "deutsch", "ngerman"), "de"),
}


def language_of(words):
    """The code of a language as reference programs name it, "" where it is unknown."""
    return LANGUAGES.get((words or "").strip().lower(), "")


def year_of(words):
    """The year at the beginning of a date, or None."""
    digits = (words or "").strip()[:4]
    return int(digits) if len(digits) == 4 and digits.isascii() and digits.isdigit() and int(digits) >= 1500 else None


def named(people):
    """Authors in one line, the last ones left out where they are too many."""
    told = "; ".join(" ".join(name.split()) for name in people if name.strip())
    return told if len(told) <= 1000 else f"{told[:990].rpartition(';')[0] or told[:990]}; …"


def web_address(words):
    """A web address, or "" where something else stands."""
    words = (words or "").strip()
    return words if words.lower().startswith(("http://", "https://")) else ""
