"""Proposals about the strategy: the list of an objective, one of them, the leader's comment."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, ListView

from core.views import ObjectActionView, ObjectPermissionMixin, VisibleMixin
from objectives.forms.strategy import CommentForm
from objectives.models import StrategyProposal
from objectives.views.strategy import OfObjective


class OfThisObjective(OfObjective, VisibleMixin):
    """Proposals about the objective of the address that this person may see."""

    model = StrategyProposal

    def get_queryset(self):
        return super().get_queryset().filter(objective=self.objective).with_people()


class ProposalList(ObjectPermissionMixin, OfThisObjective, ListView):
    """What waits, oldest first; then what was decided, newest first."""

    http_method_names = ["get", "head", "options"]
    permission_required = "objectives.view_strategyproposal"
    template_name = "objectives/proposal_list.html"
    context_object_name = "proposals"
    page_title = gettext_lazy("Proposals")
    paginate_by = 20

    @property
    def permission_object(self):
        return self.objective

    @property
    def shows_decided(self):
        """Whether the page lists what has been decided instead of what waits."""
        return self.request.GET.get("show") == "decided"

    def get_queryset(self):
        rows = super().get_queryset()
        return rows.decided() if self.shows_decided else rows.waiting()

    def get_context_data(self, **kwargs):
        return super().get_context_data(shows_decided=self.shows_decided, **kwargs)


class ProposalDetail(LoginRequiredMixin, OfThisObjective, DetailView):
    """What is proposed beside what stands there, why, and what came of it."""

    http_method_names = ["get", "head", "options"]
    template_name = "objectives/proposal_detail.html"
    context_object_name = "proposal"
    page_title = gettext_lazy("Proposal")

    def get_context_data(self, **kwargs):
        proposal = self.object
        proposal.objective = self.objective
        may_comment = proposal.is_waiting and self.may("comment_strategyproposal", proposal)
        values = {
            "comment_form": CommentForm(initial={"text": proposal.comment}) if may_comment else None,
            "may_withdraw": proposal.is_waiting and self.may("withdraw_strategyproposal", proposal),
            "may_decide": proposal.is_waiting
            and self.request.user.is_staff
            and self.may("decide_strategyproposal", proposal),
        }
        return super().get_context_data(**values | kwargs)


class ProposalComment(ProposalDetail):
    """The leader's comment; refused, it keeps what was typed."""

    http_method_names = ["post", "options"]

    def post(self, request, *args, **kwargs):
        proposal = self.object = self.get_object()
        if not self.may("comment_strategyproposal", proposal):
            raise PermissionDenied
        form = CommentForm(request.POST)
        if form.is_valid():
            try:
                proposal.comment_on(form.cleaned_data["text"], by=request.user)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                messages.success(request, gettext_lazy("Your comment stands beside the proposal."))
                return redirect(proposal.get_absolute_url())
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data(comment_form=form, form=form))


class ProposalWithdraw(OfThisObjective, ObjectActionView):
    permission_required = "objectives.withdraw_strategyproposal"
    success_message = gettext_lazy("Your proposal is withdrawn.")

    def perform(self, proposal):
        proposal.withdraw(by=self.request.user)
