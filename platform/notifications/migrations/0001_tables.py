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
        ('notifications', '0001_initial'),
        ('notifications', '0002_letters_to_addresses'),
        ('notifications', '0003_indexes_of_mails'),
        ('notifications', '0004_weekly_digest'),
    ]

    dependencies = [
        ('core', '0002_tables'),
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        FirstTables([
            migrations.CreateModel(
                name='Digest',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('week', models.DateField(verbose_name='week, by its Monday')),
                    ('written_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='written')),
                    ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='digests', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ],
                options={
                    'verbose_name': 'weekly digest',
                    'verbose_name_plural': 'weekly digests',
                    'ordering': ['-week', '-pk'],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='Notice',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('audience', models.CharField(max_length=30, verbose_name='told as')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='moment')),
                    ('read_at', models.DateTimeField(blank=True, null=True, verbose_name='read')),
                    ('activity', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='core.activity', verbose_name='activity')),
                    ('recipient', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL, verbose_name='recipient')),
                ],
                options={
                    'verbose_name': 'notice',
                    'verbose_name_plural': 'notices',
                    'ordering': ['-created_at', '-pk'],
                },
            ),
            migrations.CreateModel(
                name='Mail',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('audience', models.CharField(blank=True, max_length=30, verbose_name='told as')),
                    ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail address')),
                    ('name', models.CharField(blank=True, max_length=120, verbose_name='name')),
                    ('language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], max_length=2, verbose_name='language')),
                    ('status', models.CharField(choices=[('waiting', 'waiting'), ('sending', 'on its way'), ('sent', 'sent'), ('failed', 'failed'), ('unsure', 'unsure'), ('dropped', 'dropped')], default='waiting', max_length=8, verbose_name='status')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='written')),
                    ('due_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='due')),
                    ('claimed_at', models.DateTimeField(blank=True, null=True, verbose_name='claimed')),
                    ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='sent')),
                    ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='attempts')),
                    ('error', models.CharField(blank=True, max_length=300, verbose_name='last error')),
                    ('activity', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='letters', to='core.activity', verbose_name='activity')),
                    ('digest', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='mails', to='notifications.digest', verbose_name='weekly digest')),
                    ('notice', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='mail', to='notifications.notice', verbose_name='notice')),
                ],
                options={
                    'verbose_name': 'mail',
                    'verbose_name_plural': 'mails',
                    'ordering': ['-created_at', '-pk'],
                    'permissions': [('settle_mail', 'Can settle unsure and failed mails')],
                },
            ),
            migrations.CreateModel(
                name='NoticeSetting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('digest', models.CharField(choices=[('weekly', 'Every Monday at 7:00'), ('none', 'Never')], default='weekly', max_length=6, verbose_name='digest')),
                    ('changed_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='changed')),
                    ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='notice_setting', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ],
                options={
                    'verbose_name': 'choice of mails',
                    'verbose_name_plural': 'choices of mails',
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='NoticeSettingEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('digest', models.CharField(choices=[('weekly', 'Every Monday at 7:00'), ('none', 'Never')], default='weekly', max_length=6, verbose_name='digest')),
                    ('changed_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='changed')),
                    ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='notifications.noticesetting')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.AddIndex(
                model_name='digest',
                index=models.Index(fields=['-week', '-id'], name='digest_list'),
            ),
            migrations.AddConstraint(
                model_name='digest',
                constraint=models.UniqueConstraint(fields=('person', 'week'), name='one_digest_per_person_and_week'),
            ),
            migrations.AddIndex(
                model_name='notice',
                index=models.Index(fields=['recipient', '-created_at', '-id'], name='notice_list'),
            ),
            migrations.AddIndex(
                model_name='notice',
                index=models.Index(condition=models.Q(('read_at', None)), fields=['recipient'], name='notice_unread'),
            ),
            migrations.AddConstraint(
                model_name='notice',
                constraint=models.UniqueConstraint(fields=('activity', 'recipient'), name='one_notice_per_activity'),
            ),
            migrations.AddIndex(
                model_name='mail',
                index=models.Index(condition=models.Q(('status', 'waiting')), fields=['due_at', 'id'], name='mail_due'),
            ),
            migrations.AddIndex(
                model_name='mail',
                index=models.Index(condition=models.Q(('status__in', ['sending', 'failed', 'unsure'])), fields=['status', 'created_at'], name='mail_to_settle'),
            ),
            migrations.AddIndex(
                model_name='mail',
                index=models.Index(fields=['-created_at', '-id'], name='mail_list'),
            ),
            migrations.AddConstraint(
                model_name='mail',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('activity', None), ('audience', ''), ('email', ''), ('language', ''), ('name', '')), ('digest', None), ('notice__isnull', False)), models.Q(models.Q(('activity', None), ('audience', ''), ('email', ''), ('language', ''), ('name', '')), ('digest__isnull', False), ('notice', None)), models.Q(models.Q(('activity__isnull', False), ('digest', None), ('notice', None)), models.Q(('audience', ''), _negated=True), models.Q(('language', ''), _negated=True)), _connector='OR'), name='mail_of_notice_or_letter'),
            ),
            migrations.AddConstraint(
                model_name='mail',
                constraint=models.UniqueConstraint(condition=models.Q(('digest__isnull', False)), fields=('digest',), name='one_mail_per_digest'),
            ),
            migrations.AddConstraint(
                model_name='mail',
                constraint=models.UniqueConstraint(models.F('activity'), django.db.models.functions.text.Lower('email'), condition=models.Q(('email', ''), _negated=True), name='one_letter_per_activity_and_address'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='noticesetting',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "notifications_noticesettingevent" ("changed_at", "digest", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."changed_at", NEW."digest", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='4996d50e90e5ddd2af010a028ca809829d05f99b', operation='INSERT', pgid='pgtrigger_insert_insert_92de1', table='notifications_noticesetting', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='noticesetting',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "notifications_noticesettingevent" ("changed_at", "digest", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."changed_at", NEW."digest", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='b2bc8837de740986d720cba5a06899ac1996372d', operation='UPDATE', pgid='pgtrigger_update_update_e5002', table='notifications_noticesetting', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='noticesetting',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "notifications_noticesettingevent" ("changed_at", "digest", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."changed_at", OLD."digest", OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='e8220537e1bb30071ca81c82da3244bb4621baa2', operation='DELETE', pgid='pgtrigger_delete_delete_df2a5', table='notifications_noticesetting', when='AFTER')),
            ),
        ]),
    ]
