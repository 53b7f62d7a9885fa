from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("taskforces", "0009_newest_form_is_in_force")]

    operations = [
        migrations.AddConstraint(
            model_name='joiningform',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'in_force')), fields=('task_force',), name='one_joining_form_in_force', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='joiningform',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'draft')), fields=('task_force',), name='one_draft_of_a_joining_form', nulls_distinct=False),
        ),
    ]
