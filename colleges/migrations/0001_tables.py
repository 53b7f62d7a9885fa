import colleges.models.bureau_mandate
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
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
        ('colleges', '0001_initial'),
        ('colleges', '0002_initial'),
        ('colleges', '0003_history_of_what_is_edited'),
        ('colleges', '0004_ambassadors'),
        ('colleges', '0005_bureau'),
    ]

    dependencies = [
        ('core', '0002_tables'),
        ('partners', '0001_tables'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('regions', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        FirstTables([
            migrations.CreateModel(
                name='AmbassadorActivityEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('happened_on', models.DateField(verbose_name='day')),
                    ('title', models.CharField(max_length=200, verbose_name='title')),
                    ('place', models.CharField(blank=True, max_length=200, verbose_name='place')),
                    ('people_reached', models.PositiveIntegerField(verbose_name='people reached')),
                    ('link', models.URLField(blank=True, max_length=500, validators=[django.core.validators.URLValidator(schemes=['http', 'https'])], verbose_name='link')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='written down')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='AmbassadorEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('words', models.CharField(help_text='In a sentence or two, what she is asked to do. She reads it.', max_length=300, verbose_name='mandate')),
                    ('started_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='since')),
                    ('ended_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='until')),
                    ('reason', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='reason of the end')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='BureauMandate',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('starts_on', models.DateField(verbose_name='from')),
                    ('ends_on', models.DateField(verbose_name='until')),
                    ('ended_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='ended early')),
                    ('reason', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='reason of the end')),
                ],
                options={
                    'verbose_name': 'mandate in the Bureau',
                    'verbose_name_plural': 'mandates in the Bureau',
                    'ordering': ['-starts_on', '-pk'],
                    'permissions': [('give_bureaumandate', 'Can give a mandate in the Bureau'), ('end_bureaumandate', 'Can end a mandate in the Bureau')],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='BureauMandateEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('starts_on', models.DateField(verbose_name='from')),
                    ('ends_on', models.DateField(verbose_name='until')),
                    ('ended_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='ended early')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='College',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('slug', models.SlugField(unique=True, verbose_name='slug')),
                    ('name', models.CharField(max_length=160, verbose_name='name')),
                    ('name_en', models.CharField(max_length=160, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=160, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=160, null=True, verbose_name='name')),
                    ('short', models.CharField(max_length=40, verbose_name='short name')),
                    ('short_en', models.CharField(max_length=40, null=True, verbose_name='short name')),
                    ('short_fr', models.CharField(max_length=40, null=True, verbose_name='short name')),
                    ('short_es', models.CharField(max_length=40, null=True, verbose_name='short name')),
                    ('description', models.TextField(verbose_name='description')),
                    ('description_en', models.TextField(null=True, verbose_name='description')),
                    ('description_fr', models.TextField(null=True, verbose_name='description')),
                    ('description_es', models.TextField(null=True, verbose_name='description')),
                    ('number', models.PositiveSmallIntegerField(unique=True, verbose_name='number')),
                    ('types', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('state', 'State, province or local authority'), ('international_organisation', 'International or regional organisation'), ('development_bank', 'Development bank'), ('research', 'Research or teaching institution'), ('producers', 'Agricultural or forestry producers’ organisation'), ('civil_society', 'Civil society, association or NGO'), ('foundation', 'Foundation or donor'), ('company', 'Private company')], max_length=30), size=None, verbose_name='types of organisation')),
                ],
                options={
                    'verbose_name': 'college',
                    'verbose_name_plural': 'colleges',
                    'ordering': ['number'],
                    'permissions': [('moderate_college', 'Can moderate a college')],
                },
            ),
            migrations.CreateModel(
                name='CollegeEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('slug', models.SlugField(db_index=False, verbose_name='slug')),
                    ('name', models.CharField(max_length=160, verbose_name='name')),
                    ('name_en', models.CharField(max_length=160, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=160, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=160, null=True, verbose_name='name')),
                    ('short', models.CharField(max_length=40, verbose_name='short name')),
                    ('short_en', models.CharField(max_length=40, null=True, verbose_name='short name')),
                    ('short_fr', models.CharField(max_length=40, null=True, verbose_name='short name')),
                    ('short_es', models.CharField(max_length=40, null=True, verbose_name='short name')),
                    ('description', models.TextField(verbose_name='description')),
                    ('description_en', models.TextField(null=True, verbose_name='description')),
                    ('description_fr', models.TextField(null=True, verbose_name='description')),
                    ('description_es', models.TextField(null=True, verbose_name='description')),
                    ('number', models.PositiveSmallIntegerField(verbose_name='number')),
                    ('types', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('state', 'State, province or local authority'), ('international_organisation', 'International or regional organisation'), ('development_bank', 'Development bank'), ('research', 'Research or teaching institution'), ('producers', 'Agricultural or forestry producers’ organisation'), ('civil_society', 'Civil society, association or NGO'), ('foundation', 'Foundation or donor'), ('company', 'Private company')], max_length=30), size=None, verbose_name='types of organisation')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Group',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('slug', models.SlugField(unique=True, verbose_name='slug')),
                    ('name', models.CharField(max_length=160, verbose_name='name')),
                    ('name_en', models.CharField(max_length=160, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=160, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=160, null=True, verbose_name='name')),
                    ('short', models.CharField(max_length=40, verbose_name='short name')),
                    ('short_en', models.CharField(max_length=40, null=True, verbose_name='short name')),
                    ('short_fr', models.CharField(max_length=40, null=True, verbose_name='short name')),
                    ('short_es', models.CharField(max_length=40, null=True, verbose_name='short name')),
                    ('description', models.TextField(verbose_name='description')),
                    ('description_en', models.TextField(null=True, verbose_name='description')),
                    ('description_fr', models.TextField(null=True, verbose_name='description')),
                    ('description_es', models.TextField(null=True, verbose_name='description')),
                ],
                options={
                    'verbose_name': 'group',
                    'verbose_name_plural': 'groups',
                    'ordering': ['slug'],
                },
            ),
            migrations.CreateModel(
                name='GroupEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('slug', models.SlugField(db_index=False, verbose_name='slug')),
                    ('name', models.CharField(max_length=160, verbose_name='name')),
                    ('name_en', models.CharField(max_length=160, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=160, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=160, null=True, verbose_name='name')),
                    ('short', models.CharField(max_length=40, verbose_name='short name')),
                    ('short_en', models.CharField(max_length=40, null=True, verbose_name='short name')),
                    ('short_fr', models.CharField(max_length=40, null=True, verbose_name='short name')),
                    ('short_es', models.CharField(max_length=40, null=True, verbose_name='short name')),
                    ('description', models.TextField(verbose_name='description')),
                    ('description_en', models.TextField(null=True, verbose_name='description')),
                    ('description_fr', models.TextField(null=True, verbose_name='description')),
                    ('description_es', models.TextField(null=True, verbose_name='description')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='KitItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=160, verbose_name='title')),
                    ('title_en', models.CharField(max_length=160, null=True, verbose_name='title')),
                    ('title_fr', models.CharField(max_length=160, null=True, verbose_name='title')),
                    ('title_es', models.CharField(max_length=160, null=True, verbose_name='title')),
                    ('words', models.TextField(blank=True, max_length=600, verbose_name='what it is for')),
                    ('words_en', models.TextField(blank=True, max_length=600, null=True, verbose_name='what it is for')),
                    ('words_fr', models.TextField(blank=True, max_length=600, null=True, verbose_name='what it is for')),
                    ('words_es', models.TextField(blank=True, max_length=600, null=True, verbose_name='what it is for')),
                    ('link', models.URLField(blank=True, max_length=500, validators=[django.core.validators.URLValidator(schemes=['http', 'https'])], verbose_name='link')),
                    ('language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], help_text='Of the file or the page.', max_length=2, verbose_name='language')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ],
                options={
                    'verbose_name': 'item of the kit',
                    'verbose_name_plural': 'kit of the ambassadors',
                    'ordering': ['position', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='KitItemEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('title', models.CharField(max_length=160, verbose_name='title')),
                    ('title_en', models.CharField(max_length=160, null=True, verbose_name='title')),
                    ('title_fr', models.CharField(max_length=160, null=True, verbose_name='title')),
                    ('title_es', models.CharField(max_length=160, null=True, verbose_name='title')),
                    ('words', models.TextField(blank=True, max_length=600, verbose_name='what it is for')),
                    ('words_en', models.TextField(blank=True, max_length=600, null=True, verbose_name='what it is for')),
                    ('words_fr', models.TextField(blank=True, max_length=600, null=True, verbose_name='what it is for')),
                    ('words_es', models.TextField(blank=True, max_length=600, null=True, verbose_name='what it is for')),
                    ('link', models.URLField(blank=True, max_length=500, validators=[django.core.validators.URLValidator(schemes=['http', 'https'])], verbose_name='link')),
                    ('language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], help_text='Of the file or the page.', max_length=2, verbose_name='language')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Placement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('placed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='placed')),
                ],
                options={
                    'verbose_name': 'placement',
                    'verbose_name_plural': 'placements',
                    'ordering': ['-placed_at'],
                },
            ),
            migrations.CreateModel(
                name='PlacementEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('reason', models.TextField(verbose_name='reason')),
                    ('placed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='placed')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Ambassador',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('words', models.CharField(help_text='In a sentence or two, what she is asked to do. She reads it.', max_length=300, verbose_name='mandate')),
                    ('started_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='since')),
                    ('ended_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='until')),
                    ('reason', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='reason of the end')),
                    ('named_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='named by')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ambassadorships', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ],
                options={
                    'verbose_name': 'ambassador',
                    'verbose_name_plural': 'ambassadors',
                    'ordering': ['-started_at', '-pk'],
                    'permissions': [('name_ambassador', 'Can name an ambassador'), ('end_ambassador', 'Can end the time of an ambassador'), ('work_as_ambassador', 'Can use the kit and keep her activities as ambassador')],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='AmbassadorActivity',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('happened_on', models.DateField(verbose_name='day')),
                    ('title', models.CharField(max_length=200, verbose_name='title')),
                    ('place', models.CharField(blank=True, max_length=200, verbose_name='place')),
                    ('people_reached', models.PositiveIntegerField(verbose_name='people reached')),
                    ('link', models.URLField(blank=True, max_length=500, validators=[django.core.validators.URLValidator(schemes=['http', 'https'])], verbose_name='link')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='written down')),
                    ('ambassador', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='colleges.ambassador', verbose_name='ambassador')),
                ],
                options={
                    'verbose_name': 'activity of an ambassador',
                    'verbose_name_plural': 'activities of ambassadors',
                    'ordering': ['-happened_on', '-pk'],
                    'permissions': [('change_ambassadoractivity', 'Can change an activity of her own as ambassador'), ('remove_ambassadoractivity', 'Can remove an activity of her own as ambassador')],
                    'default_permissions': ['view'],
                },
            ),
            migrations.AddField(
                model_name='ambassadoractivity',
                name='country',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.country', verbose_name='country'),
            ),
            migrations.AddField(
                model_name='ambassadoractivityevent',
                name='ambassador',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='colleges.ambassador', verbose_name='ambassador'),
            ),
            migrations.AddField(
                model_name='ambassadoractivityevent',
                name='country',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.country', verbose_name='country'),
            ),
            migrations.AddField(
                model_name='ambassadoractivityevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='ambassadoractivityevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='colleges.ambassadoractivity'),
            ),
            migrations.AddField(
                model_name='ambassadorevent',
                name='named_by',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='named by'),
            ),
            migrations.AddField(
                model_name='ambassadorevent',
                name='person',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person'),
            ),
            migrations.AddField(
                model_name='ambassadorevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='ambassadorevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='colleges.ambassador'),
            ),
            migrations.AddField(
                model_name='bureaumandate',
                name='person',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bureau_mandates', to=settings.AUTH_USER_MODEL, verbose_name='person'),
            ),
            migrations.AddField(
                model_name='bureaumandateevent',
                name='person',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person'),
            ),
            migrations.AddField(
                model_name='bureaumandateevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='bureaumandateevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='colleges.bureaumandate'),
            ),
            migrations.AddField(
                model_name='bureaumandateevent',
                name='college',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='colleges.college', verbose_name='college'),
            ),
            migrations.AddField(
                model_name='bureaumandate',
                name='college',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bureau_mandates', to='colleges.college', verbose_name='college'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='college',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "colleges_collegeevent" ("description", "description_en", "description_es", "description_fr", "id", "name", "name_en", "name_es", "name_fr", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "short_en", "short_es", "short_fr", "slug", "types") VALUES (NEW."description", NEW."description_en", NEW."description_es", NEW."description_fr", NEW."id", NEW."name", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."short", NEW."short_en", NEW."short_es", NEW."short_fr", NEW."slug", NEW."types"); RETURN NULL;', hash='f2fe54cdb0606a0999469fa737ed34ef1fb628e1', operation='INSERT', pgid='pgtrigger_insert_insert_bf818', table='colleges_college', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='college',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "colleges_collegeevent" ("description", "description_en", "description_es", "description_fr", "id", "name", "name_en", "name_es", "name_fr", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "short_en", "short_es", "short_fr", "slug", "types") VALUES (NEW."description", NEW."description_en", NEW."description_es", NEW."description_fr", NEW."id", NEW."name", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."short", NEW."short_en", NEW."short_es", NEW."short_fr", NEW."slug", NEW."types"); RETURN NULL;', hash='05f59f8fbb7a4c51b103864b9502af6f0f16a600', operation='UPDATE', pgid='pgtrigger_update_update_13848', table='colleges_college', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='college',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "colleges_collegeevent" ("description", "description_en", "description_es", "description_fr", "id", "name", "name_en", "name_es", "name_fr", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "short_en", "short_es", "short_fr", "slug", "types") VALUES (OLD."description", OLD."description_en", OLD."description_es", OLD."description_fr", OLD."id", OLD."name", OLD."name_en", OLD."name_es", OLD."name_fr", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."short", OLD."short_en", OLD."short_es", OLD."short_fr", OLD."slug", OLD."types"); RETURN NULL;', hash='badc169ead932c77c415753d3acb8073b4f3c4d2', operation='DELETE', pgid='pgtrigger_delete_delete_bf617', table='colleges_college', when='AFTER')),
            ),
            migrations.AddField(
                model_name='collegeevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='collegeevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='colleges.college'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='group',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "colleges_groupevent" ("description", "description_en", "description_es", "description_fr", "id", "name", "name_en", "name_es", "name_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "short_en", "short_es", "short_fr", "slug") VALUES (NEW."description", NEW."description_en", NEW."description_es", NEW."description_fr", NEW."id", NEW."name", NEW."name_en", NEW."name_es", NEW."name_fr", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."short", NEW."short_en", NEW."short_es", NEW."short_fr", NEW."slug"); RETURN NULL;', hash='f112e2fe06359a6c7154ee3feb5b88d0785de9ed', operation='INSERT', pgid='pgtrigger_insert_insert_89e18', table='colleges_group', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='group',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "colleges_groupevent" ("description", "description_en", "description_es", "description_fr", "id", "name", "name_en", "name_es", "name_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "short_en", "short_es", "short_fr", "slug") VALUES (NEW."description", NEW."description_en", NEW."description_es", NEW."description_fr", NEW."id", NEW."name", NEW."name_en", NEW."name_es", NEW."name_fr", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."short", NEW."short_en", NEW."short_es", NEW."short_fr", NEW."slug"); RETURN NULL;', hash='20e8d0a93c9023076d8d2ee0b464bcdf255d0f66', operation='UPDATE', pgid='pgtrigger_update_update_a3540', table='colleges_group', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='group',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "colleges_groupevent" ("description", "description_en", "description_es", "description_fr", "id", "name", "name_en", "name_es", "name_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "short", "short_en", "short_es", "short_fr", "slug") VALUES (OLD."description", OLD."description_en", OLD."description_es", OLD."description_fr", OLD."id", OLD."name", OLD."name_en", OLD."name_es", OLD."name_fr", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."short", OLD."short_en", OLD."short_es", OLD."short_fr", OLD."slug"); RETURN NULL;', hash='b287dd499bbabedbaeab8166d64b8e3ef9e69ee2', operation='DELETE', pgid='pgtrigger_delete_delete_44ea0', table='colleges_group', when='AFTER')),
            ),
            migrations.AddField(
                model_name='groupevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='groupevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='colleges.group'),
            ),
            migrations.AddField(
                model_name='kititem',
                name='stored',
                field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.storedfile', verbose_name='file'),
            ),
            migrations.AddField(
                model_name='kititemevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='kititemevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='colleges.kititem'),
            ),
            migrations.AddField(
                model_name='kititemevent',
                name='stored',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.storedfile', verbose_name='file'),
            ),
            migrations.AddField(
                model_name='placement',
                name='college',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='colleges.college', verbose_name='college'),
            ),
            migrations.AddField(
                model_name='placement',
                name='partner',
                field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='placement', to='partners.partner', verbose_name='organisation'),
            ),
            migrations.AddField(
                model_name='placementevent',
                name='college',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='colleges.college', verbose_name='college'),
            ),
            migrations.AddField(
                model_name='placementevent',
                name='partner',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='partners.partner', verbose_name='organisation'),
            ),
            migrations.AddField(
                model_name='placementevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='placementevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='colleges.placement'),
            ),
            migrations.AddConstraint(
                model_name='ambassador',
                constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('person',), name='one_open_ambassadorship_per_person', violation_error_message='This person is an ambassador already.'),
            ),
            migrations.AddConstraint(
                model_name='ambassador',
                constraint=models.CheckConstraint(condition=models.Q(('ended_at', None), ('ended_at__gte', models.F('started_at')), _connector='OR'), name='ambassadors_end_after_they_start'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='ambassador',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "colleges_ambassadorevent" ("ended_at", "id", "named_by_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "started_at", "words") VALUES (NEW."ended_at", NEW."id", NEW."named_by_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."started_at", NEW."words"); RETURN NULL;', hash='964eceef17f4f5f16e2b8efe4be21d9b53aed1cf', operation='INSERT', pgid='pgtrigger_insert_insert_5ec72', table='colleges_ambassador', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='ambassador',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "colleges_ambassadorevent" ("ended_at", "id", "named_by_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "started_at", "words") VALUES (NEW."ended_at", NEW."id", NEW."named_by_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."started_at", NEW."words"); RETURN NULL;', hash='bad62c1c062f3978414394e6261bc632ec870e28', operation='UPDATE', pgid='pgtrigger_update_update_42063', table='colleges_ambassador', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='ambassador',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "colleges_ambassadorevent" ("ended_at", "id", "named_by_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "started_at", "words") VALUES (OLD."ended_at", OLD."id", OLD."named_by_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."started_at", OLD."words"); RETURN NULL;', hash='41a0b0f812f3339f46c2638dcf1d8741edaefab9', operation='DELETE', pgid='pgtrigger_delete_delete_6b19f', table='colleges_ambassador', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='ambassadoractivity',
                index=models.Index(fields=['happened_on'], name='ambassador_activity_day'),
            ),
            migrations.AddConstraint(
                model_name='ambassadoractivity',
                constraint=models.UniqueConstraint(condition=models.Q(('title', ''), _negated=True), fields=('ambassador', 'happened_on', 'title', 'place'), name='ambassadors_tell_each_thing_once', violation_error_message='You have already written this down for that day and place.'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='ambassadoractivity',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "colleges_ambassadoractivityevent" ("ambassador_id", "country_id", "created_at", "happened_on", "id", "link", "people_reached", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "title") VALUES (NEW."ambassador_id", NEW."country_id", NEW."created_at", NEW."happened_on", NEW."id", NEW."link", NEW."people_reached", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."title"); RETURN NULL;', hash='593899afc3e1046869ab38e41497a36abddbae8a', operation='INSERT', pgid='pgtrigger_insert_insert_340e1', table='colleges_ambassadoractivity', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='ambassadoractivity',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "colleges_ambassadoractivityevent" ("ambassador_id", "country_id", "created_at", "happened_on", "id", "link", "people_reached", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "title") VALUES (NEW."ambassador_id", NEW."country_id", NEW."created_at", NEW."happened_on", NEW."id", NEW."link", NEW."people_reached", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."title"); RETURN NULL;', hash='5568b551641990c82f327b54f7ae62f9b9a3f7a5', operation='UPDATE', pgid='pgtrigger_update_update_c1794', table='colleges_ambassadoractivity', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='ambassadoractivity',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "colleges_ambassadoractivityevent" ("ambassador_id", "country_id", "created_at", "happened_on", "id", "link", "people_reached", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "title") VALUES (OLD."ambassador_id", OLD."country_id", OLD."created_at", OLD."happened_on", OLD."id", OLD."link", OLD."people_reached", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."title"); RETURN NULL;', hash='e8dba048f965e68bc2ad2640f35cd3e2bc727e10', operation='DELETE', pgid='pgtrigger_delete_delete_fcd87', table='colleges_ambassadoractivity', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='bureaumandate',
                index=models.Index(fields=['ends_on'], name='bureau_mandate_end'),
            ),
            migrations.AddConstraint(
                model_name='bureaumandate',
                constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='bureau_mandates_end_after_they_start', violation_error_message='It cannot end before it starts.'),
            ),
            migrations.AddConstraint(
                model_name='bureaumandate',
                constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('ended_at', None)), expressions=[(colleges.models.bureau_mandate.KeyAsRange('person', 'person'), '&&'), (colleges.models.bureau_mandate.KeyAsRange('college', 'college'), '&&'), (colleges.models.bureau_mandate.Days('starts_on', 'ends_on', django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_lower=True, inclusive_upper=True)), '&&')], name='one_bureau_mandate_at_a_time', violation_error_message='This person has a mandate in this college in those days already.'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='bureaumandate',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "colleges_bureaumandateevent" ("college_id", "ended_at", "ends_on", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."college_id", NEW."ended_at", NEW."ends_on", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on"); RETURN NULL;', hash='025ec9a0e683201724c3c42c7121584700e21d7d', operation='INSERT', pgid='pgtrigger_insert_insert_2540b', table='colleges_bureaumandate', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='bureaumandate',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."college_id" IS DISTINCT FROM (NEW."college_id") OR OLD."ended_at" IS DISTINCT FROM (NEW."ended_at") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on"))', func='INSERT INTO "colleges_bureaumandateevent" ("college_id", "ended_at", "ends_on", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."college_id", NEW."ended_at", NEW."ends_on", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on"); RETURN NULL;', hash='eb6e17fc806242bdf42ce016c388f0f4a8dd46e5', operation='UPDATE', pgid='pgtrigger_update_update_8ec43', table='colleges_bureaumandate', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='bureaumandate',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "colleges_bureaumandateevent" ("college_id", "ended_at", "ends_on", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (OLD."college_id", OLD."ended_at", OLD."ends_on", OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on"); RETURN NULL;', hash='5d0733597020efab1fdcd27cc2a0dfcc5ab05e12', operation='DELETE', pgid='pgtrigger_delete_delete_a6759', table='colleges_bureaumandate', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='kititem',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "colleges_kititemevent" ("id", "language", "link", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stored_id", "title", "title_en", "title_es", "title_fr", "words", "words_en", "words_es", "words_fr") VALUES (NEW."id", NEW."language", NEW."link", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."stored_id", NEW."title", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."words", NEW."words_en", NEW."words_es", NEW."words_fr"); RETURN NULL;', hash='b739784b4d030e942bf2c4ed5f3ccad21677dcab', operation='INSERT', pgid='pgtrigger_insert_insert_5b0a4', table='colleges_kititem', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='kititem',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "colleges_kititemevent" ("id", "language", "link", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stored_id", "title", "title_en", "title_es", "title_fr", "words", "words_en", "words_es", "words_fr") VALUES (NEW."id", NEW."language", NEW."link", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."stored_id", NEW."title", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."words", NEW."words_en", NEW."words_es", NEW."words_fr"); RETURN NULL;', hash='1f24ede9253c4a2c346dfb7c62053b9b67875cea', operation='UPDATE', pgid='pgtrigger_update_update_f44bc', table='colleges_kititem', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='kititem',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "colleges_kititemevent" ("id", "language", "link", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stored_id", "title", "title_en", "title_es", "title_fr", "words", "words_en", "words_es", "words_fr") VALUES (OLD."id", OLD."language", OLD."link", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."stored_id", OLD."title", OLD."title_en", OLD."title_es", OLD."title_fr", OLD."words", OLD."words_en", OLD."words_es", OLD."words_fr"); RETURN NULL;', hash='070be0ea5fd8274b08786ee6354eeb5fe6948773', operation='DELETE', pgid='pgtrigger_delete_delete_3beea', table='colleges_kititem', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='placement',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "colleges_placementevent" ("college_id", "id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "reason") VALUES (NEW."college_id", NEW."id", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."placed_at", NEW."reason"); RETURN NULL;', hash='21f8ecf1a595b9bf5ff1c4cd4ae9cec3b5027394', operation='INSERT', pgid='pgtrigger_insert_insert_509af', table='colleges_placement', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='placement',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "colleges_placementevent" ("college_id", "id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "reason") VALUES (NEW."college_id", NEW."id", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."placed_at", NEW."reason"); RETURN NULL;', hash='c6d617e501f0629d0f09caf1163d6a3fd5d93e41', operation='UPDATE', pgid='pgtrigger_update_update_bf8e2', table='colleges_placement', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='placement',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "colleges_placementevent" ("college_id", "id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "reason") VALUES (OLD."college_id", OLD."id", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."placed_at", OLD."reason"); RETURN NULL;', hash='fe63770d75c65630cbf3a3079f9e96f62ce47092', operation='DELETE', pgid='pgtrigger_delete_delete_001b6', table='colleges_placement', when='AFTER')),
            ),
        ]),
    ]
