"""What the verbs about datasheets ask for."""

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminDateWidget, UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget

from accounts.models import User
from core.admin_verbs import offer_search
from core.choices import RowField
from practices import coding, editions, vocabularies
from practices.models import Assignment, Tag


class AssignForm(forms.Form):
    """Who reviews, until when."""

    user = forms.ModelChoiceField(label=_("Person"), queryset=User.objects.active())
    due_on = forms.DateField(
        label=_("Asked for until"),
        required=False,
        widget=UnfoldAdminDateWidget,
        help_text=_("None means that no day is named."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_search(self, Assignment, "user")


class ReleaseForm(forms.Form):
    """Who need not review it any more."""

    person = RowField(User.objects.none(), label=_("Person"), widget=UnfoldAdminSelectWidget)

    def __init__(self, data=None, *, practice):
        super().__init__(data)
        self.fields["person"].queryset = User.objects.filter(
            pk__in=practice.assignments.order_by().values("user")
        ).order_by("name")


class ToAuthorForm(forms.Form):
    """Words the author reads."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 4}),
        help_text=_("The author reads it."),
    )


class ArchiveForm(ToAuthorForm):
    """Why nobody reads it any more."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = _("Everybody reads it who looks for the sheet.")


class AnswerForm(forms.Form):
    """A question and its answer in one list, so that they always fit together."""

    answer = forms.ChoiceField(label=_("Answer"), widget=UnfoldAdminSelectWidget)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = [("", _("Choose")), *self.offered()]

    def offered(self):
        """[(question, [("key:code", name)])]."""
        raise NotImplementedError

    def clean_answer(self):
        """(key of the question, code)."""
        return tuple(self.cleaned_data["answer"].split(":", 1))


class TagForm(AnswerForm):
    """Every answer a sheet can be tagged with."""

    def offered(self):
        for key, question in coding.taggable(editions.edition()).items():
            terms = vocabularies.terms_of(question.vocabulary).values()
            yield question.label, [(f"{key}:{term.code}", term.name) for term in terms if not term.is_retired]


class UntagForm(AnswerForm):
    """The answers any sheet is tagged with, those nobody can choose any more included."""

    def offered(self):
        tags = Tag.objects.order_by("question", "code").distinct("question", "code")
        return [(f"{tag.question}:{tag.code}", str(tag)) for tag in tags]
