"""Photos, drawings and tutorials: put on the sheet at the desk, handed over to whoever may read the sheet."""

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from core.refusals import add_errors
from core.views import ObjectActionView, ObjectPermissionMixin
from core.views.files import StoredFileView
from practices.forms.pictures import PictureForm
from practices.models import Illustration, Version
from practices.views import BelowPractice


class Pictures(BelowPractice, ObjectPermissionMixin, FormView):
    """The files of a sheet, and one more."""

    http_method_names = ["get", "head", "post", "options"]
    permission_required = "practices.change_practice"
    form_class = PictureForm
    template_name = "practices/pictures.html"

    def form_valid(self, form):
        try:
            Illustration.objects.add(self.practice, by=self.request.user, **form.facts)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        messages.success(self.request, _("It goes with the sheet now."))
        return redirect("practices:pictures", self.practice.code)

    def get_context_data(self, **kwargs):
        shown = Illustration.objects.visible_to(self.request.user).filter(practice=self.practice)
        return super().get_context_data(
            practice=self.practice,
            illustrations=shown.on_sheet().in_order(),
            crumbs=self.crumbs((_("Pictures and tutorials"), None)),
            **kwargs,
        )


class Remove(BelowPractice, ObjectActionView):
    """The sheet goes on without it."""

    permission_required = "practices.change_practice"
    success_message = gettext_lazy("The sheet goes on without it.")

    def perform(self, practice):
        shown = Illustration.objects.visible_to(self.request.user).filter(practice=practice).on_sheet()
        get_object_or_404(shown.select_related("practice"), pk=self.kwargs["pk"]).remove(by=self.request.user)

    def get_success_url(self):
        return reverse("practices:pictures", args=[self.practice.code])


class Withdraw(ObjectActionView):
    """Nobody sees it any more, in no version: for the secretariat, when somebody on it asks."""

    model = Illustration
    permission_required = "practices.withdraw_illustration"
    success_message = gettext_lazy("Nobody sees this file any more.")

    def get_queryset(self):
        return super().get_queryset().select_related("practice")

    def perform(self, illustration):
        illustration.withdraw(by=self.request.user)

    def get_success_url(self):
        return self.object.practice.get_absolute_url()


class File(StoredFileView):
    """The file as it was sent, cleaned."""

    http_method_names = ["get", "head", "options"]
    model = Illustration

    def get_queryset(self):
        return super().get_queryset().select_related("stored", "small")

    def get_object(self, queryset=None):
        illustration = super().get_object(queryset)
        # What a published sheet shows may lie in the browser for a day; a draft's file may not.
        self.is_public = Version.objects.visible_to(AnonymousUser()).filter(illustrations=illustration).exists()
        return illustration

    def stored(self, illustration):
        return illustration.stored


class SmallFile(File):
    """The picture as pages show it; 404 for what is no picture."""

    def stored(self, illustration):
        return illustration.small
