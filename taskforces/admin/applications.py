"""Applications in the admin: read with all that was answered, decided by the verbs that leaders use too."""

from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import (
    AutocompleteSelectFilter,
    ChoicesDropdownFilter,
    DropdownFilter,
    RangeDateFilter,
)
from unfold.decorators import display
from unfold.widgets import UnfoldAdminTextareaWidget

from core.admin_base import PlatformAdmin, State, state_filter, verb
from regions.models import Region
from taskforces.models import Application, TaskForce
from taskforces.reminding import LONG


class TaskForceFilter(DropdownFilter):
    title, parameter_name = _("task force"), "code"

    def lookups(self, request, model_admin):
        return [(row.code, str(row)) for row in TaskForce.objects.with_objective()]

    def queryset(self, request, queryset):
        return queryset.filter(task_force__objective__code=self.value()) if self.value() else queryset


class RegionFilter(DropdownFilter):
    """The large region the applicant works in, or would represent."""

    title, parameter_name = _("region"), "region"

    def lookups(self, request, model_admin):
        return [(region.slug, region.name) for region in Region.objects.large()]

    def queryset(self, request, queryset):
        return queryset.filter(country__region__parent__slug=self.value()) if self.value() else queryset


class DeclineForm(forms.Form):
    """Why the request is declined."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 4}),
        help_text=_("The applicant reads these words."),
    )


class AskForm(forms.Form):
    """What is to be known before deciding."""

    text = forms.CharField(
        label=_("Question"),
        max_length=2000,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 4}),
        help_text=_("The applicant is told at once and answers on the platform."),
    )


def in_pairs(rows):
    """Questions and answers, one below the other."""
    pairs = format_html_join("", '<dt class="answer-to">{}</dt><dd class="answer">{}</dd>', rows)
    return format_html("<dl>{}</dl>", pairs) if pairs else "–"


@admin.register(Application)
class ApplicationAdmin(PlatformAdmin):
    can_add = can_change = False
    list_display = ["code", "person", "role", "region", "country", "state", "submitted_at", "age"]
    list_display_links = ["code", "person"]
    list_filter = [
        state_filter(
            _("what waits"),
            "waiting",
            all=(_("Waiting for an answer"), lambda rows: rows.waiting()),
            long=(_("Waiting for more than 7 days"), lambda rows: rows.waiting_longer_than(LONG)),
            candidates=(_("Candidates to nominate"), lambda rows: rows.to_nominate()),
        ),
        ("status", ChoicesDropdownFilter),
        ("role", ChoicesDropdownFilter),
        RegionFilter,
        TaskForceFilter,
        ("person", AutocompleteSelectFilter),
        ("submitted_at", RangeDateFilter),
    ]
    search_fields = ["person__name", "person__email", "task_force__objective__code"]
    search_help_text = _("Person, or code of the task force")
    ordering = ["submitted_at", "pk"]
    readonly_fields = fields = [
        "task_force",
        "person",
        "organisations",
        "role",
        "region",
        "country",
        "language",
        "state",
        "submitted_at",
        "candidacy",
        "answered",
        "conversation",
        "decided_at",
        "decided_by",
        "reason",
    ]
    verbs = ["accept", "nominate", "ask", "decline"]
    bulk_verbs = ["accept", "decline"]
    export_columns = ["code", "person", "email", "role", "region", "country", "state", "submitted_at", "decided_at"]
    personal_columns = ["person", "email"]

    def get_queryset(self, request):
        """What was sent: a draft is nobody's business but the applicant's."""
        rows = super().get_queryset(request).sent()
        return rows.select_related(
            "person", "country", "region", "form", "decided_by", "task_force__objective", "call__consultation"
        ).prefetch_related("task_force__objective__texts__version")

    @display(description=_("Task force"), ordering="task_force__objective__code")
    def code(self, application):
        return application.task_force.code

    @display(description=_("E-mail address"))
    def email(self, application):
        return application.person.email

    @display(
        description=_("Status"),
        ordering="status",
        label={
            "submitted": "warning",
            "asked": "info",
            "accepted": "success",
            "nominated": "success",
            "not_selected": "default",
            "declined": "danger",
            "withdrawn": "default",
        },
    )
    def state(self, application):
        return State(application.status, application.get_status_display())

    @display(description=_("Days waiting"), ordering="submitted_at")
    def age(self, application):
        if application.status != Application.Status.SUBMITTED:
            return None
        return (timezone.now() - application.submitted_at).days

    @display(description=_("Organisations"))
    def organisations(self, application):
        return ", ".join(map(str, application.person.organisations)) or _("None: a friend of the Initiative")

    @display(description=_("Candidacy"))
    def candidacy(self, application):
        """Where it stands, and the way to the other candidates for the seat."""
        if not application.call_id:
            return None
        stage = application.stage.label if application.stage else application.get_status_display()
        link, words = application.call.get_absolute_url(), _("Candidates side by side")
        return format_html('{} · <a href="{}">{}</a>', stage, link, words)

    @display(description=_("Answers"))
    def answered(self, application):
        rows = ((question.label, words) for question, words in application.answered_questions)
        return in_pairs(rows)

    @display(description=_("Conversation"))
    def conversation(self, application):
        rows = ((message.author, message.text) for message in application.messages.select_related("author"))
        return in_pairs(rows)

    @verb(
        _("Accept"),
        permission="taskforces.decide_application",
        when=lambda application: application.can_be_accepted,
        explanation=_("The applicant becomes a team member, and is told in the language of the applicant."),
        done=_("Accepted. The applicant has been told."),
    )
    def accept(self, application, *, by):
        application.accept(by=by)

    @verb(
        _("Nominate"),
        permission="taskforces.nominate_application",
        when=lambda application: application.can_be_nominated and not application.is_in_consultation,
        explanation=_(
            "The applicant gets the leader’s or representative’s seat that was asked for. The other candidates for it "
            "become team members. Everybody is told."
        ),
        done=_("Nominated. The applicant has been told."),
    )
    def nominate(self, application, *, by):
        application.nominate(by=by)

    @verb(
        _("Ask back"),
        permission="taskforces.decide_application",
        form=AskForm,
        when=lambda application: application.can_be_asked,
        explanation=_("The request waits for the applicant’s answer, then for your decision again."),
        done=_("Your question is on its way."),
    )
    def ask(self, application, *, by, text):
        application.ask(text, by=by)

    @verb(
        _("Decline"),
        permission="taskforces.decide_application",
        form=DeclineForm,
        when=lambda application: application.can_be_decided,
        explanation=_("The applicant reads your reason on the platform and by mail."),
        done=_("Declined. The applicant has been told, with your reason."),
        is_grave=True,
    )
    def decline(self, application, *, by, reason):
        application.decline(reason=reason, by=by)
