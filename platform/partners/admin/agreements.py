"""The register of agreements: grants, secondments, memoranda, hosting, and who declared support."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter
from unfold.decorators import display
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldBooleanWidget

from core.admin_base import PlatformAdmin, State, state_filter
from core.uploads import UploadField
from partners.models import Agreement

STATE_COLOURS = {"coming": "info", "in_force": "success", "ending": "warning", "ended": "danger"}


class AgreementForm(forms.ModelForm):
    """An agreement, with the file of its document."""

    upload = UploadField(
        label=gettext_lazy("New document"),
        required=False,
        widget=UnfoldAdminFileFieldWidget,
        help_text=gettext_lazy("PDF or picture, at most 10 MB. Only the secretariat reads it."),
    )
    removes_document = forms.BooleanField(
        label=gettext_lazy("Remove the document"), required=False, widget=UnfoldBooleanWidget
    )


@admin.register(Agreement)
class AgreementAdmin(PlatformAdmin):
    form = AgreementForm
    list_display = ["title", "partner", "kind", "state", "starts_on", "ends_on", "is_public"]
    list_filter = [
        state_filter(
            gettext_lazy("in force"),
            "state",
            in_force=(gettext_lazy("In force"), lambda rows: rows.in_force()),
            ending=(gettext_lazy("Ending within 90 days"), lambda rows: rows.ending()),
            ended=(gettext_lazy("Ended"), lambda rows: rows.ended()),
        ),
        ("kind", ChoicesDropdownFilter),
        "is_public",
        ("partner", AutocompleteSelectFilter),
    ]
    list_select_related = ["partner"]
    search_fields = ["title", "reference", "partner__name", "partner__acronym"]
    search_help_text = gettext_lazy("Title, reference or organisation")
    autocomplete_fields = ["partner"]
    fields = [
        "partner",
        "kind",
        "title",
        "reference",
        "starts_on",
        "ends_on",
        "is_public",
        "note",
        "document_link",
        "upload",
        "removes_document",
        "alerted_at",
    ]
    readonly_fields = ["document_link", "alerted_at"]
    export_columns = ["title", "partner", "kind", "reference", "starts_on", "ends_on", "state", "is_public"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("partner", "document")

    def get_fields(self, request, obj=None):
        """A new one has nothing to remove yet."""
        late = ("document_link", "removes_document", "alerted_at")
        return self.fields if obj else [name for name in self.fields if name not in late]

    def save_model(self, request, obj, form, change):
        """The facts first; then the document, so that a full disk loses nothing that was typed."""
        super().save_model(request, obj, form, change)
        upload = form.cleaned_data.get("upload")
        if not upload and not (form.cleaned_data.get("removes_document") and obj.document):
            return
        try:
            obj.put_document(upload or None, by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))

    @display(description=gettext_lazy("State"), label=STATE_COLOURS)
    def state(self, agreement):
        if agreement.is_ending:
            return State("ending", _("ends within 90 days"))
        if agreement.is_in_force:
            return State("in_force", _("in force"))
        return State("ended", _("ended")) if agreement.is_over else State("coming", _("not begun"))

    @display(description=gettext_lazy("Document"))
    def document_link(self, agreement):
        if agreement.document is None:
            return _("none")
        address = reverse("partners:agreement-document", args=[agreement.pk])
        return format_html('<a href="{}">{}</a>', address, agreement.document.name)
