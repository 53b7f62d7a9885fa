"""Reviewing: what somebody is asked to review, comments, sending back, rejecting, assigning, publishing."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.db.models import Prefetch
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, ListView

from core.refusals import add_errors
from core.views import ObjectActionView, ObjectPermissionMixin
from core.views.words import WordsMixin
from practices.forms.reviewing import AssignForm, CommentForm, FindReviewerForm, RejectForm, SendBackForm
from practices.models import Assignment, Comment, Practice
from practices.reviewers import ANYBODY, candidates_for, found_by, loads
from practices.views import BelowPractice
from practices.views.desk import Desk
from practices.views.moving import PracticeAction

ASSIGN = "practices.assign_reviewer_practice"
# So many people are offered at once; words find all others.
OFFERED = 20


class Reviews(LoginRequiredMixin, ListView):
    """What this person is asked to review; for the secretariat everything that waits, and who has how much to do."""

    template_name = "practices/practice_reviews.html"
    context_object_name = "queue"
    paginate_by = 20

    @cached_property
    def sees_all(self):
        return self.request.user.has_perm(ASSIGN)

    def get_queryset(self):
        visible = Practice.objects.visible_to(self.request.user)
        if not self.sees_all:
            return visible.none()
        asked = Prefetch("assignments", Assignment.objects.visible_to(self.request.user).select_related("user"))
        return visible.waiting().select_related("author", "organisation").prefetch_related(asked)

    def get_context_data(self, **kwargs):
        user = self.request.user
        waiting = Assignment.objects.visible_to(user).waiting_for(user)
        return super().get_context_data(
            waiting=waiting.select_related("content_object__organisation"),
            sees_all=self.sees_all,
            loads=loads()[:OFFERED] if self.sees_all else [],
            crumbs=[(_("Practices"), reverse("practices:list")), (_("Reviews"), None)],
            **kwargs,
        )


class OnDesk(WordsMixin, Desk):
    """A verb that needs words: its form stands open on the desk."""

    def get(self, request, *args, **kwargs):
        self.get_object()
        return super().get(request, *args, **kwargs)


class WriteComment(OnDesk):
    permission_required = "practices.comment_practice"
    open_form = "comment"

    def get_form(self):
        return CommentForm(self.request.POST)

    def perform(self, practice, typed):
        comment = practice.comment(typed["section"], typed["text"], by=self.request.user)
        messages.success(self.request, _("Your comment is written. The other side is told."))
        return comment


class SendBack(OnDesk):
    permission_required = "practices.review_practice"
    open_form = "send_back"

    def get_form(self):
        return SendBackForm(self.request.POST)

    def perform(self, practice, typed):
        practice.send_back(typed["reason"], by=self.request.user)
        messages.success(self.request, _("It is with its author again, who is told what you ask."))
        return practice.desk_url


class Reject(OnDesk):
    permission_required = "practices.reject_practice"
    open_form = "reject"

    def get_form(self):
        return RejectForm(self.request.POST)

    def perform(self, practice, typed):
        practice.reject(typed["reason"], by=self.request.user)
        messages.success(self.request, _("It is not published. Its author is told why."))
        return practice.desk_url


class Settle(BelowPractice, ObjectActionView):
    """A comment has been dealt with."""

    permission_required = "practices.settle_comment"

    def get_object(self, queryset=None):
        return self.found_below(Comment.objects.visible_to(self.request.user).filter(practice=self.practice))

    def perform(self, comment):
        comment.settle(by=self.request.user)


class Review(PracticeAction):
    permission_required = "practices.review_practice"
    success_message = gettext_lazy("Thank you. It can be published now.")

    def perform(self, practice):
        practice.review(by=self.request.user)


class Publish(PracticeAction):
    permission_required = "practices.publish_practice"
    success_message = gettext_lazy("It is published: everybody can read it.")

    def perform(self, practice):
        practice.publish(by=self.request.user)


class Assign(BelowPractice, ObjectPermissionMixin, FormView):
    """Whom to ask: scientists of its subject first; words find everybody else who may review it."""

    http_method_names = ["get", "head", "post", "options"]
    permission_required = ASSIGN
    form_class = AssignForm
    template_name = "practices/practice_assign.html"

    @cached_property
    def people(self):
        return candidates_for(self.practice)

    @cached_property
    def find_form(self):
        form = FindReviewerForm(self.request.GET)
        form.is_valid()
        return form

    @property
    def offered(self):
        """The scientists, or those who are looked for."""
        words = self.find_form.cleaned_data.get("q", "")
        return found_by(words, self.people) if words else self.people.filter(fit__lt=ANYBODY)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"people": self.people}

    def form_valid(self, form):
        person, due_on = form.cleaned_data["person"], form.cleaned_data["due_on"]
        try:
            self.practice.assign_reviewer(person, due_on=due_on, by=self.request.user)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        messages.success(self.request, _("%(name)s is asked to review it, and told.") % {"name": person})
        return redirect(self.practice.desk_url)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            practice=self.practice,
            find_form=self.find_form,
            is_looking=bool(self.find_form.cleaned_data.get("q")),
            people=list(self.offered[:OFFERED]),
            crumbs=self.crumbs((_("Ask somebody to review it"), None)),
            **kwargs,
        )


class Release(BelowPractice, ObjectActionView):
    """Somebody need not review it any more: the secretariat says so, or she herself."""

    permission_required = "practices.release_assignment"
    success_message = gettext_lazy("The review is no longer asked for.")

    def get_object(self, queryset=None):
        visible = Assignment.objects.visible_to(self.request.user).select_related("user", "content_object")
        return self.found_below(visible.filter(content_object=self.practice))

    def perform(self, assignment):
        self.practice.release_reviewer(assignment.user, by=self.request.user)

    def get_success_url(self):
        # Whoever has released herself does not see the desk any more.
        works_there = self.request.user.has_perm("practices.work_at_practice", self.practice)
        return self.practice.desk_url if works_there else reverse("practices:reviews")
