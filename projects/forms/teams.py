"""What people type around Project Teams."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.choices import RowField
from messaging.forms import TextField
from partners.models import Affiliation


class PlaceField(RowField):
    """Who stands for which organisation."""

    def __init__(self, **kwargs):
        super().__init__(Affiliation.objects.none(), empty_label=_("Choose a person"), **kwargs)

    def label_from_instance(self, affiliation):
        return f"{affiliation.person} · {affiliation.partner}"


class TeamForm(forms.Form):
    """What a team is called and what it is for."""

    name = forms.CharField(label=_("Name of the team"), max_length=150)
    purpose = TextField(label=_("What it will do"), rows=4, max_length=2000)


class FormTeamForm(TeamForm):
    """The same, with the coordinator."""

    coordinator = PlaceField(
        label=_("Coordinator"),
        help_text=_(
            "People of partners who proposed or support the idea, or have a seat in the task force. The person is "
            "asked and accepts or declines."
        ),
    )

    def __init__(self, *args, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["coordinator"].queryset = candidates


class AskIntoTeamForm(forms.Form):
    """Whom to ask, for which organisation."""

    place = PlaceField(
        label=_("Person and organisation"),
        help_text=_(
            "People of partners who proposed or support the idea, or have a seat in the task force. Somebody is "
            "missing? Ask her to support the idea first."
        ),
    )

    def __init__(self, *args, candidates, **kwargs):
        super().__init__(*args, auto_id="id_ask_%s", **kwargs)
        self.fields["place"].queryset = candidates
