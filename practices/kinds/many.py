"""Answers in lines of several columns, and levels given to each term of a vocabulary."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.choices import flatten_choices
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from practices import vocabularies
from practices.kinds.base import Kind

# Empty lines a page offers below those that are filled.
FREE_LINES = 2


class Rows(Kind):
    """[{column: answer}]; columns that say nothing are left out."""

    drawn_as = "rows"

    @cached_property
    def columns(self):
        from practices.kinds import kind_of

        return [kind_of(column) for column in self.question.columns]

    def form(self, *, data=None, files=None, answer=(), prefix=None):
        """The lines as a set of forms, with two free ones below."""
        made = forms.formset_factory(
            form=self._line_form(),
            formset=Lines,
            extra=FREE_LINES,
            max_num=self.question.max_rows,
            absolute_max=self.question.max_rows + FREE_LINES,
        )
        return made(
            data=data,
            initial=[self._typed_line(row) for row in answer or ()],
            prefix=prefix,
            form_kwargs={"kind": self},
        )

    def _line_form(self):
        return LineForm

    def _typed_line(self, row):
        return {column.question.key: column.typed(row.get(column.question.key)) for column in self.columns}

    def judged(self, answer):
        """Each line judged by its columns. Raises ValidationError that names line and column."""
        if not isinstance(answer, list) or not all(isinstance(row, dict) for row in answer):
            self._refuse(_("Give a list of lines."))
        if len(answer) > self.question.max_rows:
            self._refuse(_("At most %(most)d lines can be kept.") % {"most": self.question.max_rows})
        rows = [self._judged_line(number, row) for number, row in enumerate(answer, start=1)]
        return [row for row in rows if row]

    def _judged_line(self, number, row):
        line = {}
        for column in self.columns:
            try:
                value = column.judged(row.get(column.question.key))
            except ValidationError as error:
                where = {"number": number, "column": column.question.label, "problem": " ".join(error.messages)}
                raise ValidationError(_("Line %(number)d, %(column)s: %(problem)s") % where) from None
            if not column.is_empty(value):
                line[column.question.key] = value
        missing = [each.question for each in self.columns if each.question.required and each.question.key not in line]
        if line and missing:
            where = {"number": number, "column": missing[0].label}
            raise ValidationError(_("Line %(number)d: %(column)s is missing.") % where)
        return line

    def codes(self, answer):
        return {
            f"{self.question.key}.{code}"
            for row in answer
            for column in self.columns
            if column.question.key in row
            for code in column.codes(row[column.question.key])
        }

    def shown(self, answer):
        """[[text or None]] in the order of the columns that say anything: see `heads`."""
        return [[self._shown_cell(column, row) for column in self.said(answer)] for row in answer]

    def _shown_cell(self, column, row):
        key = column.question.key
        return column.shown(row[key]) if key in row else None

    def said(self, answer):
        """The columns that say something in any line."""
        return [column for column in self.columns if any(column.question.key in row for row in answer)]

    def heads(self, answer):
        """The labels of these columns, with their units."""
        return [column.question.label for column in self.said(answer)]


# What is told of a folded line.
TOLD = 4


class LineForm(forms.Form):
    """One line; it is judged as a whole only where something stands in it."""

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind
        for column in kind.columns:
            self.fields[column.question.key] = column.field()

    @property
    def told(self):
        """What stands in it, in short; nothing of a free line."""
        said = [words for bound in self if (words := words_in(bound))]
        return " · ".join(said[:TOLD])

    def clean(self):
        cleaned = super().clean()
        line = {}
        for column in self.kind.columns:
            key = column.question.key
            if key not in cleaned:
                continue
            try:
                value = column.kept(cleaned[key])
            except ValidationError as error:
                self.add_error(key, error.messages)
                continue
            if not column.is_empty(value):
                line[key] = value
        for column in self.kind.columns:
            question = column.question
            if line and question.required and question.key not in line and question.key not in self.errors:
                self.add_error(question.key, _("This is missing in this line."))
        self.line = line
        return cleaned


def words_in(bound):
    """What stands in a field, in words: of a choice, its name."""
    value = bound.value()
    if value and isinstance(bound.field, forms.ChoiceField):
        return str(dict(flatten_choices(bound.field.choices)).get(value, ""))
    words = str(value or "").strip()[:60]
    unit = getattr(bound.field.widget, "unit", "")
    return f"{words} {unit}" if words and unit else words


class Lines(forms.BaseFormSet):
    """All lines of one question."""

    def clean(self):
        if len(self.lines) > self.max_num:
            raise ValidationError(_("At most %(most)d lines can be kept.") % {"most": self.max_num})

    @property
    def is_empty(self):
        """Whether nothing stands in any line."""
        return not any(form.told for form in self.forms)

    @property
    def lines(self):
        """Those in which something stands, in their order."""
        return [form.line for form in self.forms if getattr(form, "line", None)]


class Ratings(Kind):
    """{code of a term: code of its level}."""

    drawn_as = "ratings"

    @property
    def terms(self):
        """The terms that can be rated: those with nothing below them."""
        terms = vocabularies.terms_of(self.question.vocabulary).values()
        return [term for term in terms if not term.narrower and not term.is_retired]

    def field(self):
        return RatingsField(kind=self, **self.common)

    def typed(self, answer):
        return answer or {}

    def kept(self, value):
        return {code: level for code, level in value.items() if level}

    def codes(self, answer):
        return {f"{self.question.key}:{code}.{level}" for code, level in answer.items()}

    def shown(self, answer):
        """[(name of the term, name of its level)]."""
        name, levels = self.question.vocabulary, self.question.levels
        known = vocabularies.terms_of(name)
        order = [code for code in known if code in answer] + [code for code in answer if code not in known]
        return [
            (vocabularies.label_of(name, code).name, vocabularies.label_of(levels, answer[code]).name) for code in order
        ]


class RatingsField(forms.Field):
    """A level for each term, chosen one by one."""

    def __init__(self, *, kind, **kwargs):
        self.kind = kind
        levels = [(level.code, level.name) for level in vocabularies.terms_of(kind.question.levels).values()]
        super().__init__(
            widget=RatingsWidget(vocabulary=kind.question.vocabulary, terms=kind.terms, levels=levels), **kwargs
        )

    def clean(self, value):
        value = value if isinstance(value, dict) else {}
        terms = vocabularies.terms_of(self.kind.question.vocabulary)
        levels = vocabularies.terms_of(self.kind.question.levels)
        if any(code not in terms or (level and str(level) not in levels) for code, level in value.items()):
            raise ValidationError(_("Choose one of the levels that are offered."))
        return value


class RatingsWidget(forms.Widget):
    """A choice for each term, named `field--term`."""

    template_name = "practices/widgets/ratings.html"
    use_fieldset = True

    def __init__(self, *, vocabulary, terms, levels):
        super().__init__()
        self.vocabulary, self.terms, self.levels = vocabulary, terms, levels

    def value_from_datadict(self, data, files, name):
        found = {term.code: data.get(f"{name}--{term.code}", "") for term in self.terms}
        return {code: level for code, level in found.items() if level}

    def value_omitted_from_data(self, data, files, name):
        return not any(key.startswith(f"{name}--") for key in data)

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        value = value or {}
        groups = {}
        for term in self.terms:
            groups.setdefault(term.parent, []).append((term, f"{name}--{term.code}", value.get(term.code, "")))
        folds = [
            (code and self._name(code), lines, sum(1 for line in lines if line[2])) for code, lines in groups.items()
        ]
        return context | {"folds": folds, "levels": self.levels}

    def _name(self, code):
        return vocabularies.label_of(self.vocabulary, code)
