"""Who hears of what a saved search has found: whoever saved it."""

from core.announcing import recipients_of
from core.notice_kinds import Kind


@recipients_of("practices.savedsearch.found", Kind.SEARCH)
def found(activity):
    yield "person", [activity.object.person]
