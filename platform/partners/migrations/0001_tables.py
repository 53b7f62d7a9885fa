import core.search
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import partners.models.inviting
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from core.first_tables import FirstTables


class Migration(migrations.Migration):

    initial = True

    # Together, the migrations from before the first release: where they have run, this has.
    replaces = [
        ('partners', '0001_initial'),
        ('partners', '0002_joining_people_sheet_agreements'),
        ('partners', '0003_people_verbs'),
        ('partners', '0004_sheet_drafts'),
        ('partners', '0005_words_to_find'),
    ]

    dependencies = [
        ('core', '0002_tables'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('regions', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        FirstTables([
            migrations.CreateModel(
                name='JoiningApplicationEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('status', models.CharField(choices=[('draft', 'draft'), ('submitted', 'submitted'), ('pieces_missing', 'pieces missing'), ('under_review', 'under review'), ('accepted_partner', 'accepted as partner'), ('accepted_member', 'accepted as member'), ('refused', 'refused'), ('withdrawn', 'withdrawn')], default='draft', editable=False, max_length=16, verbose_name='status')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='begun')),
                    ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='changed')),
                    ('submitted_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='submitted')),
                    ('decided_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='decided')),
                    ('name', models.CharField(blank=True, max_length=200, verbose_name='name of the organisation')),
                    ('acronym', models.CharField(blank=True, max_length=30, verbose_name='acronym')),
                    ('type', models.CharField(blank=True, choices=[('state', 'State, province or local authority'), ('international_organisation', 'International or regional organisation'), ('development_bank', 'Development bank'), ('research', 'Research or teaching institution'), ('producers', 'Agricultural or forestry producers’ organisation'), ('civil_society', 'Civil society, association or NGO'), ('foundation', 'Foundation or donor'), ('company', 'Private company')], max_length=30, verbose_name='type')),
                    ('nature', models.CharField(blank=True, choices=[('public', 'public'), ('non_profit', 'non-profit'), ('commercial', 'commercial')], max_length=12, verbose_name='legal nature')),
                    ('website', models.URLField(blank=True, verbose_name='website')),
                    ('gives_funds', models.BooleanField(default=False, verbose_name='gives funds')),
                    ('wishes_to_be', models.CharField(choices=[('partner', 'Partner'), ('member', 'Member')], default='partner', max_length=8, verbose_name='wishes to be')),
                    ('motivation', models.TextField(blank=True, max_length=2000, verbose_name='why it wants to join')),
                    ('contact_name', models.CharField(blank=True, max_length=120, verbose_name='contact person')),
                    ('contact_role', models.CharField(blank=True, max_length=120, verbose_name='function')),
                    ('contact_email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail address of the contact')),
                    ('contact_phone', models.CharField(blank=True, max_length=40, verbose_name='telephone')),
                    ('is_authorised', models.BooleanField(default=False, verbose_name='may apply in its name')),
                    ('missing_pieces', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, editable=False, size=None)),
                    ('missing_words', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='what is missing and why')),
                    ('proposed_as', models.CharField(blank=True, choices=[('partner', 'Partner'), ('member', 'Member')], editable=False, max_length=8, verbose_name='proposed as')),
                    ('decided_by_body', models.CharField(blank=True, choices=[('consortium', 'Consortium of Members'), ('bureau', 'Bureau')], editable=False, max_length=12, verbose_name='decided by')),
                    ('decided_on', models.DateField(blank=True, editable=False, null=True, verbose_name='date of the decision')),
                    ('decision_reference', models.CharField(blank=True, editable=False, max_length=120, verbose_name='reference')),
                    ('reason', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='reason')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='MailDomain',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('domain', models.CharField(help_text='For example: inrae.fr', max_length=120, verbose_name='mail domain')),
                ],
                options={
                    'verbose_name': 'mail domain',
                    'verbose_name_plural': 'mail domains',
                    'ordering': ['domain'],
                },
            ),
            migrations.CreateModel(
                name='MailDomainEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('domain', models.CharField(help_text='For example: inrae.fr', max_length=120, verbose_name='mail domain')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Partner',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('status', models.CharField(choices=[('candidate', 'candidate'), ('partner', 'partner'), ('member', 'member'), ('suspended', 'suspended'), ('left', 'left')], default='candidate', max_length=12, verbose_name='status')),
                    ('status_since', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='status since')),
                    ('joined_on', models.DateField(blank=True, null=True, verbose_name='joined on')),
                    ('status_reason', models.TextField(blank=True, editable=False, verbose_name='reason')),
                    ('name', models.CharField(max_length=200, verbose_name='name')),
                    ('acronym', models.CharField(blank=True, max_length=30, verbose_name='acronym')),
                    ('slug', models.SlugField(help_text='The last part of its page’s address.', max_length=80, unique=True, verbose_name='address')),
                    ('type', models.CharField(choices=[('state', 'State, province or local authority'), ('international_organisation', 'International or regional organisation'), ('development_bank', 'Development bank'), ('research', 'Research or teaching institution'), ('producers', 'Agricultural or forestry producers’ organisation'), ('civil_society', 'Civil society, association or NGO'), ('foundation', 'Foundation or donor'), ('company', 'Private company')], max_length=30, verbose_name='type')),
                    ('nature', models.CharField(choices=[('public', 'public'), ('non_profit', 'non-profit'), ('commercial', 'commercial')], help_text='A commercial body can be a partner, never a member.', max_length=12, verbose_name='legal nature')),
                    ('website', models.URLField(blank=True, verbose_name='website')),
                    ('gives_funds', models.BooleanField(default=False, help_text='Puts it in the funders group; development banks and foundations are there anyway.', verbose_name='gives funds')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='registered')),
                    ('plain_name', models.GeneratedField(db_persist=True, expression=django.db.models.functions.text.Lower(core.search.Unaccented(django.db.models.functions.text.ConcatPair('name', django.db.models.functions.text.ConcatPair(models.Value(' '), 'acronym')))), output_field=models.CharField(max_length=300), verbose_name='name without accents')),
                ],
                options={
                    'verbose_name': 'organisation',
                    'verbose_name_plural': 'organisations',
                    'ordering': ['name', 'pk'],
                    'permissions': [('decide_partner', 'Can decide on the status of an organisation'), ('manage_people_partner', 'Can confirm and end affiliations')],
                },
            ),
            migrations.CreateModel(
                name='PartnerEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('status', models.CharField(choices=[('candidate', 'candidate'), ('partner', 'partner'), ('member', 'member'), ('suspended', 'suspended'), ('left', 'left')], default='candidate', max_length=12, verbose_name='status')),
                    ('status_since', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='status since')),
                    ('joined_on', models.DateField(blank=True, null=True, verbose_name='joined on')),
                    ('status_reason', models.TextField(blank=True, editable=False, verbose_name='reason')),
                    ('name', models.CharField(max_length=200, verbose_name='name')),
                    ('acronym', models.CharField(blank=True, max_length=30, verbose_name='acronym')),
                    ('slug', models.SlugField(db_index=False, help_text='The last part of its page’s address.', max_length=80, verbose_name='address')),
                    ('type', models.CharField(choices=[('state', 'State, province or local authority'), ('international_organisation', 'International or regional organisation'), ('development_bank', 'Development bank'), ('research', 'Research or teaching institution'), ('producers', 'Agricultural or forestry producers’ organisation'), ('civil_society', 'Civil society, association or NGO'), ('foundation', 'Foundation or donor'), ('company', 'Private company')], max_length=30, verbose_name='type')),
                    ('nature', models.CharField(choices=[('public', 'public'), ('non_profit', 'non-profit'), ('commercial', 'commercial')], help_text='A commercial body can be a partner, never a member.', max_length=12, verbose_name='legal nature')),
                    ('website', models.URLField(blank=True, verbose_name='website')),
                    ('gives_funds', models.BooleanField(default=False, help_text='Puts it in the funders group; development banks and foundations are there anyway.', verbose_name='gives funds')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='registered')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Piece',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('declaration', 'Declaration of Intent'), ('nature', 'Official document on its nature'), ('logo', 'Logo')], max_length=20, verbose_name='kind')),
                ],
                options={
                    'verbose_name': 'piece',
                    'verbose_name_plural': 'pieces',
                    'ordering': ['application', 'kind'],
                },
            ),
            migrations.CreateModel(
                name='PieceEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('kind', models.CharField(choices=[('declaration', 'Declaration of Intent'), ('nature', 'Official document on its nature'), ('logo', 'Logo')], max_length=20, verbose_name='kind')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Sheet',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('draft', models.JSONField(blank=True, editable=False, null=True, verbose_name='draft')),
                    ('draft_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='draft saved')),
                    ('short', models.CharField(blank=True, max_length=300, verbose_name='in short')),
                    ('short_en', models.CharField(blank=True, max_length=300, null=True, verbose_name='in short')),
                    ('short_fr', models.CharField(blank=True, max_length=300, null=True, verbose_name='in short')),
                    ('short_es', models.CharField(blank=True, max_length=300, null=True, verbose_name='in short')),
                    ('presentation', models.TextField(blank=True, max_length=5000, verbose_name='presentation')),
                    ('presentation_en', models.TextField(blank=True, max_length=5000, null=True, verbose_name='presentation')),
                    ('presentation_fr', models.TextField(blank=True, max_length=5000, null=True, verbose_name='presentation')),
                    ('presentation_es', models.TextField(blank=True, max_length=5000, null=True, verbose_name='presentation')),
                    ('activities', models.TextField(blank=True, max_length=3000, verbose_name='activities')),
                    ('activities_en', models.TextField(blank=True, max_length=3000, null=True, verbose_name='activities')),
                    ('activities_fr', models.TextField(blank=True, max_length=3000, null=True, verbose_name='activities')),
                    ('activities_es', models.TextField(blank=True, max_length=3000, null=True, verbose_name='activities')),
                    ('interests', models.TextField(blank=True, max_length=3000, verbose_name='interests')),
                    ('interests_en', models.TextField(blank=True, max_length=3000, null=True, verbose_name='interests')),
                    ('interests_fr', models.TextField(blank=True, max_length=3000, null=True, verbose_name='interests')),
                    ('interests_es', models.TextField(blank=True, max_length=3000, null=True, verbose_name='interests')),
                    ('services', models.TextField(blank=True, max_length=3000, verbose_name='services it offers')),
                    ('services_en', models.TextField(blank=True, max_length=3000, null=True, verbose_name='services it offers')),
                    ('services_fr', models.TextField(blank=True, max_length=3000, null=True, verbose_name='services it offers')),
                    ('services_es', models.TextField(blank=True, max_length=3000, null=True, verbose_name='services it offers')),
                    ('needs', models.TextField(blank=True, max_length=3000, verbose_name='what it needs')),
                    ('needs_en', models.TextField(blank=True, max_length=3000, null=True, verbose_name='what it needs')),
                    ('needs_fr', models.TextField(blank=True, max_length=3000, null=True, verbose_name='what it needs')),
                    ('needs_es', models.TextField(blank=True, max_length=3000, null=True, verbose_name='what it needs')),
                    ('networks', models.TextField(blank=True, max_length=3000, verbose_name='networks it belongs to')),
                    ('networks_en', models.TextField(blank=True, max_length=3000, null=True, verbose_name='networks it belongs to')),
                    ('networks_fr', models.TextField(blank=True, max_length=3000, null=True, verbose_name='networks it belongs to')),
                    ('networks_es', models.TextField(blank=True, max_length=3000, null=True, verbose_name='networks it belongs to')),
                    ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=3), blank=True, default=list, size=None, verbose_name='languages it works in')),
                    ('completeness_percent', models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='complete, percent')),
                    ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last changed')),
                    ('reminded_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='reminded')),
                ],
                options={
                    'verbose_name': 'sheet',
                    'verbose_name_plural': 'sheets',
                    'ordering': ['partner'],
                    'permissions': [('publish_sheet', 'Can publish the sheet of an organisation'), ('remind_sheet', 'Can remind focal points of their sheet')],
                },
            ),
            migrations.CreateModel(
                name='SheetEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('short', models.CharField(blank=True, max_length=300, verbose_name='in short')),
                    ('short_en', models.CharField(blank=True, max_length=300, null=True, verbose_name='in short')),
                    ('short_fr', models.CharField(blank=True, max_length=300, null=True, verbose_name='in short')),
                    ('short_es', models.CharField(blank=True, max_length=300, null=True, verbose_name='in short')),
                    ('presentation', models.TextField(blank=True, max_length=5000, verbose_name='presentation')),
                    ('presentation_en', models.TextField(blank=True, max_length=5000, null=True, verbose_name='presentation')),
                    ('presentation_fr', models.TextField(blank=True, max_length=5000, null=True, verbose_name='presentation')),
                    ('presentation_es', models.TextField(blank=True, max_length=5000, null=True, verbose_name='presentation')),
                    ('activities', models.TextField(blank=True, max_length=3000, verbose_name='activities')),
                    ('activities_en', models.TextField(blank=True, max_length=3000, null=True, verbose_name='activities')),
                    ('activities_fr', models.TextField(blank=True, max_length=3000, null=True, verbose_name='activities')),
                    ('activities_es', models.TextField(blank=True, max_length=3000, null=True, verbose_name='activities')),
                    ('interests', models.TextField(blank=True, max_length=3000, verbose_name='interests')),
                    ('interests_en', models.TextField(blank=True, max_length=3000, null=True, verbose_name='interests')),
                    ('interests_fr', models.TextField(blank=True, max_length=3000, null=True, verbose_name='interests')),
                    ('interests_es', models.TextField(blank=True, max_length=3000, null=True, verbose_name='interests')),
                    ('services', models.TextField(blank=True, max_length=3000, verbose_name='services it offers')),
                    ('services_en', models.TextField(blank=True, max_length=3000, null=True, verbose_name='services it offers')),
                    ('services_fr', models.TextField(blank=True, max_length=3000, null=True, verbose_name='services it offers')),
                    ('services_es', models.TextField(blank=True, max_length=3000, null=True, verbose_name='services it offers')),
                    ('needs', models.TextField(blank=True, max_length=3000, verbose_name='what it needs')),
                    ('needs_en', models.TextField(blank=True, max_length=3000, null=True, verbose_name='what it needs')),
                    ('needs_fr', models.TextField(blank=True, max_length=3000, null=True, verbose_name='what it needs')),
                    ('needs_es', models.TextField(blank=True, max_length=3000, null=True, verbose_name='what it needs')),
                    ('networks', models.TextField(blank=True, max_length=3000, verbose_name='networks it belongs to')),
                    ('networks_en', models.TextField(blank=True, max_length=3000, null=True, verbose_name='networks it belongs to')),
                    ('networks_fr', models.TextField(blank=True, max_length=3000, null=True, verbose_name='networks it belongs to')),
                    ('networks_es', models.TextField(blank=True, max_length=3000, null=True, verbose_name='networks it belongs to')),
                    ('languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=3), blank=True, default=list, size=None, verbose_name='languages it works in')),
                    ('completeness_percent', models.PositiveSmallIntegerField(default=0, editable=False, verbose_name='complete, percent')),
                    ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='last changed')),
                    ('reminded_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='reminded')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Affiliation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('status', models.CharField(choices=[('requested', 'requested'), ('active', 'active'), ('declined', 'declined'), ('ended', 'ended')], default='requested', max_length=10, verbose_name='status')),
                    ('is_focal_point', models.BooleanField(default=False, help_text='Speaks for the organisation and confirms its people.', verbose_name='focal point')),
                    ('requested_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='requested')),
                    ('started_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='since')),
                    ('ended_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='until')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='affiliations', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ],
                options={
                    'verbose_name': 'affiliation',
                    'verbose_name_plural': 'affiliations',
                    'ordering': ['-requested_at'],
                    'permissions': [('confirm_affiliation', 'Can confirm or decline an affiliation'), ('end_affiliation', 'Can end an affiliation'), ('name_focal_point_affiliation', 'Can name a focal point'), ('step_down_affiliation', 'Can step down as focal point')],
                },
            ),
            migrations.CreateModel(
                name='AffiliationEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('status', models.CharField(choices=[('requested', 'requested'), ('active', 'active'), ('declined', 'declined'), ('ended', 'ended')], default='requested', max_length=10, verbose_name='status')),
                    ('is_focal_point', models.BooleanField(default=False, help_text='Speaks for the organisation and confirms its people.', verbose_name='focal point')),
                    ('requested_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='requested')),
                    ('started_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='since')),
                    ('ended_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='until')),
                    ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='partners.affiliation')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Agreement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('support', 'Declared support'), ('grant', 'Grant'), ('secondment', 'Secondment'), ('memorandum', 'Memorandum of understanding'), ('hosting', 'Hosting')], max_length=12, verbose_name='kind')),
                    ('title', models.CharField(max_length=200, verbose_name='title')),
                    ('reference', models.CharField(blank=True, max_length=120, verbose_name='reference')),
                    ('starts_on', models.DateField(verbose_name='starts on')),
                    ('ends_on', models.DateField(blank=True, help_text='Empty: without an end.', null=True, verbose_name='ends on')),
                    ('note', models.TextField(blank=True, max_length=2000, verbose_name='note')),
                    ('is_public', models.BooleanField(default=False, help_text='Its organisation is named among the supporters.', verbose_name='public')),
                    ('alerted_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='alert sent')),
                    ('document', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.storedfile', verbose_name='document')),
                ],
                options={
                    'verbose_name': 'agreement',
                    'verbose_name_plural': 'agreements',
                    'ordering': ['ends_on', 'starts_on', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='AgreementEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('kind', models.CharField(choices=[('support', 'Declared support'), ('grant', 'Grant'), ('secondment', 'Secondment'), ('memorandum', 'Memorandum of understanding'), ('hosting', 'Hosting')], max_length=12, verbose_name='kind')),
                    ('title', models.CharField(max_length=200, verbose_name='title')),
                    ('reference', models.CharField(blank=True, max_length=120, verbose_name='reference')),
                    ('starts_on', models.DateField(verbose_name='starts on')),
                    ('ends_on', models.DateField(blank=True, help_text='Empty: without an end.', null=True, verbose_name='ends on')),
                    ('note', models.TextField(blank=True, max_length=2000, verbose_name='note')),
                    ('is_public', models.BooleanField(default=False, help_text='Its organisation is named among the supporters.', verbose_name='public')),
                    ('alerted_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='alert sent')),
                    ('document', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.storedfile', verbose_name='document')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='partners.agreement')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Invitation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                    ('name', models.CharField(blank=True, max_length=120, verbose_name='name')),
                    ('language', models.CharField(choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], default='en', max_length=2, verbose_name='language')),
                    ('is_focal_point', models.BooleanField(default=False, help_text='Speaks for the organisation and confirms its people.', verbose_name='focal point')),
                    ('status', models.CharField(choices=[('sent', 'sent'), ('accepted', 'accepted'), ('withdrawn', 'withdrawn')], default='sent', max_length=10, verbose_name='status')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='sent')),
                    ('expires_at', models.DateTimeField(default=partners.models.inviting.in_ten_days, verbose_name='valid until')),
                    ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered')),
                    ('accepted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='accepted_invitations', to=settings.AUTH_USER_MODEL, verbose_name='accepted by')),
                    ('invited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='invited by')),
                ],
                options={
                    'verbose_name': 'invitation',
                    'verbose_name_plural': 'invitations',
                    'ordering': ['-created_at', '-pk'],
                    'permissions': [('accept_invitation', 'Can accept an invitation sent to one’s own address'), ('withdraw_invitation', 'Can withdraw an invitation'), ('send_again_invitation', 'Can send an invitation again')],
                },
            ),
            migrations.CreateModel(
                name='InvitationEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('email', models.EmailField(max_length=254, verbose_name='e-mail address')),
                    ('name', models.CharField(blank=True, max_length=120, verbose_name='name')),
                    ('language', models.CharField(choices=[('en', 'English'), ('fr', 'Français'), ('es', 'Español')], default='en', max_length=2, verbose_name='language')),
                    ('is_focal_point', models.BooleanField(default=False, help_text='Speaks for the organisation and confirms its people.', verbose_name='focal point')),
                    ('status', models.CharField(choices=[('sent', 'sent'), ('accepted', 'accepted'), ('withdrawn', 'withdrawn')], default='sent', max_length=10, verbose_name='status')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='sent')),
                    ('expires_at', models.DateTimeField(default=partners.models.inviting.in_ten_days, verbose_name='valid until')),
                    ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered')),
                    ('accepted_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='accepted by')),
                    ('invited_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='invited by')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='partners.invitation')),
                ],
                options={
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='JoiningApplication',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('status', models.CharField(choices=[('draft', 'draft'), ('submitted', 'submitted'), ('pieces_missing', 'pieces missing'), ('under_review', 'under review'), ('accepted_partner', 'accepted as partner'), ('accepted_member', 'accepted as member'), ('refused', 'refused'), ('withdrawn', 'withdrawn')], default='draft', editable=False, max_length=16, verbose_name='status')),
                    ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='begun')),
                    ('updated_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='changed')),
                    ('submitted_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='submitted')),
                    ('decided_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='decided')),
                    ('name', models.CharField(blank=True, max_length=200, verbose_name='name of the organisation')),
                    ('acronym', models.CharField(blank=True, max_length=30, verbose_name='acronym')),
                    ('type', models.CharField(blank=True, choices=[('state', 'State, province or local authority'), ('international_organisation', 'International or regional organisation'), ('development_bank', 'Development bank'), ('research', 'Research or teaching institution'), ('producers', 'Agricultural or forestry producers’ organisation'), ('civil_society', 'Civil society, association or NGO'), ('foundation', 'Foundation or donor'), ('company', 'Private company')], max_length=30, verbose_name='type')),
                    ('nature', models.CharField(blank=True, choices=[('public', 'public'), ('non_profit', 'non-profit'), ('commercial', 'commercial')], max_length=12, verbose_name='legal nature')),
                    ('website', models.URLField(blank=True, verbose_name='website')),
                    ('gives_funds', models.BooleanField(default=False, verbose_name='gives funds')),
                    ('wishes_to_be', models.CharField(choices=[('partner', 'Partner'), ('member', 'Member')], default='partner', max_length=8, verbose_name='wishes to be')),
                    ('motivation', models.TextField(blank=True, max_length=2000, verbose_name='why it wants to join')),
                    ('contact_name', models.CharField(blank=True, max_length=120, verbose_name='contact person')),
                    ('contact_role', models.CharField(blank=True, max_length=120, verbose_name='function')),
                    ('contact_email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail address of the contact')),
                    ('contact_phone', models.CharField(blank=True, max_length=40, verbose_name='telephone')),
                    ('is_authorised', models.BooleanField(default=False, verbose_name='may apply in its name')),
                    ('missing_pieces', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), blank=True, default=list, editable=False, size=None)),
                    ('missing_words', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='what is missing and why')),
                    ('proposed_as', models.CharField(blank=True, choices=[('partner', 'Partner'), ('member', 'Member')], editable=False, max_length=8, verbose_name='proposed as')),
                    ('decided_by_body', models.CharField(blank=True, choices=[('consortium', 'Consortium of Members'), ('bureau', 'Bureau')], editable=False, max_length=12, verbose_name='decided by')),
                    ('decided_on', models.DateField(blank=True, editable=False, null=True, verbose_name='date of the decision')),
                    ('decision_reference', models.CharField(blank=True, editable=False, max_length=120, verbose_name='reference')),
                    ('reason', models.TextField(blank=True, editable=False, max_length=2000, verbose_name='reason')),
                    ('applicant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='joining_applications', to=settings.AUTH_USER_MODEL, verbose_name='applicant')),
                ],
                options={
                    'verbose_name': 'application to join',
                    'verbose_name_plural': 'applications to join',
                    'ordering': ['-created_at', '-pk'],
                    'permissions': [('submit_joiningapplication', 'Can send one’s own application to join'), ('withdraw_joiningapplication', 'Can withdraw one’s own application to join'), ('decide_joiningapplication', 'Can decide on an application to join')],
                },
            ),
            migrations.AddField(
                model_name='joiningapplication',
                name='country',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.country', verbose_name='country'),
            ),
            migrations.AddField(
                model_name='joiningapplication',
                name='place',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='regions.place', verbose_name='city'),
            ),
            migrations.AddField(
                model_name='joiningapplicationevent',
                name='applicant',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='applicant'),
            ),
            migrations.AddField(
                model_name='joiningapplicationevent',
                name='country',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.country', verbose_name='country'),
            ),
            migrations.AddField(
                model_name='joiningapplicationevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='joiningapplicationevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='partners.joiningapplication'),
            ),
            migrations.AddField(
                model_name='joiningapplicationevent',
                name='place',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.place', verbose_name='city'),
            ),
            migrations.AddField(
                model_name='maildomainevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='maildomainevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='partners.maildomain'),
            ),
            migrations.AddField(
                model_name='partner',
                name='country',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='partners', to='regions.country', verbose_name='country'),
            ),
            migrations.AddField(
                model_name='partner',
                name='merged_into',
                field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_from', to='partners.partner', verbose_name='merged into'),
            ),
            migrations.AddField(
                model_name='partner',
                name='place',
                field=models.ForeignKey(blank=True, help_text='Where it stands on the map; without it, at its country.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='partners', to='regions.place', verbose_name='city'),
            ),
            migrations.AddField(
                model_name='maildomainevent',
                name='partner',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='partners.partner', verbose_name='organisation'),
            ),
            migrations.AddField(
                model_name='maildomain',
                name='partner',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mail_domains', to='partners.partner', verbose_name='organisation'),
            ),
            migrations.AddField(
                model_name='joiningapplicationevent',
                name='partner',
                field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='partners.partner', verbose_name='organisation'),
            ),
            migrations.AddField(
                model_name='joiningapplication',
                name='partner',
                field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='joining_applications', to='partners.partner', verbose_name='organisation'),
            ),
            migrations.AddField(
                model_name='invitationevent',
                name='partner',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='partners.partner', verbose_name='organisation'),
            ),
            migrations.AddField(
                model_name='invitation',
                name='partner',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='partners.partner', verbose_name='organisation'),
            ),
            migrations.AddField(
                model_name='agreementevent',
                name='partner',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='partners.partner', verbose_name='organisation'),
            ),
            migrations.AddField(
                model_name='agreement',
                name='partner',
                field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='partners.partner', verbose_name='organisation'),
            ),
            migrations.AddField(
                model_name='affiliationevent',
                name='partner',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='partners.partner', verbose_name='organisation'),
            ),
            migrations.AddField(
                model_name='affiliation',
                name='partner',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='affiliations', to='partners.partner', verbose_name='organisation'),
            ),
            migrations.AddField(
                model_name='partnerevent',
                name='country',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.country', verbose_name='country'),
            ),
            migrations.AddField(
                model_name='partnerevent',
                name='merged_into',
                field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='partners.partner', verbose_name='merged into'),
            ),
            migrations.AddField(
                model_name='partnerevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='partnerevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='partners.partner'),
            ),
            migrations.AddField(
                model_name='partnerevent',
                name='place',
                field=models.ForeignKey(blank=True, db_constraint=False, help_text='Where it stands on the map; without it, at its country.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.place', verbose_name='city'),
            ),
            migrations.AddField(
                model_name='piece',
                name='application',
                field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pieces', to='partners.joiningapplication', verbose_name='application'),
            ),
            migrations.AddField(
                model_name='piece',
                name='stored',
                field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='piece', to='core.storedfile', verbose_name='file'),
            ),
            migrations.AddField(
                model_name='pieceevent',
                name='application',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='partners.joiningapplication', verbose_name='application'),
            ),
            migrations.AddField(
                model_name='pieceevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='pieceevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='partners.piece'),
            ),
            migrations.AddField(
                model_name='pieceevent',
                name='stored',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.storedfile', verbose_name='file'),
            ),
            migrations.AddField(
                model_name='sheet',
                name='countries',
                field=models.ManyToManyField(blank=True, related_name='sheets', to='regions.country', verbose_name='countries of action'),
            ),
            migrations.AddField(
                model_name='sheet',
                name='draft_logo',
                field=models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.storedfile', verbose_name='logo of the draft'),
            ),
            migrations.AddField(
                model_name='sheet',
                name='draft_poster',
                field=models.OneToOneField(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.storedfile', verbose_name='poster of the draft'),
            ),
            migrations.AddField(
                model_name='sheet',
                name='logo',
                field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.storedfile', verbose_name='logo'),
            ),
            migrations.AddField(
                model_name='sheet',
                name='partner',
                field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='sheet', to='partners.partner', verbose_name='organisation'),
            ),
            migrations.AddField(
                model_name='sheet',
                name='poster',
                field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.storedfile', verbose_name='poster'),
            ),
            migrations.AddField(
                model_name='sheet',
                name='themes',
                field=models.ManyToManyField(blank=True, related_name='sheets', to='core.theme', verbose_name='themes'),
            ),
            migrations.AddField(
                model_name='sheetevent',
                name='logo',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.storedfile', verbose_name='logo'),
            ),
            migrations.AddField(
                model_name='sheetevent',
                name='partner',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='partners.partner', verbose_name='organisation'),
            ),
            migrations.AddField(
                model_name='sheetevent',
                name='pgh_context',
                field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
            ),
            migrations.AddField(
                model_name='sheetevent',
                name='pgh_obj',
                field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='partners.sheet'),
            ),
            migrations.AddField(
                model_name='sheetevent',
                name='poster',
                field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.storedfile', verbose_name='poster'),
            ),
            migrations.AddIndex(
                model_name='partner',
                index=models.Index(fields=['status', 'type'], name='partner_status_type'),
            ),
            migrations.AddIndex(
                model_name='partner',
                index=models.Index(core.search.Unaccented(django.db.models.functions.text.Lower('name')), models.F('id'), name='partner_by_name'),
            ),
            migrations.AddIndex(
                model_name='partner',
                index=django.contrib.postgres.indexes.GinIndex(fields=['plain_name'], name='partner_by_part_of_name', opclasses=['gin_trgm_ops']),
            ),
            migrations.AddConstraint(
                model_name='partner',
                constraint=models.CheckConstraint(condition=models.Q(('merged_into', None), ('status', 'left'), _connector='OR'), name='merged_organisations_have_left'),
            ),
            migrations.AddConstraint(
                model_name='partner',
                constraint=models.CheckConstraint(condition=models.Q(('nature', 'commercial'), ('status', 'member'), _negated=True), name='commercial_bodies_are_never_members', violation_error_message='A commercial body can be a partner, never a member.'),
            ),
            migrations.AddConstraint(
                model_name='partner',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('type', 'company'), _negated=True), ('nature', 'commercial'), _connector='OR'), name='companies_are_commercial', violation_error_message='A private company is commercial by nature.'),
            ),
            migrations.AddConstraint(
                model_name='partner',
                constraint=models.CheckConstraint(condition=models.Q(('gives_funds', True), ('type__in', ['research', 'producers']), _negated=True), name='funders_are_of_a_funding_type', violation_error_message='An organisation of this type cannot be in the funders group.'),
            ),
            migrations.AddConstraint(
                model_name='partner',
                constraint=models.UniqueConstraint(core.search.Unaccented(django.db.models.functions.text.Lower('name')), models.F('country'), name='one_organisation_per_name_and_country', violation_error_message='An organisation of this name exists in this country.'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='partner',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_partnerevent" ("acronym", "country_id", "created_at", "gives_funds", "id", "joined_on", "merged_into_id", "name", "nature", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "slug", "status", "status_reason", "status_since", "type", "website") VALUES (NEW."acronym", NEW."country_id", NEW."created_at", NEW."gives_funds", NEW."id", NEW."joined_on", NEW."merged_into_id", NEW."name", NEW."nature", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."slug", NEW."status", NEW."status_reason", NEW."status_since", NEW."type", NEW."website"); RETURN NULL;', hash='c9c75df54b9deb3476bce7ae10a01fe2b306c5a4', operation='INSERT', pgid='pgtrigger_insert_insert_71860', table='partners_partner', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='partner',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."acronym" IS DISTINCT FROM (NEW."acronym") OR OLD."country_id" IS DISTINCT FROM (NEW."country_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."gives_funds" IS DISTINCT FROM (NEW."gives_funds") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."joined_on" IS DISTINCT FROM (NEW."joined_on") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."nature" IS DISTINCT FROM (NEW."nature") OR OLD."place_id" IS DISTINCT FROM (NEW."place_id") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."status_reason" IS DISTINCT FROM (NEW."status_reason") OR OLD."status_since" IS DISTINCT FROM (NEW."status_since") OR OLD."type" IS DISTINCT FROM (NEW."type") OR OLD."website" IS DISTINCT FROM (NEW."website"))', func='INSERT INTO "partners_partnerevent" ("acronym", "country_id", "created_at", "gives_funds", "id", "joined_on", "merged_into_id", "name", "nature", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "slug", "status", "status_reason", "status_since", "type", "website") VALUES (NEW."acronym", NEW."country_id", NEW."created_at", NEW."gives_funds", NEW."id", NEW."joined_on", NEW."merged_into_id", NEW."name", NEW."nature", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."slug", NEW."status", NEW."status_reason", NEW."status_since", NEW."type", NEW."website"); RETURN NULL;', hash='a4603e5d5d12bbf34ae5febe1334186d282dfb88', operation='UPDATE', pgid='pgtrigger_update_update_17ece', table='partners_partner', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='partner',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_partnerevent" ("acronym", "country_id", "created_at", "gives_funds", "id", "joined_on", "merged_into_id", "name", "nature", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "slug", "status", "status_reason", "status_since", "type", "website") VALUES (OLD."acronym", OLD."country_id", OLD."created_at", OLD."gives_funds", OLD."id", OLD."joined_on", OLD."merged_into_id", OLD."name", OLD."nature", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."slug", OLD."status", OLD."status_reason", OLD."status_since", OLD."type", OLD."website"); RETURN NULL;', hash='eb9c69c408b53c5396b4cacc58551271826f964f', operation='DELETE', pgid='pgtrigger_delete_delete_e7dd8', table='partners_partner', when='AFTER')),
            ),
            migrations.AddConstraint(
                model_name='maildomain',
                constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('domain'), name='one_organisation_per_mail_domain', violation_error_message='Another organisation has this mail domain.'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='maildomain',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_maildomainevent" ("domain", "id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."domain", NEW."id", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='9aea7baa39b61f8b8d4580a1b5060b2334b0d401', operation='INSERT', pgid='pgtrigger_insert_insert_db7c3', table='partners_maildomain', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='maildomain',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "partners_maildomainevent" ("domain", "id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."domain", NEW."id", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='14b4d8cf47a2949ccec7d8740f6a2992a4c2cf82', operation='UPDATE', pgid='pgtrigger_update_update_9971c', table='partners_maildomain', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='maildomain',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_maildomainevent" ("domain", "id", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."domain", OLD."id", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='7732273448c9b3704ef300ebc9364ce68bfae55e', operation='DELETE', pgid='pgtrigger_delete_delete_a6e25', table='partners_maildomain', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='joiningapplication',
                index=models.Index(fields=['status', 'submitted_at'], name='joining_waiting'),
            ),
            migrations.AddConstraint(
                model_name='joiningapplication',
                constraint=models.UniqueConstraint(condition=models.Q(('status', 'draft')), fields=('applicant',), name='one_draft_per_applicant'),
            ),
            migrations.AddConstraint(
                model_name='joiningapplication',
                constraint=models.CheckConstraint(condition=models.Q(('nature', 'commercial'), ('status', 'accepted_member'), _negated=True), name='commercial_applicants_never_become_members', violation_error_message='A commercial body can be a partner, never a member.'),
            ),
            migrations.AddConstraint(
                model_name='joiningapplication',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['accepted_partner', 'accepted_member']), _negated=True), models.Q(models.Q(('decided_by_body', ''), _negated=True), ('decided_on__isnull', False)), _connector='OR'), name='acceptances_name_who_decided_and_when'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='joiningapplication',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_joiningapplicationevent" ("acronym", "applicant_id", "contact_email", "contact_name", "contact_phone", "contact_role", "country_id", "created_at", "decided_at", "decided_by_body", "decided_on", "decision_reference", "gives_funds", "id", "is_authorised", "missing_pieces", "missing_words", "motivation", "name", "nature", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "proposed_as", "reason", "status", "submitted_at", "type", "updated_at", "website", "wishes_to_be") VALUES (NEW."acronym", NEW."applicant_id", NEW."contact_email", NEW."contact_name", NEW."contact_phone", NEW."contact_role", NEW."country_id", NEW."created_at", NEW."decided_at", NEW."decided_by_body", NEW."decided_on", NEW."decision_reference", NEW."gives_funds", NEW."id", NEW."is_authorised", NEW."missing_pieces", NEW."missing_words", NEW."motivation", NEW."name", NEW."nature", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place_id", NEW."proposed_as", NEW."reason", NEW."status", NEW."submitted_at", NEW."type", NEW."updated_at", NEW."website", NEW."wishes_to_be"); RETURN NULL;', hash='e329251d678f182325b586112d471d2613c727f0', operation='INSERT', pgid='pgtrigger_insert_insert_7fe2b', table='partners_joiningapplication', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='joiningapplication',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "partners_joiningapplicationevent" ("acronym", "applicant_id", "contact_email", "contact_name", "contact_phone", "contact_role", "country_id", "created_at", "decided_at", "decided_by_body", "decided_on", "decision_reference", "gives_funds", "id", "is_authorised", "missing_pieces", "missing_words", "motivation", "name", "nature", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "proposed_as", "reason", "status", "submitted_at", "type", "updated_at", "website", "wishes_to_be") VALUES (NEW."acronym", NEW."applicant_id", NEW."contact_email", NEW."contact_name", NEW."contact_phone", NEW."contact_role", NEW."country_id", NEW."created_at", NEW."decided_at", NEW."decided_by_body", NEW."decided_on", NEW."decision_reference", NEW."gives_funds", NEW."id", NEW."is_authorised", NEW."missing_pieces", NEW."missing_words", NEW."motivation", NEW."name", NEW."nature", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place_id", NEW."proposed_as", NEW."reason", NEW."status", NEW."submitted_at", NEW."type", NEW."updated_at", NEW."website", NEW."wishes_to_be"); RETURN NULL;', hash='2aa6a32cbf72c3f9ac0431a6d36f5fd7455d0b70', operation='UPDATE', pgid='pgtrigger_update_update_02fd1', table='partners_joiningapplication', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='joiningapplication',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_joiningapplicationevent" ("acronym", "applicant_id", "contact_email", "contact_name", "contact_phone", "contact_role", "country_id", "created_at", "decided_at", "decided_by_body", "decided_on", "decision_reference", "gives_funds", "id", "is_authorised", "missing_pieces", "missing_words", "motivation", "name", "nature", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place_id", "proposed_as", "reason", "status", "submitted_at", "type", "updated_at", "website", "wishes_to_be") VALUES (OLD."acronym", OLD."applicant_id", OLD."contact_email", OLD."contact_name", OLD."contact_phone", OLD."contact_role", OLD."country_id", OLD."created_at", OLD."decided_at", OLD."decided_by_body", OLD."decided_on", OLD."decision_reference", OLD."gives_funds", OLD."id", OLD."is_authorised", OLD."missing_pieces", OLD."missing_words", OLD."motivation", OLD."name", OLD."nature", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place_id", OLD."proposed_as", OLD."reason", OLD."status", OLD."submitted_at", OLD."type", OLD."updated_at", OLD."website", OLD."wishes_to_be"); RETURN NULL;', hash='a16260a89afa2050c81af10abedca988401872b3', operation='DELETE', pgid='pgtrigger_delete_delete_d5f78', table='partners_joiningapplication', when='AFTER')),
            ),
            migrations.AddConstraint(
                model_name='invitation',
                constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('email'), models.F('partner'), condition=models.Q(('status', 'sent')), name='one_open_invitation_per_address', violation_error_message='This address has already been invited.'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='invitation',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_invitationevent" ("accepted_by_id", "answered_at", "created_at", "email", "expires_at", "id", "invited_by_id", "is_focal_point", "language", "name", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status") VALUES (NEW."accepted_by_id", NEW."answered_at", NEW."created_at", NEW."email", NEW."expires_at", NEW."id", NEW."invited_by_id", NEW."is_focal_point", NEW."language", NEW."name", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."status"); RETURN NULL;', hash='afe90247c193bb19a1622be412d72bffb18dcd04', operation='INSERT', pgid='pgtrigger_insert_insert_21287', table='partners_invitation', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='invitation',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "partners_invitationevent" ("accepted_by_id", "answered_at", "created_at", "email", "expires_at", "id", "invited_by_id", "is_focal_point", "language", "name", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status") VALUES (NEW."accepted_by_id", NEW."answered_at", NEW."created_at", NEW."email", NEW."expires_at", NEW."id", NEW."invited_by_id", NEW."is_focal_point", NEW."language", NEW."name", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."status"); RETURN NULL;', hash='6fbe43d690b64a58ecd17daa6eda80707a067c9f', operation='UPDATE', pgid='pgtrigger_update_update_daf67', table='partners_invitation', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='invitation',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_invitationevent" ("accepted_by_id", "answered_at", "created_at", "email", "expires_at", "id", "invited_by_id", "is_focal_point", "language", "name", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status") VALUES (OLD."accepted_by_id", OLD."answered_at", OLD."created_at", OLD."email", OLD."expires_at", OLD."id", OLD."invited_by_id", OLD."is_focal_point", OLD."language", OLD."name", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."status"); RETURN NULL;', hash='eceaa9865135d7ae79695ffcf439972145ebb76c', operation='DELETE', pgid='pgtrigger_delete_delete_45e62', table='partners_invitation', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='agreement',
                index=models.Index(fields=['ends_on'], name='agreement_end'),
            ),
            migrations.AddConstraint(
                model_name='agreement',
                constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='agreements_end_after_they_start', violation_error_message='It cannot end before it starts.'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='agreement',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_agreementevent" ("alerted_at", "document_id", "ends_on", "id", "is_public", "kind", "note", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "title") VALUES (NEW."alerted_at", NEW."document_id", NEW."ends_on", NEW."id", NEW."is_public", NEW."kind", NEW."note", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."starts_on", NEW."title"); RETURN NULL;', hash='9422f6475d0cd582ac19f4ebd2d3f4fbb8600bd8', operation='INSERT', pgid='pgtrigger_insert_insert_b1737', table='partners_agreement', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='agreement',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "partners_agreementevent" ("alerted_at", "document_id", "ends_on", "id", "is_public", "kind", "note", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "title") VALUES (NEW."alerted_at", NEW."document_id", NEW."ends_on", NEW."id", NEW."is_public", NEW."kind", NEW."note", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."starts_on", NEW."title"); RETURN NULL;', hash='b646f95ef1da5f438f3edce8908e1dac4a5388f2', operation='UPDATE', pgid='pgtrigger_update_update_8c840', table='partners_agreement', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='agreement',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_agreementevent" ("alerted_at", "document_id", "ends_on", "id", "is_public", "kind", "note", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "title") VALUES (OLD."alerted_at", OLD."document_id", OLD."ends_on", OLD."id", OLD."is_public", OLD."kind", OLD."note", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reference", OLD."starts_on", OLD."title"); RETURN NULL;', hash='a26a12e70b07214d48e716fd47164160ac7eab06', operation='DELETE', pgid='pgtrigger_delete_delete_63f2d', table='partners_agreement', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='affiliation',
                index=models.Index(fields=['status', 'requested_at'], name='affiliation_waiting'),
            ),
            migrations.AddConstraint(
                model_name='affiliation',
                constraint=models.UniqueConstraint(condition=models.Q(('status__in', ['requested', 'active'])), fields=('person', 'partner'), name='one_open_affiliation_per_organisation', violation_error_message='This person already belongs to the organisation, or has asked to.'),
            ),
            migrations.AddConstraint(
                model_name='affiliation',
                constraint=models.CheckConstraint(condition=models.Q(('is_focal_point', False), ('status', 'active'), _connector='OR'), name='focal_points_are_active', violation_error_message='Only an active person can be a focal point.'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='affiliation',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_affiliationevent" ("ended_at", "id", "is_focal_point", "partner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "requested_at", "started_at", "status") VALUES (NEW."ended_at", NEW."id", NEW."is_focal_point", NEW."partner_id", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."requested_at", NEW."started_at", NEW."status"); RETURN NULL;', hash='c7ab9e4d0e51868abf84a24c6b638f45482ab9ed', operation='INSERT', pgid='pgtrigger_insert_insert_4f6e4', table='partners_affiliation', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='affiliation',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "partners_affiliationevent" ("ended_at", "id", "is_focal_point", "partner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "requested_at", "started_at", "status") VALUES (NEW."ended_at", NEW."id", NEW."is_focal_point", NEW."partner_id", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."requested_at", NEW."started_at", NEW."status"); RETURN NULL;', hash='0f4907754286984d90db8ffeb52e229b3561bd3c', operation='UPDATE', pgid='pgtrigger_update_update_0a1fe', table='partners_affiliation', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='affiliation',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_affiliationevent" ("ended_at", "id", "is_focal_point", "partner_id", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "requested_at", "started_at", "status") VALUES (OLD."ended_at", OLD."id", OLD."is_focal_point", OLD."partner_id", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."requested_at", OLD."started_at", OLD."status"); RETURN NULL;', hash='91e420386ef45fc1420dc0d188fc3acbc04036fd', operation='DELETE', pgid='pgtrigger_delete_delete_720ae', table='partners_affiliation', when='AFTER')),
            ),
            migrations.AddConstraint(
                model_name='piece',
                constraint=models.UniqueConstraint(fields=('application', 'kind'), name='one_piece_of_each_kind'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='piece',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_pieceevent" ("application_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stored_id") VALUES (NEW."application_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."stored_id"); RETURN NULL;', hash='447cb41e097afc8d8c17059e254f89bb1bff2726', operation='INSERT', pgid='pgtrigger_insert_insert_44c8d', table='partners_piece', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='piece',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "partners_pieceevent" ("application_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stored_id") VALUES (NEW."application_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."stored_id"); RETURN NULL;', hash='cffc0c88c5ee84a13e4498849017d71fb2de4501', operation='UPDATE', pgid='pgtrigger_update_update_2c329', table='partners_piece', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='piece',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_pieceevent" ("application_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stored_id") VALUES (OLD."application_id", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."stored_id"); RETURN NULL;', hash='29ea28f133794c7a7c393215324192b63b9a6c5e', operation='DELETE', pgid='pgtrigger_delete_delete_69a5a', table='partners_piece', when='AFTER')),
            ),
            migrations.AddIndex(
                model_name='sheet',
                index=models.Index(fields=['completeness_percent'], name='sheet_completeness'),
            ),
            migrations.AddIndex(
                model_name='sheet',
                index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector('short_en', 'presentation_en', 'activities_en', 'interests_en', 'services_en', 'needs_en', 'networks_en', config='en_unaccent'), name='sheet_words_en'),
            ),
            migrations.AddIndex(
                model_name='sheet',
                index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector('short_fr', 'presentation_fr', 'activities_fr', 'interests_fr', 'services_fr', 'needs_fr', 'networks_fr', config='fr_unaccent'), name='sheet_words_fr'),
            ),
            migrations.AddIndex(
                model_name='sheet',
                index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.search.SearchVector('short_es', 'presentation_es', 'activities_es', 'interests_es', 'services_es', 'needs_es', 'networks_es', config='es_unaccent'), name='sheet_words_es'),
            ),
            migrations.AddConstraint(
                model_name='sheet',
                constraint=models.CheckConstraint(condition=models.Q(('completeness_percent__lte', 100)), name='sheets_are_at_most_complete'),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='sheet',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_sheetevent" ("activities", "activities_en", "activities_es", "activities_fr", "completeness_percent", "id", "interests", "interests_en", "interests_es", "interests_fr", "languages", "logo_id", "needs", "needs_en", "needs_es", "needs_fr", "networks", "networks_en", "networks_es", "networks_fr", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "poster_id", "presentation", "presentation_en", "presentation_es", "presentation_fr", "reminded_at", "services", "services_en", "services_es", "services_fr", "short", "short_en", "short_es", "short_fr", "updated_at") VALUES (NEW."activities", NEW."activities_en", NEW."activities_es", NEW."activities_fr", NEW."completeness_percent", NEW."id", NEW."interests", NEW."interests_en", NEW."interests_es", NEW."interests_fr", NEW."languages", NEW."logo_id", NEW."needs", NEW."needs_en", NEW."needs_es", NEW."needs_fr", NEW."networks", NEW."networks_en", NEW."networks_es", NEW."networks_fr", NEW."partner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."poster_id", NEW."presentation", NEW."presentation_en", NEW."presentation_es", NEW."presentation_fr", NEW."reminded_at", NEW."services", NEW."services_en", NEW."services_es", NEW."services_fr", NEW."short", NEW."short_en", NEW."short_es", NEW."short_fr", NEW."updated_at"); RETURN NULL;', hash='16b953c2b2c68414dbf57adcd68daf6ef699b50d', operation='INSERT', pgid='pgtrigger_insert_insert_93250', table='partners_sheet', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='sheet',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."activities" IS DISTINCT FROM (NEW."activities") OR OLD."activities_en" IS DISTINCT FROM (NEW."activities_en") OR OLD."activities_es" IS DISTINCT FROM (NEW."activities_es") OR OLD."activities_fr" IS DISTINCT FROM (NEW."activities_fr") OR OLD."completeness_percent" IS DISTINCT FROM (NEW."completeness_percent") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interests" IS DISTINCT FROM (NEW."interests") OR OLD."interests_en" IS DISTINCT FROM (NEW."interests_en") OR OLD."interests_es" IS DISTINCT FROM (NEW."interests_es") OR OLD."interests_fr" IS DISTINCT FROM (NEW."interests_fr") OR OLD."languages" IS DISTINCT FROM (NEW."languages") OR OLD."logo_id" IS DISTINCT FROM (NEW."logo_id") OR OLD."needs" IS DISTINCT FROM (NEW."needs") OR OLD."needs_en" IS DISTINCT FROM (NEW."needs_en") OR OLD."needs_es" IS DISTINCT FROM (NEW."needs_es") OR OLD."needs_fr" IS DISTINCT FROM (NEW."needs_fr") OR OLD."networks" IS DISTINCT FROM (NEW."networks") OR OLD."networks_en" IS DISTINCT FROM (NEW."networks_en") OR OLD."networks_es" IS DISTINCT FROM (NEW."networks_es") OR OLD."networks_fr" IS DISTINCT FROM (NEW."networks_fr") OR OLD."partner_id" IS DISTINCT FROM (NEW."partner_id") OR OLD."poster_id" IS DISTINCT FROM (NEW."poster_id") OR OLD."presentation" IS DISTINCT FROM (NEW."presentation") OR OLD."presentation_en" IS DISTINCT FROM (NEW."presentation_en") OR OLD."presentation_es" IS DISTINCT FROM (NEW."presentation_es") OR OLD."presentation_fr" IS DISTINCT FROM (NEW."presentation_fr") OR OLD."reminded_at" IS DISTINCT FROM (NEW."reminded_at") OR OLD."services" IS DISTINCT FROM (NEW."services") OR OLD."services_en" IS DISTINCT FROM (NEW."services_en") OR OLD."services_es" IS DISTINCT FROM (NEW."services_es") OR OLD."services_fr" IS DISTINCT FROM (NEW."services_fr") OR OLD."short" IS DISTINCT FROM (NEW."short") OR OLD."short_en" IS DISTINCT FROM (NEW."short_en") OR OLD."short_es" IS DISTINCT FROM (NEW."short_es") OR OLD."short_fr" IS DISTINCT FROM (NEW."short_fr") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at"))', func='INSERT INTO "partners_sheetevent" ("activities", "activities_en", "activities_es", "activities_fr", "completeness_percent", "id", "interests", "interests_en", "interests_es", "interests_fr", "languages", "logo_id", "needs", "needs_en", "needs_es", "needs_fr", "networks", "networks_en", "networks_es", "networks_fr", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "poster_id", "presentation", "presentation_en", "presentation_es", "presentation_fr", "reminded_at", "services", "services_en", "services_es", "services_fr", "short", "short_en", "short_es", "short_fr", "updated_at") VALUES (NEW."activities", NEW."activities_en", NEW."activities_es", NEW."activities_fr", NEW."completeness_percent", NEW."id", NEW."interests", NEW."interests_en", NEW."interests_es", NEW."interests_fr", NEW."languages", NEW."logo_id", NEW."needs", NEW."needs_en", NEW."needs_es", NEW."needs_fr", NEW."networks", NEW."networks_en", NEW."networks_es", NEW."networks_fr", NEW."partner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."poster_id", NEW."presentation", NEW."presentation_en", NEW."presentation_es", NEW."presentation_fr", NEW."reminded_at", NEW."services", NEW."services_en", NEW."services_es", NEW."services_fr", NEW."short", NEW."short_en", NEW."short_es", NEW."short_fr", NEW."updated_at"); RETURN NULL;', hash='a0e9cd72a0c26452855a70b158aab71d915cebde', operation='UPDATE', pgid='pgtrigger_update_update_99e0a', table='partners_sheet', when='AFTER')),
            ),
            pgtrigger.migrations.AddTrigger(
                model_name='sheet',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_sheetevent" ("activities", "activities_en", "activities_es", "activities_fr", "completeness_percent", "id", "interests", "interests_en", "interests_es", "interests_fr", "languages", "logo_id", "needs", "needs_en", "needs_es", "needs_fr", "networks", "networks_en", "networks_es", "networks_fr", "partner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "poster_id", "presentation", "presentation_en", "presentation_es", "presentation_fr", "reminded_at", "services", "services_en", "services_es", "services_fr", "short", "short_en", "short_es", "short_fr", "updated_at") VALUES (OLD."activities", OLD."activities_en", OLD."activities_es", OLD."activities_fr", OLD."completeness_percent", OLD."id", OLD."interests", OLD."interests_en", OLD."interests_es", OLD."interests_fr", OLD."languages", OLD."logo_id", OLD."needs", OLD."needs_en", OLD."needs_es", OLD."needs_fr", OLD."networks", OLD."networks_en", OLD."networks_es", OLD."networks_fr", OLD."partner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."poster_id", OLD."presentation", OLD."presentation_en", OLD."presentation_es", OLD."presentation_fr", OLD."reminded_at", OLD."services", OLD."services_en", OLD."services_es", OLD."services_fr", OLD."short", OLD."short_en", OLD."short_es", OLD."short_fr", OLD."updated_at"); RETURN NULL;', hash='9cae45d64dce82a281f0528cb4458db06175ae80', operation='DELETE', pgid='pgtrigger_delete_delete_262c8', table='partners_sheet', when='AFTER')),
            ),
        ]),
    ]
