"""Full text in the three languages, accents ignored: "mediterraneennes" finds "méditerranéenne"."""

from django.db import migrations

LANGUAGES = {"en": "english", "fr": "french", "es": "spanish"}

CREATE = """
CREATE TEXT SEARCH CONFIGURATION {code}_unaccent (COPY = {name});
ALTER TEXT SEARCH CONFIGURATION {code}_unaccent
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, {name}_stem;
"""
DROP = "DROP TEXT SEARCH CONFIGURATION {code}_unaccent"


class Migration(migrations.Migration):
    dependencies = [("core", "0005_stored_files")]

    operations = [
        migrations.RunSQL(CREATE.format(code=code, name=name), DROP.format(code=code))
        for code, name in LANGUAGES.items()
    ]
