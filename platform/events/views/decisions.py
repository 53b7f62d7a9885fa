"""Decisions: written down, corrected, carried out."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from django.views.generic.detail import SingleObjectMixin

from core.refusals import add_errors
from core.views import ObjectActionView, ObjectPermissionMixin, VisibleMixin
from events.forms.holding import DecisionForm
from events.models import Decision
from events.views.meetings import MeetingFormAction
from spaces.rooms import follows


class OfDecision(VisibleMixin):
    """A decision this person may see, with its meeting and whose that is."""

    model = Decision

    def get_queryset(self):
        paths = [f"meeting__space__{path}" for path in follows()]
        return super().get_queryset().select_related("meeting__space", "owner", *paths)


class Decide(MeetingFormAction):
    permission_required = "events.organise_meeting"
    open_form = "decision"
    success_message = gettext_lazy("The decision is written down. Whoever sees to it is told.")

    def get_form(self):
        return DecisionForm(self.request.POST, meeting=self.object)

    def perform(self, meeting, form):
        meeting.decide(by=self.request.user, **form.cleaned_data)


class Correct(OfDecision, ObjectPermissionMixin, SingleObjectMixin, FormView):
    """Other words, somebody else, another day."""

    http_method_names = ["get", "head", "post", "options"]
    form_class = DecisionForm
    template_name = "events/decision_form.html"
    object = None

    def dispatch(self, request, *args, **kwargs):
        """Correcting belongs to those who organise the meeting."""
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if not request.user.has_perm("events.organise_meeting", self.permission_object.meeting):
            raise PermissionDenied
        return FormView.dispatch(self, request, *args, **kwargs)

    def get_form_kwargs(self):
        decision = self.permission_object
        initial = {"text": decision.text, "owner": decision.owner_id, "due_on": decision.due_on}
        return super().get_form_kwargs() | {"meeting": decision.meeting, "initial": initial}

    def form_valid(self, form):
        try:
            self.permission_object.correct(by=self.request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        messages.success(self.request, _("The decision is corrected."))
        return redirect(self.permission_object)

    def get_context_data(self, **kwargs):
        meeting = self.permission_object.meeting
        crumbs = [*meeting.space.crumbs, (_("Meetings"), meeting.space.meetings_url)]
        return super().get_context_data(
            meeting=meeting,
            decision=self.permission_object,
            crumbs=[*crumbs, (meeting.title, meeting.get_absolute_url()), (_("Decision"), None)],
            **kwargs,
        )


class Complete(OfDecision, ObjectActionView):
    permission_required = "events.complete_decision"
    success_message = gettext_lazy("Carried out. Thank you.")

    def perform(self, decision):
        decision.complete(by=self.request.user)
