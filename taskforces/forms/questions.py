"""What an editor types about one question: its words side by side in three languages, its choices, whom it asks."""

from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.templatetags.languages import name_of as name_of_language
from taskforces.models import Question, Role
from taskforces.models.question import CODES

Kind = Question.Kind
MOST_CHOICES = 20
LONGEST_CHOICE = 120
STEPS = (3, 4, 5, 7, 10)

WORDS = {"label": _("Question"), "help": _("Help"), "lines": _("Choices"), "low": _("Lowest"), "high": _("Highest")}
HELP = {
    "label": _("As applicants read it; at most 200 characters."),
    "help": _("A sentence below the question, if it needs one. Plain text, at most 300 characters."),
    "lines": _("One choice a line, in the same order in each language; at most 20."),
    "low": _("What the lowest number means: “not at all”."),
    "high": _("What the highest number means: “very much”."),
}
CONSENT = {
    "label": _("The words applicants agree to"),
    "help": _("More words"),
}


class KindForm(forms.Form):
    """Which kind of question to add."""

    kind = forms.ChoiceField(label=_("Kind of question"), choices=Kind.choices)


class QuestionForm(forms.Form):
    """A question of `kind`; without kind, it is asked for and everything is offered."""

    is_required = forms.BooleanField(label=_("An answer is required"), required=False)
    roles = forms.MultipleChoiceField(
        label=_("Asked of"),
        choices=Role.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Nothing ticked: asked of everybody."),
    )
    seen = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args, kind=None, question=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind, self.question = kind, question
        if kind is None:
            self.fields["kind"] = forms.ChoiceField(label=_("Kind of question"), choices=Kind.choices)
        for name in self.texts:
            for code in CODES:
                self.fields[f"{name}_{code}"] = words_field(name, code, kind)
        if kind in (None, Kind.SCALE):
            steps = [(number, str(number)) for number in STEPS]
            self.fields["steps"] = forms.TypedChoiceField(
                label=_("Steps of the scale"), choices=steps, coerce=int, initial=5, required=kind == Kind.SCALE
            )
        words = [f"{name}_{code}" for name in self.texts for code in CODES]
        self.order_fields(["kind", *words, "steps", "is_required", "roles", "seen"])
        if question is not None:
            self.initial = contents_typed(question) | {"seen": question.stamp} | self.initial

    @property
    def texts(self):
        """The names of the texts this kind of question has."""
        more = {None: ("lines", "low", "high"), Kind.SCALE: ("low", "high")}
        more |= dict.fromkeys((Kind.CHOICE, Kind.CHOICES), ("lines",))
        return ("label", "help", *more.get(self.kind, ()))

    @property
    def sections(self):
        """[(label, help, [box in each language])] for drawing."""
        for name in self.texts:
            label = CONSENT.get(name, WORDS[name]) if self.kind == Kind.CONSENT else WORDS[name]
            boxes = [(code, name_of_language(code), self[f"{name}_{code}"]) for code in CODES]
            yield {"label": label, "help": HELP[name], "boxes": boxes}

    @property
    def others(self):
        """The fields that are not words in a language."""
        return [self[name] for name in ("steps", "is_required", "roles") if name in self.fields]

    def clean(self):
        cleaned = super().clean()
        kind = self.kind or cleaned.get("kind")
        if not any(cleaned.get(f"label_{code}") for code in CODES) and not self._has_errors("label"):
            self.add_error(f"label_{CODES[0]}", _("Write the question in at least one language."))
        if kind in (Kind.CHOICE, Kind.CHOICES) and not self._has_errors("lines"):
            self._clean_lines(cleaned)
        if kind == Kind.SCALE and not cleaned.get("steps") and "steps" not in self.errors:
            self.add_error("steps", _("Say how many steps the scale has."))
        return cleaned

    def _has_errors(self, name):
        return any(f"{name}_{code}" in self.errors for code in CODES)

    def _clean_lines(self, cleaned):
        lengths = {code: len(cleaned.get(f"lines_{code}") or []) for code in CODES}
        first = next((code for code in CODES if lengths[code]), CODES[0])
        if lengths[first] < 2:
            self.add_error(f"lines_{first}", _("Write at least two choices, one a line."))
            return
        for code in CODES:
            if lengths[code] not in (0, lengths[first]):
                message = _("Here stand %(number)d choices, in the first language %(first)d. Write as many, or none.")
                error = ValidationError(message, params={"number": lengths[code], "first": lengths[first]})
                self.add_error(f"lines_{code}", error)

    @property
    def contents(self):
        """{field of Question: value}, as the verbs take it."""
        cleaned = self.cleaned_data
        words = {f"{name}_{code}": cleaned[f"{name}_{code}"] or None for name in ("label", "help") for code in CODES}
        kind = self.kind or cleaned["kind"]
        choices = []
        if kind in (Kind.CHOICE, Kind.CHOICES):
            choices = self._choices()
        elif kind == Kind.SCALE:
            choices = self._scale()
        return words | {"is_required": cleaned["is_required"], "roles": cleaned["roles"], "choices": choices}

    def _choices(self):
        """A choice that was there keeps its value, so that a draft answered by it still fits."""
        lines = {code: self.cleaned_data[f"lines_{code}"] for code in CODES}
        number = max(map(len, lines.values()))
        labels = [{code: some[place] for code, some in lines.items() if some} for place in range(number)]
        known = list(self.question.choices) if self.question else []
        choices = []
        for label in labels:
            before = next((each for each in known if shares_words(each["label"], label)), None)
            if before:
                known.remove(before)
            choices.append({"value": before["value"] if before else f"c_{uuid4().hex[:8]}", "label": label})
        return choices

    def _scale(self):
        steps = self.cleaned_data["steps"]
        ends = {1: "low", steps: "high"}
        choices = []
        for number in range(1, steps + 1):
            name = ends.get(number)
            words = {code: self.cleaned_data[f"{name}_{code}"] for code in CODES} if name else {}
            label = {code: text for code, text in words.items() if text}
            choices.append({"value": str(number), "label": label})
        return choices


def shares_words(one, other):
    """Whether two choices are worded alike in a language."""
    return any(one.get(code) == other.get(code) for code in CODES if one.get(code))


class LinesField(forms.CharField):
    """Choices, one a line: a list without repetition."""

    def clean(self, value):
        lines = [" ".join(line.split()) for line in super().clean(value).splitlines()]
        lines = [line for line in lines if line]
        if len(lines) > MOST_CHOICES:
            raise ValidationError(_("At most %(number)d choices."), params={"number": MOST_CHOICES})
        if len(set(lines)) < len(lines):
            raise ValidationError(_("The same choice stands here twice."))
        if any(len(line) > LONGEST_CHOICE for line in lines):
            raise ValidationError(_("A choice has at most %(number)d characters."), params={"number": LONGEST_CHOICE})
        return lines


def words_field(name, code, kind):
    """The box for one text in one language."""
    title = CONSENT.get(name, WORDS[name]) if kind == Kind.CONSENT else WORDS[name]
    language = name_of_language(code)
    label = _("%(text)s (%(language)s)") % {"text": title, "language": language}
    if name == "lines":
        return LinesField(label=label, required=False, widget=forms.Textarea(attrs={"rows": 6, "lang": code}))
    most = {"label": 200, "help": 300}.get(name, 60)
    area = forms.TextInput if name in ("low", "high") else forms.Textarea(attrs={"rows": 3})
    field = forms.CharField(label=label, max_length=most, required=False, widget=area)
    field.widget.attrs["lang"] = code
    return field


def contents_typed(question):
    """The contents of `question` in the shape they are typed in."""
    typed = {f"{name}_{code}": getattr(question, f"{name}_{code}") for name in ("label", "help") for code in CODES}
    typed |= {"is_required": question.is_required, "roles": question.roles, "kind": question.kind}
    if question.kind == Kind.SCALE:
        low, high = question.choices[0], question.choices[-1]
        typed |= {f"low_{code}": low["label"].get(code, "") for code in CODES}
        typed |= {f"high_{code}": high["label"].get(code, "") for code in CODES}
        typed |= {"steps": len(question.choices)}
    elif question.choices:
        for code in CODES:
            lines = [choice["label"].get(code, "") for choice in question.choices]
            typed[f"lines_{code}"] = "\n".join(lines) if any(lines) else ""
    return typed
