"""Rooms: to whom each is open; and those who were let in one by one."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter
from unfold.decorators import display
from unfold.widgets import UnfoldAdminSelectWidget

from accounts.models import User
from core.admin_base import AddedByVerb, PlatformAdmin, State, offer_search, state_filter, verb
from spaces.models import Membership, Space


class OpenForm(forms.Form):
    """To whom."""

    audience = forms.ChoiceField(
        label=gettext_lazy("Open to"), choices=Space.Audience.choices, widget=UnfoldAdminSelectWidget
    )


@admin.register(Space)
class SpaceAdmin(PlatformAdmin):
    can_add = can_change = False  # a room comes with its owner
    list_display = ["title", "slug", "audience"]
    list_filter = [("audience", ChoicesDropdownFilter)]
    search_fields = ["slug"]
    fields = ["title", "slug", "audience", "whose"]
    readonly_fields = fields
    verbs = ["open_to"]
    export_columns = ["title", "slug", "audience"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_owner()

    @display(description=gettext_lazy("Room"), ordering="slug")
    def title(self, space):
        return space.title

    @display(description=gettext_lazy("Whose it is"))
    def whose(self, space):
        return space.owner or _("the whole Initiative")

    @verb(
        gettext_lazy("Open to …"),
        permission="spaces.open_space",
        form=OpenForm,
        explanation=gettext_lazy(
            "Whoever is let in reads everything that lies there, also what was written before. "
            "Those who belong there are always let in."
        ),
        done=gettext_lazy("From now on the room is open to them."),
        is_grave=True,
    )
    def open_to(self, space, *, by, audience):
        space.open_to(audience, by=by)


class MembershipForm(forms.Form):
    """Who comes into which room, as what."""

    space = forms.ModelChoiceField(label=gettext_lazy("Room"), queryset=Space.objects.all())
    person = forms.ModelChoiceField(label=gettext_lazy("Person"), queryset=User.objects.active())
    role = forms.ChoiceField(
        label=gettext_lazy("Role"), choices=Membership.Role.choices, widget=UnfoldAdminSelectWidget
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_search(self, Membership, "space", "person")


@admin.register(Membership)
class MembershipAdmin(AddedByVerb, PlatformAdmin):
    can_change = False
    list_display = ["person", "room", "role", "state", "started_at"]
    list_filter = [
        state_filter(
            gettext_lazy("state"),
            "state",
            open=(gettext_lazy("Running"), lambda rows: rows.open()),
            ended=(gettext_lazy("Ended"), lambda rows: rows.exclude(ended_at=None)),
        ),
        ("role", ChoicesDropdownFilter),
        ("space", AutocompleteSelectFilter),
        ("person", AutocompleteSelectFilter),
    ]
    search_fields = ["person__name", "person__email", "space__slug"]
    fields = ["person", "room", "role", "state", "started_at", "ended_at"]
    readonly_fields = fields
    verbs = ["end"]
    export_columns = ["person", "email", "room", "role", "state", "started_at", "ended_at"]
    personal_columns = ["person", "email"]
    add_form = MembershipForm
    add_explanation = gettext_lazy(
        "Most people belong to a room by their organisation, their seat or the place where they live. "
        "Here you let in somebody else, or make somebody a moderator. The person is told."
    )

    def has_add_permission(self, request):
        return request.user.has_perm("spaces.admit_membership")

    def get_queryset(self, request):
        return super().get_queryset(request).with_room()

    def add(self, *, by, space, person, role):
        return space.admit(person, role=role, by=by)

    @display(description=gettext_lazy("E-mail address"))
    def email(self, membership):
        return membership.person.email

    @display(description=gettext_lazy("Room"), ordering="space__slug")
    def room(self, membership):
        return membership.space.title

    @display(description=gettext_lazy("State"), label={"running": "success", "ended": "default"})
    def state(self, membership):
        return State("running", _("running")) if membership.is_open else State("ended", _("ended"))

    @verb(
        gettext_lazy("End"),
        permission="spaces.end_membership",
        when=lambda membership: membership.is_open,
        explanation=gettext_lazy(
            "The person no longer belongs there for this reason, and is told. What is written stays."
        ),
        done=gettext_lazy("The membership has ended, and the person has been told."),
        is_grave=True,
    )
    def end(self, membership, *, by):
        membership.end(by=by)
