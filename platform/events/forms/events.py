"""What is typed about open events."""

from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import User
from core.uploads import UploadField
from events.forms.fields import DayAndHourField, InZone
from events.forms.holding import WhoWasThereForm
from events.forms.meetings import CancelForm
from events.models import Event
from events.models.event import MOST_QUESTIONS, MOST_SEATS
from events.models.planning import WORDS
from events.models.registering import LONGEST_ANSWER
from events.models.reporting import LONGEST_REPORT
from partners.models.working_languages import name_of
from regions.models import Region

# The languages of the United Nations, and Portuguese.
SPOKEN = ("ar", "en", "es", "fr", "pt", "ru", "zh")
MOMENTS = ("starts_at", "ends_at", "registers_until")


class EventForm(InZone, forms.Form):
    """An open event: what, when, where, for how many."""

    kind = forms.ChoiceField(label=_("Kind of event"))
    region = forms.ModelChoiceField(
        Region.objects.none(),
        label=_("Region"),
        to_field_name="slug",
        required=False,
        empty_label=_("No region"),
        help_text=_("Regional meetings and forums are counted for their region."),
    )
    title = forms.CharField(label=_("Title"), max_length=150)
    description = forms.CharField(
        label=_("What it is about"), max_length=10_000, widget=forms.Textarea(attrs={"rows": 7})
    )
    language = forms.ChoiceField(label=_("Language you write in"), choices=settings.LANGUAGES)
    spoken_languages = forms.MultipleChoiceField(
        label=_("Languages spoken"), required=False, widget=forms.CheckboxSelectMultiple(attrs={"class": "ticks"})
    )
    starts_at = DayAndHourField(label=pgettext_lazy("an event", "Begins"))
    ends_at = DayAndHourField(label=pgettext_lazy("an event", "Ends"))
    place = forms.CharField(
        label=_("Place"), max_length=200, required=False, help_text=_("A room, a town, or leave it empty.")
    )
    link = forms.URLField(
        label=_("Join link"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=_("Only those who are registered see it."),
    )
    registers_until = DayAndHourField(
        label=_("Registration until"), required=False, help_text=_("Left empty: until the event ends.")
    )
    seats = forms.IntegerField(
        label=pgettext_lazy("at an event", "Seats"),
        min_value=1,
        max_value=MOST_SEATS,
        required=False,
        help_text=_("Left empty: as many as come. When all seats are taken, people wait and move up."),
    )
    questions = forms.CharField(
        label=_("Questions to those who register"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One on each line, five at most. Answers go 90 days after the event."),
    )

    def __init__(self, *args, zone, **kwargs):
        super().__init__(*args, **kwargs)
        self.zone, self.doubled = zone, []
        self.fields["kind"].choices = [(kind.value, kind.label.capitalize()) for kind in Event.Kind]
        self.fields["region"].queryset = Region.objects.large()
        self.fields["spoken_languages"].choices = sorted(
            ((code, name_of(code).capitalize()) for code in SPOKEN), key=lambda choice: choice[1]
        )
        self.fields["starts_at"].help_text = _("Hours are those of %(zone)s.") % {"zone": zone}

    @staticmethod
    def initial_of(event):
        """What the form shows of an event that is there."""
        zone = ZoneInfo(event.time_zone)
        typed = {name: getattr(event, name) for name in WORDS} | {"questions": "\n".join(event.questions)}
        for name in MOMENTS:
            typed[name] = typed[name] and timezone.localtime(typed[name], zone).replace(tzinfo=None)
        return typed | {"region": event.region and event.region.slug}

    def clean_questions(self):
        lines = [line.strip() for line in self.cleaned_data["questions"].splitlines()]
        questions = [line for line in lines if line]
        if len(questions) > MOST_QUESTIONS:
            raise forms.ValidationError(_("Ask five questions at most."))
        if any(len(question) > 200 for question in questions):
            raise forms.ValidationError(_("A question has 200 letters at most."))
        return questions

    def clean(self):
        cleaned = super().clean()
        for name in MOMENTS:
            cleaned[name] = self.understand(name)
        return cleaned

    @property
    def words(self):
        """The facts of the event by name."""
        return {name: self.cleaned_data[name] for name in WORDS}


class RegisterForm(forms.Form):
    """One answer to each question of the event; none must be answered."""

    def __init__(self, *args, event, **kwargs):
        super().__init__(*args, auto_id="id_register_%s", **kwargs)
        for number, question in enumerate(event.questions):
            self.fields[f"answer_{number}"] = forms.CharField(
                label=question,
                max_length=LONGEST_ANSWER,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2, "lang": event.language}),
            )


class CancelEventForm(CancelForm):
    """Why an event does not take place."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].help_text = _("Everybody who registered reads it, and it stands on the page.")


class PresentForm(WhoWasThereForm):
    """Who of those registered was there."""

    def __init__(self, *args, event, **kwargs):
        super().__init__(*args, auto_id="id_present_%s", **kwargs)
        registered = list(event.registrations.registered().values_list("person", "was_present"))
        people = User.objects.filter(pk__in=[person for person, _was in registered])
        self.fields["people"].queryset = people.order_by("name", "pk")
        self.fields["people"].initial = [person for person, was_present in registered if was_present]


class ReportForm(forms.Form):
    """What came of an event."""

    outcome = forms.CharField(
        label=_("Outcome report"),
        max_length=LONGEST_REPORT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Who was there, what was said, what follows from it."),
    )
    recording = forms.URLField(label=_("Link to the recording"), max_length=500, required=False, assume_scheme="https")
    upload = UploadField(
        label=_("Document"), required=False, help_text=_("A PDF or a picture (JPEG, PNG, WebP), up to 10 MB.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="id_report_%s", **kwargs)


class EventFinder(forms.Form):
    """Which events a list shows; whatever is not understood shows all."""

    kind = forms.ChoiceField(label=_("Kind of event"), required=False)
    region = forms.ModelChoiceField(
        Region.objects.none(), label=_("Region"), to_field_name="slug", required=False, empty_label=_("All regions")
    )
    when = forms.ChoiceField(
        label=pgettext_lazy("events", "When"),
        required=False,
        choices=[("", pgettext_lazy("events", "To come")), ("past", pgettext_lazy("events", "Past"))],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="id_find_%s", **kwargs)
        self.fields["kind"].choices = [("", _("All kinds"))] + [(each.value, each.label) for each in Event.Kind]
        self.fields["region"].queryset = Region.objects.large()

    def found(self, events):
        """Those of `events` that were asked for, in the order of the page."""
        self.is_valid()
        asked = self.cleaned_data
        events = events.over() if asked.get("when") == "past" else events.to_come()
        if asked.get("kind"):
            events = events.filter(kind=asked["kind"])
        if asked.get("region"):
            events = events.filter(region=asked["region"])
        return events
