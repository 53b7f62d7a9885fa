"""The searches a person has saved, for the tests of export and erasure."""

from practices.models import SavedSearch


def saved_by(person, word="Sahel"):
    """{model: what "Download my data" must hold} of one search of hers."""
    search = SavedSearch.objects.keep({"q": [word]}, f"{word} and around", by=person)
    return {"practices.SavedSearch": [f"{word} and around", {"q": [word]}, search.created_at, search.looked_at]}
