"""What candidates write, and what members say of them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.uploads import UploadField
from taskforces.models import Statement

HELP = {
    "motivation": _("Why you would like this seat, and why here."),
    "experience": _("What you have done that prepares you for it: projects, networks, teams."),
    "contribution": _("People, knowledge, means that come with you or your organisation."),
    "time": _("How much of it, how regularly, and until when."),
}


class StatementForm(forms.ModelForm):
    """The qualification statement. What is incomplete can be kept all the same."""

    upload = UploadField(
        label=_("Letter of support of your organisation"),
        required=False,
        help_text=_(
            "PDF or picture, at most 10 MB. Read by the secretariat, and by the members once they are consulted."
        ),
    )
    removes_letter = forms.BooleanField(label=_("Take the letter away"), required=False)

    class Meta:
        model = Statement
        fields = ["motivation", "experience", "contribution", "time"]
        widgets = {name: forms.Textarea(attrs={"rows": 6}) for name in ("motivation", "experience", "contribution")}
        help_texts = HELP

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.letter_id:
            del self.fields["removes_letter"]

    def _post_clean(self):
        """The verb judges the words; an unsaved form changes nothing of the statement shown beside it."""

    @property
    def words(self):
        """What was typed and understood."""
        return {name: self.cleaned_data[name] for name in Statement.TEXTS if name in self.cleaned_data}

    @property
    def removes(self):
        """Whether the letter is to go, and no other takes its place."""
        return bool(self.cleaned_data.get("removes_letter")) and not self.cleaned_data.get("upload")


class CommentForm(forms.Form):
    """What a member says about a candidate; empty, it takes back what she had said."""

    text = forms.CharField(
        label=_("Your comment"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The secretariat reads it with your name. After the end the members read it without."),
    )

    def __init__(self, *args, candidate, **kwargs):
        super().__init__(*args, auto_id=f"id_comment_{candidate.pk}_%s", **kwargs)
        if candidate.own_comment:
            self.initial["text"] = candidate.own_comment.text
