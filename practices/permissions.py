"""Rows of the permission matrix about practice datasheets: everybody signed in writes, nobody reviews her own.

Whoever is asked reviews, sends back and rejects; a scientist of the Initiative publishes what she was asked to review;
the secretariat assigns and publishes all of them.
"""

import rules

from core.permissions import assignable, veto
from partners.models import Affiliation
from questions.models import Expert


@rules.predicate
def is_signed_in(user):
    return user.is_authenticated


@rules.predicate
def writes(user, practice):
    """It is her own, or of an organisation she speaks for, now."""
    if practice is None or not user.is_authenticated:
        return False
    if practice.author_id == user.pk:
        return True
    spoken_for = Affiliation.objects.focal_points().filter(person=user, partner=practice.organisation_id)
    return practice.organisation_id is not None and spoken_for.exists()


@rules.predicate
def is_partial(user, practice):
    """It is her own, or of an organisation she belongs to: she does not judge it."""
    if practice is None or not user.is_authenticated:
        return False
    if practice.author_id == user.pk:
        return True
    belongs = Affiliation.objects.active().filter(person=user, partner=practice.organisation_id)
    return practice.organisation_id is not None and belongs.exists()


@rules.predicate
def is_scientist(user, practice):
    """She answers as one of the Initiative's scientists, now."""
    return practice is not None and user.is_authenticated and Expert.objects.in_force().filter(person=user).exists()


@rules.predicate
def is_assigned(user, practice):
    """She was asked to review this one sheet (the right itself is guardian's)."""
    return practice is not None and user.is_authenticated and practice.assignments.filter(user=user).exists()


@rules.predicate
def is_asked(user, assignment):
    """It is she who is asked to review."""
    return assignment is not None and assignment.user_id == user.pk


@rules.predicate
def said(user, comment):
    """The comment is her own."""
    return comment is not None and comment.author_id == user.pk


@rules.predicate
def saved(user, search):
    """She has saved this search."""
    return search is not None and search.person_id == user.pk


@rules.predicate
def writes_its_sheet(user, comment):
    """She writes the sheet it is about."""
    return comment is not None and writes(user, comment.practice)


rules.add_perm("practices.add_practice", is_signed_in)
rules.add_perm("practices.change_practice", writes)
rules.add_perm("practices.submit_practice", writes)
rules.add_perm("practices.work_at_practice", writes | is_assigned)
rules.add_perm("practices.confirm_practice", writes)
rules.add_perm("practices.comment_practice", writes | is_assigned)
rules.add_perm("practices.reject_practice", is_assigned)
rules.add_perm("practices.publish_practice", is_scientist & is_assigned)
rules.add_perm("practices.remove_savedsearch", saved)
rules.add_perm("practices.settle_comment", said | writes_its_sheet)
rules.add_perm("practices.release_assignment", is_asked)
assignable("practices.review_practice")

# Nobody judges what she has written herself or what her own organisation brings, whatever her role.
for judging in ("review", "reject", "publish"):
    veto(f"practices.{judging}_practice", is_partial)

# Under which licence and whose names it is published is said by who writes it.
veto("practices.submit_practice", ~writes)
