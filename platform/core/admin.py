"""The log of what happened, to read; the vocabulary of themes, to edit."""

from functools import partial

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, DropdownFilter, RangeDateTimeFilter
from unfold.decorators import display

from core.admin_audit import find_changes, with_changes
from core.admin_base import PlatformAdmin, TranslatedAdmin
from core.admin_history import notes_of, verb_in_words
from core.models import Activity, Theme


class VerbFilter(DropdownFilter):
    title, parameter_name = _("what was done"), "verb"

    def lookups(self, request, model_admin):
        verbs = Activity.objects.order_by("verb").values_list("verb", flat=True).distinct()
        return [(verb, verb_in_words(verb)) for verb in verbs]

    def queryset(self, request, queryset):
        return queryset.filter(verb=self.value()) if self.value() else queryset


class KindFilter(DropdownFilter):
    title, parameter_name = _("kind of object"), "kind"

    def lookups(self, request, model_admin):
        ids = Activity.objects.order_by().values("content_type").distinct()
        return [(str(kind.pk), kind.name) for kind in ContentType.objects.filter(pk__in=ids)]

    def queryset(self, request, queryset):
        value = self.value() or ""
        return queryset.filter(content_type=value) if value.isdecimal() else queryset


@admin.register(Activity)
class ActivityAdmin(PlatformAdmin):
    """Who did what, when and from where. Nobody changes a line."""

    can_add = can_change = False
    list_display = ["created_at", "actor", "what", "kind", "about", "source"]
    list_display_links = ["created_at"]
    list_filter = [
        ("actor", AutocompleteSelectFilter),
        VerbFilter,
        KindFilter,
        "source",
        ("created_at", RangeDateTimeFilter),
    ]
    search_fields = ["actor__name", "actor__email", "verb"]
    search_help_text = _("Name or address of the person, or the verb")
    fields = ["created_at", "actor", "what", "kind", "about", "source", "details", "changes"]
    readonly_fields = fields
    list_select_related = ["actor", "content_type"]
    export_columns = ["created_at", "actor", "what", "kind", "about", "source", "details", "changes"]
    personal_columns = ["actor", "about", "details", "changes"]
    is_long = True

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .select_related("actor", "content_type")
            .prefetch_related(GenericPrefetch("object", self.named_objects(request)))
        )

    def named_objects(self, request):
        """For each kind of object, its list as that admin loads it, so that a name asks nothing more."""
        return [
            other.get_queryset(request)
            for model, other in self.admin_site._registry.items()
            if isinstance(other, PlatformAdmin) and hasattr(model, "record")
        ]

    @display(description=_("What was done"), ordering="verb")
    def what(self, activity):
        return verb_in_words(activity.verb)

    @display(description=_("Kind"), ordering="content_type")
    def kind(self, activity):
        return activity.content_type.name

    @display(description=_("About"))
    def about(self, activity):
        if activity.object is None:
            return f"#{activity.object_id}"
        kind = activity.content_type
        try:
            url = reverse(f"admin:{kind.app_label}_{kind.model}_change", args=[activity.object_id])
        except NoReverseMatch:
            return str(activity.object)
        return format_html('<a href="{}">{}</a>', url, activity.object)

    @display(description=_("Details"))
    def details(self, activity):
        return "; ".join(f"{note.field}: {note.after}" for note in notes_of(activity))

    @display(description=_("What changed"))
    def changes(self, activity):
        """Before and after of each field, as far as the history keeps it; words of people it does not."""
        if not hasattr(activity, "stored_changes"):
            find_changes([activity], lambda model: model._base_manager.all())
        return "; ".join(
            f"{each.field}: {each.before or '–'} → {each.after or '–'}" for each in activity.stored_changes
        )

    def exported(self, rows, columns, request):
        return with_changes(rows, partial(self.rows_named, request)) if "changes" in columns else rows

    def rows_named(self, request, model):
        """The rows of `model` as its own admin loads them, so that their names ask nothing more."""
        other = self.admin_site._registry.get(model)
        return other.get_queryset(request) if isinstance(other, PlatformAdmin) else model._base_manager.all()


@admin.register(Theme)
class ThemeAdmin(TranslatedAdmin):
    can_delete = True
    list_display = ["name", "slug", "position"]
    fields = ["slug", "position"]
    search_fields = ["name_en", "name_fr", "name_es", "slug"]
