"""What is done with the joining form as a whole, and when joining is open: one small view per verb."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, View

from taskforces.forms.opening import OpeningForm
from taskforces.models import JoiningForm
from taskforces.models.form_editing import DOWN, UP
from taskforces.views.form_editor import Editing


class FormAction(Editing, View):
    """A verb on the form: POST only, then back to the editor. A refused verb becomes a message."""

    http_method_names = ["post", "options"]
    success_message = None

    def post(self, request, *args, **kwargs):
        try:
            with transaction.atomic():
                self.perform(request.user)
        except ValidationError as error:
            for sentence in error.messages:
                messages.error(request, sentence)
        else:
            if self.success_message:
                messages.success(request, self.success_message)
        return redirect(self.form_url)

    def draft(self):
        return JoiningForm.objects.draft(self.task_force, by=self.request.user)

    def existing_draft(self):
        """The draft of the page; somebody else may have published it or thrown it away."""
        draft = JoiningForm.objects.draft_of(self.task_force)
        if draft is None:
            raise ValidationError(_("Somebody else has published this draft, or thrown it away, meanwhile."))
        return draft


class FormMakeOwn(FormAction):
    success_message = gettext_lazy("This draft is yours. Applicants answer the default form until you publish.")

    def perform(self, user):
        JoiningForm.objects.draft(self.task_force, by=user, from_default=True)


class QuestionMove(FormAction):
    def perform(self, user):
        step = {"up": UP, "down": DOWN}.get(self.request.POST.get("step"))
        if step is None:
            raise ValidationError(_("Say whether the question moves up or down."))
        self.draft().move_question(self.kwargs["key"], step, by=user)


class QuestionRemove(FormAction):
    success_message = gettext_lazy("Removed from the draft. Answers given to it stay readable.")

    def perform(self, user):
        self.draft().remove_question(self.kwargs["key"], by=user)


class FormPublish(FormAction):
    success_message = gettext_lazy("Published. Applicants answer these questions from now on.")

    def perform(self, user):
        self.existing_draft().publish(by=user, seen=self.request.POST.get("seen", ""))


class FormDiscard(FormAction):
    success_message = gettext_lazy("The draft is gone. What is in force stands as before.")

    def perform(self, user):
        self.existing_draft().discard(by=user)


class FormGiveUp(FormAction):
    success_message = gettext_lazy("This task force uses the default form again.")

    def perform(self, user):
        own = JoiningForm.objects.of(self.task_force)
        if own.is_default:
            raise ValidationError(_("This task force uses the default form already."))
        own.give_up(by=user)


class FormOpening(Editing, FormView):
    """Joining opened and closed, by hand and by dates in the editor's time zone."""

    form_class = OpeningForm
    page_title = gettext_lazy("Open and close joining")
    template_name = "taskforces/form_opening.html"

    def get_initial(self):
        return {
            "is_open": "yes" if self.task_force.is_joining_open else "no",
            "opens_at": self.task_force.joining_opens_at,
            "closes_at": self.task_force.joining_closes_at,
            "seen": self.task_force.joining_stamp,
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(form_url=self.form_url, **kwargs)

    def form_valid(self, form):
        typed = form.cleaned_data
        try:
            self.task_force.set_joining(
                typed["is_open"],
                opens_at=typed["opens_at"],
                closes_at=typed["closes_at"],
                seen=typed["seen"],
                by=self.request.user,
            )
        except ValidationError as error:
            form.add_error(None, error)
            form.data = form.data.copy()
            form.data["seen"] = self.task_force.joining_stamp
            return self.form_invalid(form)
        messages.success(self.request, _("Saved."))
        return redirect(self.form_url)
