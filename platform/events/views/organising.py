"""Meetings for those who organise them: plan, change, fix, move, cancel, note who was there."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from django.views.generic.detail import SingleObjectMixin

from core.refusals import add_errors
from core.views import ObjectActionView, ObjectPermissionMixin
from events.forms.holding import AttendanceForm
from events.forms.meetings import CancelForm, MoveForm, OtherDatesForm, PlanForm, WordsForm
from events.models import Meeting
from events.models.meeting import WORDS
from events.views.meetings import MeetingFormAction, OfMeeting


def warn_of_doubled(request, form):
    """Say which hour was taken where one comes twice."""
    if form.sentence_about_doubled:
        messages.warning(request, form.sentence_about_doubled)


class PlanMeeting(FormView):
    """A new meeting in `space`, of one of `kinds`; each domain puts it among its own pages."""

    http_method_names = ["get", "head", "post", "options"]
    form_class = PlanForm
    template_name = "events/meeting_form.html"
    space = None
    kinds = ()
    # Where a region can be chosen, the regions; where it is given, this one.
    regions = region = None

    def get_form_kwargs(self):
        initial = {"language": self.request.user.language, "kind": self.kinds[0]}
        zone = self.request.user.time_zone
        more = {"kinds": self.kinds, "regions": self.regions, "zone": zone, "initial": initial}
        return super().get_form_kwargs() | more

    def form_valid(self, form):
        cleaned, by = form.cleaned_data, self.request.user
        kind, region = cleaned.get("kind", self.kinds[0]), cleaned.get("region", self.region)
        try:
            meeting = Meeting.plan(self.space, kind=kind, region=region, dates=cleaned["dates"], by=by, **form.words)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        warn_of_doubled(self.request, form)
        messages.success(
            self.request,
            _("The dates are proposed. Those who are invited are told.")
            if meeting.is_proposed
            else _("The meeting is planned. Those who are invited are told."),
        )
        return redirect(meeting)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=_("Plan a meeting"), back=self.space.meetings_url, space=self.space, region=self.region, **kwargs
        )


class Edit(OfMeeting, ObjectPermissionMixin, SingleObjectMixin, FormView):
    """Other words for a meeting."""

    http_method_names = ["get", "head", "post", "options"]
    permission_required = "events.organise_meeting"
    form_class = WordsForm
    template_name = "events/meeting_form.html"
    object = None

    def get_initial(self):
        return {name: getattr(self.permission_object, name) for name in WORDS}

    def form_valid(self, form):
        try:
            self.permission_object.change(by=self.request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        messages.success(self.request, _("Changed. Those who are invited are told if they must know."))
        return redirect(self.permission_object)

    def get_context_data(self, **kwargs):
        meeting = self.permission_object
        crumbs = [*meeting.space.crumbs, (_("Meetings"), meeting.space.meetings_url)]
        return super().get_context_data(
            title=_("Change the meeting"),
            space=meeting.space,
            back=meeting.get_absolute_url(),
            crumbs=[*crumbs, (meeting.title, meeting.get_absolute_url()), (_("Change"), None)],
            **kwargs,
        )


class Fix(OfMeeting, ObjectActionView):
    permission_required = "events.organise_meeting"
    success_message = gettext_lazy("The date is fixed. Those who are invited are told.")

    def perform(self, meeting):
        typed = self.request.POST.get("date", "")
        date = next((each for each in meeting.dates.all() if str(each.pk) == typed), None)
        if date is None:
            raise ValidationError(_("Choose one of the dates that are proposed."))
        meeting.fix(date, by=self.request.user)


class OtherDates(MeetingFormAction):
    permission_required = "events.organise_meeting"
    open_form = "dates"
    success_message = gettext_lazy("The dates are proposed. Those who are invited are told.")

    def get_form(self):
        return OtherDatesForm(self.request.POST, meeting=self.object)

    def perform(self, meeting, form):
        meeting.propose_anew(form.cleaned_data["dates"], by=self.request.user)
        warn_of_doubled(self.request, form)


class Move(MeetingFormAction):
    permission_required = "events.organise_meeting"
    open_form = "move"
    success_message = gettext_lazy("Moved. Those who are invited are told and asked anew.")

    def get_form(self):
        return MoveForm(self.request.POST, zone=self.object.time_zone)

    def perform(self, meeting, form):
        meeting.move(form.cleaned_data["moment"], by=self.request.user)
        warn_of_doubled(self.request, form)


class Cancel(MeetingFormAction):
    permission_required = "events.organise_meeting"
    open_form = "cancel"
    success_message = gettext_lazy("Cancelled. Those who are invited are told, with your reason.")

    def get_form(self):
        return CancelForm(self.request.POST)

    def perform(self, meeting, form):
        meeting.cancel(form.cleaned_data["text"], by=self.request.user)


class Attendance(MeetingFormAction):
    permission_required = "events.organise_meeting"
    open_form = "attendance"
    success_message = gettext_lazy("It is noted who was there.")

    def get_form(self):
        return AttendanceForm(self.request.POST, meeting=self.object)

    def perform(self, meeting, form):
        meeting.take_attendance(form.cleaned_data["people"], by=self.request.user)
