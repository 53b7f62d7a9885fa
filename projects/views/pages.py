"""Lists: Project Teams, all ideas, those of one task force."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import ListView

from projects.forms.ideas import FindIdeasForm
from projects.models import Idea, ProjectTeam
from projects.wordings import region_names
from taskforces.views import WithTabs


def tabs(request):
    """Project Teams and ideas, for components/tabs.html."""
    pages = [(_("Project Teams"), "projects:list"), (_("Ideas"), "projects:ideas")]
    return [
        {
            "title": title,
            "url": reverse(name),
            "count": 0,
            "is_current": request.resolver_match.view_name == name,
        }
        for title, name in pages
    ]


class TeamList(ListView):
    """The Project Teams, the newest first."""

    http_method_names = ["get", "head", "options"]
    template_name = "projects/team_list.html"
    context_object_name = "teams"
    paginate_by = 20

    def get_queryset(self):
        return ProjectTeam.objects.visible_to(self.request.user).with_facts().with_organisations()

    def get_context_data(self, **kwargs):
        crumbs = [(_("Projects"), None)]
        return super().get_context_data(tabs=tabs(self.request), crumbs=crumbs, **kwargs)


class Ideas(ListView):
    """Ideas, as asked for."""

    http_method_names = ["get", "head", "options"]
    template_name = "projects/idea_list.html"
    context_object_name = "ideas"
    paginate_by = 20
    in_one_task_force = False

    @cached_property
    def form(self):
        return FindIdeasForm(self.request.GET, in_one_task_force=self.in_one_task_force)

    def get_queryset(self):
        return self.form.narrow(self.those())

    def those(self):
        """The ideas this page is about."""
        return Idea.objects.visible_to(self.request.user)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(filter_form=self.form, is_filtered=self.form.is_asking, **kwargs)
        for idea in context["ideas"]:
            idea.region_names = region_names(idea.region_slugs)
        return context


class IdeaList(Ideas):
    """All ideas."""

    def get_context_data(self, **kwargs):
        crumbs = [(_("Projects"), reverse("projects:list")), (_("Ideas"), None)]
        return super().get_context_data(tabs=tabs(self.request), crumbs=crumbs, **kwargs)


class IdeasOfTaskForce(WithTabs, Ideas):
    """Those of one task force, among its pages."""

    page_title = gettext_lazy("Ideas")
    in_one_task_force = True

    def those(self):
        return super().those().of(self.task_force)

    def get_context_data(self, **kwargs):
        may_propose = self.request.user.has_perm("projects.propose_idea", self.task_force)
        return super().get_context_data(may_propose=may_propose, **kwargs)
