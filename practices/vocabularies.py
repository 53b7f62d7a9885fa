"""The terms of all vocabularies by code, in the reader's language: read by every page, changed by hardly anybody.

Each process keeps them for half a minute (core.lately).
"""

from dataclasses import dataclass, field

from django.db.models.signals import post_save

from core.lately import Lately
from practices.models.vocabulary import Term


@dataclass
class Label:
    """What a code is called."""

    code: str
    name: str
    help: str = ""
    parent: str = ""
    is_retired: bool = False
    # The address of the same concept in AGROVOC.
    agrovoc_url: str = ""
    narrower: list = field(default_factory=list)

    def __str__(self):
        return self.name


def terms_of(slug):
    """{code: Label} of one vocabulary in order, those retired included; {} for one nobody knows."""
    return all_terms().get(slug, {})


def label_of(slug, code):
    """The Label of a code. A code no vocabulary knows, as an old file may hold one, is its own name."""
    return terms_of(slug).get(code) or Label(code, code)


def with_broader(slug, codes):
    """`codes` and those they lie below: whoever looks for cropland finds annual crops, too."""
    terms = terms_of(slug)
    return {*codes, *(terms[code].parent for code in codes if code in terms and terms[code].parent)}


def read_terms():
    terms = {}
    for row in Term.objects.select_related("vocabulary", "parent").in_order():
        parent = row.parent.code if row.parent else ""
        label = Label(row.code, row.name, row.help or "", parent, row.is_retired, row.agrovoc_url)
        of_one = terms.setdefault(row.vocabulary.slug, {})
        of_one[row.code] = label
        if parent in of_one:
            of_one[parent].narrower.append(label)
    return terms


# {slug: {code: Label}} in the language that is spoken now.
all_terms = Lately(read_terms, in_each_language=True)
post_save.connect(all_terms.forget, sender=Term)
