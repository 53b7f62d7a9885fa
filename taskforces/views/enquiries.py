"""Questions from outside: asked by anybody, confirmed by visitors, published where both sides agree."""

from allauth.core.internal import ratelimit
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, ListView, TemplateView

from taskforces.forms.enquiries import AskTaskForceForm
from taskforces.models import Enquiry
from taskforces.views import OfTaskForce, WithTabs

# Whatever the name and the address: so many questions come from one place.
FROM_ONE_PLACE = {"ask": "10/h/ip"}


class Questions(WithTabs, ListView):
    """What was asked and answered, for everybody."""

    http_method_names = ["get", "head", "options"]
    page_title = gettext_lazy("Questions and answers")
    template_name = "taskforces/questions.html"
    context_object_name = "enquiries"
    paginate_by = 20

    def get_queryset(self):
        published = Enquiry.objects.published().filter(task_force=self.task_force)
        return published.select_related("person", "closed_by").with_names()


class Ask(OfTaskForce, FormView):
    """The box: anybody asks, signed in or not."""

    http_method_names = ["get", "head", "post", "options"]
    form_class = AskTaskForceForm
    page_title = gettext_lazy("Ask a question")
    template_name = "taskforces/ask.html"

    def get_initial(self):
        return super().get_initial() | {"language": get_language()}

    def get_form_kwargs(self):
        person = self.request.user if self.request.user.is_authenticated else None
        return super().get_form_kwargs() | {"person": person}

    def form_valid(self, form):
        if not ratelimit.consume(self.request, app="taskforces", action="ask", config=FROM_ONE_PLACE):
            form.add_error(None, _("That was tried too often within a short time. Please wait for an hour."))
            return self.form_invalid(form)
        person = self.request.user if self.request.user.is_authenticated else None
        if not form.is_from_a_program:
            try:
                Enquiry.objects.ask(self.task_force, by=person, **form.words)
            except ValidationError as error:
                form.add_error(None, error)
                return self.form_invalid(form)
        if person:
            messages.success(self.request, _("Your question is on its way. You are told here and by mail."))
        else:
            sentence = _("One more step: we have written to your address. Press the button in that mail to send it.")
            messages.success(self.request, sentence)
        return redirect("taskforces:questions", self.task_force.code.lower())


@method_decorator(never_cache, name="dispatch")
class Confirm(TemplateView):
    """Where the link of the mail leads: opening it does nothing, the button sends the question."""

    http_method_names = ["get", "head", "post", "options"]
    template_name = "taskforces/enquiry_confirm.html"

    @cached_property
    def enquiry(self):
        enquiry = Enquiry.objects.by_token(self.kwargs["token"])
        if enquiry is None:
            raise Http404
        return enquiry

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(), status=200 if self.enquiry.can_be_confirmed else 410)

    def post(self, request, *args, **kwargs):
        try:
            self.enquiry.confirm()
        except ValidationError:
            raise Http404 from None
        messages.success(request, _("Thank you. Your question is on its way; the answer comes by mail."))
        return redirect(self.enquiry.questions_path)

    def get_context_data(self, **kwargs):
        return super().get_context_data(enquiry=self.enquiry, task_force=self.enquiry.task_force, **kwargs)
