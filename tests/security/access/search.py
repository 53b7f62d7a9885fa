"""The search over everything: open to all, each finds what she may see; its vocabulary is the secretariat's."""

from tests.security.access.admin import admin
from tests.security.access.row import NO, PUBLIC, STAFF, Row

ROWS = [
    Row("en/search/", get=PUBLIC, post=NO),
    *admin("search/term", "search_term", add=STAFF, change=STAFF, delete=STAFF),
]
