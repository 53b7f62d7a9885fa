"""The verbs of saved searches, for tests/core/test_verbs.py."""

from datetime import timedelta

from django.utils import timezone

from practices.models import SavedSearch, Version
from tests.factories import UserFactory
from tests.factories.practices import PracticeFactory


def kept(by):
    return SavedSearch.objects.keep({"region": ["africa"]}, "Africa", by=by)


def told(search):
    PracticeFactory(status="published")
    search.tell(Version.objects.listed(), until=timezone.now() + timedelta(seconds=1), by=None)


def on(obj, verb):
    verb(obj)
    return obj


# {class.verb: (what it records, a function of (a2, sofia) that lets it happen and returns the object)}
VERBS = {
    "SavedSearchQuerySet.keep": ("kept", lambda a2, sofia: kept(sofia)),
    "SavedSearch.tell": ("found", lambda a2, sofia: on(kept(sofia), told)),
}

ELSEWHERE = {"SavedSearch.remove": "the object is gone afterwards; see tests/practices/test_saved_searches.py"}

# {verb: (a function of the task force that prepares, a function of what it made and of Sofia that calls the verb)},
# for tests/security/test_atomic_verbs.py: the verbs that write more than one row.
SEVERAL_ROWS = {
    "keep a search": (lambda a2: None, lambda made, sofia: kept(sofia)),
    "remove a search": (lambda a2: kept(UserFactory()), lambda made, sofia: made.remove(by=sofia)),
}
