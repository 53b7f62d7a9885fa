from django.db import migrations
from django.db.models import OuterRef, Subquery


def retire_older_versions(apps, schema_editor):
    """Until now the newest version was in force, whatever stood beside it."""
    forms = apps.get_model("taskforces", "JoiningForm")
    newest = forms.objects.filter(task_force=OuterRef("task_force")).order_by("-version").values("pk")[:1]
    forms.objects.exclude(task_force=None).exclude(pk=Subquery(newest)).update(status="retired")
    default = forms.objects.filter(task_force=None).order_by("-version").first()
    if default:
        forms.objects.filter(task_force=None).exclude(pk=default.pk).update(status="retired")


class Migration(migrations.Migration):
    dependencies = [("taskforces", "0008_versions_of_joining_forms")]

    operations = [migrations.RunPython(retire_older_versions, migrations.RunPython.noop)]
