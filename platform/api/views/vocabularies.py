"""What the codes mean, what can be asked, and what to say where nothing is."""

from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve

from api.describing import description
from api.views.base import ApiView
from api.wording import vocabularies


class Vocabularies(ApiView):
    """All coded lists with their words in three languages."""

    def get(self, request):
        return self.given_json({"vocabularies": vocabularies()})


class Description(ApiView):
    """All of this as OpenAPI 3.1."""

    def get(self, request):
        return self.given_json(description())


class Nothing(ApiView):
    """An address nobody knows; one that lacks its last stroke leads on."""

    parameters = None

    def get(self, request, rest):
        with_stroke = f"{request.path}/"
        try:
            known = resolve(with_stroke).url_name != "nothing"
        except Resolver404:
            known = False
        if not known:
            raise Http404
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(with_stroke + (f"?{query}" if query else ""))
