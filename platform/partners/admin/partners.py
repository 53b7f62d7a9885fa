"""Organisations: their standing changes by verbs, never as a field."""

from django import forms
from django.contrib import admin
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, DropdownFilter
from unfold.decorators import display

from core.admin_base import PlatformAdmin, ReasonForm, State, state_filter, verb
from partners.admin.affiliations import AffiliationsOfPartner
from partners.admin.imports import ImportsPartners
from partners.admin.invitations import MailDomainsOfPartner
from partners.admin.merging import MergesPartners
from partners.admin.sheets import SheetStateFilter, ShowsSheet
from partners.filters import college_model
from partners.models import Partner
from regions.models import Region

STATUS_COLOURS = {
    "candidate": "warning",
    "partner": "success",
    "member": "success",
    "suspended": "danger",
    "left": "danger",
}


class RegionFilter(DropdownFilter):
    title, parameter_name = _("region"), "region"

    def lookups(self, request, model_admin):
        return [(region.slug, region.name) for region in Region.objects.order_by("position", "slug")]

    def queryset(self, request, queryset):
        region = Region.objects.filter(slug=self.value()).first() if self.value() else None
        return queryset.in_region(region) if region else queryset


class CollegeFilter(DropdownFilter):
    title, parameter_name = _("college"), "college"

    def lookups(self, request, model_admin):
        return [(college.slug, college.short) for college in college_model().objects.order_by("number")]

    def queryset(self, request, queryset):
        college = college_model().objects.filter(slug=self.value()).first() if self.value() else None
        return queryset.filter(college.holds) if college else queryset


class PartnerForm(forms.ModelForm):
    """The facts of an organisation, judged together with the standing that it has."""

    def _get_validation_exclusions(self):
        # The status is no field of this form, but a member must not become commercial by it.
        return super()._get_validation_exclusions() - {"status"}


class OptionalReasonForm(ReasonForm):
    """A word on why, where none is needed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = False


@admin.register(Partner)
class PartnerAdmin(ShowsSheet, MergesPartners, ImportsPartners, PlatformAdmin):
    form = PartnerForm
    list_display = ["name", "acronym", "type", "country", "standing", "college", "joined_on", "sheet_score"]
    list_filter = [
        ("status", ChoicesDropdownFilter),
        ("type", ChoicesDropdownFilter),
        ("nature", ChoicesDropdownFilter),
        RegionFilter,
        ("country", AutocompleteSelectFilter),
        CollegeFilter,
        "gives_funds",
        state_filter(
            _("who speaks for it"), "speaks", nobody=(_("Nobody speaks for it"), lambda rows: rows.nobody_speaks_for())
        ),
        SheetStateFilter,
    ]
    search_fields = ["name", "acronym"]
    search_help_text = _("Name, acronym or words of the sheet, accents and case ignored")
    fields = [
        "standing",
        "status_since",
        "status_reason",
        "name",
        "acronym",
        "type",
        "nature",
        "country",
        "place",
        "website",
        "gives_funds",
        "joined_on",
        "slug",
    ]
    readonly_fields = ["standing", "status_since", "status_reason"]
    autocomplete_fields = ["country", "place"]
    inlines = [AffiliationsOfPartner, MailDomainsOfPartner]
    bulk_verbs = ["admit_as_partner", "admit_as_member", "suspend", "let_leave", "remind_of_sheet"]
    verbs = [*bulk_verbs, "merge"]
    export_columns = [
        "name",
        "acronym",
        "type",
        "nature",
        "country",
        "website",
        "gives_funds",
        "status",
        "joined_on",
        "college",
        "slug",
    ]

    def get_queryset(self, request):
        """Each organisation with its country and the short name of its college."""
        language = get_language() or "en"
        colleges = college_model().objects.order_by("number")
        return (
            super()
            .get_queryset(request)
            .select_related("country")
            .annotate(
                college_name=models.Case(
                    *[
                        models.When(college.holds, then=models.Value(getattr(college, f"short_{language}") or ""))
                        for college in colleges
                    ],
                    default=models.Value(""),
                )
            )
        )

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "website":
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_search_results(self, request, queryset, search_term):
        return queryset.matching(search_term), False

    def get_fields(self, request, obj=None):
        """A new organisation is a candidate, its address follows from its name."""
        return (
            self.fields if obj else ["name", "acronym", "type", "nature", "country", "place", "website", "gives_funds"]
        )

    def get_inlines(self, request, obj):
        return self.inlines if obj else []

    @display(description=_("Status"), ordering="status", label=STATUS_COLOURS)
    def standing(self, partner):
        return State(partner.status, partner.get_status_display())

    @display(description=_("College"), ordering="college_name")
    def college(self, partner):
        return partner.college_name

    @verb(
        _("Admit as partner"),
        permission="partners.decide_partner",
        form=OptionalReasonForm,
        when=lambda partner: partner.can_be_admitted_as(Partner.Status.PARTNER),
        explanation=_("Its people may lead task forces and represent regions from now on, and are told."),
        done=_("The organisation is a partner."),
    )
    def admit_as_partner(self, partner, *, by, reason):
        partner.admit(Partner.Status.PARTNER, by=by, reason=reason)

    @verb(
        _("Admit as member"),
        permission="partners.decide_partner",
        form=OptionalReasonForm,
        when=lambda partner: partner.can_be_admitted_as(Partner.Status.MEMBER),
        explanation=_(
            "Members have a vote in the Consortium. A commercial body can be a partner, never a member. "
            "Its people are told."
        ),
        done=_("The organisation is a member."),
    )
    def admit_as_member(self, partner, *, by, reason):
        partner.admit(Partner.Status.MEMBER, by=by, reason=reason)

    @verb(
        _("Suspend"),
        permission="partners.decide_partner",
        form=ReasonForm,
        when=lambda partner: partner.can_be_suspended,
        explanation=_(
            "Its people lose what they hold in its name with their next click: seats as leader or representative "
            "become vacant, to be confirmed. They are told."
        ),
        done=_("The organisation is suspended."),
        is_grave=True,
    )
    def suspend(self, partner, *, by, reason):
        partner.suspend(by=by, reason=reason)

    @verb(
        _("Let leave"),
        permission="partners.decide_partner",
        form=ReasonForm,
        when=lambda partner: partner.can_leave,
        explanation=_(
            "The organisation leaves the Initiative. Its people lose what they hold in its name with their next "
            "click: seats as leader or representative become vacant, to be confirmed. They are told."
        ),
        done=_("The organisation has left."),
        is_grave=True,
    )
    def let_leave(self, partner, *, by, reason):
        partner.leave(by=by, reason=reason)
