"""What was published: to find, to read, to take along."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateFilter
from unfold.decorators import display

from core.admin_base import PlatformAdmin
from practices.admin.narrowing import CountryFilter, RegionFilter
from practices.models import Version


class CountryOfVersion(CountryFilter):
    finds = "pk"


class RegionOfVersion(RegionFilter):
    finds = "pk"


@admin.register(Version)
class VersionAdmin(PlatformAdmin):
    """Versions are final: they come into being by publishing a sheet, and stay."""

    can_add = can_change = False
    list_display = [
        *("code", "number", "title", "language", "organisation", "evidence_level"),
        *("completeness_percent", "is_current", "published_at"),
    ]
    list_display_links = ["code", "number", "title"]
    list_filter = [
        "is_current",
        ("language", ChoicesDropdownFilter),
        ("evidence_level", ChoicesDropdownFilter),
        RegionOfVersion,
        CountryOfVersion,
        ("licence", ChoicesDropdownFilter),
        ("organisation", AutocompleteSelectFilter),
        ("published_at", RangeDateFilter),
    ]
    search_fields = ["title_en", "title_fr", "title_es", "authors"]
    search_help_text = _("Title in any language, or authors")
    ordering = ["-published_at", "-pk"]
    fields = readonly_fields = [
        *("practice", "number", "title", "is_current", "language", "edition", "licence", "authors", "organisation"),
        *("evidence_level", "completeness_percent", "shown_codes", "published_by", "published_at"),
    ]
    export_columns = [
        *("code", "number", "is_current", "title_en", "title_fr", "title_es", "language", "edition", "licence"),
        *("authors", "organisation", "wocat_code", "fao_code", "evidence_level", "completeness_percent"),
        *("countries", "shown_codes", "published_at", "published_by", "confirmed_at", "address"),
    ]
    personal_columns = ["published_by", "authors"]
    is_long = True

    def get_queryset(self, request):
        rows = super().get_queryset(request).light()
        return rows.select_related("practice", "organisation", "published_by")

    @display(description=_("Code"), ordering="practice")
    def code(self, version):
        return version.practice.code

    @display(description=_("WOCAT code"))
    def wocat_code(self, version):
        return version.practice.wocat_code

    @display(description=_("FAO code"))
    def fao_code(self, version):
        return version.practice.fao_code

    @display(description=_("Confirmed"))
    def confirmed_at(self, version):
        return version.practice.confirmed_at if version.is_current else None

    @display(description=_("Countries"))
    def countries(self, version):
        return ", ".join(code.removeprefix("countries:") for code in version.codes if code.startswith("countries:"))

    @display(description=_("Codes"))
    def shown_codes(self, version):
        return " ".join(version.codes)

    @display(description=_("Address"))
    def address(self, version):
        return version.get_absolute_url()
