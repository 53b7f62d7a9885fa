"""Addresses that are read outside a page: in mails, calendars and citations."""

from urllib.parse import urljoin

from django.conf import settings


def whole(address):
    """The full address of a page, on the configured site whatever a request may say."""
    return urljoin(settings.SITE_URL, str(address))
