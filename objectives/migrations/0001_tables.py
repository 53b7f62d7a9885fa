import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from core.first_tables import FirstTables


class Migration(migrations.Migration):

    initial = True

    # Together, the migrations from before the first release: where they have run, this has.
    replaces = [
        ('objectives', '0001_initial'),
        ('objectives', '0002_history_of_what_is_edited'),
        ('objectives', '0003_strategy_items'),
    ]

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        FirstTables([
            migrations.CreateModel(
                name='FacilityEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('family', models.CharField(choices=[('core', 'Core Facility'), ('global', 'Global Facility')], max_length=8, verbose_name='family')),
                    ('code', models.CharField(max_length=4, verbose_name='number')),
                    ('name', models.CharField(max_length=80, verbose_name='name')),
                    ('name_en', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Goal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('code', models.CharField(max_length=1, unique=True, verbose_name='code')),
                ],
                options={
                    'verbose_name': 'goal',
                    'verbose_name_plural': 'goals',
                    'ordering': ['code'],
                },
            ),
            migrations.CreateModel(
                name='GoalText',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=80, verbose_name='name')),
                    ('name_en', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('statement', models.TextField(verbose_name='statement')),
                    ('statement_en', models.TextField(null=True, verbose_name='statement')),
                    ('statement_fr', models.TextField(null=True, verbose_name='statement')),
                    ('statement_es', models.TextField(null=True, verbose_name='statement')),
                ],
                options={
                    'verbose_name': 'text of a goal',
                    'verbose_name_plural': 'texts of goals',
                },
            ),
            migrations.CreateModel(
                name='GoalTextEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('name', models.CharField(max_length=80, verbose_name='name')),
                    ('name_en', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('statement', models.TextField(verbose_name='statement')),
                    ('statement_en', models.TextField(null=True, verbose_name='statement')),
                    ('statement_fr', models.TextField(null=True, verbose_name='statement')),
                    ('statement_es', models.TextField(null=True, verbose_name='statement')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Objective',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('code', models.CharField(max_length=3, unique=True, verbose_name='code')),
                ],
                options={
                    'verbose_name': 'strategic objective',
                    'verbose_name_plural': 'strategic objectives',
                    'ordering': ['code'],
                },
            ),
            migrations.CreateModel(
                name='ObjectiveEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('code', models.CharField(max_length=3, verbose_name='code')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='ObjectiveText',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('label', models.CharField(max_length=60, verbose_name='label')),
                    ('label_en', models.CharField(max_length=60, null=True, verbose_name='label')),
                    ('label_fr', models.CharField(max_length=60, null=True, verbose_name='label')),
                    ('label_es', models.CharField(max_length=60, null=True, verbose_name='label')),
                    ('title', models.TextField(verbose_name='title')),
                    ('title_en', models.TextField(null=True, verbose_name='title')),
                    ('title_fr', models.TextField(null=True, verbose_name='title')),
                    ('title_es', models.TextField(null=True, verbose_name='title')),
                    ('description', models.TextField(verbose_name='description')),
                    ('description_en', models.TextField(null=True, verbose_name='description')),
                    ('description_fr', models.TextField(null=True, verbose_name='description')),
                    ('description_es', models.TextField(null=True, verbose_name='description')),
                    ('notes', models.TextField(blank=True, verbose_name='notes')),
                    ('notes_en', models.TextField(blank=True, null=True, verbose_name='notes')),
                    ('notes_fr', models.TextField(blank=True, null=True, verbose_name='notes')),
                    ('notes_es', models.TextField(blank=True, null=True, verbose_name='notes')),
                ],
                options={
                    'verbose_name': 'text of an objective',
                    'verbose_name_plural': 'texts of objectives',
                },
            ),
            migrations.CreateModel(
                name='ObjectiveTextEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('label', models.CharField(max_length=60, verbose_name='label')),
                    ('label_en', models.CharField(max_length=60, null=True, verbose_name='label')),
                    ('label_fr', models.CharField(max_length=60, null=True, verbose_name='label')),
                    ('label_es', models.CharField(max_length=60, null=True, verbose_name='label')),
                    ('title', models.TextField(verbose_name='title')),
                    ('title_en', models.TextField(null=True, verbose_name='title')),
                    ('title_fr', models.TextField(null=True, verbose_name='title')),
                    ('title_es', models.TextField(null=True, verbose_name='title')),
                    ('description', models.TextField(verbose_name='description')),
                    ('description_en', models.TextField(null=True, verbose_name='description')),
                    ('description_fr', models.TextField(null=True, verbose_name='description')),
                    ('description_es', models.TextField(null=True, verbose_name='description')),
                    ('notes', models.TextField(blank=True, verbose_name='notes')),
                    ('notes_en', models.TextField(blank=True, null=True, verbose_name='notes')),
                    ('notes_fr', models.TextField(blank=True, null=True, verbose_name='notes')),
                    ('notes_es', models.TextField(blank=True, null=True, verbose_name='notes')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PlanVersion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveSmallIntegerField(unique=True, verbose_name='number')),
                    ('name', models.CharField(max_length=120, verbose_name='name')),
                    ('name_en', models.CharField(max_length=120, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=120, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=120, null=True, verbose_name='name')),
                    ('adopted_on', models.DateField(blank=True, null=True, verbose_name='adopted on')),
                    ('is_in_force', models.BooleanField(default=False, verbose_name='in force')),
                ],
                options={
                    'verbose_name': 'plan version',
                    'verbose_name_plural': 'plan versions',
                    'ordering': ['-number'],
                },
            ),
            migrations.CreateModel(
                name='PlanVersionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('number', models.PositiveSmallIntegerField(verbose_name='number')),
                    ('name', models.CharField(max_length=120, verbose_name='name')),
                    ('name_en', models.CharField(max_length=120, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=120, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=120, null=True, verbose_name='name')),
                    ('adopted_on', models.DateField(blank=True, null=True, verbose_name='adopted on')),
                    ('is_in_force', models.BooleanField(default=False, verbose_name='in force')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='StrategyItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('context', 'Context'), ('problem', 'Problem'), ('consequence', 'Consequences'), ('cause', 'Causes'), ('activity', 'Activities'), ('obstacle', 'Obstacles'), ('success_factor', 'Critical success factors')], max_length=15, verbose_name='kind of item')),
                    ('text', models.TextField(max_length=2000, verbose_name='text')),
                    ('text_en', models.TextField(max_length=2000, null=True, verbose_name='text')),
                    ('text_fr', models.TextField(max_length=2000, null=True, verbose_name='text')),
                    ('text_es', models.TextField(max_length=2000, null=True, verbose_name='text')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                    ('source', models.CharField(blank=True, help_text='Where it was said: the number of the Delphi question, or a document.', max_length=200, verbose_name='source')),
                    ('is_example', models.BooleanField(default=False, help_text='An invented text that shows what will stand here; the page says so.', verbose_name='example')),
                    ('status', models.CharField(choices=[('current', 'current'), ('retired', 'retired')], default='current', editable=False, max_length=8, verbose_name='status')),
                    ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last change')),
                ],
                options={
                    'verbose_name': 'item of the strategy',
                    'verbose_name_plural': 'items of the strategy',
                    'ordering': ['objective', 'kind', 'position', 'pk'],
                    'permissions': [('retire_strategyitem', 'Can retire and restore items of the strategy'), ('propose_strategyitem', 'Can propose changes to the strategy of an objective')],
                },
            ),
            migrations.CreateModel(
                name='StrategyItemEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('kind', models.CharField(choices=[('context', 'Context'), ('problem', 'Problem'), ('consequence', 'Consequences'), ('cause', 'Causes'), ('activity', 'Activities'), ('obstacle', 'Obstacles'), ('success_factor', 'Critical success factors')], max_length=15, verbose_name='kind of item')),
                    ('text', models.TextField(max_length=2000, verbose_name='text')),
                    ('text_en', models.TextField(max_length=2000, null=True, verbose_name='text')),
                    ('text_fr', models.TextField(max_length=2000, null=True, verbose_name='text')),
                    ('text_es', models.TextField(max_length=2000, null=True, verbose_name='text')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                    ('source', models.CharField(blank=True, help_text='Where it was said: the number of the Delphi question, or a document.', max_length=200, verbose_name='source')),
                    ('is_example', models.BooleanField(default=False, help_text='An invented text that shows what will stand here; the page says so.', verbose_name='example')),
                    ('status', models.CharField(choices=[('current', 'current'), ('retired', 'retired')], default='current', editable=False, max_length=8, verbose_name='status')),
                    ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last change')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='StrategyProposal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('comment', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='comment of the leader')),
                    ('commented_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='commented')),
                    ('decided_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='decided')),
                    ('reason', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='reason')),
                    ('change', models.CharField(choices=[('addition', 'addition'), ('rewording', 'other wording'), ('removal', 'removal')], max_length=10, verbose_name='change')),
                    ('kind', models.CharField(choices=[('context', 'Context'), ('problem', 'Problem'), ('consequence', 'Consequences'), ('cause', 'Causes'), ('activity', 'Activities'), ('obstacle', 'Obstacles'), ('success_factor', 'Critical success factors')], max_length=15, verbose_name='kind of item')),
                    ('text', models.TextField(blank=True, max_length=2000, verbose_name='proposed text')),
                    ('before', models.TextField(blank=True, max_length=2000, verbose_name='text when it was proposed')),
                    ('seen_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='wording it was made for')),
                    ('why', models.TextField(max_length=2000, verbose_name='why')),
                    ('language', models.CharField(choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], default='en', max_length=2, verbose_name='language')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='proposed')),
                    ('status', models.CharField(choices=[('waiting', 'waiting for an answer'), ('accepted', 'accepted'), ('declined', 'declined'), ('withdrawn', 'withdrawn')], default='waiting', max_length=10, verbose_name='status')),
                ],
                options={
                    'verbose_name': 'proposal about the strategy',
                    'verbose_name_plural': 'proposals about the strategy',
                    'ordering': ['-created_at', '-pk'],
                    'permissions': [('comment_strategyproposal', 'Can comment, as leader, on a proposal about the strategy'), ('decide_strategyproposal', 'Can accept or decline proposals about the strategy'), ('withdraw_strategyproposal', 'Can withdraw the own proposal about the strategy')],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='StrategyProposalEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('commented_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='commented')),
                    ('decided_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='decided')),
                    ('change', models.CharField(choices=[('addition', 'addition'), ('rewording', 'other wording'), ('removal', 'removal')], max_length=10, verbose_name='change')),
                    ('kind', models.CharField(choices=[('context', 'Context'), ('problem', 'Problem'), ('consequence', 'Consequences'), ('cause', 'Causes'), ('activity', 'Activities'), ('obstacle', 'Obstacles'), ('success_factor', 'Critical success factors')], max_length=15, verbose_name='kind of item')),
                    ('before', models.TextField(blank=True, max_length=2000, verbose_name='text when it was proposed')),
                    ('seen_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='wording it was made for')),
                    ('language', models.CharField(choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], default='en', max_length=2, verbose_name='language')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='proposed')),
                    ('status', models.CharField(choices=[('waiting', 'waiting for an answer'), ('accepted', 'accepted'), ('declined', 'declined'), ('withdrawn', 'withdrawn')], default='waiting', max_length=10, verbose_name='status')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Target',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('year', models.PositiveSmallIntegerField(choices=[(2020, 'Baseline 2020'), (2030, 'Target 2030'), (2050, 'Target 2050')], verbose_name='year')),
                    ('text', models.TextField(verbose_name='text')),
                    ('text_en', models.TextField(null=True, verbose_name='text')),
                    ('text_fr', models.TextField(null=True, verbose_name='text')),
                    ('text_es', models.TextField(null=True, verbose_name='text')),
                    ('short', models.CharField(blank=True, max_length=60, verbose_name='short label')),
                    ('short_en', models.CharField(blank=True, max_length=60, null=True, verbose_name='short label')),
                    ('short_fr', models.CharField(blank=True, max_length=60, null=True, verbose_name='short label')),
                    ('short_es', models.CharField(blank=True, max_length=60, null=True, verbose_name='short label')),
                    ('value', models.DecimalField(blank=True, decimal_places=2, help_text='The number the dashboard compares with. Leave it empty where the text holds none.', max_digits=14, null=True, verbose_name='value')),
                    ('unit', models.CharField(blank=True, max_length=40, verbose_name='unit')),
                ],
                options={
                    'verbose_name': 'target',
                    'verbose_name_plural': 'targets',
                    'ordering': ['objective', 'year'],
                },
            ),
            migrations.CreateModel(
                name='TargetEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('year', models.PositiveSmallIntegerField(choices=[(2020, 'Baseline 2020'), (2030, 'Target 2030'), (2050, 'Target 2050')], verbose_name='year')),
                    ('text', models.TextField(verbose_name='text')),
                    ('text_en', models.TextField(null=True, verbose_name='text')),
                    ('text_fr', models.TextField(null=True, verbose_name='text')),
                    ('text_es', models.TextField(null=True, verbose_name='text')),
                    ('short', models.CharField(blank=True, max_length=60, verbose_name='short label')),
                    ('short_en', models.CharField(blank=True, max_length=60, null=True, verbose_name='short label')),
                    ('short_fr', models.CharField(blank=True, max_length=60, null=True, verbose_name='short label')),
                    ('short_es', models.CharField(blank=True, max_length=60, null=True, verbose_name='short label')),
                    ('value', models.DecimalField(blank=True, decimal_places=2, help_text='The number the dashboard compares with. Leave it empty where the text holds none.', max_digits=14, null=True, verbose_name='value')),
                    ('unit', models.CharField(blank=True, max_length=40, verbose_name='unit')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Facility',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('family', models.CharField(choices=[('core', 'Core Facility'), ('global', 'Global Facility')], max_length=8, verbose_name='family')),
                    ('code', models.CharField(max_length=4, verbose_name='number')),
                    ('name', models.CharField(max_length=80, verbose_name='name')),
                    ('name_en', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ],
                options={
                    'verbose_name': 'facility',
                    'verbose_name_plural': 'facilities',
                    'ordering': ['family', 'position'],
                    'constraints': [models.UniqueConstraint(fields=('family', 'code'), name='one_facility_per_number')],
                },
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='facility',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "objectives_facilityevent" ("code", "family", "id", "name", "name_en", "name_es", "name_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."family", NEW."id", NEW."name", NEW."name_en", NEW."name_es", NEW."name_fr", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position"); RETURN NULL;', hash='96276423f6d7637780f2675af624c78dcd39804d', operation='INSERT', pgid='pgtrigger_insert_insert_5464e', table='objectives_facility', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='facility',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "objectives_facilityevent" ("code", "family", "id", "name", "name_en", "name_es", "name_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (NEW."code", NEW."family", NEW."id", NEW."name", NEW."name_en", NEW."name_es", NEW."name_fr", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position"); RETURN NULL;', hash='5d9df94e61f9baae7b4883523f0169b4cc63295d', operation='UPDATE', pgid='pgtrigger_update_update_c1d1b', table='objectives_facility', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='facility',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "objectives_facilityevent" ("code", "family", "id", "name", "name_en", "name_es", "name_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position") VALUES (OLD."code", OLD."family", OLD."id", OLD."name", OLD."name_en", OLD."name_es", OLD."name_fr", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position"); RETURN NULL;', hash='575e127e92bb29cee9a709c85ec71018a61e5108', operation='DELETE', pgid='pgtrigger_delete_delete_6c559', table='objectives_facility', when='AFTER')),
            ),
            migrations.AddField(
                model_name='facilityevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='facilityevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='objectives.facility'),
            ),
            migrations.AddField(
                model_name='goaltext',
                name='goal',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='objectives.goal', verbose_name='goal'),
            ),
            migrations.AddField(
                model_name='goaltextevent',
                name='goal',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='objectives.goal', verbose_name='goal'),
            ),
            migrations.AddField(
                model_name='goaltextevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='goaltextevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='objectives.goaltext'),
            ),
            migrations.AddField(
                model_name='objective',
                name='facility',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='objectives', to='objectives.facility', verbose_name='facility'),
            ),
            migrations.AddField(
                model_name='objective',
                name='goal',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='objectives', to='objectives.goal', verbose_name='goal'),
            ),
            migrations.AddField(
                model_name='objectiveevent',
                name='facility',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='objectives.facility', verbose_name='facility'),
            ),
            migrations.AddField(
                model_name='objectiveevent',
                name='goal',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='objectives.goal', verbose_name='goal'),
            ),
            migrations.AddField(
                model_name='objectiveevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='objectiveevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='objectives.objective'),
            ),
            migrations.AddField(
                model_name='objectivetext',
                name='objective',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='texts', to='objectives.objective', verbose_name='strategic objective'),
            ),
            migrations.AddField(
                model_name='objectivetextevent',
                name='objective',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='objectives.objective', verbose_name='strategic objective'),
            ),
            migrations.AddField(
                model_name='objectivetextevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='objectivetextevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='objectives.objectivetext'),
            ),
            migrations.AddConstraint(
                model_name='planversion',
                constraint=models.UniqueConstraint(condition=models.Q(('is_in_force', True)), fields=('is_in_force',), name='one_plan_version_in_force'),
            ),
            migrations.AddField(
                model_name='objectivetextevent',
                name='version',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='objectives.planversion', verbose_name='plan version'),
            ),
            migrations.AddField(
                model_name='objectivetext',
                name='version',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='objectives.planversion', verbose_name='plan version'),
            ),
            migrations.AddField(
                model_name='goaltextevent',
                name='version',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='objectives.planversion', verbose_name='plan version'),
            ),
            migrations.AddField(
                model_name='goaltext',
                name='version',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='objectives.planversion', verbose_name='plan version'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='planversion',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "objectives_planversionevent" ("adopted_on", "id", "is_in_force", "name", "name_en", "name_es", "name_fr", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."adopted_on", NEW."id", NEW."is_in_force", NEW."name", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='f2d570f60a1697435afc5f4dc9dfbab752696a08', operation='INSERT', pgid='pgtrigger_insert_insert_785c9', table='objectives_planversion', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='planversion',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "objectives_planversionevent" ("adopted_on", "id", "is_in_force", "name", "name_en", "name_es", "name_fr", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."adopted_on", NEW."id", NEW."is_in_force", NEW."name", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='72ec8cd68bbd97d809fcc9327839ceb39d1b502a', operation='UPDATE', pgid='pgtrigger_update_update_49cd2', table='objectives_planversion', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='planversion',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "objectives_planversionevent" ("adopted_on", "id", "is_in_force", "name", "name_en", "name_es", "name_fr", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."adopted_on", OLD."id", OLD."is_in_force", OLD."name", OLD."name_en", OLD."name_es", OLD."name_fr", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='89e0674915015483c87b3b35639fb7d264c46d51', operation='DELETE', pgid='pgtrigger_delete_delete_03466', table='objectives_planversion', when='AFTER')),
            ),
            migrations.AddField(
                model_name='planversionevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='planversionevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='objectives.planversion'),
            ),
            migrations.AddField(
                model_name='strategyitem',
                name='objective',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='strategy_items', to='objectives.objective', verbose_name='strategic objective'),
            ),
            migrations.AddField(
                model_name='strategyitemevent',
                name='objective',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='objectives.objective', verbose_name='strategic objective'),
            ),
            migrations.AddField(
                model_name='strategyitemevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='strategyitemevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='objectives.strategyitem'),
            ),
            migrations.AddField(
                model_name='strategyproposal',
                name='author',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='strategy_proposals', to=settings.AUTH_USER_MODEL, verbose_name='proposed by'),
            ),
            migrations.AddField(
                model_name='strategyproposal',
                name='commented_by',
                field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='commented by'),
            ),
            migrations.AddField(
                model_name='strategyproposal',
                name='decided_by',
                field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by'),
            ),
            migrations.AddField(
                model_name='strategyproposal',
                name='item',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='objectives.strategyitem', verbose_name='item'),
            ),
            migrations.AddField(
                model_name='strategyproposal',
                name='objective',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='strategy_proposals', to='objectives.objective', verbose_name='strategic objective'),
            ),
            migrations.AddField(
                model_name='strategyproposalevent',
                name='author',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='proposed by'),
            ),
            migrations.AddField(
                model_name='strategyproposalevent',
                name='commented_by',
                field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='commented by'),
            ),
            migrations.AddField(
                model_name='strategyproposalevent',
                name='decided_by',
                field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by'),
            ),
            migrations.AddField(
                model_name='strategyproposalevent',
                name='item',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='objectives.strategyitem', verbose_name='item'),
            ),
            migrations.AddField(
                model_name='strategyproposalevent',
                name='objective',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='objectives.objective', verbose_name='strategic objective'),
            ),
            migrations.AddField(
                model_name='strategyproposalevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='strategyproposalevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='objectives.strategyproposal'),
            ),
            migrations.AddField(
                model_name='target',
                name='objective',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='targets', to='objectives.objective', verbose_name='strategic objective'),
            ),
            migrations.AddField(
                model_name='target',
                name='version',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='objectives.planversion', verbose_name='plan version'),
            ),
            migrations.AddField(
                model_name='targetevent',
                name='objective',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='objectives.objective', verbose_name='strategic objective'),
            ),
            migrations.AddField(
                model_name='targetevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='targetevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='objectives.target'),
            ),
            migrations.AddField(
                model_name='targetevent',
                name='version',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='objectives.planversion', verbose_name='plan version'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='objective',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "objectives_objectiveevent" ("code", "facility_id", "goal_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."facility_id", NEW."goal_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='7c1cb0b0b57d9625e471fadb7b583f71dd4ea187', operation='INSERT', pgid='pgtrigger_insert_insert_4e40f', table='objectives_objective', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='objective',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "objectives_objectiveevent" ("code", "facility_id", "goal_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."code", NEW."facility_id", NEW."goal_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='8ea4709f06e4981a45a3c5910b20a7c3451412c7', operation='UPDATE', pgid='pgtrigger_update_update_6b1f5', table='objectives_objective', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='objective',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "objectives_objectiveevent" ("code", "facility_id", "goal_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."code", OLD."facility_id", OLD."goal_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='40bc8d26e7cf9b1fa440ea71aa0e0552a130df36', operation='DELETE', pgid='pgtrigger_delete_delete_9a7da', table='objectives_objective', when='AFTER')),
            ),
            migrations.AddConstraint(
                model_name='objectivetext',
                constraint=models.UniqueConstraint(fields=('objective', 'version'), name='one_objective_text_per_version'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='objectivetext',
                trigger=pgtrigger.compiler.Trigger(name='objective_text_is_frozen', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT (SELECT is_in_force OR NOT EXISTS (SELECT 1 FROM objectives_planversion later WHERE later.number > v.number)\n            FROM objectives_planversion v WHERE v.id = OLD.version_id) THEN\n        RAISE EXCEPTION 'The texts of a past plan version never change.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n", hash='d999138b9e999d2cec228c0abd1ac6ee34fce51e', operation='UPDATE OR DELETE', pgid='pgtrigger_objective_text_is_frozen_40f95', table='objectives_objectivetext', when='BEFORE')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='objectivetext',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "objectives_objectivetextevent" ("description", "description_en", "description_es", "description_fr", "id", "label", "label_en", "label_es", "label_fr", "notes", "notes_en", "notes_es", "notes_fr", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "title_en", "title_es", "title_fr", "version_id") VALUES (NEW."description", NEW."description_en", NEW."description_es", NEW."description_fr", NEW."id", NEW."label", NEW."label_en", NEW."label_es", NEW."label_fr", NEW."notes", NEW."notes_en", NEW."notes_es", NEW."notes_fr", NEW."objective_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."version_id"); RETURN NULL;', hash='03e857f542ff0f92cc55065010583b93d09eebf6', operation='INSERT', pgid='pgtrigger_insert_insert_eff68', table='objectives_objectivetext', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='objectivetext',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "objectives_objectivetextevent" ("description", "description_en", "description_es", "description_fr", "id", "label", "label_en", "label_es", "label_fr", "notes", "notes_en", "notes_es", "notes_fr", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "title_en", "title_es", "title_fr", "version_id") VALUES (NEW."description", NEW."description_en", NEW."description_es", NEW."description_fr", NEW."id", NEW."label", NEW."label_en", NEW."label_es", NEW."label_fr", NEW."notes", NEW."notes_en", NEW."notes_es", NEW."notes_fr", NEW."objective_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."version_id"); RETURN NULL;', hash='72a25d34d69b745a14f0ca75398b80da1ac88a68', operation='UPDATE', pgid='pgtrigger_update_update_483d7', table='objectives_objectivetext', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='objectivetext',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "objectives_objectivetextevent" ("description", "description_en", "description_es", "description_fr", "id", "label", "label_en", "label_es", "label_fr", "notes", "notes_en", "notes_es", "notes_fr", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "title_en", "title_es", "title_fr", "version_id") VALUES (OLD."description", OLD."description_en", OLD."description_es", OLD."description_fr", OLD."id", OLD."label", OLD."label_en", OLD."label_es", OLD."label_fr", OLD."notes", OLD."notes_en", OLD."notes_es", OLD."notes_fr", OLD."objective_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."title", OLD."title_en", OLD."title_es", OLD."title_fr", OLD."version_id"); RETURN NULL;', hash='70c04a863451d115fa829af5d2dd92c1e8c6f55a', operation='DELETE', pgid='pgtrigger_delete_delete_d520e', table='objectives_objectivetext', when='AFTER')),
            ),
            migrations.AddConstraint(
                model_name='goaltext',
                constraint=models.UniqueConstraint(fields=('goal', 'version'), name='one_goal_text_per_version'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='goaltext',
                trigger=pgtrigger.compiler.Trigger(name='goal_text_is_frozen', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT (SELECT is_in_force OR NOT EXISTS (SELECT 1 FROM objectives_planversion later WHERE later.number > v.number)\n            FROM objectives_planversion v WHERE v.id = OLD.version_id) THEN\n        RAISE EXCEPTION 'The texts of a past plan version never change.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n", hash='65207cada6f99799a6fcef5264ce9b131184d011', operation='UPDATE OR DELETE', pgid='pgtrigger_goal_text_is_frozen_5fabb', table='objectives_goaltext', when='BEFORE')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='goaltext',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "objectives_goaltextevent" ("goal_id", "id", "name", "name_en", "name_es", "name_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement", "statement_en", "statement_es", "statement_fr", "version_id") VALUES (NEW."goal_id", NEW."id", NEW."name", NEW."name_en", NEW."name_es", NEW."name_fr", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."statement", NEW."statement_en", NEW."statement_es", NEW."statement_fr", NEW."version_id"); RETURN NULL;', hash='6cbbb9bfef3fc95db898fb0ed8d5b46bec5e9071', operation='INSERT', pgid='pgtrigger_insert_insert_e04c7', table='objectives_goaltext', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='goaltext',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "objectives_goaltextevent" ("goal_id", "id", "name", "name_en", "name_es", "name_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement", "statement_en", "statement_es", "statement_fr", "version_id") VALUES (NEW."goal_id", NEW."id", NEW."name", NEW."name_en", NEW."name_es", NEW."name_fr", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."statement", NEW."statement_en", NEW."statement_es", NEW."statement_fr", NEW."version_id"); RETURN NULL;', hash='e488d9f82f1b21ac7a7cd8299bf7b41ca97c4e97', operation='UPDATE', pgid='pgtrigger_update_update_717d8', table='objectives_goaltext', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='goaltext',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "objectives_goaltextevent" ("goal_id", "id", "name", "name_en", "name_es", "name_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "statement", "statement_en", "statement_es", "statement_fr", "version_id") VALUES (OLD."goal_id", OLD."id", OLD."name", OLD."name_en", OLD."name_es", OLD."name_fr", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."statement", OLD."statement_en", OLD."statement_es", OLD."statement_fr", OLD."version_id"); RETURN NULL;', hash='9033b899da6cb58b8a0ef14468c82f6c0b487738', operation='DELETE', pgid='pgtrigger_delete_delete_096f1', table='objectives_goaltext', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='strategyitem',
                index=models.Index(fields=['objective', 'status'], name='strategy_of_objective'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='strategyitem',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "objectives_strategyitemevent" ("id", "is_example", "kind", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "status", "text", "text_en", "text_es", "text_fr", "updated_at") VALUES (NEW."id", NEW."is_example", NEW."kind", NEW."objective_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."source", NEW."status", NEW."text", NEW."text_en", NEW."text_es", NEW."text_fr", NEW."updated_at"); RETURN NULL;', hash='de65f8ca98dd4a76c9cd4f03a86ec3ec7762804b', operation='INSERT', pgid='pgtrigger_insert_insert_06753', table='objectives_strategyitem', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='strategyitem',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "objectives_strategyitemevent" ("id", "is_example", "kind", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "status", "text", "text_en", "text_es", "text_fr", "updated_at") VALUES (NEW."id", NEW."is_example", NEW."kind", NEW."objective_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."source", NEW."status", NEW."text", NEW."text_en", NEW."text_es", NEW."text_fr", NEW."updated_at"); RETURN NULL;', hash='02f094e19190aeaa9c91ea3507b943f2efc8dd1f', operation='UPDATE', pgid='pgtrigger_update_update_e3d80', table='objectives_strategyitem', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='strategyitem',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "objectives_strategyitemevent" ("id", "is_example", "kind", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "source", "status", "text", "text_en", "text_es", "text_fr", "updated_at") VALUES (OLD."id", OLD."is_example", OLD."kind", OLD."objective_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."source", OLD."status", OLD."text", OLD."text_en", OLD."text_es", OLD."text_fr", OLD."updated_at"); RETURN NULL;', hash='649eef497234884529481d9a19d3cc68ac250d91', operation='DELETE', pgid='pgtrigger_delete_delete_01600', table='objectives_strategyitem', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='strategyproposal',
                index=models.Index(fields=['objective', 'status'], name='strategy_proposals_of'),
            ),
            migrations.AddConstraint(
                model_name='strategyproposal',
                constraint=models.UniqueConstraint(condition=models.Q(('item__isnull', False), ('status', 'waiting'), models.Q(('change', 'addition'), _negated=True)), fields=('author', 'item'), name='one_waiting_proposal_per_item_and_author', violation_error_message='A proposal of yours about this item waits for an answer already.'),
            ),
            migrations.AddConstraint(
                model_name='strategyproposal',
                constraint=models.UniqueConstraint(models.F('author'), models.F('objective'), django.db.models.functions.text.MD5('text'), condition=models.Q(('change', 'addition'), ('status', 'waiting')), name='additions_are_proposed_once'),
            ),
            migrations.AddConstraint(
                model_name='strategyproposal',
                constraint=models.CheckConstraint(condition=models.Q(('change', 'addition'), ('item__isnull', False), _connector='OR'), name='proposals_about_an_item_name_it'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='strategyproposal',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "objectives_strategyproposalevent" ("author_id", "before", "change", "commented_at", "commented_by_id", "created_at", "decided_at", "decided_by_id", "id", "item_id", "kind", "language", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seen_at", "status") VALUES (NEW."author_id", NEW."before", NEW."change", NEW."commented_at", NEW."commented_by_id", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."item_id", NEW."kind", NEW."language", NEW."objective_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."seen_at", NEW."status"); RETURN NULL;', hash='8da352272e46b16fb9631e3db2c84d0866f5d004', operation='INSERT', pgid='pgtrigger_insert_insert_9a324', table='objectives_strategyproposal', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='strategyproposal',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."author_id" IS DISTINCT FROM (NEW."author_id") OR OLD."before" IS DISTINCT FROM (NEW."before") OR OLD."change" IS DISTINCT FROM (NEW."change") OR OLD."commented_at" IS DISTINCT FROM (NEW."commented_at") OR OLD."commented_by_id" IS DISTINCT FROM (NEW."commented_by_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."objective_id" IS DISTINCT FROM (NEW."objective_id") OR OLD."seen_at" IS DISTINCT FROM (NEW."seen_at") OR OLD."status" IS DISTINCT FROM (NEW."status"))', func='INSERT INTO "objectives_strategyproposalevent" ("author_id", "before", "change", "commented_at", "commented_by_id", "created_at", "decided_at", "decided_by_id", "id", "item_id", "kind", "language", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seen_at", "status") VALUES (NEW."author_id", NEW."before", NEW."change", NEW."commented_at", NEW."commented_by_id", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."item_id", NEW."kind", NEW."language", NEW."objective_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."seen_at", NEW."status"); RETURN NULL;', hash='5bf9a5d730044ed4a263ea679a78a7a7df13b829', operation='UPDATE', pgid='pgtrigger_update_update_85170', table='objectives_strategyproposal', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='strategyproposal',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "objectives_strategyproposalevent" ("author_id", "before", "change", "commented_at", "commented_by_id", "created_at", "decided_at", "decided_by_id", "id", "item_id", "kind", "language", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seen_at", "status") VALUES (OLD."author_id", OLD."before", OLD."change", OLD."commented_at", OLD."commented_by_id", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."item_id", OLD."kind", OLD."language", OLD."objective_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."seen_at", OLD."status"); RETURN NULL;', hash='b191d1622b69c19fa2e67edfa6bbbbf7221135f7', operation='DELETE', pgid='pgtrigger_delete_delete_ed2b1', table='objectives_strategyproposal', when='AFTER')),
            ),
            migrations.AddConstraint(
                model_name='target',
                constraint=models.UniqueConstraint(fields=('objective', 'version', 'year'), name='one_target_per_year_and_version'),
            ),
            migrations.AddConstraint(
                model_name='target',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('unit', ''), ('value', None)), models.Q(('value__isnull', False), models.Q(('unit', ''), _negated=True)), _connector='OR'), name='targets_have_value_and_unit_together', violation_error_message='A value needs its unit, and a unit its value.'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='target',
                trigger=pgtrigger.compiler.Trigger(name='target_is_frozen', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NOT (SELECT is_in_force OR NOT EXISTS (SELECT 1 FROM objectives_planversion later WHERE later.number > v.number)\n            FROM objectives_planversion v WHERE v.id = OLD.version_id) THEN\n        RAISE EXCEPTION 'The texts of a past plan version never change.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n", hash='9acbbe85265ca1b7dc4b5e8c94b13deaaca96d3d', operation='UPDATE OR DELETE', pgid='pgtrigger_target_is_frozen_ca4fd', table='objectives_target', when='BEFORE')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='target',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "objectives_targetevent" ("id", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "short_en", "short_es", "short_fr", "text", "text_en", "text_es", "text_fr", "unit", "value", "version_id", "year") VALUES (NEW."id", NEW."objective_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."short", NEW."short_en", NEW."short_es", NEW."short_fr", NEW."text", NEW."text_en", NEW."text_es", NEW."text_fr", NEW."unit", NEW."value", NEW."version_id", NEW."year"); RETURN NULL;', hash='50a7be04a44d72119377ceb6cf1aff8036bc50bc', operation='INSERT', pgid='pgtrigger_insert_insert_d6d9f', table='objectives_target', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='target',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "objectives_targetevent" ("id", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "short_en", "short_es", "short_fr", "text", "text_en", "text_es", "text_fr", "unit", "value", "version_id", "year") VALUES (NEW."id", NEW."objective_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."short", NEW."short_en", NEW."short_es", NEW."short_fr", NEW."text", NEW."text_en", NEW."text_es", NEW."text_fr", NEW."unit", NEW."value", NEW."version_id", NEW."year"); RETURN NULL;', hash='41b0e3bcf501764859a47a113136a9add5db171e', operation='UPDATE', pgid='pgtrigger_update_update_1ff2a', table='objectives_target', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='target',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "objectives_targetevent" ("id", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "short_en", "short_es", "short_fr", "text", "text_en", "text_es", "text_fr", "unit", "value", "version_id", "year") VALUES (OLD."id", OLD."objective_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."short", OLD."short_en", OLD."short_es", OLD."short_fr", OLD."text", OLD."text_en", OLD."text_es", OLD."text_fr", OLD."unit", OLD."value", OLD."version_id", OLD."year"); RETURN NULL;', hash='af1d95d72ee315094a79843fc7d8144ed7b6238c', operation='DELETE', pgid='pgtrigger_delete_delete_6ba3b', table='objectives_target', when='AFTER')),
            ),
        ]),
    ]
