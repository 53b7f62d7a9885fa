"""Events by year: how many, of which kind and in which region, beside the targets of the plan."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from events.clock import this_year
from objectives.events_by_year import by_kind, by_objective, by_region

FIRST_YEAR = 2020


class EventsByYear(TemplateView):
    """One year after another; numbers only, so everybody may read it."""

    http_method_names = ["get", "head", "options"]
    template_name = "objectives/events_by_year.html"

    @cached_property
    def year(self):
        """The year asked for, from the baseline to the next one; else this one."""
        asked = self.request.GET.get("year", "")
        is_year = len(asked) == 4 and asked.isascii() and asked.isdigit()
        return int(asked) if is_year and FIRST_YEAR <= int(asked) <= this_year() + 1 else this_year()

    def get_context_data(self, **kwargs):
        numbers = by_kind(self.year)
        years, regions = by_region(self.year)
        return super().get_context_data(
            year=self.year,
            earlier=self.year - 1 if self.year > FIRST_YEAR else None,
            later=self.year + 1 if self.year <= this_year() else None,
            kinds=list(numbers.items()),
            objectives=by_objective(numbers),
            years=years,
            regions=regions,
            crumbs=[(_("Strategy"), reverse("objectives:list")), (_("Events by year"), None)],
            **kwargs,
        )
