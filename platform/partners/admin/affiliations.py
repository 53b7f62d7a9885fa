"""People who belong to organisations: asked for, confirmed, ended; and who speaks for whom."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter
from unfold.decorators import display
from unfold.widgets import UnfoldBooleanWidget

from accounts.admin import inlines_of_person
from accounts.models import User
from core.admin_base import AddedByVerb, PlatformAdmin, ReadOnlyInline, State, offer_search, state_filter, verb
from partners.models import Affiliation, Partner

STATUS_COLOURS = {
    "requested": "warning",
    "active": "success",
    "declined": "danger",
    "ended": "info",
}


class AffiliationsOfPartner(ReadOnlyInline):
    model = Affiliation
    verbose_name_plural = _("People")
    fields = ["person", "status", "is_focal_point", "started_at", "ended_at"]
    ordering = ["status", "-requested_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "partner")


class AffiliationsOfPerson(AffiliationsOfPartner):
    verbose_name_plural = _("Organisations")
    fields = ["partner", "status", "is_focal_point", "started_at", "ended_at"]


inlines_of_person.append(AffiliationsOfPerson)


class AffiliationForm(forms.Form):
    """Who belongs where."""

    person = forms.ModelChoiceField(label=_("Person"), queryset=User.objects.active())
    partner = forms.ModelChoiceField(label=_("Organisation"), queryset=Partner.objects.in_force())
    is_focal_point = forms.BooleanField(
        label=_("Focal point"),
        required=False,
        help_text=_("Speaks for the organisation and confirms its people."),
        widget=UnfoldBooleanWidget,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_search(self, Affiliation, "person", "partner")


def without_focal_point(affiliations):
    """Requests to organisations that nobody speaks for: the secretariat alone can answer them."""
    return affiliations.requested().exclude(partner__in=Affiliation.objects.focal_points().values("partner"))


@admin.register(Affiliation)
class AffiliationAdmin(AddedByVerb, PlatformAdmin):
    can_change = False
    list_display = ["person", "partner", "state", "is_focal_point", "requested_at", "started_at"]
    list_filter = [
        state_filter(
            _("what waits"),
            "waiting",
            all=(_("Waiting for an answer"), lambda rows: rows.requested()),
            nobody=(_("Waiting, organisation without focal point"), without_focal_point),
        ),
        ("status", ChoicesDropdownFilter),
        "is_focal_point",
        ("partner", AutocompleteSelectFilter),
    ]
    list_select_related = ["person", "partner"]
    search_fields = ["person__name", "person__email", "partner__name", "partner__acronym"]
    search_help_text = _("Person or organisation")
    ordering = ["requested_at"]
    fields = ["person", "partner", "state", "is_focal_point", "requested_at", "started_at", "ended_at"]
    readonly_fields = fields
    verbs = ["confirm", "decline", "name_focal_point", "step_down", "end"]
    bulk_verbs = ["confirm", "decline", "end"]
    export_columns = ["person", "email", "partner", "state", "is_focal_point", "requested_at", "started_at", "ended_at"]
    personal_columns = ["person", "email"]
    add_form = AffiliationForm
    add_explanation = _("The person belongs to the organisation at once, without being confirmed, and is told.")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "partner")

    def add(self, *, by, person, partner, is_focal_point):
        affiliation = Affiliation.objects.request(person, partner, by=by)
        affiliation.confirm(by=by)
        if is_focal_point:
            affiliation.name_focal_point(by=by)
        return affiliation

    @display(description=_("Status"), ordering="status", label=STATUS_COLOURS)
    def state(self, affiliation):
        return State(affiliation.status, affiliation.get_status_display())

    @display(description=_("E-mail address"))
    def email(self, affiliation):
        return affiliation.person.email

    @verb(
        _("Confirm"),
        permission="partners.confirm_affiliation",
        when=lambda affiliation: affiliation.is_requested,
        explanation=_("The person belongs to the organisation from now on, and is told."),
        done=_("Confirmed. The person has been told."),
    )
    def confirm(self, affiliation, *, by):
        affiliation.confirm(by=by)

    @verb(
        _("Decline"),
        permission="partners.confirm_affiliation",
        when=lambda affiliation: affiliation.is_requested,
        explanation=_("The organisation does not know this person, who is told."),
        done=_("Declined. The person has been told."),
        is_grave=True,
    )
    def decline(self, affiliation, *, by):
        affiliation.decline(by=by)

    @verb(
        _("Name focal point"),
        permission="partners.name_focal_point_affiliation",
        when=lambda affiliation: affiliation.status == Affiliation.Status.ACTIVE and not affiliation.is_focal_point,
        explanation=_("The person speaks for the organisation from now on, confirms its people, and is told."),
        done=_("Named focal point. The person has been told."),
    )
    def name_focal_point(self, affiliation, *, by):
        affiliation.name_focal_point(by=by)

    @verb(
        _("Take back the role of focal point"),
        permission="partners.step_down_affiliation",
        when=lambda affiliation: affiliation.is_focal_point,
        explanation=_("The person no longer speaks for the organisation, stays a colleague, and is told."),
        done=_("No longer a focal point. The person has been told."),
        is_grave=True,
    )
    def step_down(self, affiliation, *, by):
        affiliation.step_down(by=by)

    @verb(
        _("End"),
        permission="partners.end_affiliation",
        when=lambda affiliation: affiliation.is_open,
        explanation=_("Every right that follows from belonging to the organisation is gone with the next click."),
        done=_("The affiliation has ended."),
        is_grave=True,
    )
    def end(self, affiliation, *, by):
        affiliation.end(by=by)
