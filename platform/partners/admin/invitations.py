"""Whom organisations have invited, and by which mail domains their people are known."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.admin import TabularInline
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter
from unfold.decorators import display
from unfold.widgets import (
    UnfoldAdminEmailInputWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextInputWidget,
    UnfoldBooleanWidget,
)

from core.admin_base import AddedByVerb, PlatformAdmin, State, offer_search, state_filter, verb
from partners.admin.imports import ImportsPeople
from partners.models import Invitation, MailDomain, Partner

STATUS_COLOURS = {"sent": "warning", "expired": "danger", "accepted": "success", "withdrawn": "info"}


class MailDomainsOfPartner(TabularInline):
    """What stands behind the @ of an organisation's own addresses."""

    model = MailDomain
    fields = ["domain"]
    extra = 0
    max_num = 20
    hide_title = True


class InvitationAdminForm(forms.Form):
    """Whom to invite, to which organisation."""

    partner = forms.ModelChoiceField(label=_("Organisation"), queryset=Partner.objects.in_force())
    email = forms.EmailField(label=_("E-mail address"), max_length=254, widget=UnfoldAdminEmailInputWidget)
    name = forms.CharField(label=_("Name"), max_length=120, required=False, widget=UnfoldAdminTextInputWidget)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES, widget=UnfoldAdminSelectWidget)
    is_focal_point = forms.BooleanField(
        label=_("Focal point"),
        required=False,
        help_text=_("Speaks for the organisation and confirms its people."),
        widget=UnfoldBooleanWidget,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_search(self, Invitation, "partner")


@admin.register(Invitation)
class InvitationAdmin(AddedByVerb, ImportsPeople, PlatformAdmin):
    can_change = False
    list_display = ["addressee", "partner", "state", "is_focal_point", "created_at", "expires_at"]
    list_filter = [
        state_filter(
            _("what waits"),
            "waiting",
            open=(_("Can be accepted"), lambda rows: rows.open()),
            expired=(_("Expired"), lambda rows: rows.unanswered().exclude(pk__in=rows.open().values("pk"))),
        ),
        ("status", ChoicesDropdownFilter),
        "is_focal_point",
        ("partner", AutocompleteSelectFilter),
    ]
    list_select_related = ["partner"]
    search_fields = ["email", "name", "partner__name", "partner__acronym"]
    search_help_text = _("Person or organisation")
    fields = [
        "partner",
        "email",
        "name",
        "language",
        "is_focal_point",
        "state",
        "invited_by",
        "created_at",
        "expires_at",
        "accepted_by",
        "answered_at",
    ]
    readonly_fields = fields
    verbs = ["send_again", "withdraw"]
    bulk_verbs = verbs
    export_columns = ["email", "name", "partner", "language", "state", "is_focal_point", "created_at", "expires_at"]
    personal_columns = ["email", "name"]
    add_form = InvitationAdminForm
    add_explanation = _(
        "A mail with a link leaves at once. Whoever reads it belongs to the organisation when she says yes."
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("partner", "invited_by", "accepted_by")

    def add(self, *, by, **values):
        return Invitation.objects.invite(values.pop("partner"), by=by, **values)

    @display(description=_("Person"), ordering="email")
    def addressee(self, invitation):
        return invitation.name or invitation.email

    @display(description=_("Status"), ordering="status", label=STATUS_COLOURS)
    def state(self, invitation):
        if invitation.has_expired:
            return State("expired", _("expired"))
        return State(invitation.status, invitation.get_status_display())

    @verb(
        _("Send again"),
        permission="partners.send_again_invitation",
        when=lambda invitation: invitation.is_unanswered,
        explanation=_("A new mail with a new link, valid for ten days; the old link is dead."),
        done=_("A new mail is on its way."),
    )
    def send_again(self, invitation, *, by):
        invitation.send_again(by=by)

    @verb(
        _("Withdraw"),
        permission="partners.withdraw_invitation",
        when=lambda invitation: invitation.is_unanswered,
        explanation=_("The link in the mail leads nowhere from now on."),
        done=_("Withdrawn."),
        is_grave=True,
    )
    def withdraw(self, invitation, *, by):
        invitation.withdraw(by=by)
