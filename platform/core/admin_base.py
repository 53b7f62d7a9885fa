"""What every admin of the platform has in common: rights, verbs, records, history, languages, exports."""

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied
from django.db import models
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modeltranslation.admin import TranslationAdmin
from modeltranslation.translator import translator
from unfold.admin import ModelAdmin, TabularInline
from unfold.widgets import UnfoldAdminTextareaWidget

from core.admin_export import ExportsMixin
from core.admin_history import history_of
from core.admin_verbs import (
    AddedByVerb,
    FoundByTyping,
    ReasonForm,
    SeveralFoundByTyping,
    VerbsMixin,
    WordlessForm,
    offer_search,
    verb,
)
from core.models import Recorded

__all__ = [
    "AddedByVerb",
    "PlatformAdmin",
    "ReadOnlyInline",
    "ReasonForm",
    "State",
    "TranslatedAdmin",
    "WordlessForm",
    "offer_search",
    "state_filter",
    "verb",
]

LANGUAGE_TITLES = {"en": gettext_lazy("English"), "fr": gettext_lazy("French"), "es": gettext_lazy("Spanish")}


class State(tuple):
    """A state with its colour in a list, `State("suspended", "suspended")`; as text it is the label."""

    def __new__(cls, key, label):
        return super().__new__(cls, (key, label))

    def __str__(self):
        return str(self[1])


class PlatformAdmin(VerbsMixin, ExportsMixin, ModelAdmin):
    """Rights come from `has_perm`, changes are recorded, the history is that of the database, nothing is deleted.

    Objects end, leave or are lifted by verbs; an admin of plain vocabulary sets `can_delete`.
    """

    can_add = True
    can_change = True
    can_delete = False
    list_per_page = 50
    list_max_show_all = 200
    show_full_result_count = False
    warn_unsaved_form = True
    compressed_fields = False
    # Long texts need room to be read while they are written.
    formfield_overrides = {models.TextField: {"widget": UnfoldAdminTextareaWidget(attrs={"rows": 6})}}

    # -- Rights

    def may(self, request, action, obj=None):
        """Ask has_perm, as everybody does."""
        return request.user.has_perm(f"{self.opts.app_label}.{action}_{self.opts.model_name}", obj)

    def has_view_permission(self, request, obj=None):
        return self.may(request, "view", obj) or self.may(request, "change", obj)

    def has_add_permission(self, request):
        return self.can_add and self.may(request, "add")

    def has_change_permission(self, request, obj=None):
        return self.can_change and self.may(request, "change", obj)

    def has_delete_permission(self, request, obj=None):
        return self.can_delete and self.may(request, "delete", obj)

    def get_queryset(self, request):
        return self.visible(super().get_queryset(request), request.user)

    def visible(self, rows, user):
        """What this person may see, as on every page, unless the secretariat looks after more than pages show."""
        return rows.visible_to(user) if hasattr(rows, "visible_to") else rows

    def get_actions(self, request):
        """Nothing is deleted by the dozen."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", FoundByTyping(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", SeveralFoundByTyping(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """What a field points at is edited on its own page, not in a window beside this one."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            widget = field.widget
            widget.can_add_related = widget.can_change_related = False
            widget.can_delete_related = widget.can_view_related = False
        return field

    # -- Records

    def save_model(self, request, obj, form, change):
        """Plain fields are saved as typed; that it was done is recorded like any verb."""
        super().save_model(request, obj, form, change)
        if isinstance(obj, Recorded) and (form.changed_data or not change):
            obj.record("edited" if change else "registered", by=request.user, fields=form.changed_data)

    # Django's own log would keep names of people after they are forgotten; Activity and the history keep more.
    def log_addition(self, request, obj, message):
        return None

    def log_change(self, request, obj, message):
        return None

    def log_deletions(self, request, queryset):
        return None

    def history_view(self, request, object_id, extra_context=None):
        """Who changed what, when and from where, before and after; and the verbs that were called."""
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, obj):
            raise PermissionDenied
        context = self.admin_site.each_context(request) | {
            "title": _("History: %(object)s") % {"object": obj},
            "opts": self.opts,
            "object": obj,
            "history": history_of(obj),
            "back": self.change_url(obj),
        }
        return TemplateResponse(request, "admin/history.html", context | (extra_context or {}))


class TranslatedAdmin(PlatformAdmin, TranslationAdmin):
    """Texts in several languages: one tab per language below the fields that have none."""

    def get_fieldsets(self, request, obj=None):
        languages = translator.get_options_for_model(self.model).all_fields
        plain = [name for name in self.plain_fields(request, obj) if name not in languages]
        tabs = [
            (title, {"classes": ["tab"], "fields": [f"{field}_{code}" for field in self.translated_fields()]})
            for code, title in LANGUAGE_TITLES.items()
        ]
        return ([(None, {"fields": plain})] if plain else []) + tabs

    def plain_fields(self, request, obj):
        """The fields without language, in order."""
        return self.fields or ()

    def translated_fields(self):
        """The names of the fields that exist in each language, in the order of the model."""
        registered = translator.get_options_for_model(self.model).all_fields
        return [field.name for field in self.opts.fields if field.name in registered]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """The tab says the language already."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and hasattr(db_field, "translated_field"):
            field.label = capfirst(db_field.translated_field.verbose_name)
        return field

    def get_form(self, request, obj=None, **kwargs):
        kwargs["fields"] = [
            name
            for _title, options in self.get_fieldsets(request, obj)
            for name in options["fields"]
            if name not in self.get_readonly_fields(request, obj)
        ]
        return super().get_form(request, obj, **kwargs)


class ReadOnlyInline(TabularInline):
    """Rows that belong to the object, to look at; they change on their own pages."""

    extra = 0
    max_num = 0
    can_delete = False
    show_change_link = True
    hide_title = True

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(f"{self.opts.app_label}.view_{self.opts.model_name}")

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_readonly_fields(self, request, obj=None):
        return self.fields


def state_filter(title, parameter, **states):
    """A filter of a list whose choices are words of the queryset: state=(label, function of queryset)."""

    class StateFilter(admin.SimpleListFilter):
        def lookups(self, request, model_admin):
            return [(state, label) for state, (label, _words) in states.items()]

        def queryset(self, request, queryset):
            label_and_words = states.get(self.value())
            return label_and_words[1](queryset) if label_and_words else queryset

    StateFilter.title = title
    StateFilter.parameter_name = parameter
    return StateFilter
