"""Proposing an idea to a task force, and wording it anew."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from core.views import ObjectPermissionMixin
from discussions.views.becoming import FromThread
from projects.forms.ideas import IdeaForm
from projects.models import Idea
from projects.models.answering import answerable_gaps
from taskforces.views import OfTaskForce


class Propose(OfTaskForce, ObjectPermissionMixin, FromThread, FormView):
    """A new idea, from somebody with a seat, perhaps from a discussion (`?from=`)."""

    http_method_names = ["get", "head", "post", "options"]
    permission_required = "projects.propose_idea"
    form_class = IdeaForm
    page_title = gettext_lazy("Propose an idea")
    template_name = "projects/idea_form.html"
    target = "idea"
    fields_for_words = ("title", "summary")

    @property
    def permission_object(self):
        return self.task_force

    def get_task_forces(self):
        return super().get_task_forces().with_standing_of(self.request.user)

    def get_initial(self):
        return super().get_initial() | {"gap": self.request.GET.get("gap", "")}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"gaps": answerable_gaps(self.task_force, self.request.user)}

    def form_valid(self, form):
        try:
            idea = Idea.objects.propose(self.task_force, by=self.request.user, origin=self.origin, **form.words)
        except ValidationError as error:
            form.refuse(error)
            return self.form_invalid(form)
        messages.success(self.request, _("Proposed. Others can support and discuss it now; the leader has been told."))
        return redirect(idea)


class Change(LoginRequiredMixin, FormView):
    """The author words it anew."""

    http_method_names = ["get", "head", "post", "options"]
    form_class = IdeaForm
    template_name = "projects/idea_form.html"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if not request.user.has_perm("projects.change_idea", self.idea):
            raise PermissionDenied
        if not self.idea.can_be_changed and request.method != "OPTIONS":
            messages.error(request, _("This idea can no longer be changed: it has a team, or is closed."))
            return redirect(self.idea)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def idea(self):
        visible = Idea.objects.visible_to(self.request.user).with_places()
        return get_object_or_404(visible, pk=self.kwargs["pk"])

    def get_initial(self):
        idea = self.idea
        words = {name: getattr(idea, name) for name in ("title", "summary", "partners_wanted", "natures_wanted")}
        places = {"regions": idea.region_slugs, "countries": idea.country_codes}
        return words | places | {"language": idea.language, "gap": idea.gap_id or ""}

    def get_form_kwargs(self):
        gaps = answerable_gaps(self.idea.task_force, self.request.user, besides=self.idea.gap_id)
        return super().get_form_kwargs() | {"gaps": gaps}

    def get_context_data(self, **kwargs):
        crumbs = [
            (_("Ideas"), reverse("projects:ideas")),
            (self.idea.title, self.idea.get_absolute_url()),
            (_("Change"), None),
        ]
        return super().get_context_data(idea=self.idea, task_force=self.idea.task_force, crumbs=crumbs, **kwargs)

    def form_valid(self, form):
        words = {name: value for name, value in form.words.items() if name != "key"}
        try:
            self.idea.change(by=self.request.user, **words)
        except ValidationError as error:
            form.refuse(error)
            return self.form_invalid(form)
        messages.success(self.request, _("Changed. What it was before stays in the history."))
        return redirect(self.idea)
