"""By which codes and which words a datasheet is found."""

from django.utils import translation

from partners.vocabulary import vocabulary as of_organisations
from practices.answers import languages_of, text_in
from practices.evidence import evidence_of
from practices.kinds import kind_of
from practices.vocabularies import label_of


def codes_of(contents, edition):
    """{"land_use:cropland", "countries:SN", "region:africa", …} of what is said, how well it is founded ("evidence:2")
    and in which languages ("language:fr")."""
    codes = {
        f"evidence:{evidence_of(contents).level:d}",
        *(f"language:{each}" for each in languages_of(contents, edition)),
    }
    for question in edition.questions.values():
        if question.key in contents:
            codes |= kind_of(question).codes(contents[question.key])
    return codes


def found_by(contents, edition, tags):
    """The codes of what is said and of `tags`, [(key of a question, code)] its author left open.

    A question with one answer that has been answered since is told by its answer alone.
    """
    codes = codes_of(contents, edition)
    for key, code in tags:
        question = taggable(edition).get(key)
        if question and (question.kind == "choices" or key not in contents):
            codes |= kind_of(question).codes([code] if question.kind == "choices" else code)
    return codes


def taggable(edition):
    """{key: Question} of those that are answered by codes of a vocabulary."""
    return {key: question for key, question in edition.questions.items() if question.kind in ("choice", "choices")}


def words_of(contents, edition, language):
    """Everything it says, as text in `language`; texts nobody has translated stand in the language they have."""
    with translation.override(language):
        parts = [words for question in edition.questions.values() for words in said(question, contents, language)]
    return "\n".join(part for part in parts if part)


def said(question, contents, language):
    """The words of one answer."""
    answer = contents.get(question.key)
    if answer is None:
        return
    if question.translated:
        yield text_in(answer, language)[0]
        return
    kind = kind_of(question)
    yield from flat(kind.shown(answer))
    yield from around(question, sorted(kind.codes(answer)))


def around(question, codes):
    """What an answer lies below: cropland is found where annual cropping stands, Africa where Senegal does."""
    for code in codes:
        name, _colon, value = code.partition(":")
        if name == "region":
            yield of_organisations().regions.get(value)
        elif name == question.key and question.vocabulary:
            yield label_of(question.vocabulary, value).name


def flat(shown):
    """The texts in whatever a kind shows."""
    if isinstance(shown, list | tuple):
        for each in shown:
            yield from flat(each)
    elif shown is not None:
        yield str(shown)
