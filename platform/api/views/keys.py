"""The keys of my programs: made, shown once, revoked."""

from django.conf import settings
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from api.forms import KeyForm
from api.models import MOST, Key
from core.refusals import add_errors
from core.views import ObjectActionView


class Keys(LoginRequiredMixin, FormView):
    """Mine, and a form for one more. A new one stands on the page that answers the form, and nowhere afterwards."""

    form_class = KeyForm
    template_name = "api/keys.html"

    def form_valid(self, form):
        try:
            key, token = Key.objects.make(form.cleaned_data["name"], by=self.request.user)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        return self.render_to_response(self.get_context_data(form=KeyForm(), made=key, token=token))

    def get_context_data(self, **kwargs):
        keys = list(Key.objects.visible_to(self.request.user))
        return super().get_context_data(
            keys=keys,
            may_make=len(keys) < MOST,
            per_minute=settings.API_REQUESTS_PER_MINUTE,
            per_minute_with_key=settings.API_KEY_REQUESTS_PER_MINUTE,
            **kwargs,
        )


class KeyRevoke(ObjectActionView):
    model = Key
    permission_required = "api.revoke_key"
    success_message = _("The key is revoked: a program that sends it is refused from now on.")

    def perform(self, key):
        key.revoke(by=self.request.user)

    def get_success_url(self):
        return reverse("keys:list")
