"""Mandates in the Bureau, given and ended."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter, RelatedDropdownFilter
from unfold.decorators import display
from unfold.widgets import UnfoldAdminDateWidget, UnfoldAdminSelectWidget

from accounts.models import User
from colleges.models import BureauMandate, College
from core.admin_base import AddedByVerb, PlatformAdmin, ReasonForm, State, offer_search, state_filter, verb


class MandateForm(forms.Form):
    """Who represents which college, from when to when."""

    person = forms.ModelChoiceField(label=gettext_lazy("Person"), queryset=User.objects.active())
    college = forms.ModelChoiceField(
        label=gettext_lazy("College"),
        queryset=College.objects.order_by("number"),
        empty_label=gettext_lazy("Choose a college"),
        widget=UnfoldAdminSelectWidget,
    )
    starts_on = forms.DateField(label=gettext_lazy("First day"), widget=UnfoldAdminDateWidget)
    ends_on = forms.DateField(label=gettext_lazy("Last day"), widget=UnfoldAdminDateWidget)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_search(self, BureauMandate, "person")


@admin.register(BureauMandate)
class BureauMandateAdmin(AddedByVerb, PlatformAdmin):
    can_change = False
    list_display = ["person", "college", "state", "starts_on", "ends_on"]
    list_filter = [
        state_filter(
            gettext_lazy("state"),
            "state",
            running=(gettext_lazy("Running"), lambda rows: rows.running()),
            ending=(gettext_lazy("Ending within 60 days"), lambda rows: rows.ending()),
        ),
        ("college", RelatedDropdownFilter),
        ("person", AutocompleteSelectFilter),
    ]
    search_fields = ["person__name", "person__email"]
    fields = ["person", "college", "state", "starts_on", "ends_on", "ended_at", "reason"]
    readonly_fields = fields
    verbs = ["end"]
    export_columns = ["person", "email", "college", "state", "starts_on", "ends_on"]
    personal_columns = ["person", "email"]
    add_form = MandateForm
    add_explanation = gettext_lazy(
        "An elected representative moderates her college from the first day to the last, while her organisation "
        "stands in it. The person is told. Her name appears on the page of the college only if she shows it in rosters."
    )

    def has_add_permission(self, request):
        return request.user.has_perm("colleges.give_bureaumandate")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "college")

    def add(self, *, by, person, college, starts_on, ends_on):
        return BureauMandate.give(person, college, starts_on=starts_on, ends_on=ends_on, by=by)

    @display(description=gettext_lazy("E-mail address"))
    def email(self, mandate):
        return mandate.person.email

    @display(description=gettext_lazy("State"), label={"running": "success", "coming": "info", "ended": "default"})
    def state(self, mandate):
        if mandate.is_running:
            return State("running", _("running"))
        return State("coming", _("coming")) if mandate.can_be_ended else State("ended", _("ended"))

    @verb(
        gettext_lazy("End"),
        permission="colleges.end_bureaumandate",
        form=ReasonForm,
        when=lambda mandate: mandate.can_be_ended,
        explanation=gettext_lazy("It is over at once, and with it the rights in the college. The person is told."),
        done=gettext_lazy("The mandate is over, and the person has been told."),
        is_grave=True,
    )
    def end(self, mandate, *, by, reason):
        mandate.end(by=by, reason=reason)
