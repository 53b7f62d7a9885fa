"""What PostgreSQL must know before the first table: accents to ignore, words to find, trigrams, the table of the cache."""

from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations

# unaccent() is only STABLE, because its dictionary could be replaced; indexes want IMMUTABLE. Ours names the
# dictionary that comes with PostgreSQL.
FUNCTION = """
CREATE FUNCTION core_unaccent(text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT public.unaccent('public.unaccent'::regdictionary, $1) $$;
"""

# Full text in the three languages, accents ignored: "mediterraneennes" finds "méditerranéenne".
LANGUAGES = {"en": "english", "fr": "french", "es": "spanish"}
CREATE = """
CREATE TEXT SEARCH CONFIGURATION {code}_unaccent (COPY = {name});
ALTER TEXT SEARCH CONFIGURATION {code}_unaccent
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, {name}_stem;
"""
DROP = "DROP TEXT SEARCH CONFIGURATION {code}_unaccent"

CACHE = """
CREATE TABLE core_cache (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX core_cache_expires ON core_cache (expires);
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        migrations.RunSQL(FUNCTION, "DROP FUNCTION core_unaccent(text)"),
        *(
            migrations.RunSQL(CREATE.format(code=code, name=name), DROP.format(code=code))
            for code, name in LANGUAGES.items()
        ),
        migrations.RunSQL(CACHE, "DROP TABLE core_cache"),
    ]
