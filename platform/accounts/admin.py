"""People: who they are and where they stand. They register themselves, and nobody sees or sets a password here."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, RangeDateFilter
from unfold.decorators import display

from accounts.models import User
from accounts.secretariat import appoint, dismiss
from core.admin_base import PlatformAdmin, ReasonForm, State, verb


@admin.register(User)
class UserAdmin(PlatformAdmin):
    can_add = False
    view_on_site = False
    list_display = ["name", "email", "country", "language", "state", "joined_at"]
    list_filter = [
        "is_active",
        "is_staff",
        ("country", AutocompleteSelectFilter),
        "language",
        ("joined_at", RangeDateFilter),
    ]
    list_select_related = ["country"]
    search_fields = ["name", "email"]
    search_help_text = _("Name or e-mail address")
    fields = ["name", "email", "country", "language", "time_zone", "interests", "state", "joined_at", "last_login"]
    readonly_fields = ["email", "state", "joined_at", "last_login"]
    autocomplete_fields = ["country", "interests"]
    verbs = ["deactivate", "reactivate", "appoint_to_secretariat", "dismiss_from_secretariat"]
    export_columns = ["name", "email", "country", "language", "state", "joined_at"]
    personal_columns = ["name", "email", "country", "language"]

    @display(
        description=_("Account"),
        ordering="is_active",
        label={"active": "success", "secretariat": "info", "inactive": "danger", "erased": "danger"},
    )
    def state(self, person):
        if person.is_erased:
            return State("erased", _("erased"))
        if not person.is_active:
            return State("inactive", _("deactivated"))
        return State("secretariat", _("secretariat")) if person.is_staff else State("active", _("active"))

    def get_inlines(self, request, obj):
        """Where the person stands: rows of higher floors, which register themselves in `inlines_of_person`."""
        return inlines_of_person

    @verb(
        _("Deactivate"),
        permission="accounts.deactivate_user",
        form=ReasonForm,
        when=lambda person: person.is_active,
        explanation=_(
            "The person cannot sign in any more, and every open session ends with the next click. "
            "Seats as leader or representative become vacant, to be confirmed."
        ),
        done=_("The account is deactivated."),
        is_grave=True,
    )
    def deactivate(self, person, *, by, reason):
        person.deactivate(by=by, reason=reason)

    @verb(
        _("Activate again"),
        permission="accounts.deactivate_user",
        form=ReasonForm,
        when=lambda person: not person.is_active and not person.is_erased,
        explanation=_("The person can sign in again."),
        done=_("The account is active again."),
    )
    def reactivate(self, person, *, by, reason):
        person.reactivate(by=by, reason=reason)

    @verb(
        _("Appoint to the secretariat"),
        permission="accounts.appoint_user",
        when=lambda person: person.is_active and not person.is_staff,
        explanation=_(
            "The person may do everything here, except appoint others, "
            "and needs a second factor from the next click on."
        ),
        done=_("Appointed to the secretariat."),
        is_grave=True,
    )
    def appoint_to_secretariat(self, person, *, by):
        appoint(person, by=by)

    @verb(
        _("Dismiss from the secretariat"),
        permission="accounts.appoint_user",
        when=lambda person: person.is_staff,
        explanation=_("The person stays on the platform, but has no access to this place any more."),
        done=_("Dismissed from the secretariat."),
        is_grave=True,
    )
    def dismiss_from_secretariat(self, person, *, by):
        dismiss(person, by=by)


# Inlines of a person's page that other apps add.
inlines_of_person = []
