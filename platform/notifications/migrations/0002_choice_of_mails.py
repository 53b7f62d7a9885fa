import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from core.first_tables import FirstTables


def keep_meaning(apps, schema_editor):
    """Whoever wanted no weekly digest gets none of what would be gathered in one."""
    apps.get_model("notifications", "NoticeSetting").objects.filter(digest="none").update(
        discussion="never", question="never", library="never", news="never"
    )


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0002_tables'),
        ('notifications', '0001_tables'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('spaces', '0003_history'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='digest',
            options={'default_permissions': ['view'], 'ordering': ['-begins_on', '-pk'], 'verbose_name': 'gathered mail', 'verbose_name_plural': 'gathered mails'},
        ),
        migrations.AlterModelOptions(
            name='noticesetting',
            options={'default_permissions': ['view'], 'ordering': ['-changed_at', '-pk'], 'verbose_name': 'choice of mails', 'verbose_name_plural': 'choices of mails'},
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='noticesetting',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='noticesetting',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='noticesetting',
            name='delete_delete',
        ),
        migrations.RemoveConstraint(
            model_name='digest',
            name='one_digest_per_person_and_week',
        ),
        migrations.RemoveIndex(
            model_name='digest',
            name='digest_list',
        ),
        migrations.RenameField(
            model_name='digest',
            old_name='week',
            new_name='begins_on',
        ),
        migrations.AlterField(
            model_name='digest',
            name='begins_on',
            field=models.DateField(verbose_name='day, or Monday of the week'),
        ),
        migrations.AlterField(
            model_name='mail',
            name='digest',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='mails', to='notifications.digest', verbose_name='gathered mail'),
        ),
        migrations.AlterField(
            model_name='noticesetting',
            name='digest',
            field=models.CharField(choices=[('weekly', 'Every week'), ('none', 'Never')], default='weekly', max_length=6, verbose_name='My duties and dates, gathered'),
        ),
        migrations.AlterField(
            model_name='noticesettingevent',
            name='digest',
            field=models.CharField(choices=[('weekly', 'Every week'), ('none', 'Never')], default='weekly', max_length=6, verbose_name='My duties and dates, gathered'),
        ),
        FirstTables([
            migrations.CreateModel(
                name='RoomChoice',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('rhythm', models.CharField(choices=[('daily', 'Every day'), ('weekly', 'Every week'), ('never', 'Never'), ('muted', 'Muted')], max_length=7, verbose_name='mails')),
                ],
                options={
                    'verbose_name': 'choice for a room',
                    'verbose_name_plural': 'choices for rooms',
                    'default_permissions': [],
                },
            ),
            migrations.CreateModel(
                name='RoomChoiceEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('rhythm', models.CharField(choices=[('daily', 'Every day'), ('weekly', 'Every week'), ('never', 'Never'), ('muted', 'Muted')], max_length=7, verbose_name='mails')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.AddField(
                model_name='digest',
                name='rhythm',
                field=models.CharField(choices=[('daily', 'Every day'), ('weekly', 'Every week')], default='weekly', max_length=7, verbose_name='how often'),
            ),
            migrations.AddField(
                model_name='notice',
                name='digest',
                field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='notices', to='notifications.digest', verbose_name='gathered mail'),
            ),
            migrations.AddField(
                model_name='notice',
                name='gathered_at',
                field=models.DateTimeField(blank=True, null=True, verbose_name='gathered'),
            ),
            migrations.AddField(
                model_name='notice',
                name='kind',
                field=models.CharField(blank=True, choices=[('account', 'The safety of my account'), ('about_me', 'What is decided about me, and who writes to me or names me'), ('task', 'What waits for me'), ('meeting', 'Meetings I am invited to: dates, changes, reminders'), ('discussion', 'Discussions I follow'), ('question', 'Questions to scientists'), ('library', 'Library and wiki'), ('news', 'News of rooms, task forces and organisations')], max_length=10, verbose_name='kind'),
            ),
            migrations.AddField(
                model_name='notice',
                name='rhythm',
                field=models.CharField(choices=[('at_once', 'At once'), ('daily', 'Every day'), ('weekly', 'Every week'), ('never', 'Never')], default='at_once', max_length=7, verbose_name='mail'),
            ),
            migrations.AddField(
                model_name='notice',
                name='space',
                field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='spaces.space', verbose_name='Room'),
            ),
            migrations.AddField(
                model_name='noticesetting',
                name='about_me',
                field=models.CharField(choices=[('at_once', 'At once'), ('daily', 'Every day'), ('weekly', 'Every week'), ('never', 'Never')], default='at_once', max_length=7, verbose_name='What is decided about me, and who writes to me or names me'),
            ),
            migrations.AddField(
                model_name='noticesetting',
                name='discussion',
                field=models.CharField(choices=[('at_once', 'At once'), ('daily', 'Every day'), ('weekly', 'Every week'), ('never', 'Never')], default='weekly', max_length=7, verbose_name='Discussions I follow'),
            ),
            migrations.AddField(
                model_name='noticesetting',
                name='hour',
                field=models.PositiveSmallIntegerField(default=7, verbose_name='hour of the gathered mails'),
            ),
            migrations.AddField(
                model_name='noticesetting',
                name='library',
                field=models.CharField(choices=[('at_once', 'At once'), ('daily', 'Every day'), ('weekly', 'Every week'), ('never', 'Never')], default='weekly', max_length=7, verbose_name='Library and wiki'),
            ),
            migrations.AddField(
                model_name='noticesetting',
                name='meeting',
                field=models.CharField(choices=[('at_once', 'At once'), ('daily', 'Every day'), ('weekly', 'Every week'), ('never', 'Never')], default='at_once', max_length=7, verbose_name='Meetings I am invited to: dates, changes, reminders'),
            ),
            migrations.AddField(
                model_name='noticesetting',
                name='news',
                field=models.CharField(choices=[('at_once', 'At once'), ('daily', 'Every day'), ('weekly', 'Every week'), ('never', 'Never')], default='weekly', max_length=7, verbose_name='News of rooms, task forces and organisations'),
            ),
            migrations.AddField(
                model_name='noticesetting',
                name='paused_until',
                field=models.DateField(blank=True, null=True, verbose_name='no mails before'),
            ),
            migrations.AddField(
                model_name='noticesetting',
                name='question',
                field=models.CharField(choices=[('at_once', 'At once'), ('daily', 'Every day'), ('weekly', 'Every week'), ('never', 'Never')], default='weekly', max_length=7, verbose_name='Questions to scientists'),
            ),
            migrations.AddField(
                model_name='noticesetting',
                name='task',
                field=models.CharField(choices=[('at_once', 'At once'), ('daily', 'Every day'), ('weekly', 'Every week'), ('never', 'Never')], default='at_once', max_length=7, verbose_name='What waits for me'),
            ),
            migrations.AddField(
                model_name='noticesetting',
                name='weekday',
                field=models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')], default=0, verbose_name='day of the weekly mail'),
            ),
            migrations.AddField(
                model_name='noticesettingevent',
                name='about_me',
                field=models.CharField(choices=[('at_once', 'At once'), ('daily', 'Every day'), ('weekly', 'Every week'), ('never', 'Never')], default='at_once', max_length=7, verbose_name='What is decided about me, and who writes to me or names me'),
            ),
            migrations.AddField(
                model_name='noticesettingevent',
                name='discussion',
                field=models.CharField(choices=[('at_once', 'At once'), ('daily', 'Every day'), ('weekly', 'Every week'), ('never', 'Never')], default='weekly', max_length=7, verbose_name='Discussions I follow'),
            ),
            migrations.AddField(
                model_name='noticesettingevent',
                name='hour',
                field=models.PositiveSmallIntegerField(default=7, verbose_name='hour of the gathered mails'),
            ),
            migrations.AddField(
                model_name='noticesettingevent',
                name='library',
                field=models.CharField(choices=[('at_once', 'At once'), ('daily', 'Every day'), ('weekly', 'Every week'), ('never', 'Never')], default='weekly', max_length=7, verbose_name='Library and wiki'),
            ),
            migrations.AddField(
                model_name='noticesettingevent',
                name='meeting',
                field=models.CharField(choices=[('at_once', 'At once'), ('daily', 'Every day'), ('weekly', 'Every week'), ('never', 'Never')], default='at_once', max_length=7, verbose_name='Meetings I am invited to: dates, changes, reminders'),
            ),
            migrations.AddField(
                model_name='noticesettingevent',
                name='news',
                field=models.CharField(choices=[('at_once', 'At once'), ('daily', 'Every day'), ('weekly', 'Every week'), ('never', 'Never')], default='weekly', max_length=7, verbose_name='News of rooms, task forces and organisations'),
            ),
            migrations.AddField(
                model_name='noticesettingevent',
                name='paused_until',
                field=models.DateField(blank=True, null=True, verbose_name='no mails before'),
            ),
            migrations.AddField(
                model_name='noticesettingevent',
                name='question',
                field=models.CharField(choices=[('at_once', 'At once'), ('daily', 'Every day'), ('weekly', 'Every week'), ('never', 'Never')], default='weekly', max_length=7, verbose_name='Questions to scientists'),
            ),
            migrations.AddField(
                model_name='noticesettingevent',
                name='task',
                field=models.CharField(choices=[('at_once', 'At once'), ('daily', 'Every day'), ('weekly', 'Every week'), ('never', 'Never')], default='at_once', max_length=7, verbose_name='What waits for me'),
            ),
            migrations.AddField(
                model_name='noticesettingevent',
                name='weekday',
                field=models.PositiveSmallIntegerField(choices=[(0, 'Monday'), (1, 'Tuesday'), (2, 'Wednesday'), (3, 'Thursday'), (4, 'Friday'), (5, 'Saturday'), (6, 'Sunday')], default=0, verbose_name='day of the weekly mail'),
            ),
            migrations.AddIndex(
                model_name='digest',
                index=models.Index(fields=['-begins_on', '-id'], name='digest_list'),
            ),
            migrations.AddIndex(
                model_name='notice',
                index=models.Index(condition=models.Q(('gathered_at', None), ('read_at', None), ('rhythm__in', ('daily', 'weekly'))), fields=['recipient', 'rhythm'], name='notice_pending'),
            ),
            migrations.AddIndex(
                model_name='notice',
                index=models.Index(condition=models.Q(('digest__isnull', False)), fields=['digest'], name='notice_digest'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='noticesetting',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "notifications_noticesettingevent" ("about_me", "changed_at", "digest", "discussion", "hour", "id", "library", "meeting", "news", "paused_until", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "task", "weekday") VALUES (NEW."about_me", NEW."changed_at", NEW."digest", NEW."discussion", NEW."hour", NEW."id", NEW."library", NEW."meeting", NEW."news", NEW."paused_until", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."question", NEW."task", NEW."weekday"); RETURN NULL;', hash='1337579a44aecbcddecb53a4898ba74df2c45f38', operation='INSERT', pgid='pgtrigger_insert_insert_92de1', table='notifications_noticesetting', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='noticesetting',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "notifications_noticesettingevent" ("about_me", "changed_at", "digest", "discussion", "hour", "id", "library", "meeting", "news", "paused_until", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "task", "weekday") VALUES (NEW."about_me", NEW."changed_at", NEW."digest", NEW."discussion", NEW."hour", NEW."id", NEW."library", NEW."meeting", NEW."news", NEW."paused_until", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question", NEW."task", NEW."weekday"); RETURN NULL;', hash='d1b141b9c6204a92c9dc998bf170dcfc295f862e', operation='UPDATE', pgid='pgtrigger_update_update_e5002', table='notifications_noticesetting', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='noticesetting',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "notifications_noticesettingevent" ("about_me", "changed_at", "digest", "discussion", "hour", "id", "library", "meeting", "news", "paused_until", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "task", "weekday") VALUES (OLD."about_me", OLD."changed_at", OLD."digest", OLD."discussion", OLD."hour", OLD."id", OLD."library", OLD."meeting", OLD."news", OLD."paused_until", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."question", OLD."task", OLD."weekday"); RETURN NULL;', hash='5f296db5cd978d0f077cc384ae5fdde979c2f09e', operation='DELETE', pgid='pgtrigger_delete_delete_df2a5', table='notifications_noticesetting', when='AFTER')),
            ),
            migrations.AddConstraint(
                model_name='digest',
                constraint=models.UniqueConstraint(fields=('person', 'rhythm', 'begins_on'), name='one_digest_per_person_and_period'),
            ),
            migrations.AddConstraint(
                model_name='noticesetting',
                constraint=models.CheckConstraint(condition=models.Q(('hour__lte', 23)), name='hour_of_the_day'),
            ),
            migrations.AddConstraint(
                model_name='noticesetting',
                constraint=models.CheckConstraint(condition=models.Q(('weekday__lte', 6)), name='day_of_the_week'),
            ),
            migrations.AddField(
                model_name='roomchoice',
                name='person',
                field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='room_choices', to=settings.AUTH_USER_MODEL, verbose_name='person'),
            ),
            migrations.AddField(
                model_name='roomchoice',
                name='space',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='room_choices', to='spaces.space', verbose_name='Room'),
            ),
            migrations.AddField(
                model_name='roomchoiceevent',
                name='person',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person'),
            ),
            migrations.AddField(
                model_name='roomchoiceevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='roomchoiceevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='notifications.roomchoice'),
            ),
            migrations.AddField(
                model_name='roomchoiceevent',
                name='space',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='spaces.space', verbose_name='Room'),
            ),
            migrations.AddConstraint(
                model_name='roomchoice',
                constraint=models.UniqueConstraint(fields=('person', 'space'), name='one_choice_per_person_and_room'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='roomchoice',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "notifications_roomchoiceevent" ("id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rhythm", "space_id") VALUES (NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rhythm", NEW."space_id"); RETURN NULL;', hash='7981161e7b3517c1fdc2308f0763936d547c0b7a', operation='INSERT', pgid='pgtrigger_insert_insert_98b9a', table='notifications_roomchoice', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='roomchoice',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "notifications_roomchoiceevent" ("id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rhythm", "space_id") VALUES (NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rhythm", NEW."space_id"); RETURN NULL;', hash='b2bfdb8ecc19ec089c1556ad21f4e6ac1a756ffc', operation='UPDATE', pgid='pgtrigger_update_update_bccc2', table='notifications_roomchoice', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='roomchoice',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "notifications_roomchoiceevent" ("id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rhythm", "space_id") VALUES (OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rhythm", OLD."space_id"); RETURN NULL;', hash='491bf0c41d30fdfa1c558c44ebba51df384db0c9', operation='DELETE', pgid='pgtrigger_delete_delete_74a23', table='notifications_roomchoice', when='AFTER')),
            ),
        ]),
        migrations.RunPython(keep_meaning, migrations.RunPython.noop, elidable=True),
    ]
