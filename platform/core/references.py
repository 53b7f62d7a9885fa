"""What two entries of a register are compared by: a DOI, a web address, a title, each in one form of writing."""

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.search import as_plain

DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")
BEFORE_A_DOI = re.compile(r"^(https?://(dx\.|www\.)?doi\.org/|doi:?\s*)", re.IGNORECASE)
# What is put behind an address to follow its readers.
FOLLOWERS = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid")
# Trigrams two titles share, of all they have.
ALIKE = 0.6
# From here on an import takes two titles for one; below, somebody should look: "Part 1" and "Part 2" are alike too.
SAME = 0.85


def doi_of(words):
    """The DOI in `words`, bare and in small letters: "https://doi.org/10.1016/X" is "10.1016/x"; "" for none.

    Raises ValidationError when something else stands there. Only the shape is looked at: nothing is fetched.
    """
    bare = BEFORE_A_DOI.sub("", (words or "").strip()).rstrip(".,;").lower()
    if bare and (not DOI.fullmatch(bare) or len(bare) > 200):
        raise ValidationError(_("This is not a DOI. It begins with “10.”, like 10.1016/j.geoderma.2017.01.002."))
    return bare


def doi_in_address(address):
    """The DOI a web address leads to, or ""."""
    if not re.match(r"https?://(dx\.|www\.)?doi\.org/", address or "", re.IGNORECASE):
        return ""
    try:
        return doi_of(address)
    except ValidationError:
        return ""


def plain_address(address):
    """A web address without what does not tell pages apart: scheme, "www.", last slash, mark, followers."""
    try:
        parts = urlsplit((address or "").strip())
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return ""
    if not host:
        return ""
    asked = [(key, value) for key, value in parse_qsl(parts.query) if not key.lower().startswith(FOLLOWERS)]
    question = f"?{urlencode(asked)}" if asked else ""
    return f"{host}{port}{parts.path.rstrip('/')}{question}"[:500]


def plain_title(title):
    """A title in small letters without accents and signs."""
    return " ".join(re.findall(r"\w+", as_plain(title)))


def trigrams(title):
    """The trigrams of a plain title as PostgreSQL counts them."""
    padded = (f"  {word} " for word in title.split())
    return frozenset(word[start : start + 3] for word in padded for start in range(len(word) - 2))


def likeness(one, other):
    """How alike two sets of trigrams are, from 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0
