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

from regions.models import Region
from taskforces.forms import JoinForm
from taskforces.models import Application, JoiningForm, Role
from taskforces.views import OfTaskForce


class Join(OfTaskForce, LoginRequiredMixin, FormView):
    """Ask to join, in the roles that are open to this person."""

    http_method_names = ["get", "head", "post", "options"]
    form_class = JoinForm
    page_title = gettext_lazy("Join")
    template_name = "taskforces/join.html"

    def get_task_forces(self):
        return super().get_task_forces().with_standing_of(self.request.user)

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if self.sent_application():
            return redirect(self.sent_application())
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def open_application(self):
        """What this person has begun or sent for this task force, or None."""
        mine = Application.objects.open().filter(person=self.request.user, task_force=self.task_force)
        return mine.select_related("form", "task_force__objective").first()

    def sent_application(self):
        """The request that is on its way, or None."""
        return self.open_application if self.open_application and not self.open_application.is_draft else None

    @cached_property
    def joining_form(self):
        """The questions: of the draft, or the newest ones."""
        return self.open_application.form if self.open_application else JoiningForm.objects.of(self.task_force)

    @cached_property
    def roles(self):
        """The roles open to this person."""
        return Role.open_to(self.request.user)

    def get_initial(self):
        """A seat that was found open arrives here with its role and region."""
        role, slug = self.request.GET.get("role"), self.request.GET.get("region")
        initial = {"role": role} if role in self.roles else {}
        region = next((each for each in Region.objects.large() if each.slug == slug), None) if slug else None
        return initial | ({"region": region.pk} if region else {})

    def get_form_kwargs(self):
        representatives = self.task_force.seats.in_force().representatives()
        return super().get_form_kwargs() | {
            "roles": self.roles,
            "person": self.request.user,
            "joining_form": self.joining_form,
            "held_regions": representatives.values_list("region", flat=True) if len(self.roles) > 1 else (),
            "draft": self.open_application,
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            draft=self.open_application,
            shows_form=self.task_force.is_joining_open or self.open_application or self.request.method == "POST",
            organisations=self.request.user.organisations,
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        if "save" in request.POST:
            return self.save_draft()
        return super().post(request, *args, **kwargs)

    def save_draft(self):
        """Keep what was typed, complete or not. What cannot be kept stays on the page, and why stands beside it."""
        form = self.get_form()
        form.is_valid()
        try:
            application = Application.begin(self.request.user, self.task_force)
            form.fill(application)
            application.save_draft(by=self.request.user)
        except ValidationError:  # sent meanwhile, in another window
            return redirect("taskforces:join", self.task_force.code.lower())
        if form.forget_what_is_missing():
            return self.form_invalid(form)
        messages.success(self.request, _("Saved. You can go on later, on any device."))
        return redirect("taskforces:join", self.task_force.code.lower())

    def form_valid(self, form):
        try:
            with transaction.atomic():
                application = Application.begin(self.request.user, self.task_force)
                form.fill(application)
                application.submit(by=self.request.user)
        except ValidationError as error:
            del self.open_application
            if self.sent_application():  # a second press, or another window, was faster
                return redirect(self.sent_application())
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(self.request, _("Your request has been sent."))
        return redirect(application)
