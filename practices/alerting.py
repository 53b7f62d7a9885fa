"""Saved searches are asked again: whoever saved one hears once a run of what is new, each in her language."""

from datetime import timedelta

from django.http import QueryDict
from django.utils import timezone, translation

from practices.filters import Finder
from practices.models import SavedSearch

# What is being published at this moment may bear an earlier moment and not be visible yet.
STILL_COMING = timedelta(minutes=5)


def tell_of_new_practices():
    """Ask every saved search for what was published since. Running it again tells nothing twice."""
    until = timezone.now() - STILL_COMING
    searches = SavedSearch.objects.filter(person__is_active=True, looked_at__lt=until)
    for search in searches.select_related("person").order_by("pk").iterator():
        with translation.override(search.person.language):
            search.tell(new_for(search), until=until, by=None)


def new_for(search):
    """What fits a saved search, the newest first, whenever it was published."""
    finder = Finder(QueryDict(search.question))
    return finder.fitting.newest_first().select_related("practice")
