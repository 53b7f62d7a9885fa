"""From a title to the address of its page: the same title always leads to the same page."""

from django.utils.text import slugify

from core.search import as_plain

# Letters that have no plain one below an accent.
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "’": " ", "'": " "})
LONGEST_ADDRESS = 80


def tidy(title):
    """A title as it is kept: on one line, with single spaces."""
    return " ".join(title.split())


def address_of(title):
    """The last part of the address: "Le sol, c’est vivant" is "le-sol-c-est-vivant"; "" where no letter is left."""
    return slugify(as_plain(title).translate(LIGATURES))[:LONGEST_ADDRESS].strip("-_")
