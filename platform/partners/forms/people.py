"""Forms of those who speak for an organisation: whom they invite, by which addresses their people are known."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from partners.models import Invitation, MailDomain


class InvitationForm(forms.ModelForm):
    """Whom to write to, in which language, and as what."""

    class Meta:
        model = Invitation
        fields = ["email", "name", "language", "is_focal_point"]
        labels = {
            "name": _("Her or his name"),
            "language": _("Language of the mail"),
            "is_focal_point": _("Invite as focal point"),
        }
        help_texts = {
            "email": _("The address at which your colleague works. Nobody else reads it."),
            "name": _("For the first line of the mail."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].widget.attrs["autocomplete"] = "off"
        self.fields["language"].initial = get_language()


class MailDomainForm(forms.ModelForm):
    """What stands behind the @."""

    class Meta:
        model = MailDomain
        fields = ["domain"]

    def validate_constraints(self):
        """Whose domain it is already is the verb's to say."""
