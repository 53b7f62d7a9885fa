"""The organisations on the map: a picture with a table, and what the interactive map asks for."""

from django.http import JsonResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.generic import View

from partners.filters import Finder
from partners.mapping import clusters, dots_of_countries
from partners.views.finding import PartnerList
from regions.projection import HEIGHT, WIDTH

WORLD = (-180.0, -90.0, 180.0, 90.0)
DEEPEST = 12


class PartnerMap(PartnerList):
    """The picture of the world at once, the interactive map by a button, the list beside both."""

    def get_template_names(self):
        return ["partners/partner_map.html#results" if self.is_part else "partners/partner_map.html"]

    def get_queryset(self):
        return self.finder.rows.select_related("country", "place")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["crumbs"] = [(_("Partners"), reverse("partners:list")), (_("Map"), None)]
        if not self.is_part:
            dots = dots_of_countries(self.finder.rows)
            context |= {"dots": dots, "width": WIDTH, "height": HEIGHT}
            context |= {"table": [self.as_line(dot) for dot in dots], "columns": [_("Country"), _("Organisations")]}
        return context

    def as_line(self, dot):
        """A line of the table: the country, leading to its organisations, and their number."""
        address = reverse("partners:list") + "?" + urlencode({"country": dot.country})
        return format_html('<a href="{}">{}</a>', address, dot.name), dot.number


class PartnerMapData(View):
    """The dots of a part of the map, clustered: {"points": […], "total": …}."""

    http_method_names = ["get", "head", "options"]

    def get(self, request):
        finder = Finder(request.GET, request.user)
        box, zoom = finder.asked.get("box") or WORLD, finder.asked.get("zoom") or 0
        points = clusters(finder.rows, box=box, zoom=min(zoom, DEEPEST))
        response = JsonResponse({"points": points, "total": sum(point["n"] for point in points)})
        response["Cache-Control"] = "private, max-age=30"
        return response
