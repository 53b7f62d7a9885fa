"""Finding organisations."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from partners.models import Partner
from regions.models import Country, Region


class PartnerFilter(django_filters.FilterSet):
    """By words, type, college, region, country and status."""

    q = django_filters.CharFilter(
        label=_("Name"), method="with_words", max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    type = django_filters.ChoiceFilter(label=_("Type"), choices=Partner.Type.choices, empty_label=_("All types"))
    college = django_filters.ChoiceFilter(label=_("College"), method="in_college", empty_label=_("All colleges"))
    region = django_filters.ModelChoiceFilter(
        label=_("Region"),
        queryset=lambda request: Region.objects.select_related("parent").order_by("position"),
        to_field_name="slug",
        method="based_in",
        empty_label=_("All regions"),
    )
    country = django_filters.ModelChoiceFilter(
        label=_("Country"),
        queryset=lambda request: Country.objects.filter(partners__in=Partner.objects.in_force()).distinct().by_name(),
        empty_label=_("All countries"),
    )
    status = django_filters.ChoiceFilter(
        label=_("Status"),
        choices=[(Partner.Status.MEMBER, _("Members")), (Partner.Status.PARTNER, _("Partners"))],
        empty_label=_("Members and partners"),
    )

    class Meta:
        model = Partner
        fields = ["q", "type", "college", "region", "country", "status"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.colleges = {college.slug: college for college in college_model().objects.order_by("number")}
        self.filters["college"].extra["choices"] = [(slug, each.short) for slug, each in self.colleges.items()]

    def with_words(self, queryset, name, value):
        return queryset.matching(value)

    def in_college(self, queryset, name, value):
        return queryset.filter(self.colleges[value].holds)

    def based_in(self, queryset, name, value):
        return queryset.in_region(value)


def college_model():
    """The model of the colleges, by name: they stand on a higher floor."""
    from django.apps import apps

    return apps.get_model("colleges.College")
