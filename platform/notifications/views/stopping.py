"""Mails stopped by the link they carry."""

from django.http import Http404
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View

from core.notice_kinds import Kind
from notifications.models import NoticeSetting
from notifications.models.rhythm import GATHERED
from notifications.models.stopping import read_token


@method_decorator(csrf_exempt, name="dispatch")
class MailStop(View):
    """The link of the mail: GET shows a button, so that a scanner that opens links stops nothing; POST stops.

    The POST may come from a mail program in one click (RFC 8058), which has no session and follows no redirect: what
    stands in the address is key enough, for this and nothing else.
    """

    http_method_names = ["get", "post", "head", "options"]
    template_name = "notifications/stop.html"

    def dispatch(self, request, *args, **kwargs):
        self.person, self.what = read_token(kwargs["token"])
        if self.person is None:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, token):
        return self._page(NoticeSetting.has_stopped(self.person, self.what))

    def post(self, request, token):
        NoticeSetting.stop(self.person, self.what, by=self.person)
        return self._page(True)

    def _page(self, is_stopped):
        local, _at, domain = self.person.email.rpartition("@")
        context = {
            "is_stopped": is_stopped,
            "masked_email": f"{local[:1]}…@{domain}",
            "what": self.what,
            "kind": "" if self.what in GATHERED else Kind(self.what).label,
        }
        response = render(self.request, self.template_name, context)
        response["Referrer-Policy"] = "no-referrer"
        response["Cache-Control"] = "private, no-store"
        return response
