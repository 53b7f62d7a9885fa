"""The minutes to write at: saved while they are typed, published when they are ready."""

from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView
from django.views.generic.detail import SingleObjectMixin

from core.refusals import add_errors
from core.views import ObjectPermissionMixin, SharedDraftMixin
from events.forms.holding import MinutesForm
from events.models import Minutes
from events.models.minutes import Overtaken
from events.views.meetings import OfMeeting


class MinutesEdit(SharedDraftMixin, OfMeeting, ObjectPermissionMixin, SingleObjectMixin, FormView):
    """The minutes of a meeting, for those who organise it."""

    http_method_names = ["get", "head", "post", "options"]
    permission_required = "events.organise_meeting"
    form_class = MinutesForm
    template_name = "events/minutes_form.html"
    object = None
    # What somebody else wrote meanwhile, where it differs.
    theirs = None

    @property
    def meeting(self):
        return self.permission_object

    @cached_property
    def minutes(self):
        return Minutes.of(self.meeting)

    def get_initial(self):
        return {"text": self.minutes.written}

    def form_valid(self, form):
        text, is_published = form.cleaned_data["text"], self.request.POST.get("then") == "publish"
        verb = self.minutes.publish if is_published else self.minutes.save_draft
        try:
            verb(text, by=self.request.user, **self.page)
        except Overtaken:
            return self.show_both(form)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        messages.success(self.request, _("The minutes are published.") if is_published else _("Your draft is saved."))
        return redirect(self.meeting if is_published else f"{self.meeting.get_absolute_url()}minutes/")

    def show_both(self, form):
        """What was typed stays; beside it stands what the other person has written."""
        self.minutes = Minutes.of(self.meeting)
        self.theirs = self.minutes.written
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs):
        is_first = self.request.method in ("GET", "HEAD") or self.theirs is not None
        meeting = self.meeting
        crumbs = [*meeting.space.crumbs, (_("Meetings"), meeting.space.meetings_url)]
        return super().get_context_data(
            meeting=meeting,
            minutes=self.minutes,
            theirs=self.theirs,
            seen=self.minutes.stamp if is_first else self.page["seen"],
            pen=self.page["pen"] or uuid4().hex,
            crumbs=[*crumbs, (meeting.title, meeting.get_absolute_url()), (_("Minutes"), None)],
            **kwargs,
        )


class MinutesAutosave(MinutesEdit):
    """Keeps the words while they are typed: 204; 409 when somebody else was quicker; 422 for faults."""

    http_method_names = ["post", "options"]

    def form_valid(self, form):
        try:
            self.minutes.save_draft(form.cleaned_data["text"], by=self.request.user, **self.page)
        except Overtaken:
            return HttpResponse(status=409)
        except ValidationError:
            return HttpResponse(status=422)
        return HttpResponse(status=204)

    def form_invalid(self, form):
        return HttpResponse(status=422)
