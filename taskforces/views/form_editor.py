"""The leader's editor of the joining form: a draft, question by question, that applicants see once it is published."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView

from core.views import ObjectPermissionMixin
from taskforces.forms.joining import JoinForm
from taskforces.forms.questions import KindForm, QuestionForm
from taskforces.models import JoiningForm, Question, Role
from taskforces.models.form_editing import Overtaken, QuestionGone
from taskforces.views import WithTabs


class OfJoiningForm(WithTabs):
    """A page about the form of a task force: read by those who read the applications, edited by who leads."""

    page_title = gettext_lazy("Joining form")

    @cached_property
    def may_edit(self):
        return self.request.user.has_perm("taskforces.edit_joiningform", JoiningForm(task_force=self.task_force))

    @cached_property
    def joining_form(self):
        """The draft if there is one, else what is in force."""
        return JoiningForm.objects.edited_for(self.task_force)

    @property
    def form_url(self):
        return reverse("taskforces:form", args=[self.task_force.code.lower()])

    def crumbs(self):
        trail = super().crumbs()
        here = self.request.resolver_match.view_name == "taskforces:form"
        return trail if here else [*trail[:-1], (_("Joining form"), self.form_url), (self.page_title, None)]

    def get_context_data(self, **kwargs):
        return super().get_context_data(may_edit=self.may_edit, joining_form=self.joining_form, **kwargs)


class Reading(OfJoiningForm, ObjectPermissionMixin):
    """For the leader, the representatives and the secretariat."""

    http_method_names = ["get", "head", "options"]
    permission_required = "taskforces.view_applications_taskforce"
    may_read_applications = True  # asked at the door

    @property
    def permission_object(self):
        return self.task_force


class Editing(OfJoiningForm, ObjectPermissionMixin):
    """For the leader and the secretariat."""

    http_method_names = ["get", "head", "post", "options"]
    permission_required = "taskforces.edit_joiningform"
    may_edit = True  # asked at the door

    @property
    def permission_object(self):
        return JoiningForm(task_force=self.task_force)


class FormOverview(Reading, TemplateView):
    """The questions in order, what may be done with them, and when joining is open."""

    template_name = "taskforces/form.html"

    def get_context_data(self, **kwargs):
        form = self.joining_form
        return super().get_context_data(
            questions=form.questions.all(),
            in_force=JoiningForm.objects.of(self.task_force) if form.is_draft else form,
            kind_form=KindForm(),
            **kwargs,
        )


class FormPreview(Reading, TemplateView):
    """The form as applicants will see it, with the questions of every role."""

    page_title = gettext_lazy("Preview")
    template_name = "taskforces/form_preview.html"

    def get_context_data(self, **kwargs):
        shown = JoinForm(roles=list(Role), person=self.request.user, joining_form=self.joining_form)
        return super().get_context_data(preview=shown, **kwargs)


class QuestionPage(Editing, FormView):
    """Writing a question. Whoever is second is told, and finds what she typed beside what the first one saved."""

    form_class = QuestionForm
    template_name = "taskforces/question_form.html"
    # What somebody else has saved meanwhile, or that the question is gone.
    theirs = None
    is_gone = False

    def get_context_data(self, **kwargs):
        return super().get_context_data(theirs=self.theirs, is_gone=self.is_gone, form_url=self.form_url, **kwargs)

    def form_valid(self, form):
        try:
            with transaction.atomic():
                self.keep(JoiningForm.objects.draft(self.task_force, by=self.request.user), form)
        except QuestionGone as error:
            self.is_gone = True
            return self.refused(form, error, seen="gone")
        except Overtaken as error:
            self.theirs = JoiningForm.objects.edited_for(self.task_force).questions.filter(key=self.key).first()
            return self.refused(form, error, seen=self.theirs.stamp if self.theirs else "gone")
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(self.request, _("Saved in the draft. Applicants see it once you publish."))
        return redirect(self.form_url)

    def refused(self, form, error, *, seen):
        """The page again: what was typed stays, and saving once more is a decision that knows the other one's."""
        form.add_error(None, error)
        form.data = form.data.copy()
        form.data["seen"] = seen
        return self.form_invalid(form)


class QuestionAdd(QuestionPage):
    page_title = gettext_lazy("Add a question")

    @cached_property
    def kind(self):
        """The kind of the address; 404 when there is none of that name."""
        chosen = KindForm({"kind": self.request.GET.get("kind", "")})
        if not chosen.is_valid():
            raise Http404
        return Question.Kind(chosen.cleaned_data["kind"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"kind": self.kind}

    def get_context_data(self, **kwargs):
        return super().get_context_data(kind=self.kind, **kwargs)

    def keep(self, draft, form):
        draft.add_question(self.kind, form.contents, by=self.request.user)


class QuestionChange(QuestionPage):
    page_title = gettext_lazy("Change a question")

    @property
    def key(self):
        return self.kwargs["key"]

    @cached_property
    def question(self):
        """The question as it is stored now; None when somebody has removed it since this page was opened."""
        found = self.joining_form.questions.filter(key=self.key).first()
        if found is None and self.request.method != "POST":
            raise Http404
        return found

    @cached_property
    def kind(self):
        if self.question:
            return Question.Kind(self.question.kind)
        chosen = KindForm({"kind": self.request.POST.get("kind", "")})
        if not chosen.is_valid():
            raise Http404
        return Question.Kind(chosen.cleaned_data["kind"])

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"kind": self.kind, "question": self.question}

    def get_context_data(self, **kwargs):
        return super().get_context_data(kind=self.kind, question=self.question, **kwargs)

    def keep(self, draft, form):
        user, seen = self.request.user, form.cleaned_data["seen"]
        if self.question is None and seen == "gone":
            draft.add_question(self.kind, form.contents, key=self.key, by=user)
        else:
            draft.change_question(self.key, form.contents, seen=seen, by=user)
