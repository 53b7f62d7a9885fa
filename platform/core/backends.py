"""Where permissions of groups come from."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from guardian.backends import ObjectPermissionBackend

from core.permissions import is_assignable


class GroupPermissionBackend(ModelBackend):
    """Django's backend, whose group permissions also answer for a single object."""

    def authenticate(self, request, **credentials):
        # Signing in belongs to allauth, which slows down guessing.
        return None

    def _get_user_permissions(self, user_obj):
        # Nobody holds a permission of her own: what a group gives ends with the group. Saves a query per page, too.
        return Permission.objects.none()

    def _get_group_permissions(self, user_obj):
        # The one group is the secretariat's, whose people are staff: of everybody else nothing needs to be asked.
        return super()._get_group_permissions(user_obj) if user_obj.is_staff else Permission.objects.none()

    def has_perm(self, user_obj, perm, obj=None):
        return super().has_perm(user_obj, perm)


class AssignedPermissionBackend(ObjectPermissionBackend):
    """guardian's backend, asked only for the rights that are assigned: every other refusal costs no question."""

    def authenticate(self, request, **credentials):
        return None

    def has_perm(self, user_obj, perm, obj=None):
        if obj is None or not is_assignable(perm) or not user_obj.is_authenticated:
            return False
        return super().has_perm(user_obj, perm, obj)

    def get_all_permissions(self, user_obj, obj=None):
        return set()
