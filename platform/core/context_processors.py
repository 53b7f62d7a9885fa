"""What the frame of every page shows: the languages and the section."""

from django.conf import settings
from django.urls import translate_url
from django.utils import translation


def site(request):
    """`language_links`: this page, filters and page number kept, in each language."""
    current = translation.get_language()
    path = request.get_full_path()
    return {
        "site_name": settings.SITE_NAME,
        "is_demo": settings.DEMO,
        "language_links": [
            {"code": code, "name": name, "url": translate_url(path, code), "is_current": code == current}
            for code, name in settings.LANGUAGES
        ],
    }
