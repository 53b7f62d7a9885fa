"""What organisers type about a meeting."""

from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.forms.fields import DayAndHourField, InZone
from events.models import Meeting
from events.models.dates import MOST_DATES

KINDS_OF_TASK_FORCE = (Meeting.Kind.MEMBER, Meeting.Kind.PLANNING)
WHO_IS_INVITED = {
    Meeting.Kind.MEMBER: _("Everybody who has a seat is invited, or the people of one region."),
    Meeting.Kind.PLANNING: _("The leader and the regional representatives are invited."),
    Meeting.Kind.LEADER: _("The leaders of all task forces are invited."),
}


class KindLabel(str):
    """The name of a kind; who is invited stands below it at the moment of choice."""

    help: str

    def __new__(cls, kind):
        label = super().__new__(cls, Meeting.Kind(kind).label.capitalize())
        label.help = WHO_IS_INVITED[kind]
        return label


class WordsForm(forms.Form):
    """What a meeting is about, where it is, how long it lasts."""

    title = forms.CharField(label=_("Title"), max_length=150)
    agenda = forms.CharField(
        label=_("Agenda"), max_length=10_000, required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    duration_minutes = forms.IntegerField(label=_("Length in minutes"), min_value=10, max_value=1440, initial=90)
    place = forms.CharField(
        label=_("Place"), max_length=200, required=False, help_text=_("A room, a town, or leave it empty.")
    )
    link = forms.URLField(
        label=_("Join link"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=_("Only those who are invited see it."),
    )
    language = forms.ChoiceField(label=_("Language of the meeting"), choices=settings.LANGUAGES)


class DatesForm(InZone, forms.Form):
    """One to five dates."""

    def __init__(self, *args, zone, **kwargs):
        super().__init__(*args, **kwargs)
        self.zone, self.doubled = zone, []
        for number in range(1, MOST_DATES + 1):
            label = _("Date") if number == 1 else _("Another date, if you propose several")
            self.fields[f"date_{number}"] = DayAndHourField(label=label, required=number == 1)
        self.fields["date_1"].help_text = _("Hours are those of %(zone)s.") % {"zone": zone}

    def clean(self):
        cleaned = super().clean()
        moments = [self.understand(f"date_{number}") for number in range(1, MOST_DATES + 1)]
        cleaned["dates"] = [each for each in moments if each is not None]
        return cleaned

    @property
    def dates(self):
        """The fields of the dates, to be shown together."""
        return [self[f"date_{number}"] for number in range(1, MOST_DATES + 1)]


class OtherDatesForm(DatesForm):
    """Other dates for a meeting that has none yet."""

    def __init__(self, *args, meeting, **kwargs):
        zone, now = meeting.time_zone, timezone.now()
        coming = [each.starts_at for each in meeting.dates.all() if each.starts_at > now]
        initial = {
            f"date_{number}": timezone.localtime(moment, ZoneInfo(zone)).replace(tzinfo=None)
            for number, moment in enumerate(coming, start=1)
        }
        super().__init__(*args, auto_id="id_dates_%s", zone=zone, initial=initial, **kwargs)


class PlanForm(DatesForm, WordsForm):
    """A new meeting: one date fixes it, two to five are proposed."""

    field_order = ["kind", "region", "title", "agenda"]

    def __init__(self, *args, kinds, regions=None, **kwargs):
        super().__init__(*args, **kwargs)
        if regions is not None:
            self.fields["region"] = forms.ModelChoiceField(
                regions,
                label=_("For which region?"),
                to_field_name="slug",
                required=False,
                empty_label=_("All regions"),
                help_text=_("Of a member meeting: who represents the region, and who lives there."),
            )
        if len(kinds) > 1:
            choices = [(kind, KindLabel(kind)) for kind in kinds]
            self.fields["kind"] = forms.ChoiceField(
                label=_("Which kind of meeting?"), choices=choices, widget=forms.RadioSelect
            )
        self.order_fields(self.field_order)

    @property
    def words(self):
        """The facts of the meeting by name."""
        return {name: self.cleaned_data[name] for name in WordsForm.base_fields}


class MoveForm(InZone, forms.Form):
    """Another date for a meeting."""

    starts_at = DayAndHourField(label=_("New date"))

    def __init__(self, *args, zone, **kwargs):
        super().__init__(*args, auto_id="id_move_%s", **kwargs)
        self.zone, self.doubled = zone, []
        self.fields["starts_at"].help_text = _("Hours are those of %(zone)s.") % {"zone": zone}

    def clean(self):
        cleaned = super().clean()
        cleaned["moment"] = self.understand("starts_at")
        return cleaned


class CancelForm(forms.Form):
    """Why a meeting does not take place."""

    text = forms.CharField(
        label=_("Your reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody who is invited reads it."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="id_cancel_%s", **kwargs)
