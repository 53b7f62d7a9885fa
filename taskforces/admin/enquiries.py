"""Questions from outside in the admin: the secretariat answers where nobody leads, or after two weeks."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import RangeDateFilter
from unfold.decorators import display
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget, UnfoldBooleanSwitchWidget

from core.admin_base import PlatformAdmin, State, state_filter, verb
from taskforces.models import Enquiry
from taskforces.models.replying import LONGEST_ANSWER

COLOURS = {"waiting": "warning", "answered": "success", "set_aside": "default"}


class AnswerForm(forms.Form):
    """What the asker gets by mail."""

    text = forms.CharField(
        label=_("Your answer"), max_length=LONGEST_ANSWER, widget=UnfoldAdminTextareaWidget(attrs={"rows": 8})
    )
    language = forms.ChoiceField(
        label=_("Language you write in"), choices=settings.LANGUAGES, widget=UnfoldAdminSelectWidget
    )
    publish = forms.BooleanField(
        label=_("Publish it, if whoever asked agreed"), required=False, widget=UnfoldBooleanSwitchWidget
    )


class SetAsideForm(forms.Form):
    """Why it gets no answer here."""

    why = forms.ChoiceField(label=_("Reason"), choices=Enquiry.Why.choices, widget=UnfoldAdminSelectWidget)
    reason = forms.CharField(
        label=_("Your words, if any"),
        max_length=1000,
        required=False,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        help_text=_("Whoever asked reads them, unless it was advertising."),
    )


@admin.register(Enquiry)
class EnquiryAdmin(PlatformAdmin):
    """Addresses are shown to nobody: answers go out by themselves."""

    can_add = can_change = False
    list_display = ["code", "asker", "beginning", "state", "confirmed_at", "closed_at"]
    list_display_links = ["code", "asker"]
    list_filter = [
        state_filter(
            _("waiting"),
            "waiting",
            ours=(_("For the secretariat"), lambda rows: rows.for_secretariat()),
            all=(_("All that wait"), lambda rows: rows.waiting()),
            published=(_("Published"), lambda rows: rows.published()),
        ),
        "status",
        ("confirmed_at", RangeDateFilter),
    ]
    search_fields = ["name", "person__name", "organisation", "question", "task_force__objective__code"]
    ordering = ["confirmed_at", "pk"]
    fields = [
        "task_force",
        "asker",
        "organisation",
        "question",
        "language",
        "may_be_published",
        "shows_name",
        "state",
        "confirmed_at",
        "answer",
        "closed_at",
        "closed_by",
        "published_at",
        "reason",
    ]
    readonly_fields = fields
    verbs = ["reply", "set_aside", "publish", "unpublish"]
    bulk_verbs = ["set_aside"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("person", "closed_by", "task_force__objective")
        return rows.prefetch_related("task_force__objective__texts__version")

    @display(description=_("Task force"), ordering="task_force__objective__code")
    def code(self, enquiry):
        return enquiry.task_force.code

    @display(description=_("Asked by"))
    def asker(self, enquiry):
        return enquiry.asker

    @display(description=_("Question"))
    def beginning(self, enquiry):
        return enquiry.question[:80]

    @display(description=_("State"), ordering="status", label=COLOURS)
    def state(self, enquiry):
        return State(enquiry.status, enquiry.get_status_display())

    @verb(
        _("Answer"),
        permission="taskforces.answer_enquiry",
        form=AnswerForm,
        when=lambda enquiry: enquiry.can_be_answered,
        explanation=_("The answer goes out by mail, in the language of whoever asked."),
        done=_("Your answer is on its way."),
    )
    def reply(self, enquiry, *, by, text, language, publish):
        enquiry.reply(text, language=language, publish=publish, by=by)

    @verb(
        _("Set aside"),
        permission="taskforces.set_aside_enquiry",
        form=SetAsideForm,
        when=lambda enquiry: enquiry.can_be_set_aside,
        explanation=_("Whoever asked is told why, unless it was advertising."),
        done=_("Set aside."),
        is_grave=True,
    )
    def set_aside(self, enquiry, *, by, why, reason):
        enquiry.set_aside(why, reason, by=by)

    @verb(
        _("Publish"),
        permission="taskforces.answer_enquiry",
        when=lambda enquiry: enquiry.can_be_published,
        explanation=_("Everybody reads question and answer on the page of the task force."),
        done=_("Published: everybody can read it."),
    )
    def publish(self, enquiry, *, by):
        enquiry.publish(by=by)

    @verb(
        _("Take off the page"),
        permission="taskforces.answer_enquiry",
        when=lambda enquiry: enquiry.is_published,
        explanation=_("Nobody reads it any more but the asker and those who answer."),
        done=_("No longer published."),
    )
    def unpublish(self, enquiry, *, by):
        enquiry.unpublish(by=by)
