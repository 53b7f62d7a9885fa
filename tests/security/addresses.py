"""Every address the site answers, read from the resolver."""

import re

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
            # The admin's list of one app names all apps, whichever are installed.
            yield re.sub(r"\^\(\?P<app_label>[^)]*\)", "^(?P<app_label>…)", route)


def kind_of_page(route):
    """The route; in the admin without what kind of thing it is about: its lists and forms are made alike."""
    return f"admin/{route.split('/', 3)[-1]}" if route.startswith("admin/") and route.count("/") > 2 else route
