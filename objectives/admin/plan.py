"""The strategic plan: the texts of the version in force, in each language; those of past versions to read."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import RelatedDropdownFilter
from unfold.decorators import display

from core.admin_base import PlatformAdmin, ReadOnlyInline, TranslatedAdmin
from objectives.models import Facility, Goal, GoalText, Objective, ObjectiveText, PlanVersion, Target


@admin.register(PlanVersion)
class PlanVersionAdmin(TranslatedAdmin):
    list_display = ["name", "number", "adopted_on", "is_in_force"]
    fields = ["number", "adopted_on", "is_in_force"]
    readonly_fields = ["is_in_force"]

    def get_readonly_fields(self, request, obj=None):
        return [*self.readonly_fields, "number"] if obj else self.readonly_fields


class TextInline(ReadOnlyInline):
    """The texts of each version, one link away."""

    ordering = ["-version__number"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("version")


class GoalTextInline(TextInline):
    model = GoalText
    fields = ["version", "name", "statement"]


class ObjectiveTextInline(TextInline):
    model = ObjectiveText
    fields = ["version", "label", "title"]


class TargetInline(TextInline):
    model = Target
    fields = ["version", "year", "short", "value", "unit"]
    ordering = ["-version__number", "year"]


@admin.register(Goal)
class GoalAdmin(PlatformAdmin):
    can_add = can_change = False
    list_display = ["code", "label"]
    list_display_links = ["code", "label"]
    fields = ["code"]
    inlines = [GoalTextInline]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("texts__version")

    @display(description=_("Name"))
    def label(self, goal):
        return goal.name


@admin.register(Objective)
class ObjectiveAdmin(PlatformAdmin):
    can_add = False
    list_display = ["code", "short_label", "goal", "facility"]
    list_display_links = ["code", "short_label"]
    list_filter = [("goal", RelatedDropdownFilter), ("facility", RelatedDropdownFilter)]
    search_fields = ["code", "texts__label_en", "texts__label_fr", "texts__label_es"]
    fields = ["code", "goal", "facility"]
    readonly_fields = ["code", "goal"]
    inlines = [ObjectiveTextInline, TargetInline]

    def get_queryset(self, request):
        return super().get_queryset(request).with_text()

    @display(description=_("Label"))
    def short_label(self, objective):
        return objective.label


@admin.register(Facility)
class FacilityAdmin(TranslatedAdmin):
    can_add = False
    list_display = ["code", "family", "name"]
    list_display_links = ["code", "name"]
    list_filter = ["family"]
    fields = ["family", "code", "position"]
    readonly_fields = ["family", "code"]


class TextsAdmin(TranslatedAdmin):
    """A text of a plan version: edited while its version is in force, read afterwards."""

    can_add = False
    list_filter = [("version", RelatedDropdownFilter)]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or obj.version.is_in_force)


@admin.register(GoalText)
class GoalTextAdmin(TextsAdmin):
    list_display = ["code", "name", "version"]
    list_display_links = ["code", "name"]
    fields = ["goal", "version"]
    readonly_fields = ["goal", "version"]
    ordering = ["goal__code", "-version__number"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("version", "goal").prefetch_related("goal__texts__version")

    @display(description=_("Goal"), ordering="goal__code")
    def code(self, text):
        return text.goal.code


@admin.register(ObjectiveText)
class ObjectiveTextAdmin(TextsAdmin):
    list_display = ["code", "label", "version"]
    list_display_links = ["code", "label"]
    search_fields = ["objective__code", "label_en", "label_fr", "label_es", "title_en", "title_fr", "title_es"]
    fields = ["objective", "version"]
    readonly_fields = ["objective", "version"]
    ordering = ["objective__code", "-version__number"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("version", "objective")
        return rows.prefetch_related("objective__texts__version")

    @display(description=_("Objective"), ordering="objective__code")
    def code(self, text):
        return text.objective.code


@admin.register(Target)
class TargetAdmin(TextsAdmin):
    list_display = ["code", "year", "short", "value", "unit", "version"]
    list_display_links = ["code", "year"]
    list_filter = [*TextsAdmin.list_filter, "year"]
    search_fields = ["objective__code", "text_en", "text_fr", "text_es"]
    fields = ["objective", "version", "year", "value", "unit"]
    readonly_fields = ["objective", "version", "year"]
    ordering = ["objective__code", "year", "-version__number"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("version", "objective")
        return rows.prefetch_related("objective__texts__version")

    @display(description=_("Objective"), ordering="objective__code")
    def code(self, target):
        return target.objective.code
