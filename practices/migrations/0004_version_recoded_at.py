"""When the codes of a version were changed last: each process reads them anew (practices.shelf)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('practices', '0003_name_concepts'),
    ]

    operations = [
        migrations.AddField(
            model_name='version',
            name='recoded_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name='version',
            index=models.Index(condition=models.Q(('recoded_at__isnull', False)), fields=['recoded_at'], name='version_recoded'),
        ),
    ]
