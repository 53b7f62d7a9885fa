"""Which applications an inbox shows; the address holds it, so that it can be kept and shared."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partners.vocabulary import vocabulary
from taskforces.models import Application, Role

Status = Application.Status
WAITING = (Status.SUBMITTED, Status.ASKED)
STATES = [
    ("", _("What waits for an answer")),
    ("decided", _("What has been answered")),
    ("all", _("All requests")),
    *[(status.value, status.label) for status in Status if status != Status.DRAFT],
]


class InboxFilter(forms.Form):
    """By state, role, large region the applicant works in, days and words. What is wrong narrows nothing."""

    q = forms.CharField(
        label=pgettext_lazy("search", "Words"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    state = forms.ChoiceField(label=_("State"), required=False, choices=STATES)
    role = forms.ChoiceField(label=_("Role"), required=False, choices=[("", _("All roles")), *Role.choices])
    region = forms.ChoiceField(label=_("Region"), required=False)
    since = forms.DateField(
        label=_("Sent from"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    until = forms.DateField(
        label=_("Sent until"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, data):
        data = data.copy()
        if data.get("show") == "decided":  # the address of a link from before there were filters
            data.setdefault("state", "decided")
        super().__init__(data)
        words = vocabulary()
        self.fields["region"].choices = [
            ("", _("All regions")),
            *((slug, name) for slug, name in words.regions.items() if slug in words.large),
        ]
        self.is_valid()
        self.asked = self.cleaned_data

    @property
    def asked_state(self):
        """The state that is asked for; in a template `state` is the field."""
        return self.asked.get("state") or ""

    @property
    def is_active(self):
        """Whether anything narrows the list, the state apart."""
        return any(self.asked.get(name) for name in ("q", "role", "region", "since", "until"))

    def narrow(self, applications):
        """Those that fit, what waits oldest first, anything else newest first."""
        found = applications.filter(self._conditions())
        if words := self.asked.get("q"):
            found = found.matching(words)
        if not self.asked_state or self.asked_state in WAITING:
            return found.order_by("submitted_at", "pk")
        return found.order_by("-updated_at" if self.asked_state == "decided" else "-submitted_at", "-pk")

    def _conditions(self):
        undecided = Q(status__in=WAITING)
        states = {"": undecided, "decided": ~undecided, "all": Q()}
        found = states.get(self.asked_state, Q(status=self.asked_state))
        looked_up = {
            "role": "role",
            "region": "country__region__parent__slug",
            "since": "submitted_at__date__gte",
            "until": "submitted_at__date__lte",
        }
        for name, lookup in looked_up.items():
            if value := self.asked.get(name):
                found &= Q(**{lookup: value})
        return found
