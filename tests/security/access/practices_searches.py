"""Saved searches of practices: everybody signed in keeps her own, and sees no other."""

from tests.security.access.row import NO_GET, SIGNED_IN, Row, people
from tests.security.stage import PARTNER

SEARCHES = "en/practices/searches/"


def kept(stage):
    return {"address": f"{SEARCHES}keep/?region=africa"}


ROWS = [
    Row(SEARCHES, get=SIGNED_IN, post=people(405)),
    Row(f"{SEARCHES}keep/", get=SIGNED_IN, post=people(302), at=kept, data=lambda stage: {"name": "Africa"}),
    Row(
        f"{SEARCHES}<int:pk>/remove/",
        get=NO_GET,
        post=people(404, (PARTNER, 302)),
        at=lambda stage: {"pk": stage.saved_search.pk},
    ),
]
