import core.stored_files
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
        ('core', '0002_initial'),
        ('core', '0003_activity_actor_and_announcement_are_final'),
        ('core', '0004_history_of_what_is_edited'),
        ('core', '0005_stored_files'),
        ('core', '0006_search_without_accents'),
    ]

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('core', '0001_ground'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        FirstTables([
            migrations.CreateModel(
                name='Theme',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('slug', models.SlugField(unique=True, verbose_name='slug')),
                    ('name', models.CharField(max_length=80, verbose_name='name')),
                    ('name_en', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ],
                options={
                    'verbose_name': 'theme',
                    'verbose_name_plural': 'themes',
                    'ordering': ['position', 'slug'],
                },
            ),
            migrations.CreateModel(
                name='ThemeEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('slug', models.SlugField(db_index=False, verbose_name='slug')),
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
                name='Activity',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(max_length=60, verbose_name='verb')),
                    ('object_id', models.BigIntegerField(verbose_name='object')),
                    ('data', models.JSONField(blank=True, default=dict, verbose_name='data')),
                    ('source', models.CharField(choices=[('page', 'page'), ('admin', 'admin'), ('import', 'import'), ('command', 'command'), ('job', 'job')], max_length=10, verbose_name='source')),
                    ('created_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now, verbose_name='moment')),
                    ('announced_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='announced')),
                    ('actor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='activities', to=settings.AUTH_USER_MODEL, verbose_name='actor')),
                    ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype', verbose_name='kind of object')),
                ],
                options={
                    'verbose_name': 'activity',
                    'verbose_name_plural': 'activity',
                    'ordering': ['-created_at', '-pk'],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='StoredFile',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('file', models.FileField(max_length=120, unique=True, upload_to=core.stored_files.own_place, verbose_name='file')),
                    ('name', models.CharField(max_length=120, verbose_name='name')),
                    ('content_type', models.CharField(max_length=80, verbose_name='kind')),
                    ('size_bytes', models.PositiveIntegerField(verbose_name='size in bytes')),
                    ('sha256', models.CharField(max_length=64, verbose_name='checksum')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='uploaded')),
                    ('uploaded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='uploaded by')),
                ],
                options={
                    'verbose_name': 'file',
                    'verbose_name_plural': 'files',
                    'ordering': ['-created_at', '-pk'],
                },
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='theme',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "core_themeevent" ("id", "name", "name_en", "name_es", "name_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug") VALUES (NEW."id", NEW."name", NEW."name_en", NEW."name_es", NEW."name_fr", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."slug"); RETURN NULL;', hash='d125df53c54ca76d33a19274673f1d73a494f175', operation='INSERT', pgid='pgtrigger_insert_insert_beb54', table='core_theme', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='theme',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "core_themeevent" ("id", "name", "name_en", "name_es", "name_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug") VALUES (NEW."id", NEW."name", NEW."name_en", NEW."name_es", NEW."name_fr", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."slug"); RETURN NULL;', hash='29d489407721227f0583deae0615c78e397511e9', operation='UPDATE', pgid='pgtrigger_update_update_95369', table='core_theme', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='theme',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "core_themeevent" ("id", "name", "name_en", "name_es", "name_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug") VALUES (OLD."id", OLD."name", OLD."name_en", OLD."name_es", OLD."name_fr", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."slug"); RETURN NULL;', hash='f02914007ba1f96939eed7c886e66461f53146d9', operation='DELETE', pgid='pgtrigger_delete_delete_920b8', table='core_theme', when='AFTER')),
            ),
            migrations.AddField(
                model_name='themeevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='themeevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='core.theme'),
            ),
            migrations.AddIndex(
                model_name='activity',
                index=models.Index(fields=['content_type', 'object_id', '-created_at'], name='activity_of_object'),
            ),
            migrations.AddIndex(
                model_name='activity',
                index=models.Index(condition=models.Q(('announced_at', None)), fields=['created_at'], name='activity_unannounced'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='activity',
                trigger=pgtrigger.compiler.Trigger(name='activity_is_kept', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='473127942c8f2a00a84301cab3f20f0d2bc89b59', operation='DELETE', pgid='pgtrigger_activity_is_kept_4bc55', table='core_activity', when='BEFORE')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='activity',
                trigger=pgtrigger.compiler.Trigger(name='activity_is_final', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."verb" IS DISTINCT FROM (NEW."verb") OR OLD."content_type_id" IS DISTINCT FROM (NEW."content_type_id") OR OLD."object_id" IS DISTINCT FROM (NEW."object_id") OR OLD."data" IS DISTINCT FROM (NEW."data") OR OLD."source" IS DISTINCT FROM (NEW."source") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='80a4ae75e84803973ccca5ff5ffe963f35ba384a', operation='UPDATE', pgid='pgtrigger_activity_is_final_ff5d0', table='core_activity', when='BEFORE')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='activity',
                trigger=pgtrigger.compiler.Trigger(name='activity_actor_is_final', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."actor_id" IS NOT NULL AND OLD."actor_id" IS DISTINCT FROM (NEW."actor_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='8d44c59169d53621a0c1d4a01fffd7891409fcb5', operation='UPDATE', pgid='pgtrigger_activity_actor_is_final_091a7', table='core_activity', when='BEFORE')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='activity',
                trigger=pgtrigger.compiler.Trigger(name='activity_is_announced_once', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."announced_at" IS DISTINCT FROM (NEW."announced_at") AND OLD."announced_at" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='52850456dd05b0b9f4cc4b8976164a7ac96203fd', operation='UPDATE', pgid='pgtrigger_activity_is_announced_once_f6abc', table='core_activity', when='BEFORE')),
            ),
        ]),
    ]
