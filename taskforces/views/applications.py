"""Applications: each one as a conversation, the decision."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView

from core.views import ObjectActionView, VisibleMixin
from core.views.files import StoredFileView
from taskforces.forms.joining import AnswerForm, AskForm, DeclineForm
from taskforces.models import Application, Statement
from taskforces.progress import steps_of
from taskforces.views import OfTaskForce


class OfApplication(VisibleMixin):
    """An application to the task force of the address that this person may see."""

    model = Application

    def get_queryset(self):
        return super().get_queryset().filter(task_force__objective__code=self.kwargs["code"])


class ApplicationDetail(LoginRequiredMixin, OfTaskForce, OfApplication, DetailView):
    """One application: what was answered, what was asked, what was decided."""

    template_name = "taskforces/application_detail.html"
    context_object_name = "application"
    # The form that stands open: "ask", "decline" or "answer".
    open_form = None

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        if self.object.is_draft:
            return redirect("taskforces:join", self.task_force.code.lower())
        return self.render_to_response(self.get_context_data())

    def get_queryset(self):
        return super().get_queryset().with_conversation()

    @property
    def is_own(self):
        """Whether the applicant herself reads it."""
        return self.object.person_id == self.request.user.pk

    @cached_property
    def may_decide(self):
        """Whether the decision is this person's to take."""
        return self.request.user.has_perm("taskforces.decide_application", self.object)

    def statement(self):
        """The qualification statement of a candidate, as far as this person may read it."""
        if not self.object.call_id:
            return None
        mine = Statement.objects.visible_to(self.request.user).filter(application=self.object)
        return mine.select_related("letter").first()

    def crumbs(self):
        """Back to the list for those who decide; the applicant has no list."""
        if self.is_own:
            return [*super().crumbs(), (_("Your request"), None)]
        return [*super().crumbs(), (_("Applications"), self.object.inbox_url), (str(self.object.person), None)]

    def get_context_data(self, **kwargs):
        forms = {"ask_form": AskForm(), "decline_form": DeclineForm(), "answer_form": AnswerForm()}
        shown = {
            "is_own": self.is_own,
            "may_decide": self.may_decide,
            "open_form": self.open_form,
            "steps": steps_of(self.object),
            "statement": self.statement(),
        }
        return super().get_context_data(**forms | shown | kwargs)


class AnswerFile(LoginRequiredMixin, OfApplication, StoredFileView):
    """A file that answers a question, for the applicant and for those who read the application."""

    http_method_names = ["get", "head", "options"]

    def stored(self, application):
        answer = application.files.filter(key=self.kwargs["key"]).select_related("stored").first()
        return answer.stored if answer else None


class ApplicationAction(OfApplication, ObjectActionView):
    """A verb on an application without further words."""


class Accept(ApplicationAction):
    permission_required = "taskforces.decide_application"
    success_message = gettext_lazy("Accepted. The applicant has been told in their language.")

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
    """A verb that needs words: the application with this form open; refused, it keeps what was typed."""

    http_method_names = ["get", "head", "post", "options"]
    permission_required = None
    form_class = None
    success_message = None

    def get_queryset(self):
        """What was sent: about a draft nobody has anything to say yet."""
        return super().get_queryset().sent()

    def get(self, request, *args, **kwargs):
        self.object = self.get_permitted()
        return self.render_to_response(self.get_context_data())

    def post(self, request, *args, **kwargs):
        application = self.object = self.get_permitted()
        form = self.form_class(request.POST)
        if form.is_valid():
            try:
                self.perform(application, form.cleaned_data["text"])
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                messages.success(request, self.success_message)
                return redirect(self.get_success_url())
        # What is stored now: somebody else may have decided meanwhile.
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data(**{f"{self.open_form}_form": form, "form": form}))

    def get_permitted(self):
        """The application; 404 when it is not visible, 403 when the verb is not this person's."""
        application = self.get_object()
        if not self.request.user.has_perm(self.permission_required, application):
            raise PermissionDenied
        return application

    def perform(self, application, text):
        """Call the verb."""
        raise NotImplementedError

    def get_success_url(self):
        return self.object.inbox_url


class Decline(WordsAction):
    permission_required = "taskforces.decide_application"
    form_class = DeclineForm
    open_form = "decline"
    success_message = gettext_lazy("Declined. The applicant reads your reason here and by mail.")

    def perform(self, application, text):
        application.decline(reason=text, by=self.request.user)


class Ask(WordsAction):
    permission_required = "taskforces.decide_application"
    form_class = AskForm
    open_form = "ask"
    success_message = gettext_lazy("Your question is on its way.")

    def perform(self, application, text):
        application.ask(text, by=self.request.user)


class Answer(WordsAction):
    permission_required = "taskforces.answer_application"
    form_class = AnswerForm
    open_form = "answer"
    success_message = gettext_lazy("Your answer is on its way.")

    def perform(self, application, text):
        application.answer(text, by=self.request.user)

    def get_success_url(self):
        return self.object.get_absolute_url()
