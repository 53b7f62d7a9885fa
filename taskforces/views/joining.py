"""The joining form: saved at any moment, sent once."""

from contextlib import suppress

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
from taskforces.forms.joining import JoinForm
from taskforces.models import Application, JoiningForm, Role, Statement
from taskforces.models.answering import QuestionsChanged
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
        return mine.select_related("form", "task_force__objective").prefetch_related("files").first()

    def sent_application(self):
        """The request that is on its way, or None."""
        return self.open_application if self.open_application and not self.open_application.is_draft else None

    @cached_property
    def joining_form(self):
        """The questions in force, whichever version the draft was begun with."""
        return JoiningForm.objects.of(self.task_force)

    @property
    def questions_changed(self):
        """Whether the draft was begun with another version, or the page was opened with one."""
        if self.request.method == "POST":
            return self.request.POST.get("version", str(self.joining_form.pk)) != str(self.joining_form.pk)
        return self.open_application is not None and self.open_application.form_id != self.joining_form.pk

    def no_longer_asked(self):
        """[(question, answer)] of the draft that the questions in force have no place for."""
        if self.open_application is None or self.open_application.form_id == self.joining_form.pk:
            return []
        asked = {question.key for question in self.joining_form.questions.all()}
        answered = self.open_application.answered_questions
        return [(question, words) for question, words in answered if question.key not in asked]

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
            shows_form=self.task_force.takes_requests or self.open_application or self.request.method == "POST",
            organisations=self.request.user.organisations,
            joining_form=self.joining_form,
            questions_changed=self.questions_changed,
            no_longer_asked=self.no_longer_asked(),
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
            files = form.fill(application)
            application.save_draft(by=self.request.user, files=files)
        except ValidationError as error:
            if self.was_sent_meanwhile():
                return redirect("taskforces:join", self.task_force.code.lower())
            form.add_error(None, error)  # the disk takes no more files
            return self.form_invalid(form)
        if form.forget_what_is_missing():
            return self.form_invalid(form)
        messages.success(self.request, _("Saved. You can go on later, on any device."))
        return redirect("taskforces:join", self.task_force.code.lower())

    def was_sent_meanwhile(self):
        """Whether a second press, or another window, was faster."""
        self.__dict__.pop("open_application", None)
        return self.sent_application() is not None

    def form_valid(self, form):
        if self.questions_changed:
            form.add_error(None, QuestionsChanged())
            return self.form_invalid(form)
        try:
            with transaction.atomic():
                application = Application.begin(self.request.user, self.task_force)
                files = form.fill(application)
                application.submit(by=self.request.user, files=files)
        except ValidationError as error:
            if self.was_sent_meanwhile():
                return redirect(self.sent_application())
            form.add_error(None, error)
            return self.form_invalid(form)
        if application.call:
            messages.success(self.request, _("You are a candidate. Now write your qualification statement."))
            return redirect(Statement.of(application))
        messages.success(self.request, _("Your request has been sent."))
        return redirect(application)

    def form_invalid(self, form):
        """A file cannot stay in its field: one that is good is kept in the draft until the rest is, too."""
        if "save" not in self.request.POST and form.uploads:
            self.keep_files(form)
        return super().form_invalid(form)

    def keep_files(self, form):
        """Save what was understood as a draft, with the files."""
        with suppress(ValidationError):
            with transaction.atomic():
                application = Application.begin(self.request.user, self.task_force)
                application.save_draft(by=self.request.user, files=form.fill(application))
            form.remember_files(application)
