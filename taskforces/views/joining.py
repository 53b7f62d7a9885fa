"""The joining form: saved at any moment, sent once."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from taskforces.forms import JoinForm
from taskforces.models import Application, JoiningForm, Role
from taskforces.views import OfTaskForce


class Join(OfTaskForce, LoginRequiredMixin, FormView):
    """Ask to join, in the roles that are open to this person."""

    form_class = JoinForm
    page_title = gettext_lazy("Join")
    template_name = "taskforces/join.html"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        waiting = self.open_application
        if waiting and not waiting.is_draft:
            return redirect(waiting)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def open_application(self):
        """What this person has begun or sent for this task force, or None."""
        return Application.objects.open().filter(person=self.request.user, task_force=self.task_force).first()

    @cached_property
    def joining_form(self):
        """The questions: of the draft, or the newest ones."""
        return self.open_application.form if self.open_application else JoiningForm.objects.of(self.task_force)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "person": self.request.user,
            "joining_form": self.joining_form,
            "draft": self.open_application,
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            draft=self.open_application,
            is_candidate_possible=Role.LEADER in Role.open_to(self.request.user),
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        if "save" in request.POST:
            return self.save_draft()
        return super().post(request, *args, **kwargs)

    def save_draft(self):
        """Keep what was typed, complete or not."""
        form = self.get_form()
        form.is_valid()
        try:
            application = Application.begin(self.request.user, self.task_force)
        except ValidationError as error:
            messages.error(self.request, error.messages[0])
            return redirect(self.task_force)
        form.fill(application)
        application.save_draft(by=self.request.user)
        messages.success(self.request, _("Saved. You can go on later, on any device."))
        return redirect("taskforces:join", self.task_force.code.lower())

    def form_valid(self, form):
        try:
            with transaction.atomic():
                application = Application.begin(self.request.user, self.task_force)
                form.fill(application)
                application.submit(by=self.request.user)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(self.request, _("Your request has been sent."))
        return redirect(application)
