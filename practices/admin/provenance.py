"""Where imported sheets come from, to read and to find; and the import itself."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import RangeDateTimeFilter
from unfold.decorators import display

from core.admin_base import PlatformAdmin
from practices.admin.imports import ImportsRecords
from practices.models import Provenance


@admin.register(Provenance)
class ProvenanceAdmin(ImportsRecords, PlatformAdmin):
    can_add = can_change = False
    list_display = ["sheet", "source", "identifier", "licence", "has_texts", "imported_by", "imported_at"]
    list_filter = ["source", "has_texts", ("imported_at", RangeDateTimeFilter)]
    list_select_related = ["practice", "imported_by"]
    search_fields = ["practice__title", "identifier", "address"]
    search_help_text = gettext_lazy("Title, identifier or address")
    fields = [
        "sheet", "source", "identifier", "address", "licence", "has_texts", "imported_by", "imported_at",
    ]  # fmt: skip
    readonly_fields = fields
    export_columns = ["practice", "source", "identifier", "address", "licence", "has_texts", "imported_at"]

    @display(description=gettext_lazy("practice datasheet"), ordering="practice__title")
    def sheet(self, row):
        practice = row.practice
        return format_html('<a href="{}">{} {}</a>', practice.desk_url, practice.code, practice.title)
