"""Open events for those who read the room: the list of all, the page of one."""

from django.contrib.auth.views import redirect_to_login
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView

from core.views import VisibleMixin
from core.views.files import StoredFileView
from events.forms.events import CancelEventForm, EventFinder, PresentForm, RegisterForm, ReportForm
from events.models import Event
from partners.models.working_languages import name_of


class EventList(ListView):
    """All events this person may see, whatever room they belong to."""

    http_method_names = ["get", "head", "options"]
    template_name = "events/event_list.html"
    context_object_name = "events"
    paginate_by = 30

    @cached_property
    def finder(self):
        return EventFinder(self.request.GET)

    def get_queryset(self):
        events = Event.objects.visible_to(self.request.user).with_space().with_numbers()
        return self.finder.found(events.with_standing_of(self.request.user))

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            finder=self.finder,
            is_filtered=any(self.finder.cleaned_data.values()),
            may_see_outside=self.request.user.has_perm("partners.enter_hub"),
            crumbs=[(_("Events"), None)],
            shows_space=True,
            **kwargs,
        )


class OfEvent(VisibleMixin):
    """An event this person may see. One that is not public and none at all are alike to visitors: they sign in."""

    model = Event

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated and not self.get_queryset().filter(pk=kwargs["pk"]).exists():
            return redirect_to_login(request.get_full_path())
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return super().get_queryset().with_space().select_related("organiser", "document")


def crumbs_to(event, below=None):
    """Down to the page of the event, or to the page called `below` it."""
    crumbs = [*event.space.crumbs, (_("Events"), reverse("events:of-space", args=[event.space.slug]))]
    if below is None:
        return [*crumbs, (event.title, None)]
    return [*crumbs, (event.title, event.get_absolute_url()), (below, None)]


class EventDetail(OfEvent, DetailView):
    """One event: when and where, who may still come, what came of it."""

    template_name = "events/event_detail.html"
    context_object_name = "event"
    # The form that stands open: "register", "cancel", "present" or "report".
    open_form = None

    @cached_property
    def may_organise(self):
        return self.request.user.has_perm("events.organise_event", self.object)

    def forms(self, registration):
        """The forms this person is offered, by name."""
        event, found = self.object, {}
        is_coming = registration is not None and registration.is_open
        if event.takes_registrations and self.request.user.is_authenticated and not is_coming:
            found["register_form"] = RegisterForm(event=event)
        if not self.may_organise:
            return found
        if event.can_be_cancelled:
            found["cancel_form"] = CancelEventForm()
        if event.takes_attendance:
            found["present_form"] = PresentForm(event=event)
        if event.can_be_reported:
            found["report_form"] = ReportForm(initial={"outcome": event.outcome, "recording": event.recording})
        return found

    def get_context_data(self, **kwargs):
        event, user = self.object, self.request.user
        registration = event.registration_of(user)
        if registration is not None:
            registration.event = event
        shown = {
            "registration": registration if registration and registration.is_open else None,
            "may_organise": self.may_organise,
            "may_join": user.has_perm("events.join_event", event),
            "languages": [name_of(code) for code in event.spoken_languages],
            "numbers": event.numbers,
            "open_form": self.open_form,
            "crumbs": crumbs_to(event),
        }
        return super().get_context_data(**self.forms(registration) | shown | kwargs)


class EventDocument(OfEvent, StoredFileView):
    """The document of an outcome report, for whoever reads the event."""

    http_method_names = ["get", "head", "options"]

    def stored(self, event):
        return event.document
