"""The languages an organisation may work in, by the names readers know them by."""

from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

# Named by Django's own catalogues.
BY_DJANGO = (
    "af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id ig is it ja ka kk km kn ko ky "
    "lb lt lv mk ml mn mr ms my ne nl no pa pl pt ro ru sk sl sq sr sv sw ta te tg th tk tr uk ur uz vi"
)
NAMED = frozenset(BY_DJANGO.split())

FURTHER = {
    "am": _("Amharic"),
    "ay": _("Aymara"),
    "bm": _("Bambara"),
    "ff": _("Fula"),
    "fil": _("Filipino"),
    "gn": _("Guarani"),
    "gu": _("Gujarati"),
    "ha": _("Hausa"),
    "lo": _("Lao"),
    "ln": _("Lingala"),
    "mg": _("Malagasy"),
    "ny": _("Chichewa"),
    "om": _("Oromo"),
    "ps": _("Pashto"),
    "qu": _("Quechua"),
    "rw": _("Kinyarwanda"),
    "si": _("Sinhala"),
    "sn": _("Shona"),
    "so": _("Somali"),
    "st": _("Sesotho"),
    "ti": _("Tigrinya"),
    "wo": _("Wolof"),
    "xh": _("Xhosa"),
    "yo": _("Yoruba"),
    "zh": _("Chinese"),
    "zu": _("Zulu"),
}

CODES = frozenset([*NAMED, *FURTHER])


def name_of(code):
    """The name of a language in the reader's; the code itself where it is unknown."""
    if code in FURTHER:
        return str(FURTHER[code])
    return str(get_language_info(code)["name_translated"]) if code in NAMED else code


def choices():
    """[(code, name)], sorted by name."""
    return sorted(((code, name_of(code)) for code in CODES), key=lambda choice: choice[1].casefold())
