"""The vocabulary that comes with the code (search/data)."""

from pathlib import Path

from core.loading import LANGUAGES, read_json
from search.models import Term


def load_terms():
    """The concepts of the field in three languages. A concept that has terms is the secretariat's and left alone."""
    known = set(Term.objects.values_list("concept", flat=True))
    Term.objects.bulk_create(
        Term(concept=row["concept"], language=language, words=words)
        for row in read_json(Path(__file__).parent, "terms.json")
        if row["concept"] not in known
        for language in LANGUAGES
        for words in row[language]
    )
