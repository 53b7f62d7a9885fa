"""Ambassadors named and dismissed, what they did, and their kit."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter, RangeDateFilter, RelatedDropdownFilter
from unfold.decorators import display
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminTextareaWidget

from accounts.models import User
from colleges.models import Ambassador, AmbassadorActivity, KitItem
from core.admin_base import (
    AddedByVerb,
    PlatformAdmin,
    ReasonForm,
    State,
    TranslatedAdmin,
    offer_search,
    state_filter,
    verb,
)
from core.uploads import UploadField


class NamingForm(forms.Form):
    """Whom to name, and what she is asked to do."""

    person = forms.ModelChoiceField(label=gettext_lazy("Person"), queryset=User.objects.active())
    words = forms.CharField(
        label=gettext_lazy("Mandate"),
        max_length=300,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        help_text=gettext_lazy("In a sentence or two, what she is asked to do. She reads it."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_search(self, Ambassador, "person")


@admin.register(Ambassador)
class AmbassadorAdmin(AddedByVerb, PlatformAdmin):
    can_change = False
    list_display = ["person", "country", "state", "started_at", "ended_at"]
    list_filter = [
        state_filter(
            gettext_lazy("state"),
            "state",
            in_force=(gettext_lazy("In force"), lambda rows: rows.in_force()),
            ended=(gettext_lazy("Ended"), lambda rows: rows.exclude(ended_at=None)),
        ),
        ("person", AutocompleteSelectFilter),
    ]
    search_fields = ["person__name", "person__email"]
    fields = ["person", "country", "words", "state", "named_by", "started_at", "ended_at", "reason"]
    readonly_fields = fields
    verbs = ["end"]
    export_columns = ["person", "email", "country", "words", "state", "started_at", "ended_at"]
    personal_columns = ["person", "email", "country", "words"]
    add_form = NamingForm
    add_explanation = gettext_lazy(
        "Anybody with an account can be an ambassador, save the secretariat. The person is told, with the mandate. "
        "Her name appears on the page of the friends only if she shows it in rosters."
    )

    def has_add_permission(self, request):
        return request.user.has_perm("colleges.name_ambassador")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person__country", "named_by")

    def add(self, *, by, person, words):
        return Ambassador.name(person, words=words, by=by)

    @display(description=gettext_lazy("E-mail address"))
    def email(self, ambassador):
        return ambassador.person.email

    @display(description=gettext_lazy("Country"))
    def country(self, ambassador):
        return ambassador.person.country

    @display(description=gettext_lazy("State"), label={"in_force": "success", "inactive": "danger", "ended": "info"})
    def state(self, ambassador):
        if not ambassador.is_open:
            return State("ended", _("ended"))
        if ambassador.is_in_force:
            return State("in_force", _("in force"))
        return State("inactive", _("account not active"))

    @verb(
        gettext_lazy("End"),
        permission="colleges.end_ambassador",
        form=ReasonForm,
        when=lambda ambassador: ambassador.is_open,
        explanation=gettext_lazy("The kit and her list close to her at once. The person is told, with the reason."),
        done=gettext_lazy("She is no ambassador any more, and has been told."),
        is_grave=True,
    )
    def end(self, ambassador, *, by, reason):
        ambassador.end(by=by, reason=reason)


@admin.register(AmbassadorActivity)
class AmbassadorActivityAdmin(PlatformAdmin):
    """What ambassadors did, to read and to count. They write it themselves."""

    can_add = can_change = False
    list_display = ["title", "ambassador", "happened_on", "country", "place", "people_reached"]
    list_filter = [("happened_on", RangeDateFilter), ("country", RelatedDropdownFilter)]
    search_fields = ["title", "place", "ambassador__person__name"]
    fields = ["ambassador", "title", "happened_on", "country", "place", "people_reached", "link", "created_at"]
    readonly_fields = fields
    export_columns = ["ambassador", "title", "happened_on", "country", "place", "people_reached", "link"]
    personal_columns = ["ambassador", "title", "place", "link"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("ambassador__person", "country")


class KitItemForm(forms.ModelForm):
    """An item of the kit, with its file."""

    upload = UploadField(
        label=gettext_lazy("New file"),
        required=False,
        widget=UnfoldAdminFileFieldWidget,
        help_text=gettext_lazy("PDF or picture, at most 10 MB. Ambassadors and the secretariat read it."),
    )

    def clean(self):
        """A link or a file: exactly one of them. A link takes the place of the file that was there."""
        cleaned = super().clean()
        link, upload = cleaned.get("link"), cleaned.get("upload")
        if link and upload:
            self.add_error("upload", _("Give a link or a file, not both."))
        if not (link or upload or self.instance.stored_id or self.errors):
            self.add_error("upload", _("Give a link or a file."))
        return cleaned


@admin.register(KitItem)
class KitItemAdmin(TranslatedAdmin):
    form = KitItemForm
    can_delete = True
    list_display = ["title", "language", "format", "position"]
    fields = ["position", "language", "link", "file_link", "upload"]
    readonly_fields = ["file_link"]

    def get_queryset(self, request):
        return super().get_queryset(request).in_order()

    def save_model(self, request, obj, form, change):
        """The facts first; then the file, so that a full disk loses nothing that was typed."""
        super().save_model(request, obj, form, change)
        upload = form.cleaned_data.get("upload")
        if not upload and not (obj.link and obj.stored_id):
            return
        try:
            obj.put_file(upload or None, by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))

    def delete_model(self, request, obj):
        """The file goes with it."""
        stored = obj.stored
        super().delete_model(request, obj)
        if stored is not None:
            stored.discard()

    @display(description=gettext_lazy("Kind"))
    def format(self, item):
        return item.stored.format if item.stored else _("Link")

    @display(description=gettext_lazy("File"))
    def file_link(self, item):
        if not item.stored_id:
            return _("none")
        return format_html('<a href="{}">{}</a>', reverse("colleges:kit-file", args=[item.pk]), item.stored.name)
