"""Rights: asked one way (`user.has_perm`), declared in each app's `permissions.py`.

Group permissions (secretariat) come from Django, rules over facts from `rules`, what somebody is assigned for a single
object from guardian; vetoes stand above them all.
"""

_vetoes = {}
_assignable = set()


def assignable(permission):
    """Let `permission` be given for single objects, by a verb that writes guardian's row."""
    _assignable.add(permission)


def is_assignable(permission):
    """Whether `permission` may be given for single objects."""
    return permission in _assignable


def veto(permission, predicate):
    """Refuse `permission` wherever `predicate(user, obj)` is true, whatever else grants it, superusers included."""
    _vetoes.setdefault(permission, []).append(predicate)


def is_vetoed(user, permission, obj=None):
    """Whether a veto refuses `permission` on `obj` to `user`."""
    return any(predicate(user, obj) for predicate in _vetoes.get(permission, ()))
