"""Where permissions of groups come from."""

from django.contrib.auth.backends import ModelBackend


class GroupPermissionBackend(ModelBackend):
    """Django's backend, whose group permissions also answer for a single object."""

    def authenticate(self, request, **credentials):
        # Signing in belongs to allauth, which slows down guessing.
        return None

    def has_perm(self, user_obj, perm, obj=None):
        return super().has_perm(user_obj, perm)
