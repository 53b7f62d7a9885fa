"""The stages of the cycle and their outputs (taskforces/data/cycle.json), and where each task force begins."""

from pathlib import Path

from core.loading import in_languages, read_json
from taskforces.models import Output, Stage, StageRecord, TaskForce


def load_cycle():
    """Stages, outputs, and the first stage for each task force that has none. What has been edited since is kept."""
    for row in read_json(Path(__file__).parent, "cycle.json"):
        stage, is_new = Stage.objects.get_or_create(
            code=row["code"],
            defaults={"number": row["number"]} | in_languages(title=row["title"], description=row["description"]),
        )
        # An output the secretariat has moved elsewhere or reworded is left alone.
        for position, output in enumerate(row["outputs"]):
            Output.objects.get_or_create(
                code=output["code"],
                defaults={
                    "stage": stage,
                    "position": position,
                    "is_required": output.get("required", True),
                    "can_be_attested": output.get("attested", True),
                }
                | in_languages(title=output["title"]),
            )
    first = Stage.objects.order_by("number").first()
    for task_force in TaskForce.objects.exclude(pk__in=StageRecord.objects.open().values("task_force")):
        StageRecord.objects.create(task_force=task_force, stage=first)
