"""Which mails people have chosen: theirs to say, read only here."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import ChoicesDropdownFilter
from unfold.decorators import display

from core.admin_base import PlatformAdmin
from notifications.models import NoticeSetting
from spaces.models import Space


@admin.register(NoticeSetting)
class NoticeSettingAdmin(PlatformAdmin):
    can_add = can_change = False
    view_on_site = False
    list_display = ["person", "about_me", "task", "digest", "paused_until", "changed_at"]
    list_filter = [
        ("about_me", ChoicesDropdownFilter),
        ("task", ChoicesDropdownFilter),
        ("digest", ChoicesDropdownFilter),
    ]
    search_fields = ["person__name", "person__email"]
    search_help_text = _("Name or address of the person")
    list_select_related = ["person"]
    fields = ["person", *NoticeSetting.KINDS, "digest", "weekday", "hour", "paused_until", "rooms", "changed_at"]
    readonly_fields = fields
    export_columns = ["person", *NoticeSetting.KINDS, "digest", "weekday", "hour", "paused_until", "changed_at"]
    personal_columns = ["person"]

    @display(description=_("Choices for rooms"))
    def rooms(self, setting):
        chosen = {choice.space_id: choice for choice in setting.person.room_choices.all()}
        spaces = Space.objects.filter(pk__in=chosen).with_owner()
        lines = [f"{space.title}: {chosen[space.pk].get_rhythm_display()}" for space in spaces]
        return "; ".join(sorted(lines)) or "–"
