"""A verb that needs words, on the page of its object."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect

from core.refusals import add_errors


class WordsMixin:
    """For the page of an object: the verb's form stands open there, and keeps what was typed when it is refused.

    The page shows the form as `{open_form}_form`; `get_form` gives what was typed, `perform` calls the verb.
    """

    http_method_names = ["get", "head", "post", "options"]
    permission_required = None

    def get_object(self, queryset=None):
        """The object; 404 when it is not visible, 403 when the verb is not this person's."""
        found = super().get_object(queryset)
        if not self.request.user.has_perm(self.permission_required, found):
            raise PermissionDenied
        return found

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        form = self.get_form()
        if form.is_valid():
            try:
                return redirect(self.perform(self.object, form.cleaned_data))
            except ValidationError as error:
                add_errors(form, error)
        # What is stored now: somebody else may have acted meanwhile.
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data(**{f"{self.open_form}_form": form, "form": form}))

    def get_form(self):
        """What was typed."""
        raise NotImplementedError

    def perform(self, obj, typed):
        """Call the verb; returns where to go."""
        raise NotImplementedError
