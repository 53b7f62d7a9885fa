"""Registering for an event, and its list for whoever organises it."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponseBadRequest
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.generic import ListView, View
from django.views.generic.detail import SingleObjectMixin

from core.admin_export import WRITERS
from core.views import ObjectActionView, ObjectPermissionMixin
from core.views.words import WordsMixin
from events.forms.events import RegisterForm
from events.models import Registration
from events.views.events import EventDetail, OfEvent, crumbs_to


class Register(LoginRequiredMixin, WordsMixin, EventDetail):
    """I take a seat, or wait for one."""

    permission_required = "events.register_event"
    open_form = "register"

    def get_form(self):
        return RegisterForm(self.request.POST, event=self.object)

    def perform(self, event, typed):
        answers = [typed.get(f"answer_{number}", "") for number in range(len(event.questions))]
        registration = event.register(answers, by=self.request.user)
        if registration.is_waiting:
            messages.success(self.request, _("All seats are taken. You are on the waiting list."))
        else:
            messages.success(self.request, _("You are registered."))
        return event


class Withdraw(ObjectActionView):
    """I do not come after all; or the organiser takes somebody off the list."""

    model = Registration
    permission_required = "events.withdraw_registration"
    success_message = gettext_lazy("The registration is withdrawn.")

    def get_queryset(self):
        return super().get_queryset().select_related("event__space")

    def perform(self, registration):
        registration.withdraw(by=self.request.user)


class OfOrganiser(OfEvent, ObjectPermissionMixin, SingleObjectMixin):
    """The event, for whoever organises it."""

    http_method_names = ["get", "head", "options"]
    permission_required = "events.organise_event"

    @property
    def event(self):
        return self.permission_object


def rows_of(event, reader):
    """Those with a seat, then those who wait, each in the order they came."""
    rows = Registration.objects.visible_to(reader).open().filter(event=event)
    return rows.select_related("person__country").order_by("state", "since", "pk")


class Registrations(OfOrganiser, ListView):
    """Who has a seat, who waits, what they answered."""

    template_name = "events/registrations.html"
    context_object_name = "registrations"
    paginate_by = 100

    def get(self, request, *args, **kwargs):
        self.object_list = rows_of(self.event, request.user)
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs):
        event = self.event
        crumbs = crumbs_to(event, _("Registrations"))
        return ListView.get_context_data(self, event=event, numbers=event.numbers, crumbs=crumbs, **kwargs)


class Export(OfOrganiser, View):
    """The same as a file."""

    def get(self, request, *args, **kwargs):
        kind = request.GET.get("kind", "xlsx")
        if kind not in WRITERS:
            return HttpResponseBadRequest()
        stem = f"registrations-{self.event.pk}-{timezone.localdate():%Y-%m-%d}"
        return WRITERS[kind](stem, self.header, [self.row_of(each) for each in rows_of(self.event, request.user)])

    @property
    def header(self):
        names = [_("Name"), _("E-mail"), _("Country"), _("State"), _("Registered on"), _("Was there")]
        return [*names, *self.event.questions]

    def row_of(self, registration):
        """The cells of one registration; answers to questions that were changed since stand in no column."""
        person, answers = registration.person, dict(registration.answers)
        present = {True: pgettext("was there", "yes"), False: pgettext("was there", "no"), None: ""}
        return [
            str(person),
            person.email,
            str(person.country or ""),
            capfirst(str(registration.get_state_display())),
            timezone.localtime(registration.since).replace(tzinfo=None, microsecond=0),
            present[registration.was_present],
            *(answers.get(question, "") for question in self.event.questions),
        ]
