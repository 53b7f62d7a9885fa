"""Rights: asked one way (`user.has_perm`), declared in each app's `permissions.py`.

Group permissions (secretariat) come from Django, rules over facts from `rules`; vetoes stand above both.
"""

_vetoes = {}


def veto(permission, predicate):
    """Refuse `permission` wherever `predicate(user, obj)` is true, whatever else grants it, superusers included."""
    _vetoes.setdefault(permission, []).append(predicate)


def is_vetoed(user, permission, obj=None):
    """Whether a veto refuses `permission` on `obj` to `user`."""
    return any(predicate(user, obj) for predicate in _vetoes.get(permission, ()))
