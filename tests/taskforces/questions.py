"""Questions for tests: a form of A2's own, one question of each kind."""

from taskforces.models import JoiningForm

CHOICES = [
    {"value": "c_lab", "label": {"en": "Laboratory", "fr": "Laboratoire"}},
    {"value": "c_field", "label": {"en": "Field"}},
]
SCALE = [
    {"value": "1", "label": {"en": "not at all"}},
    {"value": "2", "label": {}},
    {"value": "3", "label": {"en": "very much"}},
]
KINDS = {
    "short_text": {"label_en": "Your town?"},
    "choice": {"label_en": "Where do you work?", "choices": CHOICES, "is_required": True},
    "choices": {"label_en": "What can you offer?", "choices": CHOICES},
    "scale": {"label_en": "How well do you know funders?", "choices": SCALE},
    "file": {"label_en": "A letter of support"},
    "consent": {"label_en": "My name may stand in the report.", "help_en": "You can take it back."},
}


def own_form(task_force, kinds=KINDS, *, by=None):
    """A published form of the task force, whose keys are the names of the kinds."""
    draft = JoiningForm.objects.draft(task_force, by=by, from_default=True)
    for question in draft.questions.all():
        draft.remove_question(question.key, by=by)
    for kind, contents in kinds.items():
        draft.add_question(kind, contents, key=kind, by=by)
    draft.publish(by=by)
    return draft
