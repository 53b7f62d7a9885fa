"""Fields of forms of the admin."""

from django import forms
from unfold.widgets import UnfoldAdminSplitDateTimeWidget

from core.moments import validate_within_reach


def moment(label, **options):
    """A field for a day and an hour."""
    widget = UnfoldAdminSplitDateTimeWidget
    return forms.SplitDateTimeField(label=label, widget=widget, validators=[validate_within_reach], **options)
