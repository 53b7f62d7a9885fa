"""Every address the site answers, read from the resolver."""

from django.urls import URLResolver, get_resolver
from django.utils import translation


def patterns():
    """Each route as one text, English standing for the three languages: "en/partners/<slug:slug>/"."""
    with translation.override("en"):
        return list(_walk(get_resolver().url_patterns, ""))


def _walk(entries, prefix):
    for entry in entries:
        route = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry.url_patterns, route)
        else:
            yield route
