"""Project Teams and their people in the admin."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter
from unfold.decorators import display
from unfold.widgets import UnfoldAdminSelectWidget

from accounts.admin import inlines_of_person
from accounts.models import User
from core.admin_base import PlatformAdmin, ReadOnlyInline, State, offer_search, state_filter, verb
from partners.models import Partner
from projects.models import ProjectTeam, TeamMember


class AskForm(forms.Form):
    """Whom to ask, for which partner; whether she belongs to it is the verb's to say."""

    person = forms.ModelChoiceField(label=_("Person"), queryset=User.objects.active())
    partner = forms.ModelChoiceField(label=_("Stands for"), queryset=Partner.objects.in_force())
    role = forms.ChoiceField(label=_("Role"), choices=TeamMember.Role.choices, widget=UnfoldAdminSelectWidget)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_search(self, TeamMember, "person", "partner")


class PlacesInline(ReadOnlyInline):
    model = TeamMember
    fields = ["person", "partner", "role", "status", "invited_at", "answered_at"]
    ordering = ["invited_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).open().select_related("person", "partner", "team")


class PlacesOfPerson(PlacesInline):
    verbose_name_plural = _("Places in Project Teams")
    fk_name = "person"
    fields = ["team", "partner", "role", "status", "invited_at", "answered_at"]


inlines_of_person.append(PlacesOfPerson)


@admin.register(ProjectTeam)
class ProjectTeamAdmin(PlatformAdmin):
    """Founded from an idea, on its page."""

    can_add = can_change = False
    list_display = ["code", "name", "shown_state", "number_of_partners", "created_at"]
    list_display_links = ["code", "name"]
    list_filter = [
        state_filter(
            _("state"),
            "state",
            formed=(_("Formed"), lambda rows: rows.formed()),
            forming=(_("To be completed"), lambda rows: rows.forming()),
        )
    ]
    search_fields = ["name", "idea__title", "idea__task_force__objective__code"]
    fields = ["name", "purpose", "idea", "shown_state", "founded_by", "created_at"]
    readonly_fields = fields
    inlines = [PlacesInline]
    verbs = ["ask"]
    export_columns = ["code", "name", "shown_state", "number_of_partners", "created_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_facts()

    @display(description=_("Task force"), ordering="idea__task_force__objective__code")
    def code(self, team):
        return team.task_force.code

    @display(description=_("Partners"), ordering="number_of_partners")
    def number_of_partners(self, team):
        return team.number_of_partners

    @display(description=_("State"), label={"formed": "success", "forming": "warning"})
    def shown_state(self, team):
        return State("formed", _("formed")) if team.is_formed else State("forming", _("to be completed"))

    @verb(
        _("Ask somebody"),
        permission="projects.manage_projectteam",
        form=AskForm,
        explanation=_("The person is told, and accepts or declines. She must belong to the partner she stands for."),
        done=_("Asked. The person has been told."),
    )
    def ask(self, team, *, by, person, partner, role):
        team.ask(person, partner, role=role, by=by)


@admin.register(TeamMember)
class TeamMemberAdmin(PlatformAdmin):
    """Who is in which team, for which partner."""

    can_add = can_change = False
    list_display = ["person", "partner", "team", "role", "status", "invited_at"]
    list_filter = [
        ("status", ChoicesDropdownFilter),
        ("role", ChoicesDropdownFilter),
        ("person", AutocompleteSelectFilter),
        ("partner", AutocompleteSelectFilter),
    ]
    search_fields = ["person__name", "person__email", "partner__name", "team__name"]
    fields = ["team", "person", "partner", "role", "status", "invited_by", "invited_at", "answered_at", "ended_at"]
    readonly_fields = fields
    verbs = ["coordinate", "end"]
    export_columns = ["person", "partner", "team", "role", "status", "invited_at", "answered_at"]
    personal_columns = ["person"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "partner", "team__idea__task_force__objective")

    @verb(
        _("Make coordinator"),
        permission="projects.end_teammember",
        when=lambda member: member.is_accepted and member.role != TeamMember.Role.COORDINATOR,
        explanation=_("Whoever coordinated the team stays as a member. The person is told."),
        done=_("This person coordinates the team from now on, and is told."),
    )
    def coordinate(self, member, *, by):
        member.coordinate(by=by)

    @verb(
        _("End"),
        permission="projects.end_teammember",
        when=lambda member: member.is_open,
        explanation=_("The place is free again. The person is told."),
        done=_("The place is free again. The person is told."),
        is_grave=True,
    )
    def end(self, member, *, by):
        member.end(by=by)
