"""One record of another database in our words: what answers which question, and what nobody understands."""

from dataclasses import dataclass, field

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from partners.importing.reading import by_words, folded
from partners.vocabulary import vocabulary
from practices import editions, vocabularies
from practices.licences import licence_called
from practices.models.provenance import Record

LISTS = ("choices", "countries")
CODED = (*LISTS, "choice", "country")


@dataclass
class Understood:
    """A Record, and what of it was left out, in sentences."""

    record: Record
    notes: list = field(default_factory=list)


class Reader:
    """Reads records by a Mapping; the words of the vocabularies are looked up once for a file."""

    def __init__(self, mapping):
        self.mapping = mapping
        self.edition = editions.edition()
        self.words = {each.ours: self._words_of(each) for each in mapping.fields}

    def understood(self, theirs):
        """The Understood of one record. Raises ValidationError with all that makes it useless."""
        mapping, notes = self.mapping, []
        identifier, title = self.text(theirs, mapping.identifier), self.text(theirs, mapping.title)
        language = self.language(theirs)
        problems = []
        if not identifier:
            problems.append(_("The record has no “%(name)s”.") % {"name": mapping.identifier})
        if not title:
            problems.append(_("The record has no “%(name)s”.") % {"name": mapping.title})
        if language not in dict(settings.LANGUAGES):
            problems.append(_("“%(text)s” is not a language of the platform: en, fr or es.") % {"text": language[:60]})
        if problems:
            raise ValidationError(problems)
        licence_words = self.text(theirs, mapping.licence)
        licence = licence_called(licence_words)
        record = Record(
            source=mapping.source,
            identifier=identifier[:200],
            title=title,
            language=language,
            contents=self.contents(theirs, licence, notes),
            address=self.address(theirs, identifier),
            authors=self.text(theirs, mapping.authors),
            licence=licence,
            licence_words=licence_words[:200],
        )
        return Understood(record, notes)

    def contents(self, theirs, licence, notes):
        """{key: answer}; texts only where the licence lets them be taken over."""
        if self.mapping.contents:
            return self.own_contents(theirs, licence, notes)
        contents, kept_back = {}, False
        for each in self.mapping.fields:
            value = at(theirs, each.theirs)
            if value in (None, "", [], {}):
                continue
            question = self.edition.questions[each.ours]
            if each.is_text and not licence:
                kept_back = True
            elif question.kind in CODED:
                self.add_codes(contents, each, question, value, notes)
            else:
                contents[each.ours] = each.form.format(" ".join(map(str, value)) if isinstance(value, list) else value)
        if kept_back:
            notes.append(_("texts stay where they are: their licence does not let us copy them"))
        return contents

    def own_contents(self, theirs, licence, notes):
        """The answers of a record that was written by this platform."""
        contents = at(theirs, self.mapping.contents)
        if not isinstance(contents, dict):
            return {}
        if licence:
            return with_named_sites(contents)
        notes.append(_("texts stay where they are: their licence does not let us copy them"))
        questions = self.edition.questions
        return {key: answer for key, answer in contents.items() if key in questions and questions[key].kind in CODED}

    def add_codes(self, contents, each, question, value, notes):
        """Their words as our codes; those nobody knows are told."""
        parts = value if isinstance(value, list) else str(value).split(";") if question.kind in LISTS else [value]
        words, codes = self.words[each.ours], []
        for part in parts:
            text = str(part).strip()
            if folded(text) in words:
                codes.append(words[folded(text)])
            elif text:
                label = {"text": text[:60], "question": question.label}
                notes.append(_("“%(text)s” is not known (%(question)s)") % label)
        if codes and question.kind in LISTS:
            contents[each.ours] = sorted({*contents.get(each.ours, []), *codes})
        elif codes:
            contents[each.ours] = codes[0]

    def _words_of(self, each):
        """{word: code} for a coded question: theirs first, then our codes and names in three languages."""
        question = self.edition.questions[each.ours]
        if question.kind not in CODED:
            return {}
        theirs = {folded(word): code for word, code in each.terms.items()}
        return (countries() if question.kind in ("countries", "country") else of_terms(question)) | theirs

    def text(self, theirs, way):
        """The text at the end of a way, lists with a semicolon between their parts; "" where there is none."""
        value = at(theirs, way) if way else None
        if isinstance(value, list):
            return "; ".join(str(part).strip() for part in value if isinstance(part, str | int | float))
        return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""

    def language(self, theirs):
        """Two letters; English where the record does not say."""
        return (self.text(theirs, self.mapping.language) or "en").lower()[:2]

    def address(self, theirs, identifier):
        """Where it can be read."""
        told = self.text(theirs, self.mapping.address)
        if told.startswith(("https://", "http://")):
            return told
        return self.mapping.address_form.format(identifier=identifier) if self.mapping.address_form else ""


def with_named_sites(contents):
    """Contents whose private farms are called so: open data keep their names back, and the form asks for one. What
    everybody reads does not tell this one either."""
    sites = contents.get("sites")
    if not isinstance(sites, list):
        return contents
    return contents | {"sites": [{"name": _("A private farm")} | site if is_blurred(site) else site for site in sites]}


def is_blurred(site):
    """Whether its name and its exact place were kept back."""
    return isinstance(site, dict) and site.get("is_blurred") is True


def at(record, way):
    """What lies at the end of "licence.code", or None."""
    value = record
    for step in way.split("."):
        if not isinstance(value, dict):
            return None
        value = value.get(step)
    return value


def of_terms(question):
    """{word: code} of a vocabulary in three languages."""
    return by_words([(code, Named(question.vocabulary, code)) for code in vocabularies.terms_of(question.vocabulary)])


def countries():
    """{word: two letters}."""
    return by_words([(code, NamedCountry(code)) for code in vocabulary().countries])


@dataclass(frozen=True)
class Named:
    """A term, called as the language of the moment calls it."""

    vocabulary: str
    code: str

    def __str__(self):
        return vocabularies.label_of(self.vocabulary, self.code).name


@dataclass(frozen=True)
class NamedCountry:
    """A country, likewise."""

    code: str

    def __str__(self):
        return vocabulary().countries[self.code]
