"""Finding by words: accents ignored, word endings too, in three languages."""

import re
import unicodedata
from contextlib import contextmanager
from functools import reduce
from operator import or_

from django.contrib.postgres.search import SearchQuery, SearchVector, SearchVectorField
from django.db import connection, transaction
from django.db.models import CharField, Func, Q, TextField, Value
from django.db.models.functions import ConcatPair, Lower

LANGUAGES = ("en", "fr", "es")

# Words that stand in most names and tell nothing; left out unless nothing else is asked for.
EMPTY_WORDS = {
    *("a", "and", "for", "in", "of", "the", "to"),
    *("d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "pour", "un", "une"),
    *("al", "del", "el", "las", "los", "para", "una", "y"),
}

# Shorter words must be there as they are, but for their ending.
LONG = 4


class Unaccented(Func):
    """The text without accents. PostgreSQL's own unaccent() is not immutable; core's first migration wraps it."""

    function = "core_unaccent"
    output_field = CharField()


class Lexemes(SearchVectorField):
    """A full text that is asked and never read: rows come without it, whoever fetches them."""

    def select_format(self, compiler, sql, params):
        return "NULL::tsvector", []


def joined(*fields):
    """SQL for the plain words of several text fields: small letters without accents."""
    text, as_text = fields[0], TextField()
    for each in fields[1:]:
        text = ConcatPair(text, ConcatPair(Value(" "), each, output_field=as_text), output_field=as_text)
    return Lower(Unaccented(text))


def as_plain(words):
    """The same in Python, in small letters: "Genève" is "geneve"."""
    letters = unicodedata.normalize("NFKD", words.strip()).lower()
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def telling(words, *, most=8):
    """The words that are worth looking for."""
    every = words.split()[:most]
    return [word for word in every if as_plain(word) not in EMPTY_WORDS] or every


@contextmanager
def by_index():
    """What is asked inside is answered by indexes. The planner takes each text to be at hand, and would rather unpack
    thousands than have an index tell which hold a word."""
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('enable_seqscan', 'off', true), set_config('cpu_operator_cost', '0.5', true)")
        yield


def vector(fields, language):
    """The full text of translated `fields` in one language: for an index, and for the question that uses it."""
    return SearchVector(*(f"{field}_{language}" for field in fields), config=f"{language}_unaccent")


def any_language(column, part):
    """Condition: a part of what was asked (core.asking) stands in the full text `column`_en, _fr or _es."""
    asked = (Q(**{f"{column}_{language}": question}) for language, question in questions_of(part).items())
    return reduce(or_, asked, Q(pk__in=[]))


def any_of(column, part):
    """Condition: it stands in `column`, which holds the words of all languages."""
    return reduce(or_, (Q(**{column: question}) for question in questions_of(part).values()), Q(pk__in=[]))


def questions_of(part):
    """{language: question} of a part; languages in which nothing could answer are left out."""
    asked = {language: part.words[language] for language in LANGUAGES if language in part.words}
    return {code: SearchQuery(words, config="simple", search_type="raw") for code, words in asked.items()}


def holding(queryset, fields, asked):
    """Rows whose `fields` hold a word, with whatever ending, in any language; `asked` as `beginnings` gives it."""
    words = {f"words_{language}": vector(fields, language) for language in LANGUAGES}
    fitting = (Q(**{f"words_{language}": of_language(asked, language)}) for language in LANGUAGES)
    return queryset.alias(**words).filter(reduce(or_, fitting))


def question(word, language):
    """What begins with the stem of `word`: stems of one and many differ ("verger", "vergers")."""
    return of_language(beginnings(word), language)


def beginnings(words):
    """The same as PostgreSQL reads it, before a language makes stems of it: "vergers" is "vergers:*"."""
    return " & ".join(part if len(part) < LONG else f"{part}:*" for part in re.findall(r"\w+", words))


def of_language(asked, language):
    return SearchQuery(asked, config=f"{language}_unaccent", search_type="raw")
