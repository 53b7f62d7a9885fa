"""What the frame of every page shows: the languages and the section."""

from django.conf import settings
from django.utils import translation

from core.addresses import in_language


def site(request):
    """`language_links`: this page, filters and page number kept, in each language."""
    current = translation.get_language()
    path = request.get_full_path()
    return {
        "site_name": settings.SITE_NAME,
        "is_demo": settings.DEMO,
        "language_links": [
            {"code": code, "name": name, "url": in_language(path, code), "is_current": code == current}
            for code, name in settings.LANGUAGES
        ],
    } | alternates(request)


def alternates(request):
    """`canonical_url` and `alternate_links`, (language, address), of a page that search engines may read.

    Every public page exists in every language; who has not chosen one begins at the address without.
    """
    if not request.resolver_match or getattr(request, "user", None) is None or request.user.is_authenticated:
        return {}
    urls = [(code, settings.SITE_URL + in_language(request.path, code)) for code, _name in settings.LANGUAGES]
    if len({url for _code, url in urls}) == 1:
        return {}
    start = [
        ("x-default", f"{settings.SITE_URL}/" if request.resolver_match.view_name == "home:landing" else urls[0][1])
    ]
    return {"canonical_url": settings.SITE_URL + request.path, "alternate_links": urls + start}
