"""Regions and countries: their names, and which country lies where."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import RelatedDropdownFilter

from core.admin_base import PlatformAdmin, TranslatedAdmin
from regions.models import Country, Place, Region


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
    fields = ["alpha2", "alpha3", "m49", "region", "is_un_member", "latitude", "longitude"]
    readonly_fields = ["alpha2", "alpha3", "m49"]
    search_fields = ["name_en", "name_fr", "name_es", "alpha2", "alpha3"]
    ordering = ["name_en"]


@admin.register(Place)
class PlaceAdmin(PlatformAdmin):
    """The gazetteer, to choose from: it comes with the code."""

    can_add = False
    list_display = ["name", "country", "population"]
    list_select_related = ["country"]
    fields = readonly_fields = ["name", "country", "latitude", "longitude", "population", "other_names"]
    search_fields = ["name"]
    search_help_text = _("The beginning of a name, in any language")
    ordering = ["name"]
    show_full_result_count = False

    def get_search_results(self, request, queryset, search_term):
        return (queryset.named(search_term) if search_term else queryset), False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
