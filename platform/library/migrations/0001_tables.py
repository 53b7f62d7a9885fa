import core.search
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import library.citing
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from core.first_tables import FirstTables


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('core', '0002_tables'),
        ('objectives', '0001_tables'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('regions', '0001_tables'),
        ('spaces', '0002_people_and_visits'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        FirstTables([
            migrations.CreateModel(
                name='Version',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('language', models.CharField(max_length=3, verbose_name='language')),
                    ('number', models.PositiveSmallIntegerField(default=1, verbose_name='number')),
                    ('edition', models.CharField(blank=True, max_length=80, verbose_name='edition')),
                    ('address', models.URLField(blank=True, max_length=500, validators=[django.core.validators.URLValidator(schemes=['http', 'https'])], verbose_name='web address')),
                    ('is_current', models.BooleanField(default=True, verbose_name='current')),
                    ('added_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='added')),
                    ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='library_versions', to=settings.AUTH_USER_MODEL, verbose_name='added by')),
                    ('stored', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile', verbose_name='file')),
                ],
                options={
                    'verbose_name': 'version',
                    'verbose_name_plural': 'versions',
                    'ordering': ['work', 'language', '-number'],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='Work',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('type', models.CharField(choices=[('official', 'official document'), ('position', 'position paper'), ('synthesis', 'scientific synthesis'), ('publication', 'scientific or technical publication'), ('guide', 'guide or report'), ('note', 'soil carbon note'), ('newsletter', 'newsletter of the Initiative'), ('other_newsletter', 'other newsletter'), ('general_media', 'article in general media'), ('special_media', 'article in specialised media'), ('media', 'audio, video or infographic'), ('web_tool', 'web tool'), ('data', 'data set'), ('testimonial', 'testimonial or success story'), ('archived', 'archived document')], max_length=16, verbose_name='type')),
                    ('title', models.CharField(max_length=300, verbose_name='title')),
                    ('title_en', models.CharField(max_length=300, null=True, verbose_name='title')),
                    ('title_fr', models.CharField(max_length=300, null=True, verbose_name='title')),
                    ('title_es', models.CharField(max_length=300, null=True, verbose_name='title')),
                    ('abstract', models.TextField(blank=True, max_length=5000, verbose_name='abstract')),
                    ('abstract_en', models.TextField(blank=True, max_length=5000, null=True, verbose_name='abstract')),
                    ('abstract_fr', models.TextField(blank=True, max_length=5000, null=True, verbose_name='abstract')),
                    ('abstract_es', models.TextField(blank=True, max_length=5000, null=True, verbose_name='abstract')),
                    ('authors', models.CharField(blank=True, max_length=1000, verbose_name='authors')),
                    ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='year')),
                    ('publisher', models.CharField(blank=True, max_length=200, verbose_name='publisher')),
                    ('doi', models.CharField(blank=True, max_length=200, verbose_name='DOI')),
                    ('licence', models.CharField(choices=[('cc-by', 'CC BY 4.0'), ('cc-by-sa', 'CC BY-SA 4.0'), ('cc-by-nc', 'CC BY-NC 4.0'), ('cc-by-nc-sa', 'CC BY-NC-SA 4.0'), ('cc-by-nd', 'CC BY-ND 4.0'), ('cc0', 'CC0 1.0'), ('other', 'another open licence'), ('reserved', 'all rights reserved'), ('unknown', 'not known')], default='unknown', max_length=12, verbose_name='licence')),
                    ('status', models.CharField(choices=[('kept', 'in the library'), ('withdrawn', 'withdrawn')], default='kept', editable=False, max_length=10, verbose_name='status')),
                    ('reason', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='reason of the withdrawal')),
                    ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='key of the form')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='added')),
                    ('renewed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last version')),
                    ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='changed')),
                    ('plain_words', models.GeneratedField(db_persist=True, expression=django.db.models.functions.text.Lower(core.search.Unaccented(django.db.models.functions.text.ConcatPair(django.db.models.functions.text.ConcatPair('authors', django.db.models.functions.text.ConcatPair(models.Value(' '), 'publisher', output_field=models.TextField()), output_field=models.TextField()), django.db.models.functions.text.ConcatPair(models.Value(' '), 'doi', output_field=models.TextField()), output_field=models.TextField()))), output_field=models.TextField(), verbose_name='words without accents')),
                    ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='library_works', to=settings.AUTH_USER_MODEL, verbose_name='added by')),
                    ('objectives', models.ManyToManyField(blank=True, related_name='+', to='objectives.objective', verbose_name='strategic objectives')),
                    ('regions', models.ManyToManyField(blank=True, limit_choices_to={'parent': None}, related_name='+', to='regions.region', verbose_name='regions')),
                    ('space', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='works', to='spaces.space', verbose_name='space')),
                    ('themes', models.ManyToManyField(blank=True, related_name='+', to='core.theme', verbose_name='themes')),
                ],
                options={
                    'verbose_name': 'work',
                    'verbose_name_plural': 'works',
                    'ordering': ['-renewed_at', '-pk'],
                    'permissions': [('withdraw_work', 'Can withdraw a work'), ('restore_work', 'Can put a withdrawn work back')],
                    'default_permissions': ['view', 'add', 'change'],
                },
                bases=(library.citing.Citing, models.Model),
            ),
            migrations.CreateModel(
                name='VersionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('language', models.CharField(max_length=3, verbose_name='language')),
                    ('number', models.PositiveSmallIntegerField(default=1, verbose_name='number')),
                    ('edition', models.CharField(blank=True, max_length=80, verbose_name='edition')),
                    ('address', models.URLField(blank=True, max_length=500, validators=[django.core.validators.URLValidator(schemes=['http', 'https'])], verbose_name='web address')),
                    ('is_current', models.BooleanField(default=True, verbose_name='current')),
                    ('added_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='added')),
                    ('added_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='added by')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='library.version')),
                    ('stored', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.storedfile', verbose_name='file')),
                    ('work', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='library.work', verbose_name='work')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.AddField(
                model_name='version',
                name='work',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='library.work', verbose_name='work'),
            ),
            migrations.CreateModel(
                name='WorkEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('type', models.CharField(choices=[('official', 'official document'), ('position', 'position paper'), ('synthesis', 'scientific synthesis'), ('publication', 'scientific or technical publication'), ('guide', 'guide or report'), ('note', 'soil carbon note'), ('newsletter', 'newsletter of the Initiative'), ('other_newsletter', 'other newsletter'), ('general_media', 'article in general media'), ('special_media', 'article in specialised media'), ('media', 'audio, video or infographic'), ('web_tool', 'web tool'), ('data', 'data set'), ('testimonial', 'testimonial or success story'), ('archived', 'archived document')], max_length=16, verbose_name='type')),
                    ('title', models.CharField(max_length=300, verbose_name='title')),
                    ('title_en', models.CharField(max_length=300, null=True, verbose_name='title')),
                    ('title_fr', models.CharField(max_length=300, null=True, verbose_name='title')),
                    ('title_es', models.CharField(max_length=300, null=True, verbose_name='title')),
                    ('authors', models.CharField(blank=True, max_length=1000, verbose_name='authors')),
                    ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='year')),
                    ('publisher', models.CharField(blank=True, max_length=200, verbose_name='publisher')),
                    ('doi', models.CharField(blank=True, max_length=200, verbose_name='DOI')),
                    ('licence', models.CharField(choices=[('cc-by', 'CC BY 4.0'), ('cc-by-sa', 'CC BY-SA 4.0'), ('cc-by-nc', 'CC BY-NC 4.0'), ('cc-by-nc-sa', 'CC BY-NC-SA 4.0'), ('cc-by-nd', 'CC BY-ND 4.0'), ('cc0', 'CC0 1.0'), ('other', 'another open licence'), ('reserved', 'all rights reserved'), ('unknown', 'not known')], default='unknown', max_length=12, verbose_name='licence')),
                    ('status', models.CharField(choices=[('kept', 'in the library'), ('withdrawn', 'withdrawn')], default='kept', editable=False, max_length=10, verbose_name='status')),
                    ('reason', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='reason of the withdrawal')),
                    ('key', models.UUIDField(default=uuid.uuid4, editable=False, verbose_name='key of the form')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='added')),
                    ('renewed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last version')),
                    ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='changed')),
                    ('added_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='added by')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='library.work')),
                    ('space', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='spaces.space', verbose_name='space')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Download',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('month', models.DateField(verbose_name='month')),
                    ('number', models.PositiveIntegerField(default=0, verbose_name='number')),
                    ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='downloads', to='library.version', verbose_name='version')),
                ],
                options={
                    'verbose_name': 'downloads of a month',
                    'verbose_name_plural': 'downloads by month',
                    'ordering': ['-month', 'version'],
                    'default_permissions': ['view'],
                    'constraints': [models.UniqueConstraint(fields=('version', 'month'), name='downloads_are_counted_by_month'), models.CheckConstraint(condition=models.Q(('month__day', 1)), name='months_begin_on_the_first')],
                },
            ),
            migrations.AddIndex(
                model_name='work',
                index=models.Index(fields=['space', 'status', '-renewed_at', '-id'], name='work_of_space'),
            ),
            migrations.AddIndex(
                model_name='work',
                index=models.Index(fields=['status', '-renewed_at', '-id'], name='work_newest'),
            ),
            migrations.AddIndex(
                model_name='work',
                index=models.Index(fields=['status', 'type'], name='work_type'),
            ),
            migrations.AddIndex(
                model_name='work',
                index=models.Index(fields=['status', 'year'], name='work_year'),
            ),
            migrations.AddIndex(
                model_name='work',
                index=models.Index(fields=['status', 'licence'], name='work_licence'),
            ),
            migrations.AddIndex(
                model_name='work',
                index=models.Index(condition=models.Q(('doi', ''), _negated=True), fields=['doi'], name='work_doi'),
            ),
            migrations.AddIndex(
                model_name='work',
                index=django.contrib.postgres.indexes.GinIndex(fields=['plain_words'], name='work_by_names', opclasses=['gin_trgm_ops']),
            ),
            migrations.AddIndex(
                model_name='work',
                index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector('title_en', 'abstract_en', config='en_unaccent'), name='work_words_en'),
            ),
            migrations.AddIndex(
                model_name='work',
                index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector('title_es', 'abstract_es', config='es_unaccent'), name='work_words_es'),
            ),
            migrations.AddIndex(
                model_name='work',
                index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector('title_fr', 'abstract_fr', config='fr_unaccent'), name='work_words_fr'),
            ),
            migrations.AddIndex(
                model_name='work',
                index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Lower(core.search.Unaccented(models.F('title_en'))), 'gin_trgm_ops'), name='work_by_title_en'),
            ),
            migrations.AddIndex(
                model_name='work',
                index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Lower(core.search.Unaccented(models.F('title_fr'))), 'gin_trgm_ops'), name='work_by_title_fr'),
            ),
            migrations.AddIndex(
                model_name='work',
                index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Lower(core.search.Unaccented(models.F('title_es'))), 'gin_trgm_ops'), name='work_by_title_es'),
            ),
            migrations.AddConstraint(
                model_name='work',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('title_en__gt', ''), ('title_en__isnull', False)), models.Q(('title_fr__gt', ''), ('title_fr__isnull', False)), models.Q(('title_es__gt', ''), ('title_es__isnull', False)), _connector='OR'), name='works_have_a_title'),
            ),
            migrations.AddConstraint(
                model_name='work',
                constraint=models.CheckConstraint(condition=models.Q(('year', None), ('year__range', (1500, 2100)), _connector='OR'), name='work_years_are_years'),
            ),
            migrations.AddConstraint(
                model_name='work',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'withdrawn'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='works_are_withdrawn_for_a_reason'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='work',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "library_workevent" ("added_by_id", "authors", "created_at", "doi", "id", "key", "licence", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "reason", "renewed_at", "space_id", "status", "title", "title_en", "title_es", "title_fr", "type", "updated_at", "year") VALUES (NEW."added_by_id", NEW."authors", NEW."created_at", NEW."doi", NEW."id", NEW."key", NEW."licence", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."publisher", NEW."reason", NEW."renewed_at", NEW."space_id", NEW."status", NEW."title", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."type", NEW."updated_at", NEW."year"); RETURN NULL;', hash='f39a46bceaf25a4e00efac7d109da138422b8dfe', operation='INSERT', pgid='pgtrigger_insert_insert_7f6c7', table='library_work', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='work',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."added_by_id" IS DISTINCT FROM (NEW."added_by_id") OR OLD."authors" IS DISTINCT FROM (NEW."authors") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."doi" IS DISTINCT FROM (NEW."doi") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."licence" IS DISTINCT FROM (NEW."licence") OR OLD."publisher" IS DISTINCT FROM (NEW."publisher") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."renewed_at" IS DISTINCT FROM (NEW."renewed_at") OR OLD."space_id" IS DISTINCT FROM (NEW."space_id") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_en" IS DISTINCT FROM (NEW."title_en") OR OLD."title_es" IS DISTINCT FROM (NEW."title_es") OR OLD."title_fr" IS DISTINCT FROM (NEW."title_fr") OR OLD."type" IS DISTINCT FROM (NEW."type") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."year" IS DISTINCT FROM (NEW."year"))', func='INSERT INTO "library_workevent" ("added_by_id", "authors", "created_at", "doi", "id", "key", "licence", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "reason", "renewed_at", "space_id", "status", "title", "title_en", "title_es", "title_fr", "type", "updated_at", "year") VALUES (NEW."added_by_id", NEW."authors", NEW."created_at", NEW."doi", NEW."id", NEW."key", NEW."licence", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."publisher", NEW."reason", NEW."renewed_at", NEW."space_id", NEW."status", NEW."title", NEW."title_en", NEW."title_es", NEW."title_fr", NEW."type", NEW."updated_at", NEW."year"); RETURN NULL;', hash='020003adf6371a2837132cb2ddba2e7f7d22bcbc', operation='UPDATE', pgid='pgtrigger_update_update_da36a', table='library_work', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='work',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "library_workevent" ("added_by_id", "authors", "created_at", "doi", "id", "key", "licence", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "reason", "renewed_at", "space_id", "status", "title", "title_en", "title_es", "title_fr", "type", "updated_at", "year") VALUES (OLD."added_by_id", OLD."authors", OLD."created_at", OLD."doi", OLD."id", OLD."key", OLD."licence", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."publisher", OLD."reason", OLD."renewed_at", OLD."space_id", OLD."status", OLD."title", OLD."title_en", OLD."title_es", OLD."title_fr", OLD."type", OLD."updated_at", OLD."year"); RETURN NULL;', hash='7a4d31ca896d685778a1c6b31529a5b226a1865e', operation='DELETE', pgid='pgtrigger_delete_delete_e12d1', table='library_work', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='version',
                index=models.Index(condition=models.Q(('is_current', True)), fields=['language', 'work'], name='version_language'),
            ),
            migrations.AddConstraint(
                model_name='version',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('address', ''), ('stored__isnull', False)), models.Q(('stored', None), models.Q(('address', ''), _negated=True)), _connector='OR'), name='a_version_is_a_file_or_an_address', violation_error_message='Send a file or give a web address, not both.'),
            ),
            migrations.AddConstraint(
                model_name='version',
                constraint=models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('work', 'language'), name='one_current_version_per_language', violation_error_message='This work is there in this language already.'),
            ),
            migrations.AddConstraint(
                model_name='version',
                constraint=models.UniqueConstraint(fields=('work', 'language', 'number'), name='versions_are_numbered'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='version',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "library_versionevent" ("added_at", "added_by_id", "address", "edition", "id", "is_current", "language", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stored_id", "work_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."address", NEW."edition", NEW."id", NEW."is_current", NEW."language", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."stored_id", NEW."work_id"); RETURN NULL;', hash='4363b66e44832b988b5ebc51f8720eef8ef53072', operation='INSERT', pgid='pgtrigger_insert_insert_7fcba', table='library_version', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='version',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "library_versionevent" ("added_at", "added_by_id", "address", "edition", "id", "is_current", "language", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stored_id", "work_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."address", NEW."edition", NEW."id", NEW."is_current", NEW."language", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."stored_id", NEW."work_id"); RETURN NULL;', hash='de366faff447f7c43078e1f7c744d3547132897a', operation='UPDATE', pgid='pgtrigger_update_update_4a631', table='library_version', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='version',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "library_versionevent" ("added_at", "added_by_id", "address", "edition", "id", "is_current", "language", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stored_id", "work_id") VALUES (OLD."added_at", OLD."added_by_id", OLD."address", OLD."edition", OLD."id", OLD."is_current", OLD."language", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."stored_id", OLD."work_id"); RETURN NULL;', hash='347ea430587ae0d72ae91ebda87484efc7772729', operation='DELETE', pgid='pgtrigger_delete_delete_f3212', table='library_version', when='AFTER')),
            ),
        ]),
    ]
