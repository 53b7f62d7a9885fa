from django.db import migrations


def give_spaces(apps, schema_editor):
    """A space for each college and group that stands already; loading the official data makes the others."""
    Space = apps.get_model("spaces.Space")
    for name, prefix in (("colleges.College", "college-"), ("colleges.Group", "")):
        for row in apps.get_model(name).objects.filter(space=None):
            audience = {"": "college", "funders": "funders", "friends": "signed_in"}["" if prefix else row.slug]
            row.space = Space.objects.create(slug=f"{prefix}{row.slug}", audience=audience)
            row.save(update_fields=["space"])


def take_spaces(apps, schema_editor):
    for name in ("colleges.College", "colleges.Group"):
        rows = apps.get_model(name).objects
        spaces = list(rows.exclude(space=None).values_list("space", flat=True))
        rows.update(space=None)
        apps.get_model("spaces.Space").objects.filter(pk__in=spaces).delete()


class Migration(migrations.Migration):
    dependencies = [("colleges", "0002_spaces")]
    operations = [migrations.RunPython(give_spaces, take_spaces)]
