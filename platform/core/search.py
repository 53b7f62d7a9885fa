"""Accents ignored, in queries and in indexes."""

from django.db.models import CharField, Func


class Unaccented(Func):
    """The text without accents. PostgreSQL's own unaccent() is not immutable; core's first migration wraps it."""

    function = "core_unaccent"
    output_field = CharField()
