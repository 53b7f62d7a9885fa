"""One idea: what it says, who stands behind it, what became of it."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import DetailView

from core.views import ObjectActionView, VisibleMixin
from core.views.words import WordsMixin
from projects.forms.ideas import CommentForm, ReasonForm
from projects.models import Idea
from projects.threads import threads_of
from projects.wordings import country_names, region_names
from taskforces.models import Gap, TaskForce


class IdeaDetail(VisibleMixin, DetailView):
    """An idea; those who take part read and write comments below it."""

    http_method_names = ["get", "head", "options"]
    model = Idea
    template_name = "projects/idea_detail.html"
    context_object_name = "idea"
    # The form that stands open: "comment", "set_aside", or none.
    open_form = None

    def get_queryset(self):
        user = self.request.user
        return super().get_queryset().with_places().knowing_support_of(user).select_related("team")

    def get_object(self, queryset=None):
        idea = super().get_object(queryset)
        idea.task_force = self.task_force_of(idea)
        return idea

    def task_force_of(self, idea):
        """With what its name and this person's rights depend on."""
        user = self.request.user
        found = TaskForce.objects.visible_to(user).with_objective().with_standing_of(user)
        return found.get(pk=idea.task_force_id)

    @cached_property
    def takes_part(self):
        """Whether this person supports and discusses, and therefore reads names."""
        return self.request.user.has_perm("projects.discuss_idea", self.object)

    def gap(self):
        """The gap it answers, for those who may see it; otherwise None."""
        if not self.object.gap_id:
            return None
        gap = Gap.objects.visible_to(self.request.user).filter(pk=self.object.gap_id).first()
        if gap:
            gap.task_force = self.object.task_force
        return gap

    def crumbs(self):
        code = self.object.task_force.code.lower()
        return [
            (_("Task forces"), reverse("taskforces:list")),
            (str(self.object.task_force), self.object.task_force.get_absolute_url()),
            (_("Ideas"), reverse("projects:ideas-of-task-force", args=[code])),
            (self.object.title, None),
        ]

    def get_context_data(self, **kwargs):
        idea, user = self.object, self.request.user
        idea.region_names, idea.country_names = region_names(idea.region_slugs), country_names(idea.country_codes)
        shown = {
            "task_force": idea.task_force,
            "gap": self.gap(),
            "takes_part": self.takes_part,
            "is_author": idea.author_id == user.pk,
            "may_decide": user.has_perm("projects.set_aside_idea", idea),
            "threads": threads_of(idea, user) if self.takes_part else [],
            "comment_form": CommentForm(initial={"language": get_language()}),
            "set_aside_form": ReasonForm(help_text=_("The author and everybody else read these words.")),
            "open_form": self.open_form,
            "crumbs": self.crumbs(),
        }
        return super().get_context_data(**shown | kwargs)


class WordsOnIdea(LoginRequiredMixin, WordsMixin, IdeaDetail):
    """A verb that needs words: the idea with this form open."""


class SetAside(WordsOnIdea):
    permission_required = "projects.set_aside_idea"
    open_form = "set_aside"

    def get_form(self):
        return ReasonForm(self.request.POST)

    def perform(self, idea, typed):
        idea.set_aside(typed["reason"], by=self.request.user)
        messages.success(self.request, _("Set aside. The author reads your reason here and by mail."))
        return idea


class IdeaAction(ObjectActionView):
    """A verb on an idea without further words."""

    model = Idea

    def get_queryset(self):
        return super().get_queryset().select_related("task_force__objective")


class Withdraw(IdeaAction):
    permission_required = "projects.withdraw_idea"
    success_message = gettext_lazy("Your idea has been withdrawn.")

    def perform(self, idea):
        idea.withdraw(by=self.request.user)

    def get_success_url(self):
        return reverse("projects:ideas-of-task-force", args=[self.object.task_force.code.lower()])


class Support(IdeaAction):
    permission_required = "projects.support_idea"
    success_message = gettext_lazy("You support this idea.")

    def perform(self, idea):
        idea.support(by=self.request.user)


class StopSupporting(IdeaAction):
    permission_required = "projects.support_idea"
    success_message = gettext_lazy("You no longer support this idea.")

    def perform(self, idea):
        idea.stop_supporting(by=self.request.user)


class TakeUp(IdeaAction):
    permission_required = "projects.set_aside_idea"
    success_message = gettext_lazy("Taken up again. The author is told.")

    def perform(self, idea):
        idea.take_up(by=self.request.user)
