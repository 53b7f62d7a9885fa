import accounts.models.user
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import uuid
from django.conf import settings
from django.db import migrations, models

from core.first_tables import FirstTables


class Migration(migrations.Migration):

    initial = True

    # Together, the migrations from before the first release: where they have run, this has.
    replaces = [
        ('events', '0001_meetings'),
        ('events', '0002_meetings_of_a_region'),
    ]

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        ('regions', '0001_tables'),
        ('spaces', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        FirstTables([
            migrations.CreateModel(
                name='MeetingDate',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('starts_at', models.DateTimeField(verbose_name='begins')),
                ],
                options={
                    'verbose_name': 'proposed date',
                    'verbose_name_plural': 'proposed dates',
                    'ordering': ['starts_at'],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='MeetingEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('kind', models.CharField(choices=[('leader', 'leader meeting'), ('planning', 'planning meeting'), ('member', 'member meeting')], max_length=10, verbose_name='kind of meeting')),
                    ('title', models.CharField(max_length=150, verbose_name='title')),
                    ('agenda', models.TextField(blank=True, max_length=10000, verbose_name='agenda')),
                    ('place', models.CharField(blank=True, max_length=200, verbose_name='place')),
                    ('link', models.URLField(blank=True, max_length=500, verbose_name='join link')),
                    ('language', models.CharField(choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], default='en', max_length=2, verbose_name='language of the meeting')),
                    ('time_zone', models.CharField(default='UTC', max_length=64, validators=[accounts.models.user.validate_time_zone], verbose_name='time zone of the organiser')),
                    ('duration_minutes', models.PositiveSmallIntegerField(default=90, validators=[django.core.validators.MinValueValidator(10), django.core.validators.MaxValueValidator(1440)], verbose_name='length in minutes')),
                    ('status', models.CharField(choices=[('proposed', 'dates proposed'), ('fixed', 'date fixed'), ('held', 'held'), ('cancelled', 'cancelled')], default='proposed', max_length=10, verbose_name='state')),
                    ('starts_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='begins')),
                    ('uid', models.UUIDField(default=uuid.uuid4, editable=False)),
                    ('sequence', models.PositiveIntegerField(default=0, editable=False)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='planned')),
                    ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last change')),
                    ('cancelled_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='cancelled on')),
                    ('reason', models.TextField(blank=True, editable=False, verbose_name='reason of the cancellation')),
                    ('reminded_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Minutes',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('draft', models.TextField(blank=True, editable=False, null=True, verbose_name='draft')),
                    ('draft_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='draft saved')),
                    ('pen', models.CharField(blank=True, editable=False, max_length=40)),
                ],
                options={
                    'verbose_name': 'minutes',
                    'verbose_name_plural': 'minutes',
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='MinutesEdition',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.TextField(max_length=50000, verbose_name='text')),
                    ('published_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='published')),
                ],
                options={
                    'verbose_name': 'edition of minutes',
                    'verbose_name_plural': 'editions of minutes',
                    'ordering': ['pk'],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='Participation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('answer', models.CharField(blank=True, choices=[('comes', 'comes'), ('away', 'cannot come')], max_length=10, verbose_name='answer')),
                    ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered on')),
                    ('was_present', models.BooleanField(blank=True, null=True, verbose_name='was there')),
                ],
                options={
                    'verbose_name': 'participation',
                    'verbose_name_plural': 'participations',
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='Availability',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('answer', models.CharField(choices=[('yes', 'yes'), ('if_need_be', 'if need be'), ('no', 'no')], max_length=10, verbose_name='answer')),
                    ('answered_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='answered on')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='availabilities', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ],
                options={
                    'verbose_name': 'availability',
                    'verbose_name_plural': 'availabilities',
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='CalendarFeed',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('token_hash', models.CharField(editable=False, max_length=64, unique=True)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='made')),
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='calendar_feed', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ],
                options={
                    'verbose_name': 'calendar feed',
                    'verbose_name_plural': 'calendar feeds',
                    'permissions': [('revoke_calendarfeed', 'Can revoke a calendar address')],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='Decision',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.TextField(max_length=2000, verbose_name='text')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='to be done by')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='written down')),
                    ('done_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='done on')),
                    ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='decisions', to=settings.AUTH_USER_MODEL, verbose_name='who sees to it')),
                ],
                options={
                    'verbose_name': 'decision',
                    'verbose_name_plural': 'decisions',
                    'ordering': ['created_at', 'pk'],
                    'permissions': [('complete_decision', 'Can say that a decision is carried out')],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='DecisionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('text', models.TextField(max_length=2000, verbose_name='text')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='to be done by')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='written down')),
                    ('done_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='done on')),
                    ('owner', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who sees to it')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='events.decision')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Meeting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('leader', 'leader meeting'), ('planning', 'planning meeting'), ('member', 'member meeting')], max_length=10, verbose_name='kind of meeting')),
                    ('title', models.CharField(max_length=150, verbose_name='title')),
                    ('agenda', models.TextField(blank=True, max_length=10000, verbose_name='agenda')),
                    ('place', models.CharField(blank=True, max_length=200, verbose_name='place')),
                    ('link', models.URLField(blank=True, max_length=500, verbose_name='join link')),
                    ('language', models.CharField(choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], default='en', max_length=2, verbose_name='language of the meeting')),
                    ('time_zone', models.CharField(default='UTC', max_length=64, validators=[accounts.models.user.validate_time_zone], verbose_name='time zone of the organiser')),
                    ('duration_minutes', models.PositiveSmallIntegerField(default=90, validators=[django.core.validators.MinValueValidator(10), django.core.validators.MaxValueValidator(1440)], verbose_name='length in minutes')),
                    ('status', models.CharField(choices=[('proposed', 'dates proposed'), ('fixed', 'date fixed'), ('held', 'held'), ('cancelled', 'cancelled')], default='proposed', max_length=10, verbose_name='state')),
                    ('starts_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='begins')),
                    ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                    ('sequence', models.PositiveIntegerField(default=0, editable=False)),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='planned')),
                    ('changed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last change')),
                    ('cancelled_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='cancelled on')),
                    ('reason', models.TextField(blank=True, editable=False, verbose_name='reason of the cancellation')),
                    ('reminded_at', models.DateTimeField(blank=True, editable=False, null=True)),
                    ('organiser', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='organised_meetings', to=settings.AUTH_USER_MODEL, verbose_name='organiser')),
                ],
                options={
                    'verbose_name': 'meeting',
                    'verbose_name_plural': 'meetings',
                    'ordering': ['-starts_at', '-pk'],
                    'permissions': [('plan_meeting', 'Can plan meetings in a space'), ('organise_meeting', 'Can fix, change and cancel a meeting and write its minutes'), ('answer_meeting', 'Can say when she has time and whether she comes'), ('join_meeting', 'Can read the join link of a meeting')],
                    'default_permissions': ['view'],
                },
            ),
            migrations.AddField(
                model_name='meeting',
                name='region',
                field=models.ForeignKey(blank=True, limit_choices_to={'parent': None}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.region', verbose_name='region'),
            ),
            migrations.AddField(
                model_name='meeting',
                name='space',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='spaces.space', verbose_name='space'),
            ),
            migrations.AddField(
                model_name='decisionevent',
                name='meeting',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='events.meeting', verbose_name='meeting'),
            ),
            migrations.AddField(
                model_name='decision',
                name='meeting',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='events.meeting', verbose_name='meeting'),
            ),
            migrations.AddField(
                model_name='meetingdate',
                name='meeting',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='dates', to='events.meeting', verbose_name='meeting'),
            ),
            migrations.AddField(
                model_name='availability',
                name='date',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='availabilities', to='events.meetingdate', verbose_name='date'),
            ),
            migrations.AddField(
                model_name='meetingevent',
                name='organiser',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='organiser'),
            ),
            migrations.AddField(
                model_name='meetingevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='meetingevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='events.meeting'),
            ),
            migrations.AddField(
                model_name='meetingevent',
                name='region',
                field=models.ForeignKey(blank=True, db_constraint=False, limit_choices_to={'parent': None}, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region', verbose_name='region'),
            ),
            migrations.AddField(
                model_name='meetingevent',
                name='space',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='spaces.space', verbose_name='space'),
            ),
            migrations.AddField(
                model_name='minutes',
                name='draft_by',
                field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='draft by'),
            ),
            migrations.AddField(
                model_name='minutes',
                name='meeting',
                field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='minutes', to='events.meeting', verbose_name='meeting'),
            ),
            migrations.AddField(
                model_name='minutesedition',
                name='minutes',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='editions', to='events.minutes', verbose_name='minutes'),
            ),
            migrations.AddField(
                model_name='minutesedition',
                name='published_by',
                field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='published by'),
            ),
            migrations.AddField(
                model_name='participation',
                name='meeting',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='events.meeting', verbose_name='meeting'),
            ),
            migrations.AddField(
                model_name='participation',
                name='person',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participations', to=settings.AUTH_USER_MODEL, verbose_name='person'),
            ),
            migrations.AddIndex(
                model_name='meeting',
                index=models.Index(fields=['space', 'status', 'starts_at'], name='meeting_of_space'),
            ),
            migrations.AddIndex(
                model_name='meeting',
                index=models.Index(fields=['status', 'starts_at'], name='meeting_due'),
            ),
            migrations.AddConstraint(
                model_name='meeting',
                constraint=models.CheckConstraint(condition=models.Q(('status__in', ['proposed', 'cancelled']), ('starts_at__isnull', False), _connector='OR'), name='fixed_meetings_know_when'),
            ),
            migrations.AddConstraint(
                model_name='meeting',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'proposed'), _negated=True), ('starts_at', None), _connector='OR'), name='proposed_meetings_have_no_date_yet'),
            ),
            migrations.AddConstraint(
                model_name='meeting',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('cancelled_at__isnull', False), ('status', 'cancelled')), models.Q(models.Q(('status', 'cancelled'), _negated=True), ('cancelled_at', None)), _connector='OR'), name='cancelled_meetings_know_since_when'),
            ),
            migrations.AddConstraint(
                model_name='meeting',
                constraint=models.CheckConstraint(condition=models.Q(('region', None), ('kind', 'member'), _connector='OR'), name='only_members_meet_by_region', violation_error_message='Only a member meeting can be that of one region.'),
            ),
            migrations.AddConstraint(
                model_name='meeting',
                constraint=models.CheckConstraint(condition=models.Q(('duration_minutes__gte', 10), ('duration_minutes__lte', 1440)), name='meetings_last_for_some_time'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='meeting',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "events_meetingevent" ("agenda", "cancelled_at", "changed_at", "created_at", "duration_minutes", "id", "kind", "language", "link", "organiser_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reason", "region_id", "reminded_at", "sequence", "space_id", "starts_at", "status", "time_zone", "title", "uid") VALUES (NEW."agenda", NEW."cancelled_at", NEW."changed_at", NEW."created_at", NEW."duration_minutes", NEW."id", NEW."kind", NEW."language", NEW."link", NEW."organiser_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."reason", NEW."region_id", NEW."reminded_at", NEW."sequence", NEW."space_id", NEW."starts_at", NEW."status", NEW."time_zone", NEW."title", NEW."uid"); RETURN NULL;', hash='0ca6c136b2e6f6c8a6ad02337e382be77580fdbf', operation='INSERT', pgid='pgtrigger_insert_insert_3992c', table='events_meeting', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='meeting',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "events_meetingevent" ("agenda", "cancelled_at", "changed_at", "created_at", "duration_minutes", "id", "kind", "language", "link", "organiser_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reason", "region_id", "reminded_at", "sequence", "space_id", "starts_at", "status", "time_zone", "title", "uid") VALUES (NEW."agenda", NEW."cancelled_at", NEW."changed_at", NEW."created_at", NEW."duration_minutes", NEW."id", NEW."kind", NEW."language", NEW."link", NEW."organiser_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."reason", NEW."region_id", NEW."reminded_at", NEW."sequence", NEW."space_id", NEW."starts_at", NEW."status", NEW."time_zone", NEW."title", NEW."uid"); RETURN NULL;', hash='d0dcea31d059ad56beed760edb9b9c5bcdb68f78', operation='UPDATE', pgid='pgtrigger_update_update_c2417', table='events_meeting', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='meeting',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "events_meetingevent" ("agenda", "cancelled_at", "changed_at", "created_at", "duration_minutes", "id", "kind", "language", "link", "organiser_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reason", "region_id", "reminded_at", "sequence", "space_id", "starts_at", "status", "time_zone", "title", "uid") VALUES (OLD."agenda", OLD."cancelled_at", OLD."changed_at", OLD."created_at", OLD."duration_minutes", OLD."id", OLD."kind", OLD."language", OLD."link", OLD."organiser_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."reason", OLD."region_id", OLD."reminded_at", OLD."sequence", OLD."space_id", OLD."starts_at", OLD."status", OLD."time_zone", OLD."title", OLD."uid"); RETURN NULL;', hash='207dd199e9f2b95dbd08c3ff04e7e3d486c6c0de', operation='DELETE', pgid='pgtrigger_delete_delete_327bd', table='events_meeting', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='decision',
                index=models.Index(condition=models.Q(('done_at', None)), fields=['owner', 'due_on'], name='decision_waits'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='decision',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "events_decisionevent" ("created_at", "done_at", "due_on", "id", "meeting_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."created_at", NEW."done_at", NEW."due_on", NEW."id", NEW."meeting_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;', hash='85478c47840545991d8e7fa240c79c5f12b096db', operation='INSERT', pgid='pgtrigger_insert_insert_f4c41', table='events_decision', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='decision',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "events_decisionevent" ("created_at", "done_at", "due_on", "id", "meeting_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."created_at", NEW."done_at", NEW."due_on", NEW."id", NEW."meeting_id", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;', hash='a404d1f94d7d75994ef2bf0b42e249e1c73aacdf', operation='UPDATE', pgid='pgtrigger_update_update_b1212', table='events_decision', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='decision',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "events_decisionevent" ("created_at", "done_at", "due_on", "id", "meeting_id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."created_at", OLD."done_at", OLD."due_on", OLD."id", OLD."meeting_id", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text"); RETURN NULL;', hash='4cc96b32ed08cfda1defc3cf8f44b513059ce3a8', operation='DELETE', pgid='pgtrigger_delete_delete_c483b', table='events_decision', when='AFTER')),
            ),
            migrations.AddConstraint(
                model_name='meetingdate',
                constraint=models.UniqueConstraint(fields=('meeting', 'starts_at'), name='each_date_is_proposed_once'),
            ),
            migrations.AddConstraint(
                model_name='availability',
                constraint=models.UniqueConstraint(fields=('date', 'person'), name='one_availability_per_date'),
            ),
            migrations.AddConstraint(
                model_name='participation',
                constraint=models.UniqueConstraint(fields=('meeting', 'person'), name='one_participation_per_meeting'),
            ),
        ]),
    ]
