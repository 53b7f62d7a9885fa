"""Addresses that are read outside a page: in mails, calendars and citations."""

from urllib.parse import urljoin

from django.conf import settings


def whole(address):
    """The full address of a page, on the configured site whatever a request may say."""
    return urljoin(settings.SITE_URL, str(address))


def in_language(address, code):
    """The same page in the language of `code`: its address begins with it. One that does not is the same in all."""
    language, slash, rest = address.removeprefix("/").partition("/")
    return f"/{code}/{rest}" if slash and language in dict(settings.LANGUAGES) else address
