"""My profile, my data, my leaving."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.messages.views import SuccessMessageMixin
from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView, UpdateView

from accounts.forms import EraseForm, ProfileForm
from accounts.models import Consent, User
from core.addresses import in_language


class Profile(LoginRequiredMixin, SuccessMessageMixin, UpdateView):
    """How others see me and how the platform speaks to me."""

    form_class = ProfileForm
    template_name = "accounts/profile.html"
    # Not "user", and a copy: the frame of the page shows who is signed in, not what was just typed.
    context_object_name = "person"

    def get_object(self, queryset=None):
        return User.objects.get(pk=self.request.user.pk)

    @transaction.atomic
    def form_valid(self, form):
        response = super().form_valid(form)
        person, wants = self.object, form.cleaned_data["shows_name"]
        person.record("profile_saved", by=person, fields=form.changed_data)
        if wants and not person.shows_name:
            person.consent(Consent.Purpose.ROSTERS, by=person)
        elif not wants and person.shows_name:
            person.withdraw_consent(Consent.Purpose.ROSTERS, by=person)
        return response

    def get_success_message(self, cleaned_data):
        with translation.override(self.object.language):
            return gettext("Your profile is saved.")

    def get_success_url(self):
        return in_language(reverse("accounts:profile"), self.object.language)


@method_decorator(reauthentication_required(allow_get=True), name="dispatch")
class Data(LoginRequiredMixin, TemplateView):
    """What is kept about me; everything of it as a file, for the asking."""

    template_name = "accounts/data.html"

    def post(self, request):
        request.user.record("data_downloaded", by=request.user)
        response = JsonResponse(request.user.personal_data(), json_dumps_params={"indent": 2, "ensure_ascii": False})
        response["Content-Disposition"] = 'attachment; filename="my-data.json"'
        return response


@method_decorator(reauthentication_required(allow_get=True), name="dispatch")
class Erase(LoginRequiredMixin, FormView):
    """Be forgotten: asks once more, then erases and says goodbye."""

    form_class = EraseForm
    template_name = "accounts/erase.html"

    def form_valid(self, form):
        person = User.objects.get(pk=self.request.user.pk)
        person.erase(by=person)
        logout(self.request)
        messages.success(self.request, _("Your account has been erased."))
        return redirect("home:landing")
