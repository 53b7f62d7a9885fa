import core.search
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from core.first_tables import FirstTables


class Migration(migrations.Migration):

    initial = True

    # Together, the migrations from before the first release: where they have run, this has.
    replaces = [
        ('regions', '0001_initial'),
        ('regions', '0002_history_of_what_is_edited'),
        ('regions', '0003_places'),
        ('regions', '0004_other_names_of_places'),
    ]

    dependencies = [
        ('core', '0001_ground'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        FirstTables([
            migrations.CreateModel(
                name='Country',
                fields=[
                    ('alpha2', models.CharField(max_length=2, primary_key=True, serialize=False, verbose_name='two-letter code')),
                    ('alpha3', models.CharField(max_length=3, unique=True, verbose_name='three-letter code')),
                    ('m49', models.CharField(max_length=3, unique=True, verbose_name='M49 code')),
                    ('name', models.CharField(max_length=120, verbose_name='name')),
                    ('name_en', models.CharField(max_length=120, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=120, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=120, null=True, verbose_name='name')),
                    ('latitude', models.FloatField(blank=True, help_text='Where it is shown on the map.', null=True, verbose_name='latitude')),
                    ('longitude', models.FloatField(blank=True, null=True, verbose_name='longitude')),
                    ('is_un_member', models.BooleanField(default=True, verbose_name='member of the United Nations')),
                ],
                options={
                    'verbose_name': 'country',
                    'verbose_name_plural': 'countries',
                    'ordering': ['alpha2'],
                },
            ),
            migrations.CreateModel(
                name='Region',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('slug', models.SlugField(unique=True, verbose_name='slug')),
                    ('name', models.CharField(max_length=80, verbose_name='name')),
                    ('name_en', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=80, null=True, verbose_name='name')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                    ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='parts', to='regions.region', verbose_name='part of')),
                ],
                options={
                    'verbose_name': 'region',
                    'verbose_name_plural': 'regions',
                    'ordering': ['position', 'slug'],
                },
            ),
            migrations.CreateModel(
                name='CountryEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('alpha2', models.CharField(max_length=2, serialize=False, verbose_name='two-letter code')),
                    ('alpha3', models.CharField(max_length=3, verbose_name='three-letter code')),
                    ('m49', models.CharField(max_length=3, verbose_name='M49 code')),
                    ('name', models.CharField(max_length=120, verbose_name='name')),
                    ('name_en', models.CharField(max_length=120, null=True, verbose_name='name')),
                    ('name_fr', models.CharField(max_length=120, null=True, verbose_name='name')),
                    ('name_es', models.CharField(max_length=120, null=True, verbose_name='name')),
                    ('latitude', models.FloatField(blank=True, help_text='Where it is shown on the map.', null=True, verbose_name='latitude')),
                    ('longitude', models.FloatField(blank=True, null=True, verbose_name='longitude')),
                    ('is_un_member', models.BooleanField(default=True, verbose_name='member of the United Nations')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='regions.country')),
                    ('region', models.ForeignKey(db_constraint=False, limit_choices_to={'parent__isnull': False}, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region', verbose_name='region')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.AddField(
                model_name='country',
                name='region',
                field=models.ForeignKey(limit_choices_to={'parent__isnull': False}, on_delete=django.db.models.deletion.PROTECT, related_name='countries', to='regions.region', verbose_name='region'),
            ),
            migrations.CreateModel(
                name='RegionEvent',
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
                    ('parent', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region', verbose_name='part of')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='regions.region')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Place',
                fields=[
                    ('code', models.PositiveIntegerField(primary_key=True, serialize=False, verbose_name='GeoNames number')),
                    ('name', models.CharField(max_length=200, verbose_name='name')),
                    ('latitude', models.FloatField(help_text='Degrees, north is positive.', verbose_name='latitude')),
                    ('longitude', models.FloatField(help_text='Degrees, east is positive.', verbose_name='longitude')),
                    ('population', models.PositiveIntegerField(default=0, verbose_name='population')),
                    ('other_names', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), blank=True, default=list, help_text='In other languages, without accents and in small letters.', size=None, verbose_name='other names')),
                    ('country', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='places', to='regions.country', verbose_name='country')),
                ],
                options={
                    'verbose_name': 'place',
                    'verbose_name_plural': 'places',
                    'ordering': ['name', 'code'],
                    'indexes': [models.Index(django.db.models.functions.text.Lower(core.search.Unaccented('name')), models.OrderBy(models.F('population'), descending=True), name='place_by_name'), django.contrib.postgres.indexes.GinIndex(fields=['other_names'], name='place_by_other_name')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('latitude__range', (-90, 90)), ('longitude__range', (-180, 180))), name='places_lie_on_earth')],
                },
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='region',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "regions_regionevent" ("id", "name", "name_en", "name_es", "name_fr", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug") VALUES (NEW."id", NEW."name", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."parent_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."slug"); RETURN NULL;', hash='807d471196a8f28f45c33c4d45aa689fc0c6a34f', operation='INSERT', pgid='pgtrigger_insert_insert_5c668', table='regions_region', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='region',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "regions_regionevent" ("id", "name", "name_en", "name_es", "name_fr", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug") VALUES (NEW."id", NEW."name", NEW."name_en", NEW."name_es", NEW."name_fr", NEW."parent_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."slug"); RETURN NULL;', hash='e8f24b804f37a5f905b0beef11176f27028e769d', operation='UPDATE', pgid='pgtrigger_update_update_ce801', table='regions_region', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='region',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "regions_regionevent" ("id", "name", "name_en", "name_es", "name_fr", "parent_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "slug") VALUES (OLD."id", OLD."name", OLD."name_en", OLD."name_es", OLD."name_fr", OLD."parent_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."slug"); RETURN NULL;', hash='d0786e830044c6a24bca1c216da86557c3701c31', operation='DELETE', pgid='pgtrigger_delete_delete_dc4f6', table='regions_region', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='country',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "regions_countryevent" ("alpha2", "alpha3", "is_un_member", "latitude", "longitude", "m49", "name", "name_en", "name_es", "name_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id") VALUES (NEW."alpha2", NEW."alpha3", NEW."is_un_member", NEW."latitude", NEW."longitude", NEW."m49", NEW."name", NEW."name_en", NEW."name_es", NEW."name_fr", _pgh_attach_context(), NOW(), \'insert\', NEW."alpha2", NEW."region_id"); RETURN NULL;', hash='3d88855257fcf8f680eda8ac6eab0ceac2591e9a', operation='INSERT', pgid='pgtrigger_insert_insert_6787d', table='regions_country', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='country',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "regions_countryevent" ("alpha2", "alpha3", "is_un_member", "latitude", "longitude", "m49", "name", "name_en", "name_es", "name_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id") VALUES (NEW."alpha2", NEW."alpha3", NEW."is_un_member", NEW."latitude", NEW."longitude", NEW."m49", NEW."name", NEW."name_en", NEW."name_es", NEW."name_fr", _pgh_attach_context(), NOW(), \'update\', NEW."alpha2", NEW."region_id"); RETURN NULL;', hash='daca7416d4d9957a5a55dd707e50ed6c6a2e842d', operation='UPDATE', pgid='pgtrigger_update_update_1f950', table='regions_country', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='country',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "regions_countryevent" ("alpha2", "alpha3", "is_un_member", "latitude", "longitude", "m49", "name", "name_en", "name_es", "name_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id") VALUES (OLD."alpha2", OLD."alpha3", OLD."is_un_member", OLD."latitude", OLD."longitude", OLD."m49", OLD."name", OLD."name_en", OLD."name_es", OLD."name_fr", _pgh_attach_context(), NOW(), \'delete\', OLD."alpha2", OLD."region_id"); RETURN NULL;', hash='ef83771616e960433171da60f3f72b7e7e024eb9', operation='DELETE', pgid='pgtrigger_delete_delete_0c85d', table='regions_country', when='AFTER')),
            ),
        ]),
    ]
