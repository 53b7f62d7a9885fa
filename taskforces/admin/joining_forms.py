"""Joining forms in the admin: every version of every form is read; drafts are edited and published by verbs."""

from django import forms
from django.contrib import admin
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import ChoicesDropdownFilter
from unfold.decorators import display
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
    UnfoldBooleanWidget,
)

from core.admin_base import PlatformAdmin, ReadOnlyInline, State, state_filter, verb
from taskforces.forms.questions import QuestionForm
from taskforces.models import JoiningForm, Question
from taskforces.models.form_editing import DOWN, UP, Overtaken

WIDGETS = {
    forms.Textarea: UnfoldAdminTextareaWidget,
    forms.TextInput: UnfoldAdminTextInputWidget,
    forms.Select: UnfoldAdminSelectWidget,
    forms.CheckboxInput: UnfoldBooleanWidget,
    forms.CheckboxSelectMultiple: UnfoldAdminCheckboxSelectMultipleWidget,
}


class WordsForm(QuestionForm):
    """The same question as leaders type it, in the dress of the admin; its cleaned data is what the verbs take."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            dress = WIDGETS.get(type(field.widget))
            if dress:
                attrs = {name: value for name, value in field.widget.attrs.items() if name in ("rows", "lang")}
                field.widget = dress(attrs=attrs)
                if isinstance(field, forms.ChoiceField):
                    field.widget.choices = field.choices

    def clean(self):
        """Whoever is second reads what the first one saved; saving again is then a decision."""
        cleaned = super().clean()
        if self.question and cleaned.get("seen") != self.question.stamp:
            self.data = self.data.copy()
            self.data["seen"] = self.question.stamp
            theirs = " / ".join(words.replace("\n", ", ") for _code, words in self.question.worded)
            self.add_error(None, Overtaken())
            self.add_error(None, _("Saved by somebody else: %(words)s") % {"words": theirs})
        return cleaned

    def _post_clean(self):
        if not self.errors:
            cleaned = self.cleaned_data
            kind = self.kind or cleaned["kind"]
            self.cleaned_data = {"kind": kind, "contents": self.contents, "seen": cleaned["seen"]}


class QuestionsInline(ReadOnlyInline):
    model = Question
    fields = ["position", "label", "kind", "is_required"]
    ordering = ["position"]


@admin.register(JoiningForm)
class JoiningFormAdmin(PlatformAdmin):
    """Which questions applicants answer. What was published stays as it was; a change is a new version."""

    can_add = can_change = False
    list_display = ["used_by", "version", "state", "number_of_answers", "published_at"]
    list_filter = [
        state_filter(
            _("used by"),
            "used_by",
            default=(_("All task forces"), lambda rows: rows.filter(task_force=None)),
            own=(_("One task force"), lambda rows: rows.exclude(task_force=None)),
        ),
        ("status", ChoicesDropdownFilter),
    ]
    search_fields = ["task_force__objective__code", "questions__label_en", "questions__label_fr", "questions__label_es"]
    search_help_text = _("Code of the task force, or words of a question")
    fields = ["used_by", "version", "state", "published_at", "number_of_answers"]
    readonly_fields = fields
    inlines = [QuestionsInline]
    verbs = ["begin_draft", "add_question", "publish", "discard", "give_up"]

    def get_queryset(self, request):
        sent = Count("applications", filter=~Q(applications__status="draft"), distinct=True)
        rows = super().get_queryset(request).select_related("task_force__objective").annotate(answers_sent=sent)
        return rows.prefetch_related("task_force__objective__texts__version")

    @display(description=_("Used by"), ordering="task_force")
    def used_by(self, form):
        return str(form.task_force or _("All task forces"))

    @display(
        description=_("Status"),
        ordering="status",
        label={"draft": "warning", "in_force": "success", "retired": "info"},
    )
    def state(self, form):
        return State(form.status, form.get_status_display())

    @display(description=_("Answered by"), ordering="answers_sent")
    def number_of_answers(self, form):
        return form.answers_sent

    def after_verb_url(self, verb, form):
        """What was done to the version in force goes on in its draft."""
        if verb.name == "begin_draft":
            return self.change_url(JoiningForm.objects.draft_of(form.task_force))
        return super().after_verb_url(verb, form)

    @verb(
        _("Begin a new version"),
        permission="taskforces.edit_joiningform",
        when=lambda form: form.is_in_force,
        explanation=_(
            "A draft with the same questions, or the draft there is already. Applicants answer the version in force "
            "until you publish."
        ),
        done=_("This is the draft of the next version."),
    )
    def begin_draft(self, form, *, by):
        JoiningForm.objects.draft(form.task_force, by=by)

    @verb(
        _("Add a question"),
        permission="taskforces.edit_joiningform",
        form=WordsForm,
        when=lambda form: form.is_draft and form.has_room,
        explanation=_("Choices are for the two kinds of choice, lowest, highest and steps for a scale."),
        done=_("The question is in the draft."),
    )
    def add_question(self, form, *, by, kind, contents, seen):
        form.add_question(kind, contents, by=by)

    @verb(
        _("Publish"),
        permission="taskforces.edit_joiningform",
        when=lambda form: form.can_be_published,
        explanation=_("Applicants answer these questions from now on. Who has sent answers keeps the earlier version."),
        done=_("Published."),
    )
    def publish(self, form, *, by):
        form.publish(by=by)

    @verb(
        _("Throw the draft away"),
        permission="taskforces.edit_joiningform",
        when=lambda form: form.can_be_discarded,
        explanation=_("What was changed since the last publication is deleted. What is in force stands as before."),
        done=_("The draft is gone. What is in force stands as before."),
        is_grave=True,
    )
    def discard(self, form, *, by):
        form.discard(by=by)

    @verb(
        _("Give the form up"),
        permission="taskforces.edit_joiningform",
        when=lambda form: form.can_be_given_up,
        explanation=_("The task force uses the default form again. Answers to its own questions stay readable."),
        done=_("This task force uses the default form again."),
        is_grave=True,
    )
    def give_up(self, form, *, by):
        form.give_up(by=by)


def is_drafted(question):
    """Whether it stands in a draft, where questions can be changed."""
    return question.form.is_draft


@admin.register(Question)
class QuestionAdmin(PlatformAdmin):
    """The questions of all versions. Those of drafts are changed, by verbs of their form."""

    can_add = can_change = False
    list_display = ["label", "form", "kind", "is_required", "position"]
    list_filter = [
        state_filter(
            _("version"),
            "version",
            draft=(_("Draft"), lambda rows: rows.filter(form__status=JoiningForm.Status.DRAFT)),
            in_force=(_("In force"), lambda rows: rows.filter(form__status=JoiningForm.Status.IN_FORCE)),
        ),
        ("kind", ChoicesDropdownFilter),
    ]
    search_fields = ["label_en", "label_fr", "label_es", "form__task_force__objective__code"]
    fields = ["form", "kind", "position", "is_required", "asked_of", "worded", "key"]
    readonly_fields = fields
    verbs = ["reword", "move_up", "move_down", "remove"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("form__task_force__objective")
        return rows.prefetch_related("form__task_force__objective__texts__version")

    def verb_form(self, verb, request, obj=None):
        options = {"kind": obj.kind, "question": obj} if verb.form is WordsForm else {}
        return verb.form(request.POST if request.method == "POST" else None, **options)

    def after_verb_url(self, verb, question):
        """Back to the draft, where its place among the others is seen."""
        return reverse("admin:taskforces_joiningform_change", args=[question.form_id])

    @display(description=_("Asked of"))
    def asked_of(self, question):
        return ", ".join(map(str, question.role_names)) or _("Everybody")

    @display(description=_("Wording"))
    def worded(self, question):
        lines = ((code.upper(), words.replace("\n", " / ")) for code, words in question.worded)
        return format_html_join("\n", "<p>{}: {}</p>", lines) or "–"

    @verb(
        _("Change"),
        permission="taskforces.edit_joiningform",
        form=WordsForm,
        when=is_drafted,
        done=_("The question is changed in the draft."),
    )
    def reword(self, question, *, by, kind, contents, seen):
        question.form.change_question(question.key, contents, seen=seen, by=by)

    @verb(_("Move up"), permission="taskforces.edit_joiningform", when=is_drafted)
    def move_up(self, question, *, by):
        question.form.move_question(question.key, UP, by=by)

    @verb(_("Move down"), permission="taskforces.edit_joiningform", when=is_drafted)
    def move_down(self, question, *, by):
        question.form.move_question(question.key, DOWN, by=by)

    @verb(
        _("Remove"),
        permission="taskforces.edit_joiningform",
        when=is_drafted,
        explanation=_("Applicants are no longer asked it once you publish. Answers given until then stay readable."),
        done=_("The question is removed from the draft."),
        is_grave=True,
    )
    def remove(self, question, *, by):
        question.form.remove_question(question.key, by=by)
