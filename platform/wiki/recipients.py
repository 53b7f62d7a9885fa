"""Who hears of pages, and in which words (templates/notices/wiki/)."""

from accounts.models import User
from core.announcing import recipients_of


def writers(page):
    """Everybody who ever wrote at it and may still enter its space."""
    people = User.objects.active().filter(wiki_editions__page=page).distinct()
    return [person for person in people if person.has_perm("spaces.enter_space", page.space)]


@recipients_of("wiki.page.removed")
def page_removed(activity):
    yield "writer", writers(activity.object)


@recipients_of("wiki.page.brought_back")
def page_brought_back(activity):
    yield "writer", writers(activity.object)
