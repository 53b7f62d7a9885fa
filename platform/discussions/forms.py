"""What people type in discussions: beginning one, answering, finding, and looking after them."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models import Theme
from core.uploads import UploadField
from discussions.models import Thread
from discussions.models.moderated import SHORT
from discussions.models.post import LONGEST
from messaging.forms import OnceForm, TextField

MENTIONS = _("Write @ and a full name to tell somebody at once, such as @Amina Diallo.")


def chosen_file():
    """One file beside the words."""
    return UploadField(label=_("File"), required=False, help_text=_("A PDF or a picture, if you like."))


class StartForm(OnceForm):
    """A new discussion with its first post."""

    kind = forms.ChoiceField(label=_("What is it?"))
    title = forms.CharField(label=_("Title"), max_length=150)
    text = TextField(label=_("Text"), rows=10, max_length=LONGEST, help_text=MENTIONS)
    language = forms.ChoiceField(label=_("Language you write in"), choices=settings.LANGUAGES)
    themes = forms.MultipleChoiceField(
        label=_("Themes"), required=False, widget=forms.CheckboxSelectMultiple(attrs={"class": "ticks"})
    )
    file = chosen_file()

    def __init__(self, *args, may_announce=False, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = [kind for kind in Thread.Kind if may_announce or kind != Thread.Kind.ANNOUNCEMENT]
        self.fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
        self.fields["themes"].choices = themes()


class ReplyForm(OnceForm):
    """A further post; `quotes` is the post it takes up."""

    quotes = forms.IntegerField(required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput)
    text = TextField(label=_("Your post"), rows=6, max_length=LONGEST, help_text=MENTIONS)
    language = forms.ChoiceField(label=_("Language you write in"), choices=settings.LANGUAGES)
    file = chosen_file()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="id_reply_%s", **kwargs)


class FindThreadsForm(forms.Form):
    """By words, kind and theme; all of them, one's own or those that wait."""

    q = forms.CharField(
        label=pgettext_lazy("search", "Words"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("of a discussion", "Kind"),
        required=False,
        choices=[("", _("All")), *Thread.Kind.choices],
    )
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    show = forms.ChoiceField(
        label=pgettext_lazy("verb", "Show"),
        required=False,
        choices=[
            ("", _("All")),
            ("mine", _("Those I have written in")),
            ("unanswered", _("Those nobody has answered")),
            ("open", pgettext_lazy("discussions", "Open ones")),
        ],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.themes = themes()
        self.fields["theme"].choices = [("", _("All")), *self.themes]

    def narrow(self, threads, user):
        """Those of `threads` that are asked for; what makes no sense is not asked."""
        self.is_valid()
        asked = getattr(self, "cleaned_data", {})
        if asked.get("q"):
            threads = threads.about(asked["q"])
        if asked.get("kind"):
            threads = threads.filter(kind=asked["kind"])
        if asked.get("theme"):
            threads = threads.filter(themes=asked["theme"])
        shown = asked.get("show")
        if shown == "mine":
            threads = threads.with_posts_of(user)
        elif shown == "unanswered":
            threads = threads.unanswered()
        elif shown == "open":
            threads = threads.open()
        return threads

    @property
    def is_asking(self):
        """Whether something narrows the list."""
        return any(self.data.get(name) for name in self.fields)


def themes():
    """[(key, name)] of all themes."""
    return [(str(theme.pk), theme.name) for theme in Theme.objects.all()]


class EditForm(forms.Form):
    """The same words, mended."""

    text = TextField(label=_("Your post"), rows=8, max_length=LONGEST)


class ConclusionForm(forms.Form):
    """What came of a discussion."""

    conclusion = TextField(
        label=_("Conclusion"), rows=5, max_length=3000, help_text=_("It stands above the posts; everybody reads it.")
    )


class MoveForm(forms.Form):
    """Where to."""

    space = forms.ChoiceField(label=_("Room"))

    def __init__(self, *args, spaces=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.spaces = {str(space.pk): space for space in spaces}
        self.fields["space"].choices = [(key, space.title) for key, space in self.spaces.items()]


class MergeForm(forms.Form):
    """Into which one."""

    thread = forms.ChoiceField(label=_("Discussion that stays"))

    def __init__(self, *args, threads=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.threads = {str(thread.pk): thread for thread in threads}
        self.fields["thread"].choices = [("", _("Choose")), *((key, str(each)) for key, each in self.threads.items())]


class SplitForm(forms.Form):
    """What the new discussion is called."""

    title = forms.CharField(label=_("Title of the new discussion"), max_length=150)


class ReasonForm(forms.Form):
    """Why."""

    reason = TextField(label=_("Your reason"), rows=4, max_length=SHORT)


class WordsForm(forms.Form):
    """Some words to one person."""

    words = TextField(label=_("Your words"), rows=4, max_length=SHORT)
