"""Rows of the permission matrix about the wiki: whoever writes in the space edits, moderators look after it."""

import rules

from spaces.permissions import moderates, writes


@rules.predicate
def moderates_its_space(user, page):
    """She moderates the space of the page, today."""
    return page is not None and moderates(user, page.space)


@rules.predicate
def may_edit(user, page):
    """She writes in the space; a protected page is for those who moderate there."""
    if page is None:
        return False
    return moderates(user, page.space) if page.is_protected else writes(user, page.space)


rules.add_perm("wiki.edit_page", may_edit)
rules.add_perm("wiki.protect_page", moderates_its_space)
rules.add_perm("wiki.remove_page", moderates_its_space)
