"""Answers and what is written below: given, mended, accepted."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from django.views.generic.detail import SingleObjectMixin

from core.views import ObjectActionView, VisibleMixin
from questions.forms import AnswerForm, EditForm, FollowUpForm
from questions.models import Answer
from questions.views.pages import WordsOnQuestion


class Give(WordsOnQuestion):
    permission_required = "questions.answer_question"
    open_form = "answer"

    def get_form(self):
        return AnswerForm(self.request.POST)

    def perform(self, question, typed):
        answer = question.answer(by=self.request.user, **typed)
        messages.success(self.request, _("Answered. Whoever asked is told. You can edit the answer for 30 minutes."))
        return answer


class Add(WordsOnQuestion):
    permission_required = "questions.follow_up_question"
    open_form = "follow_up"

    def get_form(self):
        return FollowUpForm(self.request.POST)

    def perform(self, question, typed):
        follow_up = question.follow_up(by=self.request.user, **typed)
        messages.success(self.request, _("Written. The other side is told."))
        return follow_up


class OfAnswer(VisibleMixin):
    """An answer to a question this person sees."""

    model = Answer

    def get_queryset(self):
        return super().get_queryset().select_related("question__asker", "author__person")


class Edit(LoginRequiredMixin, OfAnswer, SingleObjectMixin, FormView):
    """Its author mends a slip."""

    http_method_names = ["get", "head", "post", "options"]
    form_class = EditForm
    template_name = "questions/answer_form.html"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        self.object = self.get_object()
        if not request.user.has_perm("questions.edit_answer", self.object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        return {"text": self.object.text}

    def get_context_data(self, **kwargs):
        question = self.object.question
        crumbs = [
            (_("Questions to scientists"), reverse("questions:list")),
            (question.title, question.get_absolute_url()),
            (_("Edit the answer"), None),
        ]
        return super().get_context_data(answer=self.object, crumbs=crumbs, **kwargs)

    def form_valid(self, form):
        try:
            self.object.edit(form.cleaned_data["text"], by=self.request.user)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return self.form_invalid(form)
        messages.success(self.request, _("Your answer is edited."))
        return redirect(self.object)


class Accept(OfAnswer, ObjectActionView):
    permission_required = "questions.accept_answer"
    success_message = gettext_lazy("Thank you: the answer is marked as the one that helped.")

    def perform(self, answer):
        answer.accept(by=self.request.user)
