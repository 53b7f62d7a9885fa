"""Regions and countries: their names, and which country lies where."""

from django.contrib import admin
from unfold.contrib.filters.admin import RelatedDropdownFilter

from core.admin_base import TranslatedAdmin
from regions.models import Country, Region


@admin.register(Region)
class RegionAdmin(TranslatedAdmin):
    list_display = ["name", "parent", "slug", "position"]
    list_select_related = ["parent"]
    fields = ["slug", "parent", "position"]
    search_fields = ["name_en", "name_fr", "name_es", "slug"]


@admin.register(Country)
class CountryAdmin(TranslatedAdmin):
    can_add = False  # ISO 3166 names them
    list_display = ["name", "alpha2", "alpha3", "region", "is_un_member"]
    list_filter = [("region", RelatedDropdownFilter), "is_un_member"]
    list_select_related = ["region"]
    fields = ["alpha2", "alpha3", "m49", "region", "is_un_member"]
    readonly_fields = ["alpha2", "alpha3", "m49"]
    search_fields = ["name_en", "name_fr", "name_es", "alpha2", "alpha3"]
    ordering = ["name_en"]
