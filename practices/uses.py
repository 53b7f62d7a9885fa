"""How many published datasheets use a term."""

from core.counting import numbers
from practices import editions, vocabularies
from practices.models import Version


def count_uses(terms):
    """`terms`, each with `number_of_uses`: public sheets found by it, or by what lies below it, each counted once.

    None where no question is answered by it. One query, however many terms there are.
    """
    terms = list(terms)
    codes = {str(term.pk): codes_of(term) for term in terms}
    found = numbers(
        **{key: Version.objects.public().filter(codes__overlap=some) for key, some in codes.items() if some}
    )
    for term in terms:
        term.number_of_uses = found.get(str(term.pk))
    return terms


def codes_of(term):
    """The codes of sheets that use `term`, in whatever edition."""
    found = set()
    for edition in map(editions.edition, editions.codes()):
        for question in edition.questions.values():
            found |= codes_in(question, term.vocabulary.slug, term.code)
    return sorted(found)


def codes_in(question, vocabulary, code):
    """The codes of sheets that use the term in their answer to `question`."""
    if question.kind == "rows":
        return {f"{question.key}.{each}" for column in question.columns for each in codes_in(column, vocabulary, code)}
    if question.kind == "ratings" and vocabulary in (question.vocabulary, question.levels):
        rated = [code] if question.vocabulary == vocabulary else vocabularies.terms_of(question.vocabulary)
        levels = [code] if question.levels == vocabulary else vocabularies.terms_of(question.levels)
        return {f"{question.key}:{one}.{level}" for one in rated for level in levels}
    return {f"{question.key}:{code}"} if question.vocabulary == vocabulary else set()
