"""Pages of wikis in the admin: read, found, and looked after by the verbs that moderators use too."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import RangeDateFilter
from unfold.decorators import display

from core.admin_base import PlatformAdmin, ReasonForm, State, state_filter, verb
from spaces.rooms import follows
from wiki.models import Page


@admin.register(Page)
class PageAdmin(PlatformAdmin):
    """People write on the platform; the secretariat does so there too."""

    can_add = can_change = False
    list_display = ["title", "shown_space", "language", "shown_state", "number", "changed_at"]
    list_filter = [
        state_filter(
            _("state"),
            "state",
            standing=(_("Standing"), lambda rows: rows.standing()),
            protected=(_("Protected"), lambda rows: rows.standing().filter(is_protected=True)),
            removed=(_("Removed"), lambda rows: rows.removed()),
        ),
        "language",
        ("changed_at", RangeDateFilter),
    ]
    search_fields = ["title", "plain_title", "space__slug"]
    search_help_text = _("Title, or address of the room")
    fields = [
        "shown_space",
        "title",
        "language",
        "translation_of",
        "translated_from",
        "text",
        "shown_state",
        "reason",
        "number",
        "created_at",
        "changed_at",
    ]
    readonly_fields = fields
    verbs = ["protect", "unprotect", "remove", "bring_back"]
    bulk_verbs = ["protect", "remove"]
    export_columns = ["title", "shown_space", "language", "shown_state", "number", "created_at", "changed_at"]

    def get_queryset(self, request):
        spaces = ["space", *(f"space__{path}" for path in follows())]
        return super().get_queryset(request).select_related("translation_of", *spaces)

    @display(description=_("Room"), ordering="space__slug")
    def shown_space(self, page):
        return page.space.title

    @display(description=_("State"), label={"standing": "success", "protected": "warning", "removed": "danger"})
    def shown_state(self, page):
        if not page.is_standing:
            return State("removed", _("removed"))
        return State("protected", _("protected")) if page.is_protected else State("standing", _("standing"))

    @verb(
        _("Protect"),
        permission="wiki.protect_page",
        when=lambda page: page.can_be_protected,
        explanation=_("Only moderators of the room edit it then."),
        done=_("Protected: only moderators edit this page now."),
    )
    def protect(self, page, *, by):
        page.protect(by=by)

    @verb(
        _("End the protection"),
        permission="wiki.protect_page",
        when=lambda page: page.can_be_unprotected,
        explanation=_("Everybody who writes in the room edits it again."),
        done=_("Everybody who writes in this room can edit this page again."),
    )
    def unprotect(self, page, *, by):
        page.unprotect(by=by)

    @verb(
        _("Remove"),
        permission="wiki.remove_page",
        form=ReasonForm,
        when=lambda page: page.can_be_removed,
        explanation=_("Only moderators see it then. Everybody who wrote it is told, with your reason."),
        done=_("Removed. Everybody who wrote it has been told, with your reason."),
        is_grave=True,
    )
    def remove(self, page, *, by, reason):
        page.remove(reason, by=by)

    @verb(
        _("Bring back"),
        permission="wiki.remove_page",
        when=lambda page: page.can_be_brought_back,
        explanation=_("It stands where it stood, as it was. Everybody who wrote it is told."),
        done=_("The page is back. Those who wrote it have been told."),
    )
    def bring_back(self, page, *, by):
        page.bring_back(by=by)
