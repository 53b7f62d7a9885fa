"""Which mails I get: chosen on a page of my account, or stopped by the link of the mail itself."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import FormView, View

from notifications.forms.digests import DigestForm
from notifications.models import NoticeSetting
from notifications.models.digest import person_of


class MailSettings(LoginRequiredMixin, FormView):
    """How often the digest comes."""

    http_method_names = ["get", "post", "head", "options"]
    form_class = DigestForm
    template_name = "notifications/settings.html"
    success_url = reverse_lazy("notifications:settings")

    def get_initial(self):
        return {"digest": NoticeSetting.digest_of(self.request.user)}

    def form_valid(self, form):
        NoticeSetting.choose(self.request.user, form.cleaned_data["digest"], by=self.request.user)
        messages.success(self.request, _("Your choice is saved."))
        return super().form_valid(form)


@method_decorator(csrf_exempt, name="dispatch")
class DigestStop(View):
    """The link of the mail: GET shows a button, so that a scanner that opens links stops nothing; POST stops.

    The POST may come from a mail program in one click (RFC 8058), which has no session and follows no redirect: what
    stands in the address is key enough, for this and nothing else.
    """

    http_method_names = ["get", "post", "head", "options"]
    template_name = "notifications/digest_stop.html"

    def dispatch(self, request, *args, **kwargs):
        self.person = person_of(kwargs["token"])
        if self.person is None:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, token):
        return self._page(NoticeSetting.digest_of(self.person) == NoticeSetting.Digest.NONE)

    def post(self, request, token):
        NoticeSetting.choose(self.person, NoticeSetting.Digest.NONE, by=self.person)
        return self._page(True)

    def _page(self, is_stopped):
        local, _at, domain = self.person.email.rpartition("@")
        context = {"is_stopped": is_stopped, "masked_email": f"{local[:1]}…@{domain}"}
        response = render(self.request, self.template_name, context)
        response["Referrer-Policy"] = "no-referrer"
        response["Cache-Control"] = "private, no-store"
        return response
