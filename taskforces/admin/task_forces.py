"""Task forces, their seats, when they take requests, and the duties applicants are told."""

from django import forms
from django.contrib import admin
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RelatedDropdownFilter
from unfold.decorators import display
from unfold.widgets import (
    UnfoldAdminSelectWidget,
)

from accounts.admin import inlines_of_person
from accounts.models import User
from core.admin_base import (
    AddedByVerb,
    PlatformAdmin,
    ReadOnlyInline,
    State,
    TranslatedAdmin,
    offer_search,
    state_filter,
    verb,
)
from regions.models import Region
from taskforces.admin.fields import moment
from taskforces.models import Duty, Role, Seat, TaskForce


class SeatForm(forms.Form):
    """Whom to give which seat; whether it may be given is the verb's to say."""

    person = forms.ModelChoiceField(label=_("Person"), queryset=User.objects.active())
    role = forms.ChoiceField(
        label=_("Role"), choices=[("", _("Choose a role")), *Role.choices], widget=UnfoldAdminSelectWidget
    )
    region = forms.ModelChoiceField(
        label=_("Region"),
        queryset=Region.objects.large(),
        required=False,
        empty_label=_("No region"),
        widget=UnfoldAdminSelectWidget,
        help_text=_("Only for regional representatives."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_search(self, Seat, "person")


class SeatOfTaskForceForm(SeatForm):
    """The same, with the task force."""

    task_force = forms.ModelChoiceField(
        label=_("Task force"),
        queryset=TaskForce.objects.with_objective(),
        empty_label=_("Choose a task force"),
        widget=UnfoldAdminSelectWidget,
    )
    field_order = ["task_force", "person", "role", "region"]


class OpeningForm(forms.Form):
    """Open or closed by hand; while it is open, perhaps between two moments."""

    is_open = forms.TypedChoiceField(
        label=_("Joining"),
        choices=[("yes", pgettext_lazy("joining", "Open")), ("no", pgettext_lazy("joining", "Closed"))],
        coerce=lambda value: value == "yes",
        widget=UnfoldAdminSelectWidget,
    )
    opens_at = moment(_("Opens at"), required=False, help_text=_("Empty: it is open already."))
    closes_at = moment(_("Closes at"), required=False, help_text=_("Empty: until you close it."))


class RenewalForm(forms.Form):
    """Until when the mandate is renewed."""

    expires_at = moment(
        _("Until"), required=False, help_text=_("Empty: for the usual length, two years unless it was set otherwise.")
    )


class SeatsInline(ReadOnlyInline):
    model = Seat
    fields = ["person", "role", "region", "started_at", "ended_at"]
    ordering = ["ended_at", "role", "started_at"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("person", "region", "task_force__objective")
        return rows.filter(ended_at=None)


class SeatsOfPerson(SeatsInline):
    verbose_name_plural = _("Seats in task forces")
    fields = ["code", "role", "region", "started_at", "ended_at"]

    @display(description=_("Task force"))
    def code(self, seat):
        return seat.task_force.code


inlines_of_person.append(SeatsOfPerson)


@admin.register(TaskForce)
class TaskForceAdmin(TranslatedAdmin):
    can_add = False  # one per strategic objective
    list_display = ["code", "title", "leader", "takes_requests", "joining_closes_at"]
    list_display_links = ["code", "title"]
    list_filter = [
        state_filter(
            _("leader"),
            "leader",
            none=(_("Without leader"), lambda rows: rows.exclude(pk__in=TaskForce.objects.with_leader())),
        ),
        "is_joining_open",
    ]
    search_fields = [
        "objective__code",
        "objective__texts__label_en",
        "objective__texts__label_fr",
        "objective__texts__label_es",
    ]
    readonly_fields = fields = ["objective", "is_joining_open", "joining_opens_at", "joining_closes_at"]
    inlines = [SeatsInline]
    verbs = ["give_seat", "set_joining"]

    def get_queryset(self, request):
        leaders = Seat.objects.in_force().leaders().select_related("person")
        return (
            super()
            .get_queryset(request)
            .with_objective()
            .prefetch_related(Prefetch("seats", leaders, to_attr="leader_seats"))
        )

    def verb_form(self, verb, request, obj=None):
        """Joining as it is set now; what the others ask for begins empty."""
        form = super().verb_form(verb, request, obj)
        if verb.form is OpeningForm and obj:
            form.initial = {
                "is_open": "yes" if obj.is_joining_open else "no",
                "opens_at": obj.joining_opens_at,
                "closes_at": obj.joining_closes_at,
            }
        return form

    @display(description=_("Code"), ordering="objective__code")
    def code(self, task_force):
        return task_force.code

    @display(description=_("Objective"))
    def title(self, task_force):
        return task_force.objective.label

    @display(description=_("Leader"))
    def leader(self, task_force):
        return task_force.leader_seats[0].person if task_force.leader_seats else None

    @display(description=_("Takes requests"), boolean=True)
    def takes_requests(self, task_force):
        return task_force.takes_requests

    @verb(
        _("Open and close joining"),
        permission="taskforces.edit_joiningform",
        form=OpeningForm,
        explanation=_("Joining is open or closed from now on; while it is open, perhaps between two moments."),
        done=_("Saved."),
    )
    def set_joining(self, task_force, *, by, is_open, opens_at, closes_at):
        task_force.set_joining(is_open, opens_at=opens_at, closes_at=closes_at, by=by)

    @verb(
        _("Give a seat"),
        permission="taskforces.seat_taskforce",
        form=SeatForm,
        explanation=_(
            "Only people of active partner organisations can be leader or regional representative. "
            "A team member’s seat gives way to a leader’s or representative’s. The person is told."
        ),
        done=_("The seat is given. The person has been told."),
    )
    def give_seat(self, task_force, *, by, person, role, region):
        task_force.seat(person, role, region=region, by=by)


@admin.register(Seat)
class SeatAdmin(AddedByVerb, PlatformAdmin):
    can_change = False
    list_display = ["code", "person", "role", "region", "state", "started_at", "expires_at", "ended_at"]
    list_display_links = ["code", "person"]
    list_filter = [
        state_filter(
            _("state"),
            "state",
            open=(_("Open"), lambda rows: rows.open()),
            flagged=(_("Vacant, to be confirmed"), lambda rows: rows.lost()),
            lapsed=(_("Mandate has ended"), lambda rows: rows.lapsed()),
            expiring=(_("Mandate ends within 60 days"), lambda rows: rows.expiring()),
            ended=(_("Ended"), lambda rows: rows.exclude(ended_at=None)),
        ),
        ("role", ChoicesDropdownFilter),
        ("region", RelatedDropdownFilter),
        ("person", AutocompleteSelectFilter),
    ]
    search_fields = ["person__name", "person__email", "task_force__objective__code"]
    search_help_text = _("Person, or code of the task force")
    fields = [
        *("task_force", "person", "role", "region", "state", "started_at"),
        *("expires_at", "renewal_wished_at", "ended_at"),
    ]
    readonly_fields = fields
    verbs = ["renew", "name_deputy", "end_deputy", "turn_into_membership", "end"]
    bulk_verbs = ["turn_into_membership", "end"]
    export_columns = ["code", "person", "email", "role", "region", "state", "started_at", "expires_at", "ended_at"]
    personal_columns = ["person", "email"]
    add_form = SeatOfTaskForceForm
    add_explanation = TaskForceAdmin.give_seat.verb.explanation

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("task_force__objective").with_people()
        return rows.prefetch_related("task_force__objective__texts__version")

    def get_ordering(self, request):
        return ["task_force__objective__code", "role", "started_at"]

    def add(self, *, by, task_force, person, role, region):
        return task_force.seat(person, role, region=region, by=by)

    @display(description=_("Task force"), ordering="task_force__objective__code")
    def code(self, seat):
        return seat.task_force.code

    @display(description=_("E-mail address"))
    def email(self, seat):
        return seat.person.email

    @display(
        description=_("State"), label={"open": "success", "flagged": "danger", "lapsed": "danger", "ended": "info"}
    )
    def state(self, seat):
        if not seat.is_open:
            return State("ended", _("ended"))
        if seat.is_lapsed:
            return State("lapsed", _("mandate has ended"))
        if seat.is_flagged:
            return State("flagged", _("vacant, to be confirmed"))
        return State("open", _("deputy leader") if seat.is_deputy_now else _("open"))

    @verb(
        _("Renew the mandate"),
        permission="taskforces.renew_seat",
        form=RenewalForm,
        when=lambda seat: seat.can_be_renewed and not seat.is_lost,
        explanation=_("The person goes on in the same seat, and is told. Her organisation must be in force."),
        done=_("The mandate is renewed. The person has been told."),
    )
    def renew(self, seat, *, by, expires_at):
        seat.renew(by=by, expires_at=expires_at)

    @verb(
        _("Make deputy leader"),
        permission="taskforces.name_deputy_seat",
        when=lambda seat: seat.can_be_deputy,
        explanation=_(
            "The person answers requests to join and questions from outside as the leader does, and is told."
        ),
        done=_("Done. The person has been told."),
    )
    def name_deputy(self, seat, *, by):
        seat.name_deputy(by=by)

    @verb(
        _("No longer deputy"),
        permission="taskforces.end_deputy_seat",
        when=lambda seat: seat.is_deputy_now,
        explanation=_("The person stays in the task force as a team member, and is told."),
        done=_("Done. The person has been told."),
    )
    def end_deputy(self, seat, *, by):
        seat.end_deputy(by=by)

    @verb(
        _("Turn into membership"),
        permission="taskforces.end_seat",
        when=lambda seat: seat.is_flagged and seat.person.is_active,
        explanation=_(
            "The person’s organisation has left or is suspended, or the mandate has ended. The seat is free again, and "
            "the person stays as a team member, and is told."
        ),
        done=_("The person is a team member now. The seat is free."),
    )
    def turn_into_membership(self, seat, *, by):
        seat.turn_into_membership(by=by)

    @verb(
        _("End"),
        permission="taskforces.end_seat",
        when=lambda seat: seat.is_open,
        explanation=_("The seat is free from now on. The person is told."),
        done=_("The seat has ended."),
        is_grave=True,
    )
    def end(self, seat, *, by):
        seat.end(by=by)


@admin.register(Duty)
class DutyAdmin(TranslatedAdmin):
    can_delete = True
    list_display = ["text", "role", "position"]
    list_filter = ["role"]
    fields = ["role", "position"]
