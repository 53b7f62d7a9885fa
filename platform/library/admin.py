"""The libraries of all rooms in the admin: read, found, taken along, put in order by the verbs moderators use too."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import (
    AutocompleteSelectFilter,
    ChoicesDropdownFilter,
    RangeDateFilter,
    RelatedDropdownFilter,
)
from unfold.decorators import display

from core.admin_base import PlatformAdmin, ReadOnlyInline, ReasonForm, State, verb
from library.models import Version, Work


class VersionsInline(ReadOnlyInline):
    model = Version
    fields = ["language", "number", "edition", "is_current", "what", "downloads", "added_by", "added_at"]
    readonly_fields = ["what", "downloads"]
    ordering = ["language", "-number"]

    def get_queryset(self, request):
        return super().get_queryset(request).as_listed().select_related("stored", "added_by", "work__space")

    @display(description=_("File or web address"))
    def what(self, version):
        return version.stored or version.address

    @display(description=_("Downloads"))
    def downloads(self, version):
        return version.number_of_downloads


@admin.register(Work)
class WorkAdmin(PlatformAdmin):
    """People add works on the pages of a room; the secretariat does so there too."""

    can_add = can_change = False
    list_display = ["title", "type", "year", "languages", "space", "state", "downloads", "added_by", "created_at"]
    list_filter = [
        ("type", ChoicesDropdownFilter),
        ("status", ChoicesDropdownFilter),
        ("licence", ChoicesDropdownFilter),
        ("themes", RelatedDropdownFilter),
        ("regions", RelatedDropdownFilter),
        ("added_by", AutocompleteSelectFilter),
        ("created_at", RangeDateFilter),
    ]
    search_fields = ["title_en", "title_fr", "title_es", "authors", "doi"]
    search_help_text = _("Title in any language, authors, or DOI")
    readonly_fields = fields = [
        *("space", "type", "title", "abstract", "authors", "year", "publisher", "doi", "licence"),
        *("shown_objectives", "shown_themes", "shown_regions", "added_by", "created_at", "updated_at"),
        *("state", "reason", "downloads"),
    ]
    inlines = [VersionsInline]
    verbs = ["withdraw", "restore"]
    bulk_verbs = ["withdraw"]
    export_columns = [
        *("title", "type", "authors", "year", "publisher", "doi", "licence", "languages", "space"),
        *("state", "downloads", "added_by", "created_at"),
    ]
    personal_columns = ["added_by"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_facts().with_space().select_related("added_by")

    @display(description=_("Languages"))
    def languages(self, work):
        return ", ".join(work.language_codes)

    @display(description=_("Downloads"), ordering="number_of_downloads")
    def downloads(self, work):
        return work.number_of_downloads

    @display(description=_("Strategic objectives"))
    def shown_objectives(self, work):
        return ", ".join(work.objectives.values_list("code", flat=True)) or "–"

    @display(description=_("Themes"))
    def shown_themes(self, work):
        return ", ".join(map(str, work.themes.all())) or "–"

    @display(description=_("Regions"))
    def shown_regions(self, work):
        return ", ".join(map(str, work.regions.all())) or "–"

    @display(description=_("Status"), ordering="status", label={"kept": "success", "withdrawn": "danger"})
    def state(self, work):
        return State(work.status, work.get_status_display())

    @verb(
        _("Withdraw"),
        permission="library.withdraw_work",
        form=ReasonForm,
        when=lambda work: work.is_kept,
        explanation=_("Nobody can open its files any more. Its page stays and says why; whoever added it is told."),
        done=_("The work is withdrawn."),
        is_grave=True,
    )
    def withdraw(self, work, *, by, reason):
        work.withdraw(reason, by=by)

    @verb(
        _("Put back"),
        permission="library.restore_work",
        when=lambda work: not work.is_kept,
        explanation=_("It is in the library again. Whoever added it is told."),
    )
    def restore(self, work, *, by):
        work.restore(by=by)
