"""What a sheet holds, as plain data: the shape in which it is drafted, judged, compared and published."""

import unicodedata

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

TEXTS = ("short", "presentation", "activities", "interests", "services", "needs", "networks")
LISTS = ("themes", "countries", "languages")
CODES = tuple(code for code, _name in settings.LANGUAGES)
# The field of each text in each language: short_en, short_fr, …
TEXT_FIELDS = tuple(f"{name}_{code}" for name in TEXTS for code in CODES)


def plain(text):
    """The text with its paragraphs and without control characters, invisible turns of direction or trailing space."""
    lines = unicodedata.normalize("NFC", str(text)).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = (
        "".join(each for each in line if each == "\t" or unicodedata.category(each) not in ("Cc", "Cs"))
        for line in lines
    )
    return "\n".join(line.translate(TURNS).rstrip() for line in kept).strip()


# Characters that turn the direction of what follows, so that a reader sees something else than what is written.
TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def judged(contents, *, model):
    """`contents` cleaned: every field there, nothing else, in a fixed order.

    Raises ValidationError by field when a text is too long for `model`.
    """
    cleaned, faults = {}, {}
    for name in TEXT_FIELDS:
        cleaned[name] = plain(contents.get(name) or "")
        most = model._meta.get_field(name).max_length
        if len(cleaned[name]) > most:
            faults[name] = _("Please write at most %(most)d characters; there are %(number)d.") % {
                "most": most,
                "number": len(cleaned[name]),
            }
    if faults:
        raise ValidationError(faults)
    for name in LISTS:
        cleaned[name] = sorted({str(each) for each in contents.get(name) or ()})
    return cleaned
