"""What reviewers and the secretariat type: a comment, a reason, whom they ask."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.choices import RowField
from messaging.forms import TextField


class CommentForm(forms.Form):
    """A remark about one section."""

    section = forms.SlugField(widget=forms.HiddenInput, max_length=40)
    text = TextField(
        label=_("Your comment"), rows=4, max_length=3000, help_text=_("The author and all reviewers read it.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # One stands in each section of the page.
        self.auto_id = f"id_{self['section'].value() or 'no'}_%s"


class SendBackForm(forms.Form):
    """What its author should change first."""

    reason = TextField(
        label=_("What should be changed?"),
        rows=4,
        max_length=2000,
        help_text=_("The author reads this, and your comments beside the sections."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="id_send_back_%s", **kwargs)


class RejectForm(forms.Form):
    """Why it is not published."""

    reason = TextField(
        label=_("Why is it not published?"), rows=4, max_length=2000, help_text=_("The author reads this.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="id_reject_%s", **kwargs)


class FindReviewerForm(forms.Form):
    """Whom to look for."""

    q = forms.CharField(
        label=_("Name or organisation"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )


class AssignForm(forms.Form):
    """Who is asked, and until when."""

    person = RowField(
        queryset=None,
        label=_("Who is asked"),
        error_messages={
            "required": _("Choose a person."),
            "invalid_choice": _("This person cannot be asked to review this sheet."),
        },
    )
    due_on = forms.DateField(
        label=_("Asked for until"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people
