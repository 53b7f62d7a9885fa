"""What all answers to programs have in common: limits, language, format, conditional requests, open to any page."""

import hashlib

from django.http import Http404, HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.decorators import method_decorator
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View

from api.asking import Refused, format_of, language_of
from api.formats import FORMATS, as_json
from api.limits import key_of, take_turn
from core.views.problems import problem

# How long an answer may be kept before it is asked for again, in seconds.
KEPT_SECONDS = 60
FOR_OTHER_PAGES = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After",
}
BEFORE_ASKING = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Authorization, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def unknown_key():
    """Nothing is refused for want of a key; but whoever sends one that was revoked is to hear of it."""
    response = problem(
        401, _("Nobody has this key, or it was revoked. Send another one as “Authorization: Bearer …”, or none.")
    )
    response["WWW-Authenticate"] = 'Bearer realm="api", error="invalid_token"'
    return response


# A form key guards what changes something; here nothing does, and a POST is to hear 405.
@method_decorator(csrf_exempt, name="dispatch")
class ApiView(View):
    """One answer in a format and a language the program asks for; what goes wrong is a problem in words."""

    http_method_names = ["get", "head", "options"]
    formats = ("json",)
    # Parameters it takes beside `format`; None: the view reads them itself.
    parameters = ()

    def dispatch(self, request, *args, **kwargs):
        language = language_of(request)
        with translation.override(language):
            response = self.answer(request, *args, **kwargs)
        response["Content-Language"] = language
        for name, value in FOR_OTHER_PAGES.items():
            response[name] = value
        patch_vary_headers(response, ["Accept", "Accept-Language"])
        return response

    def answer(self, request, *args, **kwargs):
        """The answer to any method, with what is left of the limit."""
        if request.method not in ("GET", "HEAD"):
            return super().dispatch(request, *args, **kwargs)
        key = key_of(request)
        # Whoever tries keys uses up the turns of the address.
        turn = take_turn(request, key)
        if not turn.is_granted:
            response = problem(429, _("Too many requests. Ask again in %(seconds)d seconds.") % {"seconds": turn.reset})
        elif key is None and "Authorization" in request.headers:
            response = unknown_key()
        else:
            response = self.answer_in_words(request, *args, **kwargs)
        if key is not None:
            key.note_use()
        return turn.told_in(response)

    def answer_in_words(self, request, *args, **kwargs):
        try:
            if self.parameters is not None:
                self.refuse_others(request)
            self.format = format_of(request, self.formats)
            return self.get(request, *args, **kwargs)
        except Refused as refused:
            return problem(refused.status, refused.sentence)
        except Http404:
            return problem(404, _("There is nothing at this address."))

    def refuse_others(self, request):
        for name in sorted(set(request.GET) - {"format", *self.parameters}):
            raise Refused(400, _("There is no parameter “%(name)s”.") % {"name": name[:60]})

    def http_method_not_allowed(self, request, *args, **kwargs):
        response = problem(405, _("This can only be read."))
        response["Allow"] = ", ".join(self._allowed_methods())
        return response

    def options(self, request, *args, **kwargs):
        return HttpResponse(status=204, headers=BEFORE_ASKING | {"Allow": ", ".join(self._allowed_methods())})

    def given(self, text, *, changed_at=None, links=()):
        """`text` in the format asked for, or 304 for whoever has it; `links` are (address, relation)."""
        content = text.encode()
        etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        response = HttpResponse(content, content_type=f"{FORMATS[self.format]}; charset=utf-8")
        response["ETag"] = etag
        if changed_at:
            response["Last-Modified"] = http_date(changed_at.timestamp())
        if links:
            response["Link"] = ", ".join(f'<{address}>; rel="{relation}"' for address, relation in links)
        patch_cache_control(response, public=True, max_age=KEPT_SECONDS)
        # Words change without the data: a day would not tell, the print of the text does.
        return get_conditional_response(self.request, etag=etag, response=response)

    def given_json(self, data, **more):
        return self.given(as_json(data), **more)
