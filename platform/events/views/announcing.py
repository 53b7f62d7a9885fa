"""Open events for those who organise them: announce, change, cancel, note who was there, report."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import FormView
from django.views.generic.detail import SingleObjectMixin

from core.refusals import add_errors
from core.views import ObjectPermissionMixin
from core.views.words import WordsMixin
from events.forms.events import CancelEventForm, EventForm, PresentForm, ReportForm
from events.models import Event
from events.views.events import EventDetail, OfEvent, crumbs_to
from events.views.organising import warn_of_doubled
from spaces.views import InSpace


class Plan(InSpace, ObjectPermissionMixin, FormView):
    """A new event in a space."""

    http_method_names = ["get", "head", "post", "options"]
    permission_required = "events.plan_event"
    form_class = EventForm
    template_name = "events/event_form.html"
    current_tab = "events"

    @property
    def permission_object(self):
        return self.space

    @property
    def page_title(self):
        return _("Announce an event")

    def get_form_kwargs(self):
        user = self.request.user
        region = self.space.region and self.space.region.slug
        initial = {"language": user.language, "spoken_languages": [user.language], "region": region}
        return super().get_form_kwargs() | {"zone": user.time_zone, "initial": initial}

    def form_valid(self, form):
        try:
            event = Event.plan(self.space, by=self.request.user, **form.words)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        warn_of_doubled(self.request, form)
        messages.success(self.request, _("The event is announced. Registration is open."))
        return redirect(event)

    def get_context_data(self, **kwargs):
        back = reverse("events:of-space", args=[self.space.slug])
        return super().get_context_data(title=self.page_title, back=back, **kwargs)


class Edit(OfEvent, ObjectPermissionMixin, SingleObjectMixin, FormView):
    """Other words, hours or seats."""

    http_method_names = ["get", "head", "post", "options"]
    permission_required = "events.organise_event"
    form_class = EventForm
    template_name = "events/event_form.html"
    object = None

    def get_form_kwargs(self):
        event = self.permission_object
        return super().get_form_kwargs() | {"zone": event.time_zone, "initial": EventForm.initial_of(event)}

    def form_valid(self, form):
        try:
            self.permission_object.change(by=self.request.user, **form.words)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        warn_of_doubled(self.request, form)
        messages.success(self.request, _("Changed. Those who registered are told if they must know."))
        return redirect(self.permission_object)

    def get_context_data(self, **kwargs):
        event = self.get_object()
        return super().get_context_data(
            title=_("Change the event"),
            space=event.space,
            back=event.get_absolute_url(),
            is_change=True,
            crumbs=crumbs_to(event, _("Change")),
            **kwargs,
        )


class OrganiserVerb(LoginRequiredMixin, WordsMixin, EventDetail):
    """A verb of the organiser that needs words, on the page of the event."""

    permission_required = "events.organise_event"


class Cancel(OrganiserVerb):
    open_form = "cancel"

    def get_form(self):
        return CancelEventForm(self.request.POST)

    def perform(self, event, typed):
        event.cancel(typed["text"], by=self.request.user)
        messages.success(self.request, _("Cancelled. Those who registered are told, with your reason."))
        return event


class Attendance(OrganiserVerb):
    open_form = "present"

    def get_form(self):
        return PresentForm(self.request.POST, event=self.object)

    def perform(self, event, typed):
        event.take_attendance(typed["people"], by=self.request.user)
        messages.success(self.request, _("It is noted who was there."))
        return event


class Report(OrganiserVerb):
    open_form = "report"

    def get_form(self):
        return ReportForm(self.request.POST, self.request.FILES)

    def perform(self, event, typed):
        event.report(
            typed["outcome"], recording=typed["recording"], upload=typed["upload"] or None, by=self.request.user
        )
        messages.success(self.request, _("Thank you. It stands on the page of the event."))
        return event
