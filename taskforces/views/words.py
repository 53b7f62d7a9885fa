"""A verb that needs words, on a page of its own."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import FormView

from taskforces.forms.register import ReasonForm
from taskforces.views.register import UnderRegister, WithStanding


class WordsPage(LoginRequiredMixin, WithStanding, UnderRegister, FormView):
    """A verb that needs words, on a page of its own; refused, it keeps what was typed."""

    http_method_names = ["get", "head", "post", "options"]
    form_class = ReasonForm
    template_name = "taskforces/register_words.html"
    permission_required = label = explanation = button = success_message = None
    is_grave = False

    @cached_property
    def object(self):
        """What the words are about; 404 when it is not visible, 403 when the verb is not this person's."""
        found = self.get_object()
        found.task_force = self.task_force
        if not self.request.user.has_perm(self.permission_required, found):
            raise PermissionDenied
        return found

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and request.method.lower() in self.http_method_names:
            self.object  # noqa: B018 asked at the door
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"label": self.label}

    def get_context_data(self, **kwargs):
        return super().get_context_data(object=self.object, page=self, **kwargs)

    def form_valid(self, form):
        try:
            self.perform(self.object, form.cleaned_data["text"])
        except ValidationError as error:
            form.add_error(None, error.messages)
            return self.form_invalid(form)
        messages.success(self.request, self.success_message)
        return redirect(self.object)

    def perform(self, obj, words):
        """Call the verb."""
        raise NotImplementedError


class FoundHere:
    """Finds the object of the address among those that may be seen."""

    def get_object(self):
        return get_object_or_404(self.get_queryset(), pk=self.kwargs["pk"])
