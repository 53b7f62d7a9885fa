"""What somebody asks for: words become parts, each with all the ways in which it may stand in a text."""

import re
from dataclasses import dataclass, field
from functools import reduce
from itertools import permutations
from operator import and_, or_

from django.apps import apps
from django.db import connection
from django.db.models import Q
from django.utils.functional import cached_property

from core.search import LANGUAGES, LONG, as_plain, telling
from core.unchanging import Said

# What is longer is cut: nobody reads on, and each word costs a look into every index.
MOST_LETTERS = 200
MOST_WORDS = 8
LONGEST_WORD = 40
# A concept of the vocabulary has at most so many words.
LONGEST_TERM = 5
# Of so many words any order is asked for in one expression.
AT_ONCE = 2

# The stems of each word in each language, accents ignored. A word that tells nothing in a language has none there.
STEMS = """
    SELECT tsvector_to_array(to_tsvector('en_unaccent', word)),
           tsvector_to_array(to_tsvector('fr_unaccent', word)),
           tsvector_to_array(to_tsvector('es_unaccent', word))
      FROM unnest(%s::text[]) WITH ORDINALITY AS asked(word, place)
     ORDER BY place
"""


@dataclass
class Part:
    """One word, or several that name one concept: {language: {stems that stand together}}, and the words as such."""

    stems: dict = field(default_factory=lambda: {language: set() for language in LANGUAGES})
    plain: set = field(default_factory=set)

    @cached_property
    def words(self):
        """What is asked of the texts, by name: a question to the full text of each language in which one could answer,
        and the regular expressions for plain words, of which those of one way must all be there."""
        words = {}
        for language in LANGUAGES:
            ways = (" & ".join(map(lexeme, way)) for way in sorted(self.stems[language]))
            if asked := " | ".join(f"({way})" for way in ways):
                words[language] = asked
        ways = sorted(self.plain.union(*self.stems.values()))
        # One expression for most of them: a long text is read once.
        if short := [either_order(way) for way in ways if len(way) <= AT_ONCE]:
            words["short"] = "|".join(short)
        for number, way in enumerate(way for way in ways if len(way) > AT_ONCE):
            words |= {f"long-{number}-{place}": beginning(word) for place, word in enumerate(way)}
        return words


class Blank:
    """A part of a question whose words are not known yet: only their names, those of `Part.words`."""

    def __init__(self, number, names):
        self.words = {name: Said(f"{number}-{name}") for name in names}

    def stands_in(self, column):
        """Condition: small letters without accents hold any of its ways, each word at the beginning of one."""
        ways = {}
        for name, words in self.words.items():
            if name not in LANGUAGES:
                ways.setdefault(name.rpartition("-")[0], []).append(Q(**{f"{column}__regex": words}))
        return reduce(or_, (reduce(and_, way) for way in ways.values()), Q(pk__in=[]))


def blanks(form):
    """The parts of a question of this form."""
    return [Blank(number, names) for number, names in enumerate(form)]


def lexeme(stem):
    """What begins so; short ones must be there as they are: "sol" is not "solution"."""
    quoted = stem.replace("\\", "").replace("'", "''")
    return f"'{quoted}'" if len(stem) < LONG else f"'{quoted}':*"


def either_order(way):
    """The regular expression for the one or two words of `way`, whichever comes first."""
    return "|".join(dict.fromkeys(".*".join(map(beginning, words)) for words in permutations(way)))


def beginning(word):
    """The regular expression for words that begin so; the shorter it is, the less may follow."""
    if len(word) < LONG:
        return rf"\m{re.escape(word)}(s|es|x)?\M"
    if len(word) == LONG:
        # "fund", the stem of "funding", is not that of "fundación".
        return rf"\m{re.escape(word)}\w{{0,3}}\M"
    # The stem of "policy" is "polici": the letter before its ending is none of the word.
    return rf"\m{re.escape(word.rstrip('i'))}"


class Asked:
    """What was typed, as `parts` that must all be found."""

    def __init__(self, typed):
        self.typed = " ".join(typed.replace("\0", " ").split())[:MOST_LETTERS].strip()
        found = re.findall(r"[^\W_]+", as_plain(self.typed))
        self.words = [word[:LONGEST_WORD] for word in found[:MOST_WORDS]]
        self.parts = list(self._parts()) if self.words else []

    def __bool__(self):
        return bool(self.parts)

    @property
    def form(self):
        """The names of the words of each part: what is asked in the same form is one question (`core.repeating`)."""
        return tuple(tuple(part.words) for part in self.parts)

    @property
    def said(self):
        """What fills in the blanks of a question of this form."""
        return {
            f"{number}-{name}": words for number, part in enumerate(self.parts) for name, words in part.words.items()
        }

    def _parts(self):
        """Concepts of the vocabulary first, the longest before the others, then the words that are left."""
        self.stems = stems_of(self.words)
        terms, taken = self._terms(), set()
        for begin, end in runs(len(self.words)):
            concepts = {concept for spoken in self._spoken(begin, end) for concept in terms.get(spoken, {})}
            if concepts and not taken.intersection(range(begin, end)):
                taken.update(range(begin, end))
                yield self._concept(begin, end, [term for each in concepts for term in self.known[each]])
        left = [number for number in range(len(self.words)) if number not in taken]
        tells = set(telling(" ".join(self.words)))
        # A word that is empty in one language is left out, unless nothing else is asked for.
        full = [number for number in left if self.words[number] in tells and all(self.stems[number].values())]
        for number in full or ([] if taken else left):
            yield self._word(number)

    def _spoken(self, begin, end):
        """(language, stems as the vocabulary holds them) of the words from `begin` to `end`."""
        for language in LANGUAGES:
            stems = [stem for number in range(begin, end) for stem in self.stems[number][language]]
            # Empty words around a term belong to no term.
            if stems and self.stems[begin][language] and self.stems[end - 1][language]:
                yield language, " & ".join(f"'{stem}'" for stem in stems)

    def _terms(self):
        """{(language, stems): {concepts}} of what was typed; keeps all terms of these concepts as `known`."""
        asked = {}
        for begin, end in runs(len(self.words)):
            for language, stems in self._spoken(begin, end):
                asked.setdefault(language, set()).add(stems)
        self.known, terms = {}, {}
        # By name: the vocabulary stands on a higher floor.
        for term in apps.get_model("search.Term").objects.sharing_a_concept(asked):
            self.known.setdefault(term.concept, []).append(term)
            terms.setdefault((term.language, term.stems), set()).add(term.concept)
        return terms

    def _word(self, number):
        part = Part(plain={(self.words[number],)})
        for language, stems in self.stems[number].items():
            if stems:
                part.stems[language].add(tuple(stems))
        return part

    def _concept(self, begin, end, terms):
        part = Part()
        for term in terms:
            if term.lexemes:
                part.stems[term.language].add(term.lexemes)
                part.plain.add(tuple(self._telling_words(as_plain(term.words))))
        return part

    @staticmethod
    def _telling_words(plain):
        words = re.findall(r"[^\W_]+", plain)
        return telling(" ".join(words))


def runs(number):
    """(begin, end) of each run of neighbouring words, the longest first."""
    for length in range(min(number, LONGEST_TERM), 0, -1):
        yield from ((begin, begin + length) for begin in range(number - length + 1))


def stems_of(words):
    """For each word {language: [its stems]}."""
    with connection.cursor() as cursor:
        cursor.execute(STEMS, [words])
        return [dict(zip(LANGUAGES, row, strict=True)) for row in cursor.fetchall()]
