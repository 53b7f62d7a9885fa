"""The vocabularies from their data file, in three languages."""

from pathlib import Path

from core.loading import in_languages, read_json
from practices import vocabularies
from practices.models import Term, Vocabulary

FOLDER = Path(__file__).parent
NOTHING = {"en": "", "fr": "", "es": ""}


def load_vocabularies():
    """Bring in what is new. What the secretariat has reworded or retired since is kept."""
    concepts = read_concepts()
    for row in read_json(FOLDER, "vocabularies.json"):
        words = in_languages(name=row["name"], note=row.get("note", NOTHING))
        vocabulary, _ = Vocabulary.objects.get_or_create(slug=row["slug"], defaults=words)
        known = {term.code: term for term in vocabulary.terms.all()}
        same = concepts.get(row["slug"], {})
        new = [*missing(vocabulary, row["terms"], known, same, parent=None)]
        Term.objects.bulk_create(new)
        known |= {term.code: term for term in new}
        below = [missing(vocabulary, each.get("terms", ()), known, same, known[each["code"]]) for each in row["terms"]]
        Term.objects.bulk_create([term for some in below for term in some])
    # Rows made in bulk send no signals.
    vocabularies.all_terms.forget()


def read_concepts():
    """{vocabulary: {code: number of the concept of AGROVOC that means the same}}."""
    read = read_json(FOLDER, "agrovoc.json")["concepts"]
    return {slug: {code: number for code, (number, _label) in of_one.items()} for slug, of_one in read.items()}


def missing(vocabulary, rows, known, concepts, parent):
    """The terms of `rows` that are not known yet."""
    for position, row in enumerate(rows):
        if row["code"] not in known:
            words = in_languages(name=row["name"], help=row.get("help", NOTHING))
            concept = concepts.get(row["code"], "")
            yield Term(
                vocabulary=vocabulary, code=row["code"], parent=parent, position=position, agrovoc=concept, **words
            )
