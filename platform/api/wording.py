"""The vocabularies as data: every code with its words in three languages, those retired included."""

from core.loading import LANGUAGES
from practices.models import Term


def vocabularies():
    """[{slug, name, terms: [{code, name, help, broader, agrovoc, is_retired}]}]; names are {language: text}."""
    found = {}
    for term in Term.objects.select_related("vocabulary", "parent").in_order():
        of_one = found.setdefault(
            term.vocabulary.slug,
            {"slug": term.vocabulary.slug, "name": in_languages(term.vocabulary, "name"), "terms": []},
        )
        of_one["terms"].append(
            {
                "code": term.code,
                "name": in_languages(term, "name"),
                "help": in_languages(term, "help"),
                "broader": term.parent.code if term.parent else None,
                "agrovoc": term.agrovoc_url or None,
                "is_retired": term.is_retired,
            }
        )
    return list(found.values())


def in_languages(row, field):
    """{language: text} of what is written."""
    texts = {language: getattr(row, f"{field}_{language}") for language in LANGUAGES}
    return {language: text for language, text in texts.items() if text}
