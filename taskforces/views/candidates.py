"""The candidates: read, supported and commented on by the members; side by side for the secretariat."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, TemplateView

from core.views import ObjectActionView, ObjectPermissionMixin, VisibleMixin
from taskforces.comparing import Comparison
from taskforces.forms.candidates import CommentForm
from taskforces.hearing import Hearing
from taskforces.models import Application, Call
from taskforces.views import OfTaskForce, WithTabs


class Candidates(WithTabs, ObjectPermissionMixin, TemplateView):
    """Who stands, what they wrote, and what one says of them."""

    permission_required = "taskforces.view_candidates_taskforce"
    may_read_candidates = True  # asked at the door
    page_title = gettext_lazy("Candidates")
    template_name = "taskforces/candidates.html"

    @property
    def permission_object(self):
        return self.task_force

    def get_context_data(self, **kwargs):
        hearings = Hearing.all_of(self.task_force, self.request.user)
        for hearing in hearings:
            for candidate in hearing.candidates:
                candidate.comment_form = self.form_of(candidate)
        takes_part = self.task_force.role_of(self.request.user) is not None
        return super().get_context_data(hearings=hearings, takes_part=takes_part, **kwargs)

    def form_of(self, candidate):
        """The form for a comment on `candidate`."""
        return CommentForm(candidate=candidate)


class OfCandidate(VisibleMixin):
    """A candidate of the task force of the address about whom this person is heard."""

    model = Application

    def get_queryset(self):
        heard = Application.objects.consulted_with(self.request.user)
        return heard.filter(task_force__objective__code=self.kwargs["code"])


class Support(OfCandidate, ObjectActionView):
    permission_required = "taskforces.support_application"
    success_message = gettext_lazy("You support this candidate. You can take it back until the consultation closes.")

    def perform(self, candidate):
        candidate.support(by=self.request.user)

    def get_success_url(self):
        return f"{self.object.call.consultation.get_absolute_url()}#candidate-{self.object.pk}"


class TakeBackSupport(Support):
    success_message = gettext_lazy("Your support is taken back.")

    def perform(self, candidate):
        candidate.take_back_support(by=self.request.user)


class Comment(Candidates):
    """Say something about a candidate; refused, the page keeps what was typed."""

    http_method_names = ["post", "options"]
    permission_required = "taskforces.comment_application"

    @property
    def permission_object(self):
        return self.candidate

    @cached_property
    def candidate(self):
        """The candidate of the address; 404 where this person is not heard."""
        heard = Application.objects.consulted_with(self.request.user).filter(task_force=self.task_force)
        found = heard.select_related("call__consultation").filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def dispatch(self, request, *args, **kwargs):
        if request.method not in ("POST", "OPTIONS") and request.user.is_authenticated:
            return self.http_method_not_allowed(request)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        candidate = self.candidate
        candidate.own_comment = None
        self.form = CommentForm(request.POST, candidate=candidate)
        if self.form.is_valid():
            text = self.form.cleaned_data["text"]
            try:
                candidate.comment(text, by=request.user)
            except ValidationError as error:
                self.form.add_error(None, error.messages)
            else:
                messages.success(request, _("Thank you: the secretariat reads it.") if text else _("Taken back."))
                return redirect(f"{candidate.consultation.get_absolute_url()}#candidate-{candidate.pk}")
        return self.render_to_response(self.get_context_data(form=self.form))

    def form_of(self, candidate):
        """What was typed stands at its candidate."""
        return self.form if candidate.pk == self.kwargs["pk"] else super().form_of(candidate)


class CallDetail(OfTaskForce, VisibleMixin, ObjectPermissionMixin, DetailView):
    """The candidates of a call side by side, for the secretariat."""

    model = Call
    permission_required = "taskforces.compare_call"
    page_title = gettext_lazy("Candidates side by side")
    template_name = "taskforces/call_detail.html"
    context_object_name = "call"

    def get_queryset(self):
        calls = super().get_queryset().filter(task_force__objective__code=self.kwargs["code"])
        return calls.select_related("region", "consultation", "task_force__objective")

    def get_context_data(self, **kwargs):
        return super().get_context_data(comparison=Comparison(self.object), **kwargs)
