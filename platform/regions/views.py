"""Suggestions while somebody types the name of a city."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import JsonResponse
from django.views.generic import View

from regions.models import Place

SUGGESTIONS = 10


class PlaceSuggestions(LoginRequiredMixin, View):
    """The largest cities whose name begins so: {"places": [{"code": …, "name": …, "country": …}]}."""

    http_method_names = ["get", "head", "options"]

    def get(self, request):
        words, country = request.GET.get("q", "").strip(), request.GET.get("country", "")
        found = Place.objects.named(words) if 2 <= len(words) <= 100 else Place.objects.none()
        if country:
            found = found.filter(country=country[:2])
        rows = found.values("code", "name", "country")[:SUGGESTIONS]
        return JsonResponse({"places": list(rows)}, headers={"Cache-Control": "private, max-age=3600"})
