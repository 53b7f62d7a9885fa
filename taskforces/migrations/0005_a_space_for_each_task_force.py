from django.db import migrations


def give_spaces(apps, schema_editor):
    """A space for each task force that stands already; loading the official data makes the others."""
    Space, TaskForce = apps.get_model("spaces.Space"), apps.get_model("taskforces.TaskForce")
    for task_force in TaskForce.objects.filter(space=None).select_related("objective"):
        task_force.space = Space.objects.create(slug=f"task-force-{task_force.objective.code.lower()}")
        task_force.save(update_fields=["space"])


def take_spaces(apps, schema_editor):
    apps.get_model("taskforces.TaskForce").objects.update(space=None)
    apps.get_model("spaces.Space").objects.filter(slug__startswith="task-force-").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("objectives", "0001_initial"),
        ("spaces", "0001_spaces"),
        ("taskforces", "0004_space_of_the_task_force"),
    ]
    operations = [migrations.RunPython(give_spaces, take_spaces)]
