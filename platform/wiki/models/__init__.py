"""Pages that people of a space write together, with everything they have ever said."""

from wiki.models.draft import Draft
from wiki.models.edition import Edition
from wiki.models.follow import Follow
from wiki.models.link import Link, OldAddress
from wiki.models.page import Page

__all__ = ["Draft", "Edition", "Follow", "Link", "OldAddress", "Page"]
