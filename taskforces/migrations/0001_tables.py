import core.search
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import taskforces.models.who_was_first
import taskforces.models.writing_items
import uuid
from django.conf import settings
from django.db import migrations, models

from core.first_tables import FirstTables


class Migration(migrations.Migration):

    initial = True

    # Together, the migrations from before the first release: where they have run, this has.
    replaces = [
        ('taskforces', '0001_initial'),
        ('taskforces', '0002_history_of_what_is_edited'),
        ('taskforces', '0003_cycle'),
        ('taskforces', '0004_space_of_the_task_force'),
        ('taskforces', '0005_a_space_for_each_task_force'),
        ('taskforces', '0006_every_task_force_has_a_space'),
        ('taskforces', '0007_enquiries'),
        ('taskforces', '0008_versions_of_joining_forms'),
        ('taskforces', '0009_newest_form_is_in_force'),
        ('taskforces', '0010_one_form_in_force'),
        ('taskforces', '0011_candidates'),
        ('taskforces', '0012_register_and_gaps'),
        ('taskforces', '0013_whole_task_force'),
        ('taskforces', '0014_deputy_leaders'),
    ]

    dependencies = [
        ('core', '0002_tables'),
        ('objectives', '0001_tables'),
        ('partners', '0001_tables'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('regions', '0001_tables'),
        ('spaces', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        FirstTables([
            migrations.CreateModel(
                name='DutyEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('role', models.CharField(choices=[('leader', 'leader'), ('representative', 'regional representative'), ('member', 'team member')], max_length=15, verbose_name='role')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                    ('text', models.CharField(max_length=300, verbose_name='text')),
                    ('text_en', models.CharField(max_length=300, null=True, verbose_name='text')),
                    ('text_fr', models.CharField(max_length=300, null=True, verbose_name='text')),
                    ('text_es', models.CharField(max_length=300, null=True, verbose_name='text')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Enquiry',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('draft', models.TextField(blank=True, editable=False, max_length=6000, verbose_name='draft of the answer')),
                    ('answer', models.TextField(blank=True, editable=False, max_length=6000, verbose_name='answer')),
                    ('answer_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], editable=False, max_length=2, verbose_name='language of the answer')),
                    ('closed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='answered or set aside')),
                    ('why', models.CharField(blank=True, editable=False, max_length=10, verbose_name='why it was set aside')),
                    ('reason', models.TextField(blank=True, editable=False, max_length=1000, verbose_name='reason')),
                    ('published_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='published')),
                    ('name', models.CharField(blank=True, max_length=120, verbose_name='name')),
                    ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail address')),
                    ('organisation', models.CharField(blank=True, max_length=200, verbose_name='organisation')),
                    ('question', models.TextField(max_length=3000, verbose_name='question')),
                    ('language', models.CharField(choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], default='en', max_length=2, verbose_name='language')),
                    ('may_be_published', models.BooleanField(default=False, verbose_name='may be published with its answer')),
                    ('shows_name', models.BooleanField(default=False, verbose_name='may be published under the name')),
                    ('status', models.CharField(choices=[('unconfirmed', 'not confirmed'), ('waiting', 'waiting for an answer'), ('answered', 'answered'), ('set_aside', 'set aside')], default='unconfirmed', max_length=12, verbose_name='status')),
                    ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name='key of the form')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='asked')),
                    ('confirmed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='confirmed')),
                    ('forgotten_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='address forgotten')),
                ],
                options={
                    'verbose_name': 'question from outside',
                    'verbose_name_plural': 'questions from outside',
                    'ordering': ['-created_at', '-pk'],
                    'permissions': [('answer_enquiry', 'Can answer a question from outside'), ('set_aside_enquiry', 'Can set a question from outside aside')],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='EnquiryEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('answer_language', models.CharField(blank=True, choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], editable=False, max_length=2, verbose_name='language of the answer')),
                    ('closed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='answered or set aside')),
                    ('why', models.CharField(blank=True, editable=False, max_length=10, verbose_name='why it was set aside')),
                    ('published_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='published')),
                    ('language', models.CharField(choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], default='en', max_length=2, verbose_name='language')),
                    ('may_be_published', models.BooleanField(default=False, verbose_name='may be published with its answer')),
                    ('shows_name', models.BooleanField(default=False, verbose_name='may be published under the name')),
                    ('status', models.CharField(choices=[('unconfirmed', 'not confirmed'), ('waiting', 'waiting for an answer'), ('answered', 'answered'), ('set_aside', 'set aside')], default='unconfirmed', max_length=12, verbose_name='status')),
                    ('key', models.UUIDField(default=uuid.uuid4, editable=False, verbose_name='key of the form')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='asked')),
                    ('confirmed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='confirmed')),
                    ('forgotten_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='address forgotten')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Gap',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('type', models.CharField(blank=True, choices=[('literature', 'literature'), ('action', 'ongoing action'), ('project', 'project'), ('sponsor', 'sponsor')], max_length=12, verbose_name='type')),
                    ('statement', models.CharField(max_length=200, verbose_name='what is missing')),
                    ('why', models.TextField(blank=True, max_length=2000, verbose_name='why it matters')),
                    ('status', models.CharField(choices=[('open', 'open'), ('addressed', 'addressed'), ('closed', 'closed')], default='open', editable=False, max_length=10, verbose_name='status')),
                    ('outcome', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='what came of it')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='named')),
                    ('settled_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='settled')),
                    ('told_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='told to the leader')),
                ],
                options={
                    'verbose_name': 'gap',
                    'verbose_name_plural': 'gaps',
                    'ordering': ['-created_at', '-pk'],
                    'permissions': [('name_gap', 'Can name a gap of a task force'), ('support_gap', 'Can say that she sees a gap too'), ('settle_gap', 'Can mark a gap as addressed, close it and open it again')],
                    'default_permissions': ['view'],
                },
                bases=(taskforces.models.who_was_first.WhoWasFirst, models.Model),
            ),
            migrations.CreateModel(
                name='GapEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('type', models.CharField(blank=True, choices=[('literature', 'literature'), ('action', 'ongoing action'), ('project', 'project'), ('sponsor', 'sponsor')], max_length=12, verbose_name='type')),
                    ('statement', models.CharField(max_length=200, verbose_name='what is missing')),
                    ('why', models.TextField(blank=True, max_length=2000, verbose_name='why it matters')),
                    ('status', models.CharField(choices=[('open', 'open'), ('addressed', 'addressed'), ('closed', 'closed')], default='open', editable=False, max_length=10, verbose_name='status')),
                    ('outcome', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='what came of it')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='named')),
                    ('settled_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='settled')),
                    ('told_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='told to the leader')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='GapSupport',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='moment')),
                ],
                options={
                    'verbose_name': 'support of a gap',
                    'verbose_name_plural': 'supports of gaps',
                    'default_permissions': [],
                },
            ),
            migrations.CreateModel(
                name='JoiningForm',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('version', models.PositiveSmallIntegerField(default=1, verbose_name='version')),
                    ('status', models.CharField(choices=[('draft', 'draft'), ('in_force', 'in force'), ('retired', 'earlier version')], default='in_force', editable=False, max_length=10, verbose_name='status')),
                    ('published_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='published')),
                ],
                options={
                    'verbose_name': 'joining form',
                    'verbose_name_plural': 'joining forms',
                    'ordering': ['task_force', '-version'],
                    'permissions': [('edit_joiningform', 'Can edit a joining form, and open and close joining')],
                },
            ),
            migrations.CreateModel(
                name='JoiningFormEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('version', models.PositiveSmallIntegerField(default=1, verbose_name='version')),
                    ('status', models.CharField(choices=[('draft', 'draft'), ('in_force', 'in force'), ('retired', 'earlier version')], default='in_force', editable=False, max_length=10, verbose_name='status')),
                    ('published_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='published')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Message',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.TextField(verbose_name='text')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='moment')),
                ],
                options={
                    'verbose_name': 'message',
                    'verbose_name_plural': 'messages',
                    'ordering': ['created_at'],
                },
            ),
            migrations.CreateModel(
                name='Output',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('code', models.SlugField(max_length=40, unique=True, verbose_name='code')),
                    ('title', models.CharField(max_length=160, verbose_name='title')),
                    ('title_en', models.CharField(max_length=160, null=True, verbose_name='title')),
                    ('title_fr', models.CharField(max_length=160, null=True, verbose_name='title')),
                    ('title_es', models.CharField(max_length=160, null=True, verbose_name='title')),
                    ('is_required', models.BooleanField(default=True, verbose_name='required')),
                    ('can_be_attested', models.BooleanField(default=True, help_text='Whether the leader’s word is enough. Some outputs the platform tells by itself.', verbose_name='can be attested')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ],
                options={
                    'verbose_name': 'output',
                    'verbose_name_plural': 'outputs',
                    'ordering': ['stage', 'position'],
                },
            ),
            migrations.CreateModel(
                name='OutputDelivery',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('delivered_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='attested')),
                    ('note', models.TextField(blank=True, max_length=1000, verbose_name='note')),
                    ('link', models.URLField(blank=True, max_length=500, validators=[django.core.validators.URLValidator(schemes=['http', 'https'])], verbose_name='link')),
                    ('taken_back_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='taken back')),
                    ('reason', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='reason')),
                ],
                options={
                    'verbose_name': 'attested output',
                    'verbose_name_plural': 'attested outputs',
                    'ordering': ['-delivered_at', '-pk'],
                    'permissions': [('attest_outputdelivery', 'Can attest outputs of a task force'), ('take_back_outputdelivery', 'Can take back an attested output')],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='OutputDeliveryEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('delivered_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='attested')),
                    ('link', models.URLField(blank=True, max_length=500, validators=[django.core.validators.URLValidator(schemes=['http', 'https'])], verbose_name='link')),
                    ('taken_back_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='taken back')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='OutputEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('code', models.SlugField(db_index=False, max_length=40, verbose_name='code')),
                    ('title', models.CharField(max_length=160, verbose_name='title')),
                    ('title_en', models.CharField(max_length=160, null=True, verbose_name='title')),
                    ('title_fr', models.CharField(max_length=160, null=True, verbose_name='title')),
                    ('title_es', models.CharField(max_length=160, null=True, verbose_name='title')),
                    ('is_required', models.BooleanField(default=True, verbose_name='required')),
                    ('can_be_attested', models.BooleanField(default=True, help_text='Whether the leader’s word is enough. Some outputs the platform tells by itself.', verbose_name='can be attested')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Question',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('key', models.SlugField(max_length=40, verbose_name='key')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                    ('kind', models.CharField(choices=[('short_text', 'short text'), ('long_text', 'long text'), ('choice', 'choice'), ('choices', 'several choices'), ('scale', 'scale'), ('file', 'file'), ('consent', 'consent')], max_length=12, verbose_name='kind')),
                    ('is_required', models.BooleanField(default=False, verbose_name='required')),
                    ('roles', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('leader', 'leader'), ('representative', 'regional representative'), ('member', 'team member')], max_length=15), blank=True, default=list, help_text='Empty: asked of everybody.', size=None, verbose_name='asked of')),
                    ('label', models.CharField(max_length=200, verbose_name='question')),
                    ('label_en', models.CharField(max_length=200, null=True, verbose_name='question')),
                    ('label_fr', models.CharField(max_length=200, null=True, verbose_name='question')),
                    ('label_es', models.CharField(max_length=200, null=True, verbose_name='question')),
                    ('help', models.CharField(blank=True, max_length=300, verbose_name='help')),
                    ('help_en', models.CharField(blank=True, max_length=300, null=True, verbose_name='help')),
                    ('help_fr', models.CharField(blank=True, max_length=300, null=True, verbose_name='help')),
                    ('help_es', models.CharField(blank=True, max_length=300, null=True, verbose_name='help')),
                    ('choices', models.JSONField(blank=True, default=list, verbose_name='choices')),
                ],
                options={
                    'verbose_name': 'question',
                    'verbose_name_plural': 'questions',
                    'ordering': ['form', 'position'],
                },
            ),
            migrations.CreateModel(
                name='QuestionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('key', models.SlugField(db_index=False, max_length=40, verbose_name='key')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                    ('kind', models.CharField(choices=[('short_text', 'short text'), ('long_text', 'long text'), ('choice', 'choice'), ('choices', 'several choices'), ('scale', 'scale'), ('file', 'file'), ('consent', 'consent')], max_length=12, verbose_name='kind')),
                    ('is_required', models.BooleanField(default=False, verbose_name='required')),
                    ('roles', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('leader', 'leader'), ('representative', 'regional representative'), ('member', 'team member')], max_length=15), blank=True, default=list, help_text='Empty: asked of everybody.', size=None, verbose_name='asked of')),
                    ('label', models.CharField(max_length=200, verbose_name='question')),
                    ('label_en', models.CharField(max_length=200, null=True, verbose_name='question')),
                    ('label_fr', models.CharField(max_length=200, null=True, verbose_name='question')),
                    ('label_es', models.CharField(max_length=200, null=True, verbose_name='question')),
                    ('help', models.CharField(blank=True, max_length=300, verbose_name='help')),
                    ('help_en', models.CharField(blank=True, max_length=300, null=True, verbose_name='help')),
                    ('help_fr', models.CharField(blank=True, max_length=300, null=True, verbose_name='help')),
                    ('help_es', models.CharField(blank=True, max_length=300, null=True, verbose_name='help')),
                    ('choices', models.JSONField(blank=True, default=list, verbose_name='choices')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='RegisterItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('type', models.CharField(choices=[('literature', 'literature'), ('action', 'ongoing action'), ('project', 'project'), ('sponsor', 'sponsor')], max_length=12, verbose_name='type')),
                    ('title', models.CharField(max_length=500, verbose_name='title')),
                    ('description', models.TextField(blank=True, max_length=4000, verbose_name='description')),
                    ('language', models.CharField(blank=True, max_length=8, verbose_name='language')),
                    ('address', models.URLField(blank=True, max_length=500, validators=[django.core.validators.URLValidator(schemes=['http', 'https'])], verbose_name='web address')),
                    ('plain_address', models.CharField(blank=True, editable=False, max_length=500, verbose_name='web address, plain')),
                    ('doi', models.CharField(blank=True, max_length=200, verbose_name='DOI')),
                    ('authors', models.CharField(blank=True, max_length=1000, verbose_name='authors')),
                    ('year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1500), django.core.validators.MaxValueValidator(2100)], verbose_name='year')),
                    ('status', models.CharField(choices=[('kept', 'kept'), ('withdrawn', 'withdrawn'), ('merged', 'merged')], default='kept', editable=False, max_length=10, verbose_name='status')),
                    ('reason', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='reason of the withdrawal')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='added')),
                    ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='changed')),
                    ('plain_title', models.GeneratedField(db_persist=True, expression=django.db.models.functions.text.Lower(core.search.Unaccented('title')), output_field=models.TextField(), verbose_name='title without accents')),
                    ('plain_words', models.GeneratedField(db_persist=True, expression=django.db.models.functions.text.Lower(core.search.Unaccented(django.db.models.functions.text.ConcatPair(django.db.models.functions.text.ConcatPair(django.db.models.functions.text.ConcatPair('title', django.db.models.functions.text.ConcatPair(models.Value(' '), 'authors', output_field=models.TextField()), output_field=models.TextField()), django.db.models.functions.text.ConcatPair(models.Value(' '), 'doi', output_field=models.TextField()), output_field=models.TextField()), django.db.models.functions.text.ConcatPair(models.Value(' '), 'description', output_field=models.TextField()), output_field=models.TextField()))), output_field=models.TextField(), verbose_name='words without accents')),
                ],
                options={
                    'verbose_name': 'register item',
                    'verbose_name_plural': 'register items',
                    'ordering': ['-created_at', '-pk'],
                    'permissions': [('read_register', 'Can read the register of a task force'), ('withdraw_registeritem', 'Can withdraw a register item, and put it back'), ('merge_registeritem', 'Can merge two register items')],
                    'default_permissions': ['view', 'add', 'change'],
                },
                bases=(taskforces.models.writing_items.Writing, taskforces.models.who_was_first.WhoWasFirst, models.Model),
            ),
            migrations.CreateModel(
                name='RegisterItemEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('type', models.CharField(choices=[('literature', 'literature'), ('action', 'ongoing action'), ('project', 'project'), ('sponsor', 'sponsor')], max_length=12, verbose_name='type')),
                    ('title', models.CharField(max_length=500, verbose_name='title')),
                    ('description', models.TextField(blank=True, max_length=4000, verbose_name='description')),
                    ('language', models.CharField(blank=True, max_length=8, verbose_name='language')),
                    ('address', models.URLField(blank=True, max_length=500, validators=[django.core.validators.URLValidator(schemes=['http', 'https'])], verbose_name='web address')),
                    ('plain_address', models.CharField(blank=True, editable=False, max_length=500, verbose_name='web address, plain')),
                    ('doi', models.CharField(blank=True, max_length=200, verbose_name='DOI')),
                    ('authors', models.CharField(blank=True, max_length=1000, verbose_name='authors')),
                    ('year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1500), django.core.validators.MaxValueValidator(2100)], verbose_name='year')),
                    ('status', models.CharField(choices=[('kept', 'kept'), ('withdrawn', 'withdrawn'), ('merged', 'merged')], default='kept', editable=False, max_length=10, verbose_name='status')),
                    ('reason', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='reason of the withdrawal')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='added')),
                    ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='changed')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Seat',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('expires_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='mandate until')),
                    ('renewal_wished_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='would go on, said')),
                    ('deputy_since', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='deputy leader since')),
                    ('role', models.CharField(choices=[('leader', 'leader'), ('representative', 'regional representative'), ('member', 'team member')], max_length=15, verbose_name='role')),
                    ('started_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='since')),
                    ('ended_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='until')),
                ],
                options={
                    'verbose_name': 'seat',
                    'verbose_name_plural': 'seats',
                    'ordering': ['task_force', 'role', 'started_at'],
                    'permissions': [('end_seat', 'Can end a seat'), ('renew_seat', 'Can renew the mandate of a seat'), ('wish_renewal_seat', 'Can say that she would go on in the own seat'), ('name_deputy_seat', 'Can make a team member deputy leader'), ('end_deputy_seat', 'Can let a deputy leader be a team member again')],
                },
            ),
            migrations.CreateModel(
                name='SeatEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('expires_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='mandate until')),
                    ('renewal_wished_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='would go on, said')),
                    ('deputy_since', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='deputy leader since')),
                    ('role', models.CharField(choices=[('leader', 'leader'), ('representative', 'regional representative'), ('member', 'team member')], max_length=15, verbose_name='role')),
                    ('started_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='since')),
                    ('ended_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='until')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Stage',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveSmallIntegerField(unique=True, verbose_name='number')),
                    ('code', models.SlugField(max_length=40, unique=True, verbose_name='code')),
                    ('title', models.CharField(max_length=80, verbose_name='title')),
                    ('title_en', models.CharField(max_length=80, null=True, verbose_name='title')),
                    ('title_fr', models.CharField(max_length=80, null=True, verbose_name='title')),
                    ('title_es', models.CharField(max_length=80, null=True, verbose_name='title')),
                    ('description', models.TextField(blank=True, verbose_name='description')),
                    ('description_en', models.TextField(blank=True, null=True, verbose_name='description')),
                    ('description_fr', models.TextField(blank=True, null=True, verbose_name='description')),
                    ('description_es', models.TextField(blank=True, null=True, verbose_name='description')),
                    ('is_confirmed', models.BooleanField(default=False, help_text='Whether the Initiative has adopted this wording. Until then it is shown as a proposal.', verbose_name='confirmed')),
                ],
                options={
                    'verbose_name': 'stage of the cycle',
                    'verbose_name_plural': 'stages of the cycle',
                    'ordering': ['number'],
                },
            ),
            migrations.CreateModel(
                name='StageEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('number', models.PositiveSmallIntegerField(verbose_name='number')),
                    ('code', models.SlugField(db_index=False, max_length=40, verbose_name='code')),
                    ('title', models.CharField(max_length=80, verbose_name='title')),
                    ('title_en', models.CharField(max_length=80, null=True, verbose_name='title')),
                    ('title_fr', models.CharField(max_length=80, null=True, verbose_name='title')),
                    ('title_es', models.CharField(max_length=80, null=True, verbose_name='title')),
                    ('description', models.TextField(blank=True, verbose_name='description')),
                    ('description_en', models.TextField(blank=True, null=True, verbose_name='description')),
                    ('description_fr', models.TextField(blank=True, null=True, verbose_name='description')),
                    ('description_es', models.TextField(blank=True, null=True, verbose_name='description')),
                    ('is_confirmed', models.BooleanField(default=False, help_text='Whether the Initiative has adopted this wording. Until then it is shown as a proposal.', verbose_name='confirmed')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='StageRecord',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('since', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='since')),
                    ('until', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='until')),
                    ('way', models.CharField(choices=[('begun', 'the cycle began'), ('moved_on', 'all outputs were there'), ('overruled', 'moved on by the secretariat'), ('moved_back', 'moved back by the secretariat')], default='begun', max_length=10, verbose_name='how it came there')),
                    ('reason', models.TextField(blank=True, max_length=2000, verbose_name='reason')),
                ],
                options={
                    'verbose_name': 'stage of a task force',
                    'verbose_name_plural': 'stages of the task forces',
                    'ordering': ['-since', '-pk'],
                    'permissions': [('move_on_stagerecord', 'Can move a task force on when all outputs are there'), ('overrule_stagerecord', 'Can move a task force on though outputs are missing'), ('move_back_stagerecord', 'Can move a task force back')],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='StageRecordEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('since', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='since')),
                    ('until', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='until')),
                    ('way', models.CharField(choices=[('begun', 'the cycle began'), ('moved_on', 'all outputs were there'), ('overruled', 'moved on by the secretariat'), ('moved_back', 'moved back by the secretariat')], default='begun', max_length=10, verbose_name='how it came there')),
                    ('reason', models.TextField(blank=True, max_length=2000, verbose_name='reason')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Statement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('motivation', models.TextField(blank=True, max_length=4000, verbose_name='motivation')),
                    ('experience', models.TextField(blank=True, max_length=4000, verbose_name='experience')),
                    ('contribution', models.TextField(blank=True, max_length=4000, verbose_name='what she brings')),
                    ('time', models.CharField(blank=True, max_length=300, verbose_name='time available')),
                    ('language', models.CharField(choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], default='en', max_length=2, verbose_name='language')),
                    ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last change')),
                    ('sent_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='sent')),
                ],
                options={
                    'verbose_name': 'qualification statement',
                    'verbose_name_plural': 'qualification statements',
                    'ordering': ['-updated_at', '-pk'],
                    'permissions': [('write_statement', 'Can write the own qualification statement')],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='TaskForce',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('is_joining_open', models.BooleanField(default=True, help_text='Within the dates, if there are any.', verbose_name='joining is open')),
                    ('joining_opens_at', models.DateTimeField(blank=True, null=True, verbose_name='opens at')),
                    ('joining_closes_at', models.DateTimeField(blank=True, null=True, verbose_name='closes at')),
                    ('purpose', models.TextField(blank=True, verbose_name='purpose')),
                    ('purpose_en', models.TextField(blank=True, null=True, verbose_name='purpose')),
                    ('purpose_fr', models.TextField(blank=True, null=True, verbose_name='purpose')),
                    ('purpose_es', models.TextField(blank=True, null=True, verbose_name='purpose')),
                ],
                options={
                    'verbose_name': 'task force',
                    'verbose_name_plural': 'task forces',
                    'ordering': ['objective__code'],
                    'permissions': [('view_members_taskforce', 'Can see the members of a task force by name'), ('view_candidates_taskforce', 'Can read the candidates while the members are consulted'), ('view_applications_taskforce', 'Can read the applications to a task force'), ('view_enquiries_taskforce', 'Can read the questions from outside to a task force'), ('manage_members_taskforce', 'Can end the seats of team members'), ('seat_taskforce', 'Can give and end seats')],
                },
            ),
            migrations.CreateModel(
                name='TaskForceEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('is_joining_open', models.BooleanField(default=True, help_text='Within the dates, if there are any.', verbose_name='joining is open')),
                    ('joining_opens_at', models.DateTimeField(blank=True, null=True, verbose_name='opens at')),
                    ('joining_closes_at', models.DateTimeField(blank=True, null=True, verbose_name='closes at')),
                    ('purpose', models.TextField(blank=True, verbose_name='purpose')),
                    ('purpose_en', models.TextField(blank=True, null=True, verbose_name='purpose')),
                    ('purpose_fr', models.TextField(blank=True, null=True, verbose_name='purpose')),
                    ('purpose_es', models.TextField(blank=True, null=True, verbose_name='purpose')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Application',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('answers', models.JSONField(blank=True, default=dict, verbose_name='answers')),
                    ('decided_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='decided')),
                    ('reason', models.TextField(blank=True, editable=False, verbose_name='reason')),
                    ('role', models.CharField(choices=[('leader', 'leader'), ('representative', 'regional representative'), ('member', 'team member')], default='member', max_length=15, verbose_name='role')),
                    ('language', models.CharField(choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], default='en', max_length=2, verbose_name='language')),
                    ('status', models.CharField(choices=[('draft', 'draft'), ('submitted', 'waiting for an answer'), ('asked', 'waiting for the applicant'), ('accepted', 'accepted'), ('nominated', 'nominated'), ('not_selected', 'not selected'), ('declined', 'declined'), ('withdrawn', 'withdrawn')], default='draft', max_length=12, verbose_name='status')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='begun')),
                    ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last change')),
                    ('submitted_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='sent')),
                    ('country', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.country', verbose_name='country')),
                    ('decided_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                    ('region', models.ForeignKey(blank=True, limit_choices_to={'parent': None}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.region', verbose_name='region to represent')),
                ],
                options={
                    'verbose_name': 'application',
                    'verbose_name_plural': 'applications',
                    'ordering': ['-submitted_at', '-pk'],
                    'permissions': [('decide_application', 'Can accept, decline or ask back'), ('nominate_application', 'Can nominate leaders and representatives'), ('support_application', 'Can support a candidate in a consultation'), ('comment_application', 'Can comment on a candidate in a consultation'), ('answer_application', 'Can answer a question on the own application'), ('withdraw_application', 'Can withdraw the own application')],
                },
            ),
            migrations.CreateModel(
                name='AnswerFile',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('key', models.SlugField(max_length=40, verbose_name='key')),
                    ('stored', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.storedfile', verbose_name='file')),
                    ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='taskforces.application', verbose_name='application')),
                ],
                options={
                    'verbose_name': 'file of an application',
                    'verbose_name_plural': 'files of applications',
                    'ordering': ['application', 'key'],
                },
            ),
            migrations.CreateModel(
                name='Call',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('role', models.CharField(choices=[('leader', 'leader'), ('representative', 'regional representative')], max_length=15, verbose_name='role')),
                    ('opened_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='opened')),
                    ('deadline', models.DateTimeField(verbose_name='deadline')),
                    ('region', models.ForeignKey(blank=True, help_text='Empty: every region.', limit_choices_to={'parent': None}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.region', verbose_name='region')),
                ],
                options={
                    'verbose_name': 'call for information',
                    'verbose_name_plural': 'calls for information',
                    'ordering': ['-deadline', '-pk'],
                    'permissions': [('open_call', 'Can open a call for information and move its deadline'), ('compare_call', 'Can read all candidates of a call side by side')],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='ApplicationEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('decided_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='decided')),
                    ('role', models.CharField(choices=[('leader', 'leader'), ('representative', 'regional representative'), ('member', 'team member')], default='member', max_length=15, verbose_name='role')),
                    ('language', models.CharField(choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], default='en', max_length=2, verbose_name='language')),
                    ('status', models.CharField(choices=[('draft', 'draft'), ('submitted', 'waiting for an answer'), ('asked', 'waiting for the applicant'), ('accepted', 'accepted'), ('nominated', 'nominated'), ('not_selected', 'not selected'), ('declined', 'declined'), ('withdrawn', 'withdrawn')], default='draft', max_length=12, verbose_name='status')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='begun')),
                    ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last change')),
                    ('submitted_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='sent')),
                    ('country', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.country', verbose_name='country')),
                    ('decided_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='decided by')),
                    ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='taskforces.application')),
                    ('region', models.ForeignKey(blank=True, db_constraint=False, limit_choices_to={'parent': None}, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region', verbose_name='region to represent')),
                    ('call', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.call', verbose_name='call for information')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.AddField(
                model_name='application',
                name='call',
                field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='candidates', to='taskforces.call', verbose_name='call for information'),
            ),
            migrations.CreateModel(
                name='CallEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('role', models.CharField(choices=[('leader', 'leader'), ('representative', 'regional representative')], max_length=15, verbose_name='role')),
                    ('opened_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='opened')),
                    ('deadline', models.DateTimeField(verbose_name='deadline')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='taskforces.call')),
                    ('region', models.ForeignKey(blank=True, db_constraint=False, help_text='Empty: every region.', limit_choices_to={'parent': None}, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region', verbose_name='region')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='CandidateComment',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.TextField(max_length=2000, verbose_name='text')),
                    ('language', models.CharField(choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], default='en', max_length=2, verbose_name='language')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='moment')),
                    ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='taskforces.application', verbose_name='candidate')),
                    ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='author')),
                ],
                options={
                    'verbose_name': 'comment on a candidate',
                    'verbose_name_plural': 'comments on candidates',
                    'ordering': ['created_at', 'pk'],
                    'default_permissions': [],
                },
            ),
            migrations.CreateModel(
                name='CandidateSupport',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='moment')),
                    ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='supports', to='taskforces.application', verbose_name='candidate')),
                    ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ],
                options={
                    'verbose_name': 'support of a candidate',
                    'verbose_name_plural': 'supports of candidates',
                    'ordering': ['created_at', 'pk'],
                    'default_permissions': [],
                },
            ),
            migrations.CreateModel(
                name='Consultation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('opens_at', models.DateTimeField(verbose_name='opens')),
                    ('closes_at', models.DateTimeField(verbose_name='closes')),
                    ('call', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='consultation', to='taskforces.call', verbose_name='call')),
                ],
                options={
                    'verbose_name': 'consultation',
                    'verbose_name_plural': 'consultations',
                    'ordering': ['-closes_at', '-pk'],
                    'permissions': [('plan_consultation', 'Can plan and close a consultation on candidates')],
                    'default_permissions': ['view'],
                },
            ),
            migrations.CreateModel(
                name='ConsultationEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('opens_at', models.DateTimeField(verbose_name='opens')),
                    ('closes_at', models.DateTimeField(verbose_name='closes')),
                    ('call', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.call', verbose_name='call')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='taskforces.consultation')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Duty',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('role', models.CharField(choices=[('leader', 'leader'), ('representative', 'regional representative'), ('member', 'team member')], max_length=15, verbose_name='role')),
                    ('position', models.PositiveSmallIntegerField(default=0, verbose_name='position')),
                    ('text', models.CharField(max_length=300, verbose_name='text')),
                    ('text_en', models.CharField(max_length=300, null=True, verbose_name='text')),
                    ('text_fr', models.CharField(max_length=300, null=True, verbose_name='text')),
                    ('text_es', models.CharField(max_length=300, null=True, verbose_name='text')),
                ],
                options={
                    'verbose_name': 'duty',
                    'verbose_name_plural': 'duties of the roles',
                    'ordering': ['role', 'position'],
                    'constraints': [models.UniqueConstraint(fields=('role', 'position'), name='one_duty_per_position')],
                },
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='duty',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_dutyevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "text", "text_en", "text_es", "text_fr") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."role", NEW."text", NEW."text_en", NEW."text_es", NEW."text_fr"); RETURN NULL;', hash='c616d59d350f2bbe7d340f9a2c15aa7870440407', operation='INSERT', pgid='pgtrigger_insert_insert_5ca28', table='taskforces_duty', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='duty',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "taskforces_dutyevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "text", "text_en", "text_es", "text_fr") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."role", NEW."text", NEW."text_en", NEW."text_es", NEW."text_fr"); RETURN NULL;', hash='91136e8f56c6c85b0771d4ee57dcc754846776e5', operation='UPDATE', pgid='pgtrigger_update_update_ef3a4', table='taskforces_duty', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='duty',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_dutyevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "text", "text_en", "text_es", "text_fr") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."role", OLD."text", OLD."text_en", OLD."text_es", OLD."text_fr"); RETURN NULL;', hash='e18fd1714e2fbeaa89df856b82abf58e25716a3c', operation='DELETE', pgid='pgtrigger_delete_delete_d9d71', table='taskforces_duty', when='AFTER')),
            ),
            migrations.AddField(
                model_name='dutyevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='dutyevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='taskforces.duty'),
            ),
            migrations.AddField(
                model_name='enquiry',
                name='closed_by',
                field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by'),
            ),
            migrations.AddField(
                model_name='enquiry',
                name='person',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='enquiries', to=settings.AUTH_USER_MODEL, verbose_name='person'),
            ),
            migrations.AddField(
                model_name='enquiryevent',
                name='closed_by',
                field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by'),
            ),
            migrations.AddField(
                model_name='enquiryevent',
                name='person',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person'),
            ),
            migrations.AddField(
                model_name='enquiryevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='enquiryevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='taskforces.enquiry'),
            ),
            migrations.AddField(
                model_name='gap',
                name='named_by',
                field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='gaps', to=settings.AUTH_USER_MODEL, verbose_name='named by'),
            ),
            migrations.AddField(
                model_name='gap',
                name='region',
                field=models.ForeignKey(blank=True, help_text='Empty: worldwide.', limit_choices_to={'parent': None}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='gaps', to='regions.region', verbose_name='region'),
            ),
            migrations.AddField(
                model_name='gapevent',
                name='named_by',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='named by'),
            ),
            migrations.AddField(
                model_name='gapevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='gapevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='taskforces.gap'),
            ),
            migrations.AddField(
                model_name='gapevent',
                name='region',
                field=models.ForeignKey(blank=True, db_constraint=False, help_text='Empty: worldwide.', limit_choices_to={'parent': None}, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region', verbose_name='region'),
            ),
            migrations.AddField(
                model_name='gapsupport',
                name='gap',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='supports', to='taskforces.gap', verbose_name='gap'),
            ),
            migrations.AddField(
                model_name='gapsupport',
                name='person',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='supported_gaps', to=settings.AUTH_USER_MODEL, verbose_name='person'),
            ),
            migrations.AddField(
                model_name='applicationevent',
                name='form',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.joiningform', verbose_name='form'),
            ),
            migrations.AddField(
                model_name='application',
                name='form',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='taskforces.joiningform', verbose_name='form'),
            ),
            migrations.AddField(
                model_name='joiningformevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='joiningformevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='taskforces.joiningform'),
            ),
            migrations.AddField(
                model_name='message',
                name='application',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='taskforces.application', verbose_name='application'),
            ),
            migrations.AddField(
                model_name='message',
                name='author',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='author'),
            ),
            migrations.AddField(
                model_name='outputdelivery',
                name='delivered_by',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='attested by'),
            ),
            migrations.AddField(
                model_name='outputdelivery',
                name='output',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='taskforces.output', verbose_name='output'),
            ),
            migrations.AddField(
                model_name='outputdelivery',
                name='taken_back_by',
                field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='taken back by'),
            ),
            migrations.AddField(
                model_name='outputdeliveryevent',
                name='delivered_by',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='attested by'),
            ),
            migrations.AddField(
                model_name='outputdeliveryevent',
                name='output',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.output', verbose_name='output'),
            ),
            migrations.AddField(
                model_name='outputdeliveryevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='outputdeliveryevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='taskforces.outputdelivery'),
            ),
            migrations.AddField(
                model_name='outputdeliveryevent',
                name='taken_back_by',
                field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='taken back by'),
            ),
            migrations.AddField(
                model_name='outputevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='outputevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='taskforces.output'),
            ),
            migrations.AddField(
                model_name='question',
                name='form',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='taskforces.joiningform', verbose_name='form'),
            ),
            migrations.AddField(
                model_name='questionevent',
                name='form',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.joiningform', verbose_name='form'),
            ),
            migrations.AddField(
                model_name='questionevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='questionevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='taskforces.question'),
            ),
            migrations.AddField(
                model_name='registeritem',
                name='added_by',
                field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='register_items', to=settings.AUTH_USER_MODEL, verbose_name='added by'),
            ),
            migrations.AddField(
                model_name='registeritem',
                name='country',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='register_items', to='regions.country', verbose_name='country'),
            ),
            migrations.AddField(
                model_name='registeritem',
                name='merged_into',
                field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_from', to='taskforces.registeritem', verbose_name='merged into'),
            ),
            migrations.AddField(
                model_name='registeritem',
                name='organisations',
                field=models.ManyToManyField(blank=True, related_name='register_items', to='partners.partner', verbose_name='organisations'),
            ),
            migrations.AddField(
                model_name='registeritem',
                name='regions',
                field=models.ManyToManyField(blank=True, limit_choices_to={'parent': None}, related_name='register_items', to='regions.region', verbose_name='regions'),
            ),
            migrations.AddField(
                model_name='registeritemevent',
                name='added_by',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='added by'),
            ),
            migrations.AddField(
                model_name='registeritemevent',
                name='country',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.country', verbose_name='country'),
            ),
            migrations.AddField(
                model_name='registeritemevent',
                name='merged_into',
                field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.registeritem', verbose_name='merged into'),
            ),
            migrations.AddField(
                model_name='registeritemevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='registeritemevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='taskforces.registeritem'),
            ),
            migrations.AddField(
                model_name='seat',
                name='person',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to=settings.AUTH_USER_MODEL, verbose_name='person'),
            ),
            migrations.AddField(
                model_name='seat',
                name='region',
                field=models.ForeignKey(blank=True, limit_choices_to={'parent': None}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='regions.region', verbose_name='region'),
            ),
            migrations.AddField(
                model_name='seatevent',
                name='person',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person'),
            ),
            migrations.AddField(
                model_name='seatevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='seatevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='taskforces.seat'),
            ),
            migrations.AddField(
                model_name='seatevent',
                name='region',
                field=models.ForeignKey(blank=True, db_constraint=False, limit_choices_to={'parent': None}, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region', verbose_name='region'),
            ),
            migrations.AddField(
                model_name='outputevent',
                name='stage',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.stage', verbose_name='stage'),
            ),
            migrations.AddField(
                model_name='output',
                name='stage',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='outputs', to='taskforces.stage', verbose_name='stage'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='stage',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_stageevent" ("code", "description", "description_en", "description_es", "description_fr", "id", "is_confirmed", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "title_en", "title_es", "title_fr") VALUES (NEW."code", NEW."description", NEW."description_en", NEW."description_es", NEW."description_fr", NEW."id", NEW."is_confirmed", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title", NEW."title_en", NEW."title_es", NEW."title_fr"); RETURN NULL;', hash='f03776b792834ddcc93e1daedac6446d29c67070', operation='INSERT', pgid='pgtrigger_insert_insert_cedad', table='taskforces_stage', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='stage',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "taskforces_stageevent" ("code", "description", "description_en", "description_es", "description_fr", "id", "is_confirmed", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "title_en", "title_es", "title_fr") VALUES (NEW."code", NEW."description", NEW."description_en", NEW."description_es", NEW."description_fr", NEW."id", NEW."is_confirmed", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title", NEW."title_en", NEW."title_es", NEW."title_fr"); RETURN NULL;', hash='7f3f01b577468c7b4f3cfc6ebd296b0c2bb3caa3', operation='UPDATE', pgid='pgtrigger_update_update_35a38', table='taskforces_stage', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='stage',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_stageevent" ("code", "description", "description_en", "description_es", "description_fr", "id", "is_confirmed", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "title_en", "title_es", "title_fr") VALUES (OLD."code", OLD."description", OLD."description_en", OLD."description_es", OLD."description_fr", OLD."id", OLD."is_confirmed", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."title", OLD."title_en", OLD."title_es", OLD."title_fr"); RETURN NULL;', hash='6d03458182fe9d66104a984a0e22fd7c92c58498', operation='DELETE', pgid='pgtrigger_delete_delete_7fdf9', table='taskforces_stage', when='AFTER')),
            ),
            migrations.AddField(
                model_name='stageevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='stageevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='taskforces.stage'),
            ),
            migrations.AddField(
                model_name='stagerecord',
                name='moved_by',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='moved by'),
            ),
            migrations.AddField(
                model_name='stagerecord',
                name='stage',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='records', to='taskforces.stage', verbose_name='stage'),
            ),
            migrations.AddField(
                model_name='stagerecordevent',
                name='moved_by',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='moved by'),
            ),
            migrations.AddField(
                model_name='stagerecordevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='stagerecordevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='taskforces.stagerecord'),
            ),
            migrations.AddField(
                model_name='stagerecordevent',
                name='stage',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.stage', verbose_name='stage'),
            ),
            migrations.AddField(
                model_name='statement',
                name='application',
                field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='statement', to='taskforces.application', verbose_name='candidate'),
            ),
            migrations.AddField(
                model_name='statement',
                name='letter',
                field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.storedfile', verbose_name='letter of support'),
            ),
            migrations.AddField(
                model_name='taskforce',
                name='objective',
                field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='task_force', to='objectives.objective', verbose_name='strategic objective'),
            ),
            migrations.AddField(
                model_name='taskforce',
                name='space',
                field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='task_force', to='spaces.space', verbose_name='space'),
            ),
            migrations.AddField(
                model_name='stagerecordevent',
                name='task_force',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='stagerecord',
                name='task_force',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='stage_records', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='seatevent',
                name='task_force',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='seat',
                name='task_force',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='registeritemevent',
                name='task_force',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='registeritem',
                name='task_force',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='register_items', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='outputdeliveryevent',
                name='task_force',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='outputdelivery',
                name='task_force',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='joiningformevent',
                name='task_force',
                field=models.ForeignKey(blank=True, db_constraint=False, help_text='Empty: the form of every task force that has none of its own.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='joiningform',
                name='task_force',
                field=models.ForeignKey(blank=True, help_text='Empty: the form of every task force that has none of its own.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='joining_forms', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='gapevent',
                name='task_force',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='gap',
                name='task_force',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='gaps', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='enquiryevent',
                name='task_force',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='enquiry',
                name='task_force',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='enquiries', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='callevent',
                name='task_force',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='call',
                name='task_force',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='applicationevent',
                name='task_force',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='application',
                name='task_force',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='applications', to='taskforces.taskforce', verbose_name='task force'),
            ),
            migrations.AddField(
                model_name='taskforceevent',
                name='objective',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='objectives.objective', verbose_name='strategic objective'),
            ),
            migrations.AddField(
                model_name='taskforceevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='taskforceevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='taskforces.taskforce'),
            ),
            migrations.AddConstraint(
                model_name='answerfile',
                constraint=models.UniqueConstraint(fields=('application', 'key'), name='one_file_per_question'),
            ),
            migrations.AddConstraint(
                model_name='candidatecomment',
                constraint=models.UniqueConstraint(fields=('application', 'author'), name='one_comment_per_candidate_and_author'),
            ),
            migrations.AddConstraint(
                model_name='candidatesupport',
                constraint=models.UniqueConstraint(fields=('application', 'person'), name='one_support_per_candidate_and_person'),
            ),
            migrations.AddIndex(
                model_name='consultation',
                index=models.Index(fields=['opens_at', 'closes_at'], name='consultation_window'),
            ),
            migrations.AddConstraint(
                model_name='consultation',
                constraint=models.CheckConstraint(condition=models.Q(('closes_at__gte', models.F('opens_at'))), name='consultations_close_after_they_open', violation_error_message='It must close after it opens.'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='consultation',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_consultationevent" ("call_id", "closes_at", "id", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."call_id", NEW."closes_at", NEW."id", NEW."opens_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='230e524fbe20f0122d650ba9cb6ca0f859d344a4', operation='INSERT', pgid='pgtrigger_insert_insert_0199e', table='taskforces_consultation', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='consultation',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "taskforces_consultationevent" ("call_id", "closes_at", "id", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."call_id", NEW."closes_at", NEW."id", NEW."opens_at", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='409a0166aebfb40a59faa778a1fb466836eaeed8', operation='UPDATE', pgid='pgtrigger_update_update_db4bc', table='taskforces_consultation', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='consultation',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_consultationevent" ("call_id", "closes_at", "id", "opens_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."call_id", OLD."closes_at", OLD."id", OLD."opens_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='df05b987a60ac6b46d64871cade7638005c2fe4f', operation='DELETE', pgid='pgtrigger_delete_delete_1612f', table='taskforces_consultation', when='AFTER')),
            ),
            migrations.AddConstraint(
                model_name='gapsupport',
                constraint=models.UniqueConstraint(fields=('gap', 'person'), name='a_gap_is_supported_once_by_each'),
            ),
            migrations.AddConstraint(
                model_name='question',
                constraint=models.UniqueConstraint(fields=('form', 'key'), name='one_question_per_key'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='question',
                trigger=pgtrigger.compiler.Trigger(name='published_question_is_frozen', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n    IF (SELECT status FROM taskforces_joiningform WHERE id = OLD.form_id) <> 'draft' THEN\n        RAISE EXCEPTION 'The questions of a published joining form never change.';\n    END IF;\n    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\n    RETURN NEW;\n", hash='93b3b3123025e0a0409c747a03a27bc617793a5d', operation='UPDATE OR DELETE', pgid='pgtrigger_published_question_is_frozen_58fb8', table='taskforces_question', when='BEFORE')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='question',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_questionevent" ("choices", "form_id", "help", "help_en", "help_es", "help_fr", "id", "is_required", "key", "kind", "label", "label_en", "label_es", "label_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "roles") VALUES (NEW."choices", NEW."form_id", NEW."help", NEW."help_en", NEW."help_es", NEW."help_fr", NEW."id", NEW."is_required", NEW."key", NEW."kind", NEW."label", NEW."label_en", NEW."label_es", NEW."label_fr", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."roles"); RETURN NULL;', hash='039be2a9a6bed6ed148a67ffbcb0462c59d06b95', operation='INSERT', pgid='pgtrigger_insert_insert_c7920', table='taskforces_question', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='question',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "taskforces_questionevent" ("choices", "form_id", "help", "help_en", "help_es", "help_fr", "id", "is_required", "key", "kind", "label", "label_en", "label_es", "label_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "roles") VALUES (NEW."choices", NEW."form_id", NEW."help", NEW."help_en", NEW."help_es", NEW."help_fr", NEW."id", NEW."is_required", NEW."key", NEW."kind", NEW."label", NEW."label_en", NEW."label_es", NEW."label_fr", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."roles"); RETURN NULL;', hash='0e63a518c9f6aeed280f2214fe9b35c576c3bcf7', operation='UPDATE', pgid='pgtrigger_update_update_af698', table='taskforces_question', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='question',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_questionevent" ("choices", "form_id", "help", "help_en", "help_es", "help_fr", "id", "is_required", "key", "kind", "label", "label_en", "label_es", "label_fr", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "roles") VALUES (OLD."choices", OLD."form_id", OLD."help", OLD."help_en", OLD."help_es", OLD."help_fr", OLD."id", OLD."is_required", OLD."key", OLD."kind", OLD."label", OLD."label_en", OLD."label_es", OLD."label_fr", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."roles"); RETURN NULL;', hash='5d3943e6be181d072adb6ad36ff532d803f56385', operation='DELETE', pgid='pgtrigger_delete_delete_b8e04', table='taskforces_question', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='output',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_outputevent" ("can_be_attested", "code", "id", "is_required", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stage_id", "title", "title_en", "title_es", "title_fr") VALUES (NEW."can_be_attested", NEW."code", NEW."id", NEW."is_required", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."stage_id", NEW."title", NEW."title_en", NEW."title_es", NEW."title_fr"); RETURN NULL;', hash='d4fef3dbf13f2f899e6c02f10de7923faad6f037', operation='INSERT', pgid='pgtrigger_insert_insert_2d88b', table='taskforces_output', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='output',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "taskforces_outputevent" ("can_be_attested", "code", "id", "is_required", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stage_id", "title", "title_en", "title_es", "title_fr") VALUES (NEW."can_be_attested", NEW."code", NEW."id", NEW."is_required", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."stage_id", NEW."title", NEW."title_en", NEW."title_es", NEW."title_fr"); RETURN NULL;', hash='1ea0571a2bebc35efa022cdd434ae4e2f66bf670', operation='UPDATE', pgid='pgtrigger_update_update_b2905', table='taskforces_output', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='output',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_outputevent" ("can_be_attested", "code", "id", "is_required", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "stage_id", "title", "title_en", "title_es", "title_fr") VALUES (OLD."can_be_attested", OLD."code", OLD."id", OLD."is_required", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position", OLD."stage_id", OLD."title", OLD."title_en", OLD."title_es", OLD."title_fr"); RETURN NULL;', hash='434f8f25f51c7f236d8a1a7bc9e34d418eaae812', operation='DELETE', pgid='pgtrigger_delete_delete_115bf', table='taskforces_output', when='AFTER')),
            ),
            migrations.AddConstraint(
                model_name='taskforce',
                constraint=models.CheckConstraint(condition=models.Q(('joining_opens_at', None), ('joining_closes_at', None), ('joining_closes_at__gt', models.F('joining_opens_at')), _connector='OR'), name='joining_closes_after_it_opens', violation_error_message='It must close after it opens.'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='taskforce',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_taskforceevent" ("id", "is_joining_open", "joining_closes_at", "joining_opens_at", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "purpose_en", "purpose_es", "purpose_fr") VALUES (NEW."id", NEW."is_joining_open", NEW."joining_closes_at", NEW."joining_opens_at", NEW."objective_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."purpose_en", NEW."purpose_es", NEW."purpose_fr"); RETURN NULL;', hash='4c5785d6e55e59ce4281651b109e902064245e44', operation='INSERT', pgid='pgtrigger_insert_insert_55812', table='taskforces_taskforce', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='taskforce',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_joining_open" IS DISTINCT FROM (NEW."is_joining_open") OR OLD."joining_closes_at" IS DISTINCT FROM (NEW."joining_closes_at") OR OLD."joining_opens_at" IS DISTINCT FROM (NEW."joining_opens_at") OR OLD."objective_id" IS DISTINCT FROM (NEW."objective_id") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."purpose_en" IS DISTINCT FROM (NEW."purpose_en") OR OLD."purpose_es" IS DISTINCT FROM (NEW."purpose_es") OR OLD."purpose_fr" IS DISTINCT FROM (NEW."purpose_fr"))', func='INSERT INTO "taskforces_taskforceevent" ("id", "is_joining_open", "joining_closes_at", "joining_opens_at", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "purpose_en", "purpose_es", "purpose_fr") VALUES (NEW."id", NEW."is_joining_open", NEW."joining_closes_at", NEW."joining_opens_at", NEW."objective_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."purpose_en", NEW."purpose_es", NEW."purpose_fr"); RETURN NULL;', hash='e71b0e542711c1cd6d1ad85891a63733b86ee01e', operation='UPDATE', pgid='pgtrigger_update_update_716f4', table='taskforces_taskforce', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='taskforce',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_taskforceevent" ("id", "is_joining_open", "joining_closes_at", "joining_opens_at", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "purpose_en", "purpose_es", "purpose_fr") VALUES (OLD."id", OLD."is_joining_open", OLD."joining_closes_at", OLD."joining_opens_at", OLD."objective_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."purpose", OLD."purpose_en", OLD."purpose_es", OLD."purpose_fr"); RETURN NULL;', hash='a84375436481fef0086b94a4c70f3c211fad2719', operation='DELETE', pgid='pgtrigger_delete_delete_63aa7', table='taskforces_taskforce', when='AFTER')),
            ),
            migrations.AddConstraint(
                model_name='stagerecord',
                constraint=models.UniqueConstraint(condition=models.Q(('until', None)), fields=('task_force',), name='one_open_stage_per_task_force', violation_error_message='This task force stands at a stage already.'),
            ),
            migrations.AddConstraint(
                model_name='stagerecord',
                constraint=models.CheckConstraint(condition=models.Q(('way__in', ['begun', 'moved_on']), models.Q(('reason', ''), _negated=True), _connector='OR'), name='exceptions_of_the_cycle_have_a_reason', violation_error_message='Give a reason.'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='stagerecord',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_stagerecordevent" ("id", "moved_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "since", "stage_id", "task_force_id", "until", "way") VALUES (NEW."id", NEW."moved_by_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."since", NEW."stage_id", NEW."task_force_id", NEW."until", NEW."way"); RETURN NULL;', hash='c81df3aa65306632e479e88aec3d96c00c8507e0', operation='INSERT', pgid='pgtrigger_insert_insert_d6238', table='taskforces_stagerecord', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='stagerecord',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "taskforces_stagerecordevent" ("id", "moved_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "since", "stage_id", "task_force_id", "until", "way") VALUES (NEW."id", NEW."moved_by_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."since", NEW."stage_id", NEW."task_force_id", NEW."until", NEW."way"); RETURN NULL;', hash='245dfd2e43dfcd62d7c9fd0b31395e9b69e69c78', operation='UPDATE', pgid='pgtrigger_update_update_0b914', table='taskforces_stagerecord', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='stagerecord',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_stagerecordevent" ("id", "moved_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "since", "stage_id", "task_force_id", "until", "way") VALUES (OLD."id", OLD."moved_by_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."since", OLD."stage_id", OLD."task_force_id", OLD."until", OLD."way"); RETURN NULL;', hash='e4e0278269c7bba37830fd823afddfdaea1de7b1', operation='DELETE', pgid='pgtrigger_delete_delete_efd11', table='taskforces_stagerecord', when='AFTER')),
            ),
            migrations.AddConstraint(
                model_name='seat',
                constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None), ('role', 'leader')), fields=('task_force',), name='one_leader_per_task_force', violation_error_message='This task force has a leader. End that seat first.'),
            ),
            migrations.AddConstraint(
                model_name='seat',
                constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None), ('role', 'representative')), fields=('task_force', 'region'), name='one_representative_per_region', violation_error_message='This region has a representative. End that seat first.'),
            ),
            migrations.AddConstraint(
                model_name='seat',
                constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('task_force', 'person'), name='one_open_seat_per_person', violation_error_message='This person already has a seat in this task force.'),
            ),
            migrations.AddConstraint(
                model_name='seat',
                constraint=models.UniqueConstraint(condition=models.Q(('deputy_since__isnull', False), ('ended_at', None)), fields=('task_force',), name='one_deputy_per_task_force', violation_error_message='This task force has a deputy leader. End that first.'),
            ),
            migrations.AddConstraint(
                model_name='seat',
                constraint=models.CheckConstraint(condition=models.Q(('deputy_since', None), ('role', 'member'), _connector='OR'), name='deputies_are_team_members', violation_error_message='Only a team member can be deputy leader.'),
            ),
            migrations.AddConstraint(
                model_name='seat',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('region__isnull', False), ('role', 'representative')), models.Q(models.Q(('role', 'representative'), _negated=True), ('region', None)), _connector='OR'), name='representatives_and_only_they_have_a_region', violation_error_message='A regional representative, and only she, has a region.'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='seat',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_seatevent" ("deputy_since", "ended_at", "expires_at", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "renewal_wished_at", "role", "started_at", "task_force_id") VALUES (NEW."deputy_since", NEW."ended_at", NEW."expires_at", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."region_id", NEW."renewal_wished_at", NEW."role", NEW."started_at", NEW."task_force_id"); RETURN NULL;', hash='8395b43af71d447b5c2c6a76113f14583a1c64f6', operation='INSERT', pgid='pgtrigger_insert_insert_94838', table='taskforces_seat', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='seat',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "taskforces_seatevent" ("deputy_since", "ended_at", "expires_at", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "renewal_wished_at", "role", "started_at", "task_force_id") VALUES (NEW."deputy_since", NEW."ended_at", NEW."expires_at", NEW."id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."region_id", NEW."renewal_wished_at", NEW."role", NEW."started_at", NEW."task_force_id"); RETURN NULL;', hash='f8d7b791b62e6714653b57e4d53533df07251e43', operation='UPDATE', pgid='pgtrigger_update_update_b720d', table='taskforces_seat', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='seat',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_seatevent" ("deputy_since", "ended_at", "expires_at", "id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "renewal_wished_at", "role", "started_at", "task_force_id") VALUES (OLD."deputy_since", OLD."ended_at", OLD."expires_at", OLD."id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."region_id", OLD."renewal_wished_at", OLD."role", OLD."started_at", OLD."task_force_id"); RETURN NULL;', hash='12076b55423670feb99c419961e184e80eccf9be', operation='DELETE', pgid='pgtrigger_delete_delete_8d9cf', table='taskforces_seat', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='registeritem',
                index=models.Index(fields=['task_force', 'status', '-created_at', '-id'], name='register_in_order'),
            ),
            migrations.AddIndex(
                model_name='registeritem',
                index=models.Index(fields=['task_force', 'type'], name='register_by_type'),
            ),
            migrations.AddIndex(
                model_name='registeritem',
                index=models.Index(fields=['task_force', 'country'], name='register_by_country'),
            ),
            migrations.AddIndex(
                model_name='registeritem',
                index=models.Index(fields=['task_force', 'added_by'], name='register_by_adder'),
            ),
            migrations.AddIndex(
                model_name='registeritem',
                index=models.Index(condition=models.Q(('plain_address', ''), _negated=True), fields=['task_force', 'plain_address'], name='register_by_address'),
            ),
            migrations.AddIndex(
                model_name='registeritem',
                index=django.contrib.postgres.indexes.GinIndex(fields=['plain_title'], name='register_by_part_of_title', opclasses=['gin_trgm_ops']),
            ),
            migrations.AddIndex(
                model_name='registeritem',
                index=django.contrib.postgres.indexes.GinIndex(fields=['plain_words'], name='register_by_words', opclasses=['gin_trgm_ops']),
            ),
            migrations.AddConstraint(
                model_name='registeritem',
                constraint=models.UniqueConstraint(condition=models.Q(('status', 'kept'), models.Q(('doi', ''), _negated=True)), fields=('task_force', 'doi'), name='a_doi_stands_once_in_a_register', violation_error_message='This DOI stands in the register already.'),
            ),
            migrations.AddConstraint(
                model_name='registeritem',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('merged_into__isnull', False), ('status', 'merged')), models.Q(models.Q(('status', 'merged'), _negated=True), ('merged_into', None)), _connector='OR'), name='merged_register_items_lead_somewhere'),
            ),
            migrations.AddConstraint(
                model_name='registeritem',
                constraint=models.CheckConstraint(condition=models.Q(('year', None), ('year__range', (1500, 2100)), _connector='OR'), name='register_years_are_years'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='registeritem',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_registeritemevent" ("added_by_id", "address", "authors", "country_id", "created_at", "description", "doi", "id", "language", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_address", "reason", "status", "task_force_id", "title", "type", "updated_at", "year") VALUES (NEW."added_by_id", NEW."address", NEW."authors", NEW."country_id", NEW."created_at", NEW."description", NEW."doi", NEW."id", NEW."language", NEW."merged_into_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plain_address", NEW."reason", NEW."status", NEW."task_force_id", NEW."title", NEW."type", NEW."updated_at", NEW."year"); RETURN NULL;', hash='cbe7c1d244737dcf85875e7787720bc3dd7e2f94', operation='INSERT', pgid='pgtrigger_insert_insert_7be00', table='taskforces_registeritem', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='registeritem',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."added_by_id" IS DISTINCT FROM (NEW."added_by_id") OR OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."authors" IS DISTINCT FROM (NEW."authors") OR OLD."country_id" IS DISTINCT FROM (NEW."country_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."doi" IS DISTINCT FROM (NEW."doi") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."plain_address" IS DISTINCT FROM (NEW."plain_address") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."task_force_id" IS DISTINCT FROM (NEW."task_force_id") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."type" IS DISTINCT FROM (NEW."type") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."year" IS DISTINCT FROM (NEW."year"))', func='INSERT INTO "taskforces_registeritemevent" ("added_by_id", "address", "authors", "country_id", "created_at", "description", "doi", "id", "language", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_address", "reason", "status", "task_force_id", "title", "type", "updated_at", "year") VALUES (NEW."added_by_id", NEW."address", NEW."authors", NEW."country_id", NEW."created_at", NEW."description", NEW."doi", NEW."id", NEW."language", NEW."merged_into_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plain_address", NEW."reason", NEW."status", NEW."task_force_id", NEW."title", NEW."type", NEW."updated_at", NEW."year"); RETURN NULL;', hash='492e86a680ca0c242d5b3d5b0e1081720153d6c5', operation='UPDATE', pgid='pgtrigger_update_update_721a6', table='taskforces_registeritem', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='registeritem',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_registeritemevent" ("added_by_id", "address", "authors", "country_id", "created_at", "description", "doi", "id", "language", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plain_address", "reason", "status", "task_force_id", "title", "type", "updated_at", "year") VALUES (OLD."added_by_id", OLD."address", OLD."authors", OLD."country_id", OLD."created_at", OLD."description", OLD."doi", OLD."id", OLD."language", OLD."merged_into_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plain_address", OLD."reason", OLD."status", OLD."task_force_id", OLD."title", OLD."type", OLD."updated_at", OLD."year"); RETURN NULL;', hash='56bcc314e40d8b24134704a43d5bf71d93dcc529', operation='DELETE', pgid='pgtrigger_delete_delete_9a5ec', table='taskforces_registeritem', when='AFTER')),
            ),
            migrations.AddConstraint(
                model_name='outputdelivery',
                constraint=models.UniqueConstraint(condition=models.Q(('taken_back_at', None)), fields=('task_force', 'output'), name='one_standing_delivery_per_output', violation_error_message='This output has been attested already.'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='outputdelivery',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_outputdeliveryevent" ("delivered_at", "delivered_by_id", "id", "link", "output_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_back_at", "taken_back_by_id", "task_force_id") VALUES (NEW."delivered_at", NEW."delivered_by_id", NEW."id", NEW."link", NEW."output_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."taken_back_at", NEW."taken_back_by_id", NEW."task_force_id"); RETURN NULL;', hash='279a710a1812fa6ac7191ad1fd4d8e552dbcc9df', operation='INSERT', pgid='pgtrigger_insert_insert_ebc04', table='taskforces_outputdelivery', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='outputdelivery',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."delivered_at" IS DISTINCT FROM (NEW."delivered_at") OR OLD."delivered_by_id" IS DISTINCT FROM (NEW."delivered_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."link" IS DISTINCT FROM (NEW."link") OR OLD."output_id" IS DISTINCT FROM (NEW."output_id") OR OLD."taken_back_at" IS DISTINCT FROM (NEW."taken_back_at") OR OLD."taken_back_by_id" IS DISTINCT FROM (NEW."taken_back_by_id") OR OLD."task_force_id" IS DISTINCT FROM (NEW."task_force_id"))', func='INSERT INTO "taskforces_outputdeliveryevent" ("delivered_at", "delivered_by_id", "id", "link", "output_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_back_at", "taken_back_by_id", "task_force_id") VALUES (NEW."delivered_at", NEW."delivered_by_id", NEW."id", NEW."link", NEW."output_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."taken_back_at", NEW."taken_back_by_id", NEW."task_force_id"); RETURN NULL;', hash='9dc0aa86b533d2a2a191e0bcad133f0b994a78a1', operation='UPDATE', pgid='pgtrigger_update_update_2963d', table='taskforces_outputdelivery', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='outputdelivery',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_outputdeliveryevent" ("delivered_at", "delivered_by_id", "id", "link", "output_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_back_at", "taken_back_by_id", "task_force_id") VALUES (OLD."delivered_at", OLD."delivered_by_id", OLD."id", OLD."link", OLD."output_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."taken_back_at", OLD."taken_back_by_id", OLD."task_force_id"); RETURN NULL;', hash='272d9146c4b31e122ecb53f8a2a8cc236eb84d30', operation='DELETE', pgid='pgtrigger_delete_delete_5feb1', table='taskforces_outputdelivery', when='AFTER')),
            ),
            migrations.AddConstraint(
                model_name='joiningform',
                constraint=models.UniqueConstraint(fields=('task_force', 'version'), name='one_joining_form_per_version', nulls_distinct=False),
            ),
            migrations.AddConstraint(
                model_name='joiningform',
                constraint=models.UniqueConstraint(condition=models.Q(('status', 'in_force')), fields=('task_force',), name='one_joining_form_in_force', nulls_distinct=False),
            ),
            migrations.AddConstraint(
                model_name='joiningform',
                constraint=models.UniqueConstraint(condition=models.Q(('status', 'draft')), fields=('task_force',), name='one_draft_of_a_joining_form', nulls_distinct=False),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='joiningform',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_joiningformevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "status", "task_force_id", "version") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."status", NEW."task_force_id", NEW."version"); RETURN NULL;', hash='e99c1c9b1deaa284e24104b1eda989a67b3e4063', operation='INSERT', pgid='pgtrigger_insert_insert_47106', table='taskforces_joiningform', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='joiningform',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "taskforces_joiningformevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "status", "task_force_id", "version") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."status", NEW."task_force_id", NEW."version"); RETURN NULL;', hash='30e511f053b9d978a1d1fa2365118061568664df', operation='UPDATE', pgid='pgtrigger_update_update_3424d', table='taskforces_joiningform', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='joiningform',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_joiningformevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "status", "task_force_id", "version") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."status", OLD."task_force_id", OLD."version"); RETURN NULL;', hash='38f5b85414442d4367f5b69f12bd6c1930ca6e0d', operation='DELETE', pgid='pgtrigger_delete_delete_6b272', table='taskforces_joiningform', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='gap',
                index=models.Index(fields=['task_force', 'status'], name='gaps_of_task_force'),
            ),
            migrations.AddConstraint(
                model_name='gap',
                constraint=models.UniqueConstraint(models.F('task_force'), models.F('region'), models.F('type'), django.db.models.functions.text.Lower('statement'), condition=models.Q(('status', 'open')), name='open_gaps_are_named_once', nulls_distinct=False, violation_error_message='This gap has been named already.'),
            ),
            migrations.AddConstraint(
                model_name='gap',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('settled_at', None), ('status', 'open')), models.Q(models.Q(('status', 'open'), _negated=True), ('settled_at__isnull', False)), _connector='OR'), name='settled_gaps_know_when'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='gap',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_gapevent" ("created_at", "id", "named_by_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "settled_at", "statement", "status", "task_force_id", "told_at", "type", "why") VALUES (NEW."created_at", NEW."id", NEW."named_by_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."region_id", NEW."settled_at", NEW."statement", NEW."status", NEW."task_force_id", NEW."told_at", NEW."type", NEW."why"); RETURN NULL;', hash='3ca82c6b03d5aeb4df0ad5bdd6fd78f906445522', operation='INSERT', pgid='pgtrigger_insert_insert_cf18e', table='taskforces_gap', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='gap',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "taskforces_gapevent" ("created_at", "id", "named_by_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "settled_at", "statement", "status", "task_force_id", "told_at", "type", "why") VALUES (NEW."created_at", NEW."id", NEW."named_by_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."region_id", NEW."settled_at", NEW."statement", NEW."status", NEW."task_force_id", NEW."told_at", NEW."type", NEW."why"); RETURN NULL;', hash='7faeff27cc6944315f2496b509094fe95125886d', operation='UPDATE', pgid='pgtrigger_update_update_7a67c', table='taskforces_gap', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='gap',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_gapevent" ("created_at", "id", "named_by_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "settled_at", "statement", "status", "task_force_id", "told_at", "type", "why") VALUES (OLD."created_at", OLD."id", OLD."named_by_id", OLD."outcome", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."region_id", OLD."settled_at", OLD."statement", OLD."status", OLD."task_force_id", OLD."told_at", OLD."type", OLD."why"); RETURN NULL;', hash='d5d5a7fa366ad22dbc12ad91eb4f733008469064', operation='DELETE', pgid='pgtrigger_delete_delete_086cc', table='taskforces_gap', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='enquiry',
                index=models.Index(fields=['task_force', 'status', 'confirmed_at'], name='enquiry_inbox'),
            ),
            migrations.AddIndex(
                model_name='enquiry',
                index=models.Index(condition=models.Q(('published_at__isnull', False)), fields=['task_force', '-published_at'], name='enquiry_published'),
            ),
            migrations.AddConstraint(
                model_name='enquiry',
                constraint=models.CheckConstraint(condition=models.Q(('status', 'unconfirmed'), ('confirmed_at__isnull', False), _connector='OR'), name='confirmed_enquiries_know_when'),
            ),
            migrations.AddConstraint(
                model_name='enquiry',
                constraint=models.CheckConstraint(condition=models.Q(('published_at', None), models.Q(('may_be_published', True), ('status', 'answered')), _connector='OR'), name='only_agreed_answers_are_published', violation_error_message='Whoever asked did not agree to publication.'),
            ),
            migrations.AddConstraint(
                model_name='enquiry',
                constraint=models.CheckConstraint(condition=models.Q(('shows_name', False), ('may_be_published', True), _connector='OR'), name='names_are_shown_with_publication_only'),
            ),
            migrations.AddConstraint(
                model_name='enquiry',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'answered'), _negated=True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='answered_enquiries_have_an_answer'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='enquiry',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_enquiryevent" ("answer_language", "closed_at", "closed_by_id", "confirmed_at", "created_at", "forgotten_at", "id", "key", "language", "may_be_published", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "shows_name", "status", "task_force_id", "why") VALUES (NEW."answer_language", NEW."closed_at", NEW."closed_by_id", NEW."confirmed_at", NEW."created_at", NEW."forgotten_at", NEW."id", NEW."key", NEW."language", NEW."may_be_published", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."shows_name", NEW."status", NEW."task_force_id", NEW."why"); RETURN NULL;', hash='c76ed279558e6fa266c5975c6789083ba21fb7c2', operation='INSERT', pgid='pgtrigger_insert_insert_a642d', table='taskforces_enquiry', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='enquiry',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."answer_language" IS DISTINCT FROM (NEW."answer_language") OR OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."closed_by_id" IS DISTINCT FROM (NEW."closed_by_id") OR OLD."confirmed_at" IS DISTINCT FROM (NEW."confirmed_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."forgotten_at" IS DISTINCT FROM (NEW."forgotten_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."may_be_published" IS DISTINCT FROM (NEW."may_be_published") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."shows_name" IS DISTINCT FROM (NEW."shows_name") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."task_force_id" IS DISTINCT FROM (NEW."task_force_id") OR OLD."why" IS DISTINCT FROM (NEW."why"))', func='INSERT INTO "taskforces_enquiryevent" ("answer_language", "closed_at", "closed_by_id", "confirmed_at", "created_at", "forgotten_at", "id", "key", "language", "may_be_published", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "shows_name", "status", "task_force_id", "why") VALUES (NEW."answer_language", NEW."closed_at", NEW."closed_by_id", NEW."confirmed_at", NEW."created_at", NEW."forgotten_at", NEW."id", NEW."key", NEW."language", NEW."may_be_published", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."shows_name", NEW."status", NEW."task_force_id", NEW."why"); RETURN NULL;', hash='5b1daaae69beb852c6cbc8adddfd1fcb180d3b04', operation='UPDATE', pgid='pgtrigger_update_update_46e80', table='taskforces_enquiry', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='enquiry',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_enquiryevent" ("answer_language", "closed_at", "closed_by_id", "confirmed_at", "created_at", "forgotten_at", "id", "key", "language", "may_be_published", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "shows_name", "status", "task_force_id", "why") VALUES (OLD."answer_language", OLD."closed_at", OLD."closed_by_id", OLD."confirmed_at", OLD."created_at", OLD."forgotten_at", OLD."id", OLD."key", OLD."language", OLD."may_be_published", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_at", OLD."shows_name", OLD."status", OLD."task_force_id", OLD."why"); RETURN NULL;', hash='f140bd9846a74a3729abd4d2225b757eeb97eac8', operation='DELETE', pgid='pgtrigger_delete_delete_39db5', table='taskforces_enquiry', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='call',
                index=models.Index(fields=['task_force', 'role', 'deadline'], name='call_of_seat'),
            ),
            migrations.AddConstraint(
                model_name='call',
                constraint=models.CheckConstraint(condition=models.Q(('deadline__gte', models.F('opened_at'))), name='calls_end_after_they_open'),
            ),
            migrations.AddConstraint(
                model_name='call',
                constraint=models.CheckConstraint(condition=models.Q(('role', 'representative'), models.Q(('region', None), ('role', 'leader')), _connector='OR'), name='calls_are_for_leading_seats'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='call',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_callevent" ("deadline", "id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "role", "task_force_id") VALUES (NEW."deadline", NEW."id", NEW."opened_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."region_id", NEW."role", NEW."task_force_id"); RETURN NULL;', hash='69732d447bcd1f4d2f55e93448db435f9c0c36a1', operation='INSERT', pgid='pgtrigger_insert_insert_66cd7', table='taskforces_call', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='call',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "taskforces_callevent" ("deadline", "id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "role", "task_force_id") VALUES (NEW."deadline", NEW."id", NEW."opened_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."region_id", NEW."role", NEW."task_force_id"); RETURN NULL;', hash='c967d5db51ea314f5580e3034e770769f2c57a2b', operation='UPDATE', pgid='pgtrigger_update_update_81d5a', table='taskforces_call', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='call',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_callevent" ("deadline", "id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "role", "task_force_id") VALUES (OLD."deadline", OLD."id", OLD."opened_at", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."region_id", OLD."role", OLD."task_force_id"); RETURN NULL;', hash='c387f0a319ae90b7d55188adf8c10ea56aacecbe', operation='DELETE', pgid='pgtrigger_delete_delete_83b9a', table='taskforces_call', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='application',
                index=models.Index(fields=['task_force', 'status', 'submitted_at'], name='application_inbox'),
            ),
            migrations.AddIndex(
                model_name='application',
                index=models.Index(fields=['status', 'submitted_at'], name='application_waiting'),
            ),
            migrations.AddConstraint(
                model_name='application',
                constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['draft', 'submitted', 'asked'])), fields=('task_force', 'person'), name='one_open_application_per_task_force', violation_error_message='You have already asked to join this task force.'),
            ),
            migrations.AddConstraint(
                model_name='application',
                constraint=models.CheckConstraint(condition=models.Q(('status', 'draft'), ('submitted_at__isnull', False), _connector='OR'), name='sent_applications_know_when'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='application',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_applicationevent" ("call_id", "country_id", "created_at", "decided_at", "decided_by_id", "form_id", "id", "language", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "role", "status", "submitted_at", "task_force_id", "updated_at") VALUES (NEW."call_id", NEW."country_id", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."form_id", NEW."id", NEW."language", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."region_id", NEW."role", NEW."status", NEW."submitted_at", NEW."task_force_id", NEW."updated_at"); RETURN NULL;', hash='0094d517b128c9c7f280f237437aa51d5e10dc83', operation='INSERT', pgid='pgtrigger_insert_insert_e2c85', table='taskforces_application', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='application',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."call_id" IS DISTINCT FROM (NEW."call_id") OR OLD."country_id" IS DISTINCT FROM (NEW."country_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."form_id" IS DISTINCT FROM (NEW."form_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."region_id" IS DISTINCT FROM (NEW."region_id") OR OLD."role" IS DISTINCT FROM (NEW."role") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."task_force_id" IS DISTINCT FROM (NEW."task_force_id") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))', func='INSERT INTO "taskforces_applicationevent" ("call_id", "country_id", "created_at", "decided_at", "decided_by_id", "form_id", "id", "language", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "role", "status", "submitted_at", "task_force_id", "updated_at") VALUES (NEW."call_id", NEW."country_id", NEW."created_at", NEW."decided_at", NEW."decided_by_id", NEW."form_id", NEW."id", NEW."language", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."region_id", NEW."role", NEW."status", NEW."submitted_at", NEW."task_force_id", NEW."updated_at"); RETURN NULL;', hash='af26288a25515484e87fde8a3d7753d811b50481', operation='UPDATE', pgid='pgtrigger_update_update_0dd80', table='taskforces_application', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='application',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "taskforces_applicationevent" ("call_id", "country_id", "created_at", "decided_at", "decided_by_id", "form_id", "id", "language", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id", "role", "status", "submitted_at", "task_force_id", "updated_at") VALUES (OLD."call_id", OLD."country_id", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."form_id", OLD."id", OLD."language", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."region_id", OLD."role", OLD."status", OLD."submitted_at", OLD."task_force_id", OLD."updated_at"); RETURN NULL;', hash='c41fd9bf66f68549c27c865ec811b3553883c262', operation='DELETE', pgid='pgtrigger_delete_delete_4c47b', table='taskforces_application', when='AFTER')),
            ),
        ]),
    ]
