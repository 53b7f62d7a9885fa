"""The strategy item by item, and the proposals of the task forces: what the secretariat edits and decides."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RelatedDropdownFilter
from unfold.decorators import display
from unfold.widgets import UnfoldAdminTextareaWidget

from core.admin_base import PlatformAdmin, ReasonForm, State, TranslatedAdmin, state_filter, verb
from objectives.models import StrategyItem, StrategyProposal


@admin.register(StrategyItem)
class StrategyItemAdmin(TranslatedAdmin):
    list_display = ["code", "words", "kind", "position", "state", "is_example", "updated_at"]
    list_display_links = ["code", "words"]
    list_filter = [
        ("objective", RelatedDropdownFilter),
        ("kind", ChoicesDropdownFilter),
        ("status", ChoicesDropdownFilter),
        "is_example",
    ]
    search_fields = ["objective__code", "text_en", "text_fr", "text_es", "source"]
    fields = ["objective", "kind", "position", "source", "is_example", "state", "updated_at"]
    readonly_fields = ["state", "updated_at"]
    ordering = ["objective__code", "kind", "position", "pk"]
    verbs = ["retire", "restore"]
    export_columns = ["code", "kind", "position", "text_en", "text_fr", "text_es", "source", "state"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("objective")
        return rows.prefetch_related("objective__texts__version")

    @display(description=_("Objective"), ordering="objective__code")
    def code(self, item):
        return item.objective.code

    @display(description=_("Text"))
    def words(self, item):
        return str(item)

    @display(description=_("State"), ordering="status", label={"current": "success", "retired": "default"})
    def state(self, item):
        return State(item.status, item.get_status_display())

    @verb(
        _("Retire"),
        permission="objectives.retire_strategyitem",
        form=ReasonForm,
        when=lambda item: item.is_current,
        explanation=_("The item leaves the page of the objective. Its own page and its history remain."),
        done=_("The item is retired."),
    )
    def retire(self, item, *, by, reason):
        item.retire(reason=reason, by=by)

    @verb(
        _("Restore"),
        permission="objectives.retire_strategyitem",
        when=lambda item: not item.is_current,
        explanation=_("The item stands on the page of the objective again."),
        done=_("The item is current again."),
    )
    def restore(self, item, *, by):
        item.restore(by=by)


class AcceptForm(forms.Form):
    """The text in three languages, beside what is proposed; nothing to write where an item is removed."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, proposal=None, **kwargs):
        # Once it is decided, the verb says by whom.
        self.item = proposal.item if proposal and proposal.is_waiting else None
        super().__init__(data, initial={"seen": self.item.stamp if self.item else ""}, **kwargs)
        if proposal is None or not proposal.is_removal:
            for code, name in settings.LANGUAGES:
                self.fields[f"text_{code}"] = text_field(code, name, proposal)

    def clean(self):
        """Show the new text of an item that has changed since this page was opened, then ask again."""
        if self.item and self.cleaned_data.get("seen") != self.item.stamp:
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.item.stamp
            self.add_error(
                None,
                forms.ValidationError(
                    _("The text of the item has changed meanwhile. It reads now: %(text)s"),
                    params={"text": self.item.text},
                ),
            )
        return self.cleaned_data


def text_field(code, name, proposal):
    """The text in one language: as proposed in the language of the proposal, as it stands in the others."""
    is_proposed = proposal is not None and proposal.language == code
    initial = proposal.text if is_proposed else proposal.item.texts[code] if proposal and proposal.item else ""
    return forms.CharField(
        label=name,
        max_length=2000,
        initial=initial,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 5, "lang": code}),
        help_text=_("As proposed.") if is_proposed else _("To be translated from what is proposed."),
    )


@admin.register(StrategyProposal)
class StrategyProposalAdmin(PlatformAdmin):
    can_add = can_change = False
    list_display = ["code", "change", "kind", "author", "language", "state", "created_at"]
    list_display_links = ["code", "change"]
    list_filter = [
        state_filter(
            _("what waits"),
            "waiting",
            waiting=(_("To be decided on"), lambda rows: rows.waiting()),
        ),
        ("status", ChoicesDropdownFilter),
        ("objective", RelatedDropdownFilter),
        ("change", ChoicesDropdownFilter),
    ]
    search_fields = ["objective__code", "author__name", "text", "why"]
    fields = readonly_fields = [
        "objective",
        "change",
        "kind",
        "item",
        "author",
        "language",
        "created_at",
        "before",
        "text_now",
        "text",
        "why",
        "comment",
        "commented_by",
        "state",
        "decided_at",
        "decided_by",
        "reason",
    ]
    verbs = ["accept", "decline"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).with_people()
        return rows.prefetch_related("objective__texts__version")

    def verb_form(self, verb, request, obj=None):
        options = {"proposal": obj} if verb.form is AcceptForm else {}
        return verb.form(request.POST if request.method == "POST" else None, **options)

    @display(description=_("Objective"), ordering="objective__code")
    def code(self, proposal):
        return proposal.objective.code

    @display(description=_("Text of today, where it has changed since"))
    def text_now(self, proposal):
        if not proposal.is_overtaken:
            return "–"
        return proposal.item.texts[proposal.language] or proposal.item.text

    @display(
        description=_("Status"),
        ordering="status",
        label={"waiting": "warning", "accepted": "success", "declined": "danger", "withdrawn": "default"},
    )
    def state(self, proposal):
        return State(proposal.status, proposal.get_status_display())

    @verb(
        _("Accept"),
        permission="objectives.decide_strategyproposal",
        form=AcceptForm,
        when=lambda proposal: proposal.can_be_decided,
        explanation=_("What is proposed is done at once, in three languages, and its author is told."),
        done=_("Accepted. Its author has been told."),
    )
    def accept(self, proposal, *, by, seen="", **texts):
        proposal.accept(texts={name.removeprefix("text_"): words for name, words in texts.items()}, seen=seen, by=by)

    @verb(
        _("Decline"),
        permission="objectives.decide_strategyproposal",
        form=ReasonForm,
        when=lambda proposal: proposal.can_be_decided,
        explanation=_("Its author reads your reason on the platform and by mail."),
        done=_("Declined. Its author has been told, with your reason."),
        is_grave=True,
    )
    def decline(self, proposal, *, by, reason):
        proposal.decline(reason=reason, by=by)
