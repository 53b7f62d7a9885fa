"""Rows of the permission matrix about spaces: whoever the audience lets in may see."""

import rules

from spaces.models import Space


@rules.predicate
def is_let_in(user, space):
    """The space is among those she may see, now."""
    return space is not None and Space.objects.visible_to(user).filter(pk=space.pk).exists()


rules.add_perm("spaces.enter_space", is_let_in)
