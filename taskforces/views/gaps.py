"""Gaps a task force has named: named, supported, answered, closed."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, FormView

from core.views import ObjectActionView, ObjectPermissionMixin, VisibleMixin
from taskforces.filters import RegisterFinder
from taskforces.forms.register import GapForm
from taskforces.models import Gap
from taskforces.models.finding_items import WORLDWIDE
from taskforces.views.register import UnderRegister, WithStanding
from taskforces.views.words import FoundHere, WordsPage


class OfGap(VisibleMixin):
    """A gap of the task force of the address that this person may see."""

    model = Gap

    def get_queryset(self):
        rows = super().get_queryset().filter(task_force__objective__code=self.kwargs["code"])
        return rows.select_related("task_force__objective", "region", "named_by")


class GapName(WithStanding, UnderRegister, ObjectPermissionMixin, FormView):
    """Name what is missing; an empty place of the table arrives here with its type and region."""

    http_method_names = ["get", "head", "post", "options"]
    permission_required = "taskforces.name_gap"
    form_class = GapForm
    template_name = "taskforces/gap_form.html"
    page_title = gettext_lazy("Name a gap")

    @property
    def permission_object(self):
        return self.task_force

    def get_initial(self):
        asked = RegisterFinder(self.request.GET, self.task_force, self.request.user).asked
        return {"type": asked.get("type"), "region": asked.get("region") or WORLDWIDE}

    def form_valid(self, form):
        try:
            gap = Gap.name(self.task_force, by=self.request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(self.request, gettext_lazy("The gap is named. The leader hears of it within a week."))
        return redirect(gap)


class GapDetail(LoginRequiredMixin, WithStanding, UnderRegister, OfGap, DetailView):
    """One gap: why it matters, who sees it too, what came of it."""

    template_name = "taskforces/gap_detail.html"
    context_object_name = "gap"
    page_title = gettext_lazy("Gap")

    def get_queryset(self):
        return super().get_queryset().with_support(self.request.user)

    def get_context_data(self, **kwargs):
        gap, user = self.object, self.request.user
        gap.task_force = self.task_force
        return super().get_context_data(
            may_support=user.has_perm("taskforces.support_gap", gap) and gap.named_by_id != user.pk,
            may_settle=user.has_perm("taskforces.settle_gap", gap),
            may_read_members=user.has_perm("taskforces.view_members_taskforce", self.task_force),
            region_slug=gap.region.slug if gap.region else WORLDWIDE,
            **kwargs,
        )


class GapAddress(FoundHere, OfGap, WordsPage):
    permission_required = "taskforces.settle_gap"
    page_title = gettext_lazy("Something answers this gap")
    label = gettext_lazy("What answers it?")
    explanation = gettext_lazy("It stays in the list, marked as addressed, with your words.")
    button = gettext_lazy("Mark it as addressed")
    success_message = gettext_lazy("Marked as addressed.")

    def perform(self, gap, words):
        gap.address(by=self.request.user, outcome=words)


class GapClose(FoundHere, OfGap, WordsPage):
    permission_required = "taskforces.settle_gap"
    page_title = gettext_lazy("Close this gap")
    explanation = gettext_lazy("Nobody is asked to answer it any more. Your reason stays beside it.")
    button = gettext_lazy("Close it")
    success_message = gettext_lazy("Closed.")
    is_grave = True

    def perform(self, gap, words):
        gap.close(by=self.request.user, reason=words)


class GapReopen(OfGap, ObjectActionView):
    permission_required = "taskforces.settle_gap"
    success_message = gettext_lazy("The gap is open again.")

    def perform(self, gap):
        gap.reopen(by=self.request.user)


class GapSupport(OfGap, ObjectActionView):
    permission_required = "taskforces.support_gap"
    success_message = gettext_lazy("Noted: you see it too.")

    def perform(self, gap):
        gap.support(by=self.request.user)


class GapDropSupport(OfGap, ObjectActionView):
    permission_required = "taskforces.support_gap"
    success_message = gettext_lazy("Noted: you do not see it any more.")

    def perform(self, gap):
        gap.drop_support(by=self.request.user)
