import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models

from core.first_tables import FirstTables


class Migration(migrations.Migration):

    initial = True

    # Together, the migrations from before the first release: where they have run, this has.
    replaces = [
        ('messaging', '0001_initial'),
    ]

    dependencies = [
        ('partners', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        FirstTables([
            migrations.CreateModel(
                name='Block',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='since')),
                ],
                options={
                    'verbose_name': 'block',
                    'verbose_name_plural': 'blocks',
                    'ordering': ['-created_at', '-pk'],
                    'permissions': [('lift_block', 'Can lift a block of one’s own organisation')],
                },
            ),
            migrations.CreateModel(
                name='Conversation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('subject', models.CharField(blank=True, max_length=150, verbose_name='subject')),
                    ('language', models.CharField(choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], default='en', max_length=2, verbose_name='language')),
                    ('status', models.CharField(choices=[('waiting', 'waiting for an answer'), ('answered', 'answered'), ('closed', 'closed')], default='waiting', editable=False, max_length=10, verbose_name='state')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='begun')),
                    ('last_message_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last message')),
                ],
                options={
                    'verbose_name': 'conversation',
                    'verbose_name_plural': 'conversations',
                    'ordering': ['-last_message_at', '-pk'],
                    'permissions': [('reply_conversation', 'Can write in one’s own conversation'), ('close_conversation', 'Can close one’s own conversation'), ('block_conversation', 'Can block who writes to one’s own organisation'), ('report_conversation', 'Can report one’s own conversation'), ('stand_in_conversation', 'Can answer for organisations nobody speaks for')],
                },
            ),
            migrations.CreateModel(
                name='Message',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('side', models.CharField(choices=[('person', 'the person who wrote first'), ('organisation', 'the organisation'), ('secretariat', 'the secretariat, for the organisation')], max_length=12, verbose_name='written for')),
                    ('text', models.TextField(max_length=5000, verbose_name='text')),
                    ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='key of the form')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='sent')),
                ],
                options={
                    'verbose_name': 'message',
                    'verbose_name_plural': 'messages',
                    'ordering': ['created_at', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='Report',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reason', models.TextField(max_length=1000, verbose_name='reason')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='reported')),
                    ('outcome', models.CharField(blank=True, choices=[('nothing', 'nothing to object to'), ('closed', 'conversation closed'), ('barred', 'conversation closed, author barred for a time')], editable=False, max_length=10, verbose_name='outcome')),
                    ('settled_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='settled')),
                    ('words', models.TextField(blank=True, editable=False, max_length=1000, verbose_name='what the author is told')),
                    ('barred_until', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='barred until')),
                ],
                options={
                    'verbose_name': 'reported conversation',
                    'verbose_name_plural': 'reported conversations',
                    'ordering': ['created_at', 'pk'],
                    'permissions': [('settle_report', 'Can settle a reported conversation')],
                },
            ),
            migrations.AddField(
                model_name='block',
                name='partner',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='blocks', to='partners.partner', verbose_name='organisation'),
            ),
            migrations.AddField(
                model_name='block',
                name='person',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='blocks', to=settings.AUTH_USER_MODEL, verbose_name='person'),
            ),
            migrations.AddField(
                model_name='conversation',
                name='partner',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conversations', to='partners.partner', verbose_name='organisation'),
            ),
            migrations.AddField(
                model_name='conversation',
                name='starter',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conversations', to=settings.AUTH_USER_MODEL, verbose_name='person'),
            ),
            migrations.AddField(
                model_name='message',
                name='author',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to=settings.AUTH_USER_MODEL, verbose_name='author'),
            ),
            migrations.AddField(
                model_name='message',
                name='conversation',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='messaging.conversation', verbose_name='conversation'),
            ),
            migrations.AddField(
                model_name='report',
                name='about',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='reports_about', to=settings.AUTH_USER_MODEL, verbose_name='about'),
            ),
            migrations.AddField(
                model_name='report',
                name='conversation',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='messaging.conversation', verbose_name='conversation'),
            ),
            migrations.AddField(
                model_name='report',
                name='reporter',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to=settings.AUTH_USER_MODEL, verbose_name='reported by'),
            ),
            migrations.AddField(
                model_name='report',
                name='settled_by',
                field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='settled by'),
            ),
            migrations.AddConstraint(
                model_name='block',
                constraint=models.UniqueConstraint(fields=('partner', 'person'), name='one_block_per_person'),
            ),
            migrations.AddIndex(
                model_name='conversation',
                index=models.Index(fields=['partner', '-last_message_at'], name='conversation_received'),
            ),
            migrations.AddIndex(
                model_name='conversation',
                index=models.Index(fields=['starter', '-created_at'], name='conversation_sent'),
            ),
            migrations.AddIndex(
                model_name='conversation',
                index=models.Index(fields=['last_message_at'], name='conversation_age'),
            ),
            migrations.AddIndex(
                model_name='message',
                index=models.Index(fields=['author', 'created_at'], name='message_author'),
            ),
            migrations.AddIndex(
                model_name='report',
                index=models.Index(fields=['about', 'barred_until'], name='report_bar'),
            ),
            migrations.AddConstraint(
                model_name='report',
                constraint=models.UniqueConstraint(condition=models.Q(('outcome', '')), fields=('conversation', 'reporter'), name='one_open_report_per_person'),
            ),
            migrations.AddConstraint(
                model_name='report',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), ('settled_at', None)), models.Q(models.Q(('outcome', ''), _negated=True), models.Q(('settled_at', None), _negated=True)), _connector='OR'), name='settled_reports_say_when'),
            ),
            migrations.AddConstraint(
                model_name='report',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('barred_until__isnull', False), ('outcome', 'barred')), models.Q(models.Q(('outcome', 'barred'), _negated=True), ('barred_until', None)), _connector='OR'), name='bars_have_an_end'),
            ),
        ]),
    ]
