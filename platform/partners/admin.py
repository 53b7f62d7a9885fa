"""Organisations and the people who belong to them: their standing changes by verbs, never as a field."""

from django import forms
from django.contrib import admin
from django.db import models
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, DropdownFilter
from unfold.decorators import display
from unfold.widgets import UnfoldBooleanWidget

from accounts.admin import inlines_of_person
from accounts.models import User
from core.admin_base import (
    AddedByVerb,
    PlatformAdmin,
    ReadOnlyInline,
    ReasonForm,
    State,
    offer_search,
    state_filter,
    verb,
)
from partners.admin_import import ImportsPartners
from partners.filters import college_model
from partners.models import Affiliation, Partner
from regions.models import Region

STATUS_COLOURS = {
    "candidate": "warning",
    "partner": "success",
    "member": "success",
    "suspended": "danger",
    "left": "danger",
    "requested": "warning",
    "active": "success",
    "declined": "danger",
    "ended": "info",
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


@admin.register(Partner)
class PartnerAdmin(ImportsPartners, PlatformAdmin):
    form = PartnerForm
    list_display = ["name", "acronym", "type", "country", "standing", "college", "joined_on"]
    list_filter = [
        ("status", ChoicesDropdownFilter),
        ("type", ChoicesDropdownFilter),
        ("nature", ChoicesDropdownFilter),
        RegionFilter,
        ("country", AutocompleteSelectFilter),
        CollegeFilter,
        "gives_funds",
    ]
    search_fields = ["name", "acronym"]
    search_help_text = _("Name or acronym, accents and case ignored")
    fields = [
        "standing",
        "status_since",
        "status_reason",
        "name",
        "acronym",
        "type",
        "nature",
        "country",
        "website",
        "gives_funds",
        "joined_on",
        "slug",
    ]
    readonly_fields = ["standing", "status_since", "status_reason"]
    autocomplete_fields = ["country"]
    inlines = [AffiliationsOfPartner]
    verbs = ["admit_as_partner", "admit_as_member", "suspend", "let_leave"]
    bulk_verbs = verbs
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
        return self.fields if obj else ["name", "acronym", "type", "nature", "country", "website", "gives_funds"]

    def get_inlines(self, request, obj):
        return self.inlines if obj else []

    def get_urls(self):
        name = "partners_partner_import"
        return [
            path("import/", self.admin_site.admin_view(self.import_view), name=name),
            path("import/template/", self.admin_site.admin_view(self.template_view), name=f"{name}_template"),
        ] + super().get_urls()

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
    spoken_for = Affiliation.objects.active().filter(is_focal_point=True, person__is_active=True)
    return affiliations.requested().exclude(partner__in=spoken_for.values("partner"))


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
    verbs = ["confirm", "decline", "name_focal_point", "end"]
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
        _("End"),
        permission="partners.end_affiliation",
        when=lambda affiliation: affiliation.is_open,
        explanation=_("Every right that follows from belonging to the organisation is gone with the next click."),
        done=_("The affiliation has ended."),
        is_grave=True,
    )
    def end(self, affiliation, *, by):
        affiliation.end(by=by)
