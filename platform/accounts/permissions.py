"""Rows of the permission matrix about people's accounts."""

import rules

from core.permissions import veto


@rules.predicate
def is_oneself(user, person):
    """She asks about her own account."""
    return person is not None and user.pk == person.pk


@rules.predicate
def works_in_the_secretariat(user, person):
    """She may change people's accounts."""
    return user.has_perm("accounts.change_user")


@rules.predicate
def is_of_the_secretariat(user, person):
    """The account belongs to somebody of the secretariat, or to a superuser."""
    return person is not None and (person.is_staff or person.is_superuser)


rules.add_perm("accounts.erase_user", is_oneself)
rules.add_perm("accounts.export_user", is_oneself)
# Colleagues of the secretariat are appointed, dismissed and deactivated by superusers only: no group holds
# accounts.appoint_user. Nobody locks herself out.
rules.add_perm("accounts.deactivate_user", works_in_the_secretariat & ~is_of_the_secretariat)
veto("accounts.deactivate_user", is_oneself)
veto("accounts.appoint_user", is_oneself)
