"""Finding questions, asking one, and reading it with its answers."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import DetailView, FormView, ListView

from core.refusals import add_errors
from core.views import VisibleMixin
from core.views.words import WordsMixin
from discussions.views.becoming import FromThread
from questions.forms import AnswerForm, AskForm, AssignForm, FindForm, FollowUpForm, ReasonForm
from questions.models import Expert, Question


class QuestionList(LoginRequiredMixin, VisibleMixin, ListView):
    """All questions, as asked for."""

    http_method_names = ["get", "head", "options"]
    model = Question
    template_name = "questions/question_list.html"
    context_object_name = "questions"
    paginate_by = 20

    @cached_property
    def form(self):
        return FindForm(self.request.GET, user=self.request.user)

    def get_queryset(self):
        return self.form.narrow(super().get_queryset()).with_facts()

    def get_context_data(self, **kwargs):
        crumbs = [(_("Questions to scientists"), None)]
        return super().get_context_data(filter_form=self.form, is_filtered=self.form.is_asking, crumbs=crumbs, **kwargs)


class Ask(LoginRequiredMixin, FromThread, FormView):
    """A new question, perhaps from a discussion (`?from=`)."""

    http_method_names = ["get", "head", "post", "options"]
    form_class = AskForm
    template_name = "questions/question_form.html"
    target = "question"

    def get_context_data(self, **kwargs):
        crumbs = [(_("Questions to scientists"), reverse("questions:list")), (_("Ask"), None)]
        return super().get_context_data(crumbs=crumbs, **kwargs)

    def form_valid(self, form):
        try:
            question = Question.objects.ask(by=self.request.user, origin=self.origin, **form.words)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        messages.success(self.request, _("Asked. You are told as soon as somebody answers."))
        return redirect(question)


class QuestionDetail(LoginRequiredMixin, VisibleMixin, DetailView):
    """A question with its answers and what was asked back."""

    http_method_names = ["get", "head", "options"]
    model = Question
    template_name = "questions/question_detail.html"
    context_object_name = "question"
    # The form that stands open: "answer", "follow_up", "assign", "close", or none.
    open_form = None

    def get_queryset(self):
        return super().get_queryset().select_related("asker", "region").prefetch_related("themes")

    def get_context_data(self, **kwargs):
        question, user = self.object, self.request.user
        language = {"language": get_language()}
        may_answer = user.has_perm("questions.answer_question", question)
        is_asker = question.asker_id == user.pk
        may_steer = user.has_perm("questions.close_question", question)
        shown = {
            "is_asker": is_asker,
            "knows_asker": not question.is_unnamed or is_asker or user.has_perm("questions.view_question"),
            "may_answer": may_answer,
            "may_steer": may_steer,
            "written": list(self.written()),
            "answer_form": AnswerForm(initial=language),
            "follow_up_form": FollowUpForm(initial=language),
            "close_form": ReasonForm(),
            "open_form": self.open_form,
            "crumbs": [(_("Questions to scientists"), reverse("questions:list")), (question.title, None)],
        }
        if may_steer:
            shown["experts"] = list(question.experts.select_related("person"))
            shown["assign_form"] = AssignForm(experts=assignable(question, user))
        return super().get_context_data(**shown | kwargs)

    def written(self):
        """Answers and follow-ups in the order in which they were written, each with what its reader may do."""
        question, user = self.object, self.request.user
        answers = list(question.answers.select_related("author__person"))
        for each in answers:
            each.question, each.moment, each.is_answer = question, each.answered_at, True
            each.may_edit = user.has_perm("questions.edit_answer", each) and each.can_be_edited
            each.may_accept = question.asker_id == user.pk and each.can_be_accepted
        follow_ups = list(question.follow_ups.select_related("author"))
        for each in follow_ups:
            each.question, each.moment = question, each.written_at
        return sorted([*answers, *follow_ups], key=lambda each: (each.moment, each.pk))


def assignable(question, user):
    """Experts to whom `question` can be led: not there yet, and not whoever asks."""
    there = question.experts.order_by().values("pk")
    experts = Expert.objects.visible_to(user).in_force().exclude(pk__in=there).exclude(person_id=question.asker_id)
    return experts.select_related("person").order_by("person__name", "pk")


class WordsOnQuestion(WordsMixin, QuestionDetail):
    """A verb that needs words: the question with this form open."""
