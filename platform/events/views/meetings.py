"""Meetings for those who are invited: my list, the page of one, my answers."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch, prefetch_related_objects
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView

from core.refusals import add_errors
from core.views import ObjectActionView, VisibleMixin
from events.forms.holding import AttendanceForm, AvailabilityForm, DecisionForm
from events.forms.meetings import CancelForm, MoveForm, OtherDatesForm
from events.models import Availability, CalendarFeed, Decision, Meeting, MinutesEdition, Participation
from events.table import Answers, Table
from events.views.lists import AgendaList


class MyMeetings(LoginRequiredMixin, AgendaList):
    """The meetings I am invited to, the events I registered for, and the address of my calendar."""

    template_name = "events/my_meetings.html"

    def get_meetings(self):
        return super().get_meetings().inviting(self.request.user)

    def get_events(self):
        return super().get_events().followed_by(self.request.user)

    def get_context_data(self, **kwargs):
        feed = CalendarFeed.objects.visible_to(self.request.user).first()
        return super().get_context_data(
            feed=feed, shows_space=True, crumbs=[(_("My meetings and events"), None)], **kwargs
        )


class OfMeeting(VisibleMixin):
    """A meeting this person may see, with where she stands."""

    model = Meeting

    def get_queryset(self):
        return super().get_queryset().with_space().with_standing_of(self.request.user)


class MeetingDetail(LoginRequiredMixin, OfMeeting, DetailView):
    """One meeting: when and where, who comes, what was said and decided."""

    template_name = "events/meeting_detail.html"
    context_object_name = "meeting"
    # The form that stands open: "dates", "move", "cancel", "attendance" or "decision".
    open_form = None

    def get_queryset(self):
        return super().get_queryset().select_related("organiser", "minutes")

    def get_object(self, queryset=None):
        """With what its state shows: the dates while they are proposed, the minutes once it has begun."""
        meeting = super().get_object(queryset)
        prefetch_related_objects([meeting], *self.shown_of(meeting))
        return meeting

    def shown_of(self, meeting):
        """What is fetched with it."""
        if meeting.is_proposed:
            people = Availability.objects.select_related("person").order_by("person__name", "pk")
            return ["dates", Prefetch("dates__availabilities", people)]
        came = Participation.objects.select_related("person").order_by("person__name", "pk")
        shown = [Prefetch("participations", came)]
        if meeting.has_begun:
            decisions = Decision.objects.visible_to(self.request.user).select_related("owner")
            shown.append(Prefetch("decisions", decisions))
            if hasattr(meeting, "minutes"):
                shown.append(Prefetch("minutes__editions", MinutesEdition.objects.select_related("published_by")))
        return shown

    @cached_property
    def may_organise(self):
        """Whether this person fixes, changes, cancels it and writes its minutes."""
        return self.request.user.has_perm("events.organise_meeting", self.object)

    def crumbs(self):
        space = self.object.space
        return [*space.crumbs, (_("Meetings"), space.meetings_url), (self.object.title, None)]

    def forms(self):
        """The forms this person is offered, by name."""
        meeting, found = self.object, {}
        if meeting.takes_availability and self.may_answer:
            found["availability_form"] = AvailabilityForm(meeting=meeting, person=self.request.user)
        if self.may_organise and meeting.is_proposed:
            found["dates_form"] = OtherDatesForm(meeting=meeting)
        if self.may_organise and meeting.can_be_moved:
            found["move_form"] = MoveForm(zone=meeting.time_zone)
        if self.may_organise and meeting.can_be_cancelled:
            found["cancel_form"] = CancelForm()
        if self.may_organise and meeting.takes_attendance:
            found["attendance_form"] = AttendanceForm(meeting=meeting)
            found["decision_form"] = DecisionForm(meeting=meeting)
        return found

    @cached_property
    def may_answer(self):
        return self.request.user.has_perm("events.answer_meeting", self.object)

    def get_context_data(self, **kwargs):
        meeting = self.object
        # Of whom nothing is expected any more, nobody is asked for.
        invited = list(meeting.invited()) if meeting.is_open and not meeting.has_begun else []
        editions = list(meeting.minutes.editions.all()) if meeting.has_begun and hasattr(meeting, "minutes") else []
        shown = {
            "may_organise": self.may_organise,
            "may_answer": self.may_answer,
            "may_join": self.request.user.has_perm("events.join_meeting", meeting),
            "table": Table(meeting, invited) if meeting.is_proposed else None,
            "answers": None if meeting.is_proposed else Answers(meeting, invited),
            "edition": editions[-1] if editions else None,
            "earlier_editions": editions[-2::-1],
            "open_form": self.open_form,
            "crumbs": self.crumbs(),
        }
        return super().get_context_data(**self.forms() | shown | kwargs)


class MeetingFormAction(MeetingDetail):
    """A verb that needs words: the meeting with this form open; refused, it keeps what was typed."""

    http_method_names = ["get", "head", "post", "options"]
    permission_required = None
    success_message = None

    def get(self, request, *args, **kwargs):
        self.object = self.get_permitted()
        return self.render_to_response(self.get_context_data())

    def post(self, request, *args, **kwargs):
        self.object = self.get_permitted()
        form = self.get_form()
        if form.is_valid():
            try:
                self.perform(self.object, form)
            except ValidationError as error:
                add_errors(form, error)
            else:
                messages.success(request, self.success_message)
                return redirect(self.get_success_url())
        # What is stored now: somebody else may have been faster.
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data(**{f"{self.open_form}_form": form, "form": form}))

    def get_permitted(self):
        """The meeting; 404 when it is not visible, 403 when the verb is not this person's."""
        meeting = self.get_object()
        if not self.request.user.has_perm(self.permission_required, meeting):
            raise PermissionDenied
        return meeting

    def get_form(self):
        """The form as it was sent."""
        raise NotImplementedError

    def perform(self, meeting, form):
        """Call the verb."""
        raise NotImplementedError

    def get_success_url(self):
        return self.object.get_absolute_url()


class GiveAvailability(MeetingFormAction):
    permission_required = "events.answer_meeting"
    open_form = "availability"
    success_message = gettext_lazy("Thank you. You can change your answers until the date is fixed.")

    def get_form(self):
        return AvailabilityForm(self.request.POST, meeting=self.object, person=self.request.user)

    def perform(self, meeting, form):
        meeting.give_availability(form.answers, by=self.request.user)


class Answer(OfMeeting, ObjectActionView):
    permission_required = "events.answer_meeting"
    success_message = gettext_lazy("Thank you. You can change your answer until the meeting begins.")

    def perform(self, meeting):
        meeting.answer(self.request.POST.get("answer", ""), by=self.request.user)
