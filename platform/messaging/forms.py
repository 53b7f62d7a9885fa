"""What people type when they write to an organisation."""

import uuid

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from messaging.models.message import LONGEST


class OnceField(forms.UUIDField):
    """The hidden key by which a form that is sent twice is known; a broken one counts as a new one."""

    widget = forms.HiddenInput

    def clean(self, value):
        try:
            return super().clean(value)
        except forms.ValidationError:
            return uuid.uuid4()


class OnceForm(forms.Form):
    """A form that writes once, however often it is sent."""

    key = OnceField(initial=uuid.uuid4)


class TextField(forms.CharField):
    """Some words."""

    def __init__(self, *, rows, **kwargs):
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class WriteForm(OnceForm):
    """The first message to an organisation."""

    subject = forms.CharField(label=_("Subject"), max_length=150)
    text = TextField(
        label=_("Your message"),
        rows=8,
        max_length=LONGEST,
        help_text=_("They read your name, your country and these words, never your address."),
    )
    language = forms.ChoiceField(label=_("Language you write in"), choices=settings.LANGUAGES)


class ReplyForm(OnceForm):
    """A further message."""

    text = TextField(label=_("Your message"), rows=5, max_length=LONGEST)


class ReportForm(forms.Form):
    """Why the secretariat should read the conversation."""

    reason = TextField(
        label=_("What is wrong with it"),
        rows=4,
        max_length=1000,
        help_text=_(
            "The secretariat reads this and the whole conversation. The other side is told if something comes of it."
        ),
    )
