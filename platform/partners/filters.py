"""Finding organisations."""

import django_filters
from django import forms
from django.apps import apps
from django.utils.translation import gettext_lazy as _

from partners.models import Partner
from regions.models import Country


class PartnerFilter(django_filters.FilterSet):
    """By words, type, college, region, country and status."""

    q = django_filters.CharFilter(
        label=_("Name"), method="with_words", max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    type = django_filters.ChoiceFilter(label=_("Type"), choices=Partner.Type.choices, empty_label=_("All types"))
    college = django_filters.ChoiceFilter(label=_("College"), method="in_college", empty_label=_("All colleges"))
    region = django_filters.ChoiceFilter(label=_("Region"), method="based_in", empty_label=_("All regions"))
    country = django_filters.ChoiceFilter(label=_("Country"), empty_label=_("All countries"))
    status = django_filters.ChoiceFilter(
        label=_("Status"),
        choices=[(Partner.Status.MEMBER, _("Members")), (Partner.Status.PARTNER, _("Partners"))],
        empty_label=_("Any status"),
    )

    class Meta:
        model = Partner
        fields = ["q", "type", "college", "region", "country", "status"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.colleges = {college.slug: college for college in college_model().objects.order_by("number")}
        self.filters["college"].extra["choices"] = [(slug, each.short) for slug, each in self.colleges.items()]
        # Countries and regions where nobody is would lead to empty lists.
        here = Country.objects.filter(pk__in=Partner.objects.in_force().values("country"))
        countries = list(here.select_related("region__parent").by_name())
        self.filters["country"].extra["choices"] = [(country.pk, country.name) for country in countries]
        self.regions = {region.slug: region for each in countries for region in (each.region, each.large_region)}
        self.filters["region"].extra["choices"] = grouped(self.regions.values())

    def with_words(self, queryset, name, value):
        return queryset.matching(value)

    def in_college(self, queryset, name, value):
        return queryset.filter(self.colleges[value].holds)

    def based_in(self, queryset, name, value):
        return queryset.in_region(self.regions[value])


def grouped(regions):
    """Choices: each large region, and under its name the regions that are parts of it, where there are several."""
    choices = []
    for large in in_order(region for region in regions if not region.parent_id):
        parts = in_order(region for region in regions if region.parent_id == large.pk)
        inside = [(region.slug, str(region)) for region in (large, *parts)]
        choices += [(str(large), inside)] if len(parts) > 1 else inside[:1]
    return choices


def in_order(regions):
    """As the list of regions has them."""
    return sorted(regions, key=lambda region: region.position)


def college_model():
    """The model of the colleges, by name: they stand on a higher floor."""
    return apps.get_model("colleges.College")
