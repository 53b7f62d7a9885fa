from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    # Together, the migrations from before the first release: where they have run, this has.
    replaces = [
        ('spaces', '0001_spaces'),
    ]

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Space',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True, verbose_name='slug')),
                ('audience', models.CharField(choices=[('public', 'everybody'), ('signed_in', 'everybody who is signed in'), ('partners', 'people of partner organisations'), ('college', 'people of this college'), ('funders', 'people of organisations that fund'), ('friends', 'friends without organisation'), ('members', 'those who belong there')], default='members', max_length=10, verbose_name='audience')),
            ],
            options={
                'verbose_name': 'space',
                'verbose_name_plural': 'spaces',
                'ordering': ['slug'],
                'permissions': [('enter_space', 'Can read what lies in a space')],
                'default_permissions': ['view'],
            },
        ),
    ]
