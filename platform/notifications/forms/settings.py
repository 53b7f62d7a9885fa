"""How soon which mails come: one form for all of it."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from notifications.models import NoticeSetting
from notifications.models.rhythm import Rhythm, RoomRhythm

HOURS = [(hour, f"{hour:02}:00") for hour in range(24)]
ROOM = "room_"


class MailForm(forms.Form):
    """Her choice for each kind of notice and for each of her rooms, her hour, and a pause."""

    digest = forms.ChoiceField(
        label=_("My duties and dates, gathered"), choices=NoticeSetting.Digest.choices, widget=forms.RadioSelect
    )
    hour = forms.TypedChoiceField(label=_("At what hour?"), choices=HOURS, coerce=int)
    weekday = forms.TypedChoiceField(
        label=_("On which day does the weekly mail come?"), choices=NoticeSetting.Weekday.choices, coerce=int
    )
    paused_until = forms.DateField(
        label=_("No mails before"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_(
            "What happens until then comes gathered on the first morning. Leave it empty if you want no pause."
        ),
    )

    def __init__(self, *args, setting, rooms, chosen, **kwargs):
        self.setting, self.rooms = setting, rooms
        fields = [*NoticeSetting.KINDS, "digest", "hour", "weekday"]
        initial = {name: getattr(setting, name) for name in fields}
        if setting.is_paused(timezone.localdate()):
            initial["paused_until"] = setting.paused_until
        super().__init__(*args, **kwargs | {"initial": initial})
        for kind in NoticeSetting.KINDS:
            label = setting._meta.get_field(kind).verbose_name
            self.fields[kind] = forms.ChoiceField(label=label, choices=Rhythm.choices, widget=forms.RadioSelect)
        choices = [("", _("As above")), *RoomRhythm.choices]
        for room in rooms:
            self.fields[f"{ROOM}{room.pk}"] = forms.ChoiceField(
                label=room.title, choices=choices, required=False, initial=chosen.get(room.pk, "")
            )
        self.order_fields([*NoticeSetting.KINDS, "digest"])

    def clean_paused_until(self):
        """A pause ends on a day to come."""
        day = self.cleaned_data["paused_until"]
        if day and day <= timezone.localdate():
            raise forms.ValidationError(_("This day is over. Choose one to come."))
        return day

    @property
    def kinds(self):
        """The rows of the table: (field, its radios)."""
        return [self[kind] for kind in NoticeSetting.KINDS]

    @property
    def rhythms(self):
        """The heads of its columns."""
        return Rhythm.labels

    @property
    def room_fields(self):
        return [self[f"{ROOM}{room.pk}"] for room in self.rooms]

    @property
    def choice(self):
        """What she chose, as `NoticeSetting.choose` wants it."""
        rooms = {room.pk: self.cleaned_data[f"{ROOM}{room.pk}"] for room in self.rooms}
        names = [*NoticeSetting.KINDS, "digest", "hour", "weekday", "paused_until"]
        return {"rooms": rooms} | {name: self.cleaned_data[name] for name in names}
