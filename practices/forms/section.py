"""One section of a datasheet as a form: questions in words and codes, lines in tables, all of them optional."""

from dataclasses import dataclass, field

from django import forms

from practices.answers import text_in
from practices.kinds import kind_of
from practices.kinds.base import Kind


@dataclass
class Part:
    """One question as the page draws it: by its field, in groups to tick, or as lines."""

    question: object
    kind: Kind
    bound: forms.BoundField | None = None
    lines: forms.BaseFormSet | None = None
    groups: list = field(default_factory=list)
    # What is written in the language of the sheet, for whoever translates.
    original: str = ""

    @property
    def template(self):
        return f"practices/parts/{self.kind.drawn_as}.html"

    @property
    def folds(self):
        """[(Label of the group or None, its options, how many of them are ticked)]."""
        return [(group, options, sum(ticked for _label, ticked in options)) for group, options in self.groups]

    @property
    def number_chosen(self):
        """How many boxes are ticked."""
        return sum(number for _group, _options, number in self.folds)


class AnswersForm(forms.Form):
    """All questions of a section that one field answers."""

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.kinds = kinds
        for key, kind in kinds.items():
            self.fields[key] = kind.field()

    def clean(self):
        cleaned = super().clean()
        for key, kind in self.kinds.items():
            if key in cleaned:
                try:
                    cleaned[key] = kind.kept(cleaned[key])
                except forms.ValidationError as error:
                    self.add_error(key, error)
        return cleaned


class SectionForm:
    """A section to write at, in one language. `contents` are what is there; `data` what was typed."""

    def __init__(self, section, contents, *, language, original=None, data=None):
        self.section, self.language = section, language
        is_translation = original is not None and language != original
        questions = [each for each in section.questions if each.translated or not is_translation]
        kinds = {question.key: kind_of(question) for question in questions}
        self.rows = {key: kind for key, kind in kinds.items() if kind.drawn_as == "rows"}
        plain = {key: kind for key, kind in kinds.items() if key not in self.rows}
        initial = {key: kind.typed(self._answer(kind.question, contents)) for key, kind in plain.items()}
        self.form = AnswersForm(data, kinds=plain, initial=initial)
        self.tables = {
            key: kind.form(data=data, answer=contents.get(key), prefix=key) for key, kind in self.rows.items()
        }
        self.originals = {
            question.key: text_in(contents.get(question.key), original)[0]
            for question in questions
            if is_translation and question.translated
        }

    def _answer(self, question, contents):
        answer = contents.get(question.key)
        return (answer or {}).get(self.language, "") if question.translated else answer

    @property
    def is_bound(self):
        return self.form.is_bound

    def is_valid(self):
        """Whether everything that was typed holds. What does is in `typed` either way."""
        return all([self.form.is_valid(), *(table.is_valid() for table in self.tables.values())])

    @property
    def typed(self):
        """{key: answer} of what holds."""
        self.is_valid()
        holds = {key: value for key, value in self.form.cleaned_data.items() if key not in self.form.errors}
        return holds | {key: table.lines for key, table in self.tables.items() if table.is_valid()}

    @property
    def errors(self):
        """{key: sentences}, for the title of the page and the summary above the form."""
        found = dict(self.form.errors) if self.is_bound else {}
        return found | {key: table for key, table in self.tables.items() if self.is_bound and not table.is_valid()}

    @property
    def problems(self):
        """[(id of the field, label, sentence)] of everything that does not hold, in the order of the page."""
        for part in self.parts:
            if part.bound is not None:
                yield from (
                    (part.bound.id_for_label or part.question.key, part.bound.label, each) for each in part.bound.errors
                )
            if part.lines is not None and self.is_bound:
                yield from ((part.question.key, part.question.label, each) for each in part.lines.non_form_errors())
                for line in part.lines:
                    for bound in line:
                        yield from ((bound.id_for_label, bound.label, each) for each in bound.errors)

    def add_faults(self, faults):
        """{key: sentences} the verb found."""
        for key, sentences in faults.items():
            self.form.add_error(key if key in self.form.fields else None, sentences)

    @property
    def parts(self):
        """The questions in the order of the section."""
        for question in self.section.questions:
            if question.key in self.tables:
                yield Part(question, self.rows[question.key], lines=self.tables[question.key])
            elif question.key in self.form.fields:
                bound, kind = self.form[question.key], self.form.kinds[question.key]
                groups = kind.groups(set(bound.value() or ())) if kind.drawn_as == "ticks" else []
                yield Part(question, kind, bound, groups=groups, original=self.originals.get(question.key, ""))
