import django.contrib.postgres.fields
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
        ('projects', '0001_ideas_and_project_teams'),
        ('projects', '0002_idea_answers_a_gap'),
    ]

    dependencies = [
        ('partners', '0001_tables'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('regions', '0001_tables'),
        ('taskforces', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        FirstTables([
            migrations.CreateModel(
                name='IdeaEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('reason', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='reason')),
                    ('title', models.CharField(max_length=150, verbose_name='title')),
                    ('summary', models.TextField(max_length=4000, verbose_name='summary')),
                    ('partners_wanted', models.TextField(blank=True, max_length=1000, verbose_name='partners wanted')),
                    ('natures_wanted', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('public', 'public'), ('non_profit', 'non-profit'), ('commercial', 'commercial')], max_length=12), blank=True, default=list, size=None, verbose_name='legal nature of the partners wanted')),
                    ('language', models.CharField(choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], default='en', max_length=2, verbose_name='language')),
                    ('status', models.CharField(choices=[('proposed', 'proposed'), ('team', 'with a Project Team'), ('set_aside', 'set aside'), ('withdrawn', 'withdrawn')], default='proposed', max_length=10, verbose_name='status')),
                    ('key', models.UUIDField(default=uuid.uuid4, editable=False, verbose_name='key of the form')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='proposed')),
                    ('edited_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='changed')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='ProjectTeam',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=150, verbose_name='name')),
                    ('purpose', models.TextField(max_length=2000, verbose_name='purpose')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='founded')),
                ],
                options={
                    'verbose_name': 'Project Team',
                    'verbose_name_plural': 'Project Teams',
                    'ordering': ['-created_at', '-pk'],
                    'permissions': [('manage_projectteam', 'Can ask people into a Project Team and word its purpose')],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='ProjectTeamEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('name', models.CharField(max_length=150, verbose_name='name')),
                    ('purpose', models.TextField(max_length=2000, verbose_name='purpose')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='founded')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Support',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='since')),
                ],
                options={
                    'verbose_name': 'support',
                    'verbose_name_plural': 'supports',
                    'ordering': ['created_at', 'pk'],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='TeamMember',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('role', models.CharField(choices=[('coordinator', 'coordinator'), ('member', 'member')], default='member', max_length=12, verbose_name='role')),
                    ('status', models.CharField(choices=[('invited', 'asked'), ('accepted', 'accepted'), ('declined', 'declined'), ('left', 'left')], default='invited', max_length=10, verbose_name='status')),
                    ('invited_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='asked')),
                    ('answered_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='answered')),
                    ('ended_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='until')),
                ],
                options={
                    'verbose_name': 'member of a Project Team',
                    'verbose_name_plural': 'members of Project Teams',
                    'ordering': ['team', 'invited_at', 'pk'],
                    'permissions': [('answer_teammember', 'Can accept or decline a place offered to oneself'), ('leave_teammember', 'Can leave a Project Team'), ('end_teammember', 'Can take somebody off a Project Team')],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='TeamMemberEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('role', models.CharField(choices=[('coordinator', 'coordinator'), ('member', 'member')], default='member', max_length=12, verbose_name='role')),
                    ('status', models.CharField(choices=[('invited', 'asked'), ('accepted', 'accepted'), ('declined', 'declined'), ('left', 'left')], default='invited', max_length=10, verbose_name='status')),
                    ('invited_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='asked')),
                    ('answered_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='answered')),
                    ('ended_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='until')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Comment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.TextField(max_length=3000, verbose_name='text')),
                    ('language', models.CharField(choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], default='en', max_length=2, verbose_name='language')),
                    ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='key of the form')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='written')),
                    ('edited_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='edited')),
                    ('removed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='removed')),
                    ('hidden_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='hidden')),
                    ('hidden_reason', models.CharField(blank=True, editable=False, max_length=500, verbose_name='why it was hidden')),
                    ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to=settings.AUTH_USER_MODEL, verbose_name='author')),
                    ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='projects.comment', verbose_name='answers to')),
                ],
                options={
                    'verbose_name': 'comment',
                    'verbose_name_plural': 'comments',
                    'ordering': ['created_at', 'pk'],
                    'permissions': [('edit_comment', 'Can edit the own comment'), ('remove_comment', 'Can remove the own comment'), ('hide_comment', 'Can hide a comment')],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='Idea',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reason', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='reason')),
                    ('title', models.CharField(max_length=150, verbose_name='title')),
                    ('summary', models.TextField(max_length=4000, verbose_name='summary')),
                    ('partners_wanted', models.TextField(blank=True, max_length=1000, verbose_name='partners wanted')),
                    ('natures_wanted', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('public', 'public'), ('non_profit', 'non-profit'), ('commercial', 'commercial')], max_length=12), blank=True, default=list, size=None, verbose_name='legal nature of the partners wanted')),
                    ('language', models.CharField(choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], default='en', max_length=2, verbose_name='language')),
                    ('status', models.CharField(choices=[('proposed', 'proposed'), ('team', 'with a Project Team'), ('set_aside', 'set aside'), ('withdrawn', 'withdrawn')], default='proposed', max_length=10, verbose_name='status')),
                    ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='key of the form')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='proposed')),
                    ('edited_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='changed')),
                    ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ideas', to=settings.AUTH_USER_MODEL, verbose_name='author')),
                ],
                options={
                    'verbose_name': 'project idea',
                    'verbose_name_plural': 'project ideas',
                    'ordering': ['-created_at', '-pk'],
                    'permissions': [('propose_idea', 'Can propose an idea to a task force'), ('change_idea', 'Can reword the own idea'), ('withdraw_idea', 'Can withdraw the own idea'), ('support_idea', 'Can support an idea'), ('discuss_idea', 'Can read and write comments on an idea'), ('set_aside_idea', 'Can set an idea aside'), ('form_team_idea', 'Can form a Project Team from an idea')],
                    'default_permissions': ['view'],
                },
            ),
            migrations.AddField(
                model_name='idea',
                name='countries',
                field=models.ManyToManyField(blank=True, related_name='+', to='regions.country', verbose_name='countries'),
            ),
            migrations.AddField(
                model_name='idea',
                name='gap',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ideas', to='taskforces.gap', verbose_name='gap it answers'),
            ),
            migrations.AddField(
                model_name='idea',
                name='regions',
                field=models.ManyToManyField(blank=True, limit_choices_to={'parent': None}, related_name='+', to='regions.region', verbose_name='regions'),
            ),
            migrations.AddField(
                model_name='idea',
                name='task_force',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ideas', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='comment',
                name='idea',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='projects.idea', verbose_name='project idea'),
            ),
            migrations.AddField(
                model_name='ideaevent',
                name='author',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='author'),
            ),
            migrations.AddField(
                model_name='ideaevent',
                name='gap',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.gap', verbose_name='gap it answers'),
            ),
            migrations.AddField(
                model_name='ideaevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='ideaevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.idea'),
            ),
            migrations.AddField(
                model_name='ideaevent',
                name='task_force',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='projectteam',
                name='founded_by',
                field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='founded by'),
            ),
            migrations.AddField(
                model_name='projectteam',
                name='idea',
                field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='team', to='projects.idea', verbose_name='project idea'),
            ),
            migrations.AddField(
                model_name='projectteamevent',
                name='founded_by',
                field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='founded by'),
            ),
            migrations.AddField(
                model_name='projectteamevent',
                name='idea',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.idea', verbose_name='project idea'),
            ),
            migrations.AddField(
                model_name='projectteamevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='projectteamevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.projectteam'),
            ),
            migrations.AddField(
                model_name='support',
                name='idea',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='supports', to='projects.idea', verbose_name='project idea'),
            ),
            migrations.AddField(
                model_name='support',
                name='person',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='supports', to=settings.AUTH_USER_MODEL, verbose_name='person'),
            ),
            migrations.AddField(
                model_name='teammember',
                name='invited_by',
                field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked by'),
            ),
            migrations.AddField(
                model_name='teammember',
                name='partner',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='team_places', to='partners.partner', verbose_name='stands for'),
            ),
            migrations.AddField(
                model_name='teammember',
                name='person',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='team_places', to=settings.AUTH_USER_MODEL, verbose_name='person'),
            ),
            migrations.AddField(
                model_name='teammember',
                name='team',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='projects.projectteam', verbose_name='Project Team'),
            ),
            migrations.AddField(
                model_name='teammemberevent',
                name='invited_by',
                field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked by'),
            ),
            migrations.AddField(
                model_name='teammemberevent',
                name='partner',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='partners.partner', verbose_name='stands for'),
            ),
            migrations.AddField(
                model_name='teammemberevent',
                name='person',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person'),
            ),
            migrations.AddField(
                model_name='teammemberevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='teammemberevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='projects.teammember'),
            ),
            migrations.AddField(
                model_name='teammemberevent',
                name='team',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='projects.projectteam', verbose_name='Project Team'),
            ),
            migrations.AddIndex(
                model_name='idea',
                index=models.Index(fields=['task_force', 'status', '-created_at'], name='idea_of_task_force'),
            ),
            migrations.AddIndex(
                model_name='idea',
                index=models.Index(fields=['-created_at'], name='idea_newest'),
            ),
            migrations.AddIndex(
                model_name='idea',
                index=models.Index(fields=['author', '-created_at'], name='idea_author'),
            ),
            migrations.AddConstraint(
                model_name='idea',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'set_aside'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='ideas_are_set_aside_for_a_reason', violation_error_message='Give a reason: the author will read it.'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='idea',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_ideaevent" ("author_id", "created_at", "edited_at", "gap_id", "id", "key", "language", "natures_wanted", "partners_wanted", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "status", "summary", "task_force_id", "title") VALUES (NEW."author_id", NEW."created_at", NEW."edited_at", NEW."gap_id", NEW."id", NEW."key", NEW."language", NEW."natures_wanted", NEW."partners_wanted", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."status", NEW."summary", NEW."task_force_id", NEW."title"); RETURN NULL;', hash='e4b8e14d91e67979d50d8ad7bba2ba0c1b48a4a8', operation='INSERT', pgid='pgtrigger_insert_insert_8b3c3', table='projects_idea', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='idea',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_ideaevent" ("author_id", "created_at", "edited_at", "gap_id", "id", "key", "language", "natures_wanted", "partners_wanted", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "status", "summary", "task_force_id", "title") VALUES (NEW."author_id", NEW."created_at", NEW."edited_at", NEW."gap_id", NEW."id", NEW."key", NEW."language", NEW."natures_wanted", NEW."partners_wanted", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."status", NEW."summary", NEW."task_force_id", NEW."title"); RETURN NULL;', hash='7ef23c88a0ffae97a0840ef40a68ff6e1c70efe9', operation='UPDATE', pgid='pgtrigger_update_update_c6ae8', table='projects_idea', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='idea',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_ideaevent" ("author_id", "created_at", "edited_at", "gap_id", "id", "key", "language", "natures_wanted", "partners_wanted", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "status", "summary", "task_force_id", "title") VALUES (OLD."author_id", OLD."created_at", OLD."edited_at", OLD."gap_id", OLD."id", OLD."key", OLD."language", OLD."natures_wanted", OLD."partners_wanted", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."status", OLD."summary", OLD."task_force_id", OLD."title"); RETURN NULL;', hash='8d4f5006845dc0e61e5907d43366bd5c3a6dd023', operation='DELETE', pgid='pgtrigger_delete_delete_305e2', table='projects_idea', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='comment',
                index=models.Index(fields=['idea', 'created_at'], name='comment_of_idea'),
            ),
            migrations.AddIndex(
                model_name='comment',
                index=models.Index(fields=['author', 'created_at'], name='comment_author'),
            ),
            migrations.AddConstraint(
                model_name='comment',
                constraint=models.CheckConstraint(condition=models.Q(('hidden_at', None), models.Q(('hidden_reason', ''), _negated=True), _connector='OR'), name='comments_are_hidden_for_a_reason'),
            ),
            migrations.AddIndex(
                model_name='projectteam',
                index=models.Index(fields=['-created_at'], name='team_newest'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='projectteam',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projectteamevent" ("created_at", "founded_by_id", "id", "idea_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose") VALUES (NEW."created_at", NEW."founded_by_id", NEW."id", NEW."idea_id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose"); RETURN NULL;', hash='9d97fbf09232ea70a131ac2174f4559e17abeca0', operation='INSERT', pgid='pgtrigger_insert_insert_b9a0c', table='projects_projectteam', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='projectteam',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_projectteamevent" ("created_at", "founded_by_id", "id", "idea_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose") VALUES (NEW."created_at", NEW."founded_by_id", NEW."id", NEW."idea_id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose"); RETURN NULL;', hash='9f6c22acf5eb12af76f1264be091dbe008816aaf', operation='UPDATE', pgid='pgtrigger_update_update_0ad83', table='projects_projectteam', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='projectteam',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_projectteamevent" ("created_at", "founded_by_id", "id", "idea_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose") VALUES (OLD."created_at", OLD."founded_by_id", OLD."id", OLD."idea_id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."purpose"); RETURN NULL;', hash='0ba86bf08bd7612a00f4cb87a0f04010fd46020c', operation='DELETE', pgid='pgtrigger_delete_delete_50654', table='projects_projectteam', when='AFTER')),
            ),
            migrations.AddConstraint(
                model_name='support',
                constraint=models.UniqueConstraint(fields=('idea', 'person'), name='one_support_per_person'),
            ),
            migrations.AddIndex(
                model_name='teammember',
                index=models.Index(fields=['person', 'status'], name='team_member_waiting'),
            ),
            migrations.AddConstraint(
                model_name='teammember',
                constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['invited', 'accepted'])), fields=('team', 'person'), name='one_open_place_per_person_and_team', violation_error_message='This person is in the team already, or has been asked.'),
            ),
            migrations.AddConstraint(
                model_name='teammember',
                constraint=models.UniqueConstraint(condition=models.Q(('role', 'coordinator'), ('status__in', ['invited', 'accepted'])), fields=('team',), name='one_coordinator_per_team', violation_error_message='This team has a coordinator, or has asked one.'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='teammember',
                trigger=pgtrigger.compiler.Trigger(name='team_members_belong_to_their_partner', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF NEW.status IN ('invited', 'accepted')\n       AND (TG_OP = 'INSERT' OR (NEW.person_id, NEW.partner_id, NEW.status)\n            IS DISTINCT FROM (OLD.person_id, OLD.partner_id, OLD.status))\n       AND NOT EXISTS (SELECT 1 FROM partners_affiliation tie JOIN partners_partner house ON house.id = tie.partner_id\n                       WHERE tie.person_id = NEW.person_id AND tie.partner_id = NEW.partner_id\n                         AND tie.status = 'active' AND house.status IN ('partner', 'member')) THEN\n        RAISE EXCEPTION 'A team member belongs to the partner she stands for.' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n", hash='0148fd5d591f3cf7eead8c22b0d968a5ad0ec003', operation='INSERT OR UPDATE', pgid='pgtrigger_team_members_belong_to_their_partner_e8344', table='projects_teammember', when='BEFORE')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='teammember',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_teammemberevent" ("answered_at", "ended_at", "id", "invited_at", "invited_by_id", "partner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "status", "team_id") VALUES (NEW."answered_at", NEW."ended_at", NEW."id", NEW."invited_at", NEW."invited_by_id", NEW."partner_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."status", NEW."team_id"); RETURN NULL;', hash='9264cb798778f288be95d2e469257be9d3e55a62', operation='INSERT', pgid='pgtrigger_insert_insert_1d7a2', table='projects_teammember', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='teammember',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "projects_teammemberevent" ("answered_at", "ended_at", "id", "invited_at", "invited_by_id", "partner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "status", "team_id") VALUES (NEW."answered_at", NEW."ended_at", NEW."id", NEW."invited_at", NEW."invited_by_id", NEW."partner_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."status", NEW."team_id"); RETURN NULL;', hash='e66ac7b9858a7607f9f5684dc11b3f9e6468439f', operation='UPDATE', pgid='pgtrigger_update_update_2da5a', table='projects_teammember', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='teammember',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "projects_teammemberevent" ("answered_at", "ended_at", "id", "invited_at", "invited_by_id", "partner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "status", "team_id") VALUES (OLD."answered_at", OLD."ended_at", OLD."id", OLD."invited_at", OLD."invited_by_id", OLD."partner_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role", OLD."status", OLD."team_id"); RETURN NULL;', hash='27be4aee4f49c1d1c2cbccc2ceca3a2bee65a70d', operation='DELETE', pgid='pgtrigger_delete_delete_62d00', table='projects_teammember', when='AFTER')),
            ),
        ]),
    ]
