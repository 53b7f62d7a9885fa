"""Applications: the leader's inbox, each one as a conversation, the decision."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, ListView

from core.views import ObjectActionView, ObjectPermissionMixin, VisibleMixin
from taskforces.forms import AnswerForm, AskForm, DeclineForm
from taskforces.models import Application
from taskforces.views import OfTaskForce


class Inbox(OfTaskForce, ObjectPermissionMixin, ListView):
    """Who would like to join, oldest first; then what has been decided, newest first."""

    permission_required = "taskforces.view_applications_taskforce"
    page_title = gettext_lazy("Applications")
    template_name = "taskforces/inbox.html"
    context_object_name = "applications"
    paginate_by = 20

    @property
    def permission_object(self):
        return self.task_force

    @property
    def shows_decided(self):
        """Whether the page lists what has been decided instead of what waits."""
        return self.request.GET.get("show") == "decided"

    def get_queryset(self):
        mine = Application.objects.visible_to(self.request.user).sent().filter(task_force=self.task_force)
        undecided = Q(status__in=[Application.Status.SUBMITTED, Application.Status.ASKED])
        if self.shows_decided:
            return mine.exclude(undecided).with_people().order_by("-decided_at", "-pk")
        return mine.filter(undecided).with_people().order_by("submitted_at", "pk")

    def get_context_data(self, **kwargs):
        return super().get_context_data(shows_decided=self.shows_decided, **kwargs)


class OfApplication(VisibleMixin):
    """An application of the task force in the address that this person may see."""

    model = Application

    def get_queryset(self):
        return super().get_queryset().filter(task_force__objective__code=self.kwargs["code"])


class ApplicationDetail(OfTaskForce, OfApplication, DetailView):
    """One application: what was answered, what was asked, what was decided."""

    page_title = gettext_lazy("Application")
    template_name = "taskforces/application_detail.html"
    context_object_name = "application"

    def get_queryset(self):
        return super().get_queryset().with_people()

    def get_context_data(self, **kwargs):
        user = self.request.user
        forms = {"decline_form": DeclineForm(), "ask_form": AskForm(), "answer_form": AnswerForm()}
        return super().get_context_data(
            **forms
            | {
                "may_decide": user.has_perm("taskforces.decide_application", self.object),
                "is_own": self.object.person_id == user.pk,
            }
            | kwargs
        )


class ApplicationAction(OfApplication, ObjectActionView):
    """A verb on an application without further words."""


class Accept(ApplicationAction):
    permission_required = "taskforces.decide_application"
    success_message = gettext_lazy("Accepted. The applicant has been told in her language.")

    def perform(self, application):
        application.accept(by=self.request.user)

    def get_success_url(self):
        return self.object.inbox_url


class Withdraw(ApplicationAction):
    permission_required = "taskforces.withdraw_application"
    success_message = gettext_lazy("Your request has been withdrawn.")

    def perform(self, application):
        application.withdraw(by=self.request.user)

    def get_success_url(self):
        return self.object.task_force.get_absolute_url()


class WordsAction(ApplicationDetail):
    """A verb that needs words: refused, it shows the application again with what was typed."""

    http_method_names = ["post", "options"]
    permission_required = None
    form_class = None
    form_name = None
    success_message = None

    def post(self, request, *args, **kwargs):
        application = self.object = self.get_object()
        if not request.user.has_perm(self.permission_required, application):
            raise PermissionDenied
        form = self.form_class(request.POST)
        if form.is_valid():
            try:
                self.perform(application, form.cleaned_data["text"])
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                messages.success(request, self.success_message)
                return redirect(self.get_success_url())
        return self.render_to_response(self.get_context_data(**{self.form_name: form, "form": form}))

    def perform(self, application, text):
        """Call the verb."""
        raise NotImplementedError

    def get_success_url(self):
        return self.object.inbox_url


class Decline(WordsAction):
    permission_required = "taskforces.decide_application"
    form_class = DeclineForm
    form_name = "decline_form"
    success_message = gettext_lazy("Declined. The applicant reads your reason in the platform and by mail.")

    def perform(self, application, text):
        application.decline(reason=text, by=self.request.user)


class Ask(WordsAction):
    permission_required = "taskforces.decide_application"
    form_class = AskForm
    form_name = "ask_form"
    success_message = gettext_lazy("Your question is on its way.")

    def perform(self, application, text):
        application.ask(text, by=self.request.user)


class Answer(WordsAction):
    permission_required = "taskforces.answer_application"
    form_class = AnswerForm
    form_name = "answer_form"
    success_message = gettext_lazy("Your answer is on its way.")

    def perform(self, application, text):
        application.answer(text, by=self.request.user)

    def get_success_url(self):
        return self.object.get_absolute_url()
