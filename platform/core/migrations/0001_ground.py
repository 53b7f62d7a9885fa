"""What PostgreSQL must know before the first table: accents to ignore, trigrams, the table of the cache."""

from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations

# unaccent() is only STABLE, because its dictionary could be replaced; indexes want IMMUTABLE. Ours names the
# dictionary that comes with PostgreSQL.
FUNCTION = """
CREATE FUNCTION core_unaccent(text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT public.unaccent('public.unaccent'::regdictionary, $1) $$;
"""

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
        migrations.RunSQL(CACHE, "DROP TABLE core_cache"),
    ]
