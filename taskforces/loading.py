"""Task forces, the duties of the roles and the default joining form (taskforces/data)."""

from pathlib import Path

from django.utils import timezone

from core.loading import in_languages, read_json
from spaces.models import LEADERS, Space
from taskforces.models import Duty, JoiningForm, Question, TaskForce


def load_task_forces():
    """One task force per objective, the duties, the questions. What has been edited since is kept."""
    objectives = TaskForce._meta.get_field("objective").related_model.objects
    Space.objects.get_or_create(slug=LEADERS)
    for objective in objectives.filter(task_force=None):
        space, _created = Space.objects.get_or_create(slug=f"task-force-{objective.code.lower()}")
        TaskForce.objects.create(objective=objective, space=space)
    data = read_json(Path(__file__).parent, "joining.json")
    for role, duties in data["duties"].items():
        for position, text in enumerate(duties):
            Duty.objects.get_or_create(role=role, position=position, defaults=in_languages(text=text))
    if not JoiningForm.objects.filter(task_force=None).exists():
        load_default_form(data["questions"])


def load_default_form(questions):
    """The form of every task force that has none of its own, version 1."""
    form = JoiningForm.objects.create(task_force=None, version=1, published_at=timezone.now())
    for position, row in enumerate(questions):
        Question.objects.create(
            form=form,
            key=row["key"],
            position=position,
            kind=row["kind"],
            is_required=row["is_required"],
            roles=row["roles"],
            choices=row.get("choices", []),
            **in_languages(label=row["label"], help=row["help"]),
        )
