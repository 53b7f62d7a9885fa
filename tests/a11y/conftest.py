"""The browser of the journeys."""

from tests.journeys.conftest import chromium, house, open_browser  # noqa: F401
