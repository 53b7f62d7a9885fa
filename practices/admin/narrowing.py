"""By what lists of datasheets are narrowed."""

from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import DropdownFilter

from partners.vocabulary import vocabulary
from practices.evidence import Level
from practices.models import Version


class OfCurrent(DropdownFilter):
    """Asks about the version that is published now; a sheet without any is never found."""

    # How a sheet or a version is reached from its list: "practice" or "pk".
    finds = "practice"

    def asked(self, versions):
        """Those of `versions` with the value that was chosen."""
        raise NotImplementedError

    def queryset(self, request, queryset):
        if self.value() not in dict(self.lookup_choices):
            return queryset
        return queryset.filter(pk__in=self.asked(Version.objects.current()).order_by().values(self.finds))


class CodeFilter(OfCurrent):
    """By a code the sheet is found by."""

    prefix = ""

    def asked(self, versions):
        return versions.filter(codes__contains=[f"{self.prefix}:{self.value()}"])


class RegionFilter(CodeFilter):
    title, parameter_name, prefix = _("region"), "region", "region"

    def lookups(self, request, model_admin):
        return list(vocabulary().regions.items())


class CountryFilter(CodeFilter):
    title, parameter_name, prefix = _("country"), "country", "countries"

    def lookups(self, request, model_admin):
        return list(vocabulary().countries.items())


class EvidenceFilter(OfCurrent):
    title, parameter_name = _("evidence"), "evidence"

    def lookups(self, request, model_admin):
        return [(str(level.value), level.label) for level in Level]

    def asked(self, versions):
        return versions.filter(evidence_level=int(self.value()))
