"""Withdrawing, leading to an expert, closing and reopening."""

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.views import ObjectActionView
from questions.forms import AssignForm, ReasonForm
from questions.models import Question
from questions.views.pages import WordsOnQuestion, assignable


class Withdraw(ObjectActionView):
    model = Question
    permission_required = "questions.withdraw_question"
    success_message = gettext_lazy("Your question has been withdrawn.")

    def perform(self, question):
        question.withdraw(by=self.request.user)

    def get_success_url(self):
        return reverse("questions:list")


class Assign(WordsOnQuestion):
    permission_required = "questions.assign_question"
    open_form = "assign"

    def get_form(self):
        return AssignForm(self.request.POST, experts=assignable(self.object, self.request.user))

    def perform(self, question, typed):
        question.assign(typed["expert"], by=self.request.user)
        messages.success(self.request, _("The expert has been told."))
        return question


class Close(WordsOnQuestion):
    permission_required = "questions.close_question"
    open_form = "close"

    def get_form(self):
        return ReasonForm(self.request.POST)

    def perform(self, question, typed):
        question.close(typed["reason"], by=self.request.user)
        messages.success(self.request, _("Closed. Whoever asked is told, with your reason."))
        return question


class Reopen(ObjectActionView):
    model = Question
    permission_required = "questions.close_question"
    success_message = gettext_lazy("The question is open again.")

    def perform(self, question):
        question.reopen(by=self.request.user)
