"""Keys for programs: the secretariat sees whose they are, and takes back one that does harm."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import RangeDateFilter

from api.models import Key
from core.admin_base import PlatformAdmin, verb


@admin.register(Key)
class KeyAdmin(PlatformAdmin):
    can_add = False
    can_change = False
    list_display = ["name", "person", "prefix", "created_at", "used_on"]
    list_filter = [("created_at", RangeDateFilter), ("used_on", RangeDateFilter)]
    search_fields = ["person__name", "person__email", "prefix"]
    search_help_text = _("Person, or how the key begins")
    fields = ["person", "name", "prefix", "created_at", "used_on"]
    readonly_fields = fields
    verbs = ["revoke"]

    def visible(self, rows, user):
        """All of them: her own are on the pages of her account."""
        return rows

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person")

    @verb(
        _("Revoke"),
        permission="api.revoke_key",
        explanation=_("Programs that send this key are refused from now on. Whoever made it can make another one."),
        done=_("The key is revoked."),
        is_grave=True,
    )
    def revoke(self, key, *, by):
        key.revoke(by=by)
