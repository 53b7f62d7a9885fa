"""Who hears of pages, and in which words (templates/notices/wiki/)."""

from core.announcing import recipients_of
from core.notice_kinds import Kind


def writers(page):
    """Everybody who ever wrote at it and may still enter its space."""
    return page.space.readers().filter(wiki_editions__page=page).distinct()


def followers(activity):
    """Who follows the page and had read it before this edition came; nobody of what was removed meanwhile."""
    page = activity.object
    if page.is_standing:
        yield "follower", page.followers_up_to(activity.data["number"], activity.created_at)


for verb in ("edited", "restored", "renamed"):
    recipients_of(f"wiki.page.{verb}", Kind.LIBRARY)(followers)


@recipients_of("wiki.page.removed", Kind.LIBRARY)
def page_removed(activity):
    yield "writer", writers(activity.object)


@recipients_of("wiki.page.brought_back", Kind.LIBRARY)
def page_brought_back(activity):
    yield "writer", writers(activity.object)
