"""Terms that are there already name the concepts of AGROVOC that mean the same, as new ones do when they are loaded."""

from django.db import migrations

from practices.loading import read_concepts


def name_concepts(apps, schema_editor):
    Term = apps.get_model("practices", "Term")
    for slug, concepts in read_concepts().items():
        for code, number in concepts.items():
            Term.objects.filter(vocabulary__slug=slug, code=code, agrovoc="").update(agrovoc=number)


class Migration(migrations.Migration):

    dependencies = [
        ('practices', '0002_agrovoc_concepts'),
    ]

    operations = [
        # Back: the column goes with the migration before.
        migrations.RunPython(name_concepts, migrations.RunPython.noop),
    ]
