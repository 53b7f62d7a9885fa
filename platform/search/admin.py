"""The vocabulary of the search, edited by the secretariat."""

from django.contrib import admin

from core.admin_base import PlatformAdmin
from search.models import Term


@admin.register(Term)
class TermAdmin(PlatformAdmin):
    can_delete = True
    list_display = ["words", "language", "concept"]
    list_filter = ["language"]
    search_fields = ["words", "concept"]
    fields = ["concept", "language", "words"]
