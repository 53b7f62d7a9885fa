"""Project Teams: formed from an idea, completed by people of partners."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView

from core.refusals import add_errors
from core.views import ObjectActionView, VisibleMixin
from core.views.words import WordsMixin
from projects.candidates import candidates
from projects.forms.teams import AskIntoTeamForm, FormTeamForm, TeamForm
from projects.models import ProjectTeam, TeamMember
from projects.views.ideas import IdeaDetail
from taskforces.models import TaskForce


class TeamDetail(VisibleMixin, DetailView):
    """Who makes a project of which idea; those who are asked answer here."""

    http_method_names = ["get", "head", "options"]
    model = ProjectTeam
    template_name = "projects/team_detail.html"
    context_object_name = "team"
    # The form that stands open: "ask", "change", or none.
    open_form = None

    def get_queryset(self):
        return super().get_queryset().with_people()

    def get_object(self, queryset=None):
        team, user = super().get_object(queryset), self.request.user
        found = TaskForce.objects.visible_to(user).with_objective().with_standing_of(user)
        team.idea.task_force = found.get(pk=team.idea.task_force_id)
        return team

    @cached_property
    def may_manage(self):
        return self.request.user.has_perm("projects.manage_projectteam", self.object)

    def get_context_data(self, **kwargs):
        team, user = self.object, self.request.user
        own = next((member for member in team.open_members if member.person_id == user.pk), None)
        crumbs = [(_("Projects"), reverse("projects:list")), (team.name, None)]
        shown = {
            "task_force": team.task_force,
            "own": own,
            "may_manage": self.may_manage,
            "reads_names": own or self.may_manage or user.has_perm("projects.discuss_idea", team.idea),
            "open_form": self.open_form,
            "crumbs": crumbs,
        }
        if self.may_manage:
            shown["ask_form"] = AskIntoTeamForm(candidates=candidates(team.idea, user))
            shown["change_form"] = TeamForm(initial={"name": team.name, "purpose": team.purpose})
        return super().get_context_data(**shown | kwargs)


class WordsOnTeam(LoginRequiredMixin, WordsMixin, TeamDetail):
    """A verb that needs words: the team with this form open."""

    permission_required = "projects.manage_projectteam"


class Ask(WordsOnTeam):
    open_form = "ask"

    def get_form(self):
        return AskIntoTeamForm(self.request.POST, candidates=candidates(self.object.idea, self.request.user))

    def perform(self, team, typed):
        team.ask(typed["place"].person, typed["place"].partner, by=self.request.user)
        messages.success(self.request, _("Asked. The person is told here and by mail, and accepts or declines."))
        return team


class Change(WordsOnTeam):
    open_form = "change"

    def get_form(self):
        return TeamForm(self.request.POST)

    def perform(self, team, typed):
        team.change(by=self.request.user, **typed)
        messages.success(self.request, _("Changed. What it was before stays in the history."))
        return team


class FormTeam(LoginRequiredMixin, IdeaDetail):
    """An idea becomes a team: name, purpose, coordinator."""

    http_method_names = ["get", "head", "post", "options"]
    template_name = "projects/team_form.html"

    def get_object(self, queryset=None):
        idea = super().get_object(queryset)
        if not self.request.user.has_perm("projects.form_team_idea", idea):
            raise PermissionDenied
        return idea

    def crumbs(self):
        *before, (title, _here) = super().crumbs()
        return [*before, (title, self.object.get_absolute_url()), (_("Form a Project Team"), None)]

    def get_form(self, data=None):
        idea = self.object
        initial = {"name": idea.title}
        return FormTeamForm(data, initial=initial, candidates=candidates(idea, self.request.user))

    def get_context_data(self, **kwargs):
        return super().get_context_data(form=kwargs.get("form") or self.get_form())

    def post(self, request, *args, **kwargs):
        idea = self.object = self.get_object()
        form = self.get_form(request.POST)
        if form.is_valid():
            typed = form.cleaned_data
            tie = typed["coordinator"]
            words = {"name": typed["name"], "purpose": typed["purpose"]}
            try:
                team = idea.form_team(**words, coordinator=tie.person, partner=tie.partner, by=request.user)
            except ValidationError as error:
                add_errors(form, error)
            else:
                messages.success(request, _("The team is founded. The coordinator has been asked. Now ask the others."))
                return redirect(team)
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data(form=form))


class PlaceAction(ObjectActionView):
    """A verb on a place in a team."""

    model = TeamMember

    def get_queryset(self):
        return super().get_queryset().select_related("team__idea__task_force__objective", "person", "partner")


class Accept(PlaceAction):
    permission_required = "projects.answer_teammember"
    success_message = gettext_lazy("Thank you. You are in the team.")

    def perform(self, member):
        member.accept(by=self.request.user)


class Decline(PlaceAction):
    permission_required = "projects.answer_teammember"
    success_message = gettext_lazy("You have declined. The leader is told.")

    def perform(self, member):
        member.decline(by=self.request.user)


class Leave(PlaceAction):
    permission_required = "projects.leave_teammember"
    success_message = gettext_lazy("You have left the team.")

    def perform(self, member):
        member.leave(by=self.request.user)


class End(PlaceAction):
    permission_required = "projects.end_teammember"
    success_message = gettext_lazy("The place is free again. The person is told.")

    def perform(self, member):
        member.end(by=self.request.user)


class Coordinate(PlaceAction):
    permission_required = "projects.end_teammember"
    success_message = gettext_lazy("This person coordinates the team from now on, and is told.")

    def perform(self, member):
        member.coordinate(by=self.request.user)
