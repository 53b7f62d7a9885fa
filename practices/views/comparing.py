"""Two to four datasheets side by side; two versions of one, question by question."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from practices.comparing import differences, side_by_side, sides_of
from practices.models import Version
from practices.models.finding import CODE
from practices.views.reading import BelowPublished

MOST = 4


class CompareSheets(TemplateView):
    """The sheets whose codes stand in the address: `?code=P00001&code=P00002`; what is no code is left out."""

    http_method_names = ["get", "head", "options"]
    template_name = "practices/compare.html"

    @cached_property
    def keys(self):
        """Of the sheets asked for, each once, in the order of the address."""
        asked = " ".join(self.request.GET.getlist("code")).replace(",", " ").split()[: 5 * MOST]
        found = [int(match[1]) for code in asked if (match := CODE.match(code))]
        return list(dict.fromkeys(found))

    @cached_property
    def versions(self):
        """What everybody can read of them now, at most four."""
        found = Version.objects.visible_to(self.request.user).public().filter(practice__in=self.keys)
        rows = found.select_related("practice", "organisation")
        return sorted(rows, key=lambda version: self.keys.index(version.practice_id))[:MOST]

    def get_context_data(self, **kwargs):
        versions = self.versions
        crumbs = [(_("Practices"), reverse("practices:list")), (_("Compare practices"), None)]
        return super().get_context_data(
            sides=sides_of(versions, self.address_without),
            lines=side_by_side(versions),
            codes=[version.practice.code for version in versions],
            is_full=len(versions) == MOST,
            not_found=len(self.keys) > len(versions),
            crumbs=crumbs,
            **kwargs,
        )

    def address_without(self, version):
        """This page without one of its sheets."""
        rest = [("code", each.practice.code) for each in self.versions if each.pk != version.pk]
        return f"?{urlencode(rest)}" if rest else self.request.path


class CompareVersions(BelowPublished, TemplateView):
    """What has changed from one version to another: `?from=1&to=2`; without, from the last but one to the last."""

    template_name = "practices/compare_versions.html"

    @cached_property
    def both(self):
        """(the earlier, the later)."""
        newest = self.practice.versions.current().get().number
        numbers = self.number("from", max(newest - 1, 1)), self.number("to", newest)
        return [self.numbered(number) for number in numbers]

    def number(self, name, otherwise):
        asked = self.request.GET.get(name, "")
        return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else otherwise

    def get_context_data(self, **kwargs):
        earlier, later = self.both
        return super().get_context_data(
            practice=self.practice,
            earlier=earlier,
            later=later,
            sections=differences(earlier, later),
            all_versions=list(self.versions()),
            crumbs=self.crumbs((_("What has changed"), None)),
            **kwargs,
        )
