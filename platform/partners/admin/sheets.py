"""The sheets: who has written one, how complete it is, how old; texts in three languages; a reminder by one press."""

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from unfold.decorators import display
from unfold.widgets import UnfoldAdminSelectMultipleWidget

from core.admin_base import TranslatedAdmin, state_filter, verb
from partners.models import Sheet
from partners.models.contents import TEXT_FIELDS, plain
from partners.models.sheet import HALF
from partners.models.working_languages import choices

STATES = {
    "untouched": (_("not touched for 18 months"), lambda sheets: sheets.untouched()),
    "poor": (_("under 50 % complete"), lambda sheets: sheets.poor()),
    "empty": (_("not filled"), lambda sheets: sheets.filter(completeness_percent=0)),
    "drafted": (_("with an open draft"), lambda sheets: sheets.drafted()),
}


def without_sheet(partners):
    """Organisations in force that have said nothing yet."""
    return partners.in_force().filter(models.Q(sheet=None) | models.Q(sheet__completeness_percent=0))


# The same of organisations, those without any sheet included.
STATES_OF_PARTNERS = {
    "empty": (_("not filled"), without_sheet),
    "poor": (
        _("under 50 % complete"),
        lambda partners: partners.in_force().filter(
            models.Q(sheet=None) | models.Q(sheet__completeness_percent__lt=HALF)
        ),
    ),
    "untouched": (
        _("not touched for 18 months"),
        lambda partners: partners.filter(sheet__in=Sheet.objects.untouched()),
    ),
}

SheetStateFilter = state_filter(_("sheet"), "sheet", **STATES_OF_PARTNERS)


class ShowsSheet:
    """Columns and a verb about its sheet, for the admin of organisations."""

    def get_queryset(self, request):
        """Each organisation with the score of its sheet; 0 where there is none."""
        return super().get_queryset(request).annotate(score=Coalesce("sheet__completeness_percent", 0))

    @display(description=_("Sheet"), ordering="score")
    def sheet_score(self, partner):
        return format_html('<a href="{}">{} %</a>', reverse("partners:sheet", args=[partner.slug]), partner.score)

    @verb(
        _("Remind of the sheet"),
        permission="partners.remind_sheet",
        when=lambda partner: partner.is_in_force,
        explanation=_("Its focal points are asked to look after the sheet, by a notice and a mail."),
        done=_("They have been reminded."),
    )
    def remind_of_sheet(self, partner, *, by):
        Sheet.of(partner).remind(by=by)


class SheetAdminForm(forms.ModelForm):
    """The texts as the secretariat corrects them; languages are chosen by name."""

    languages = forms.MultipleChoiceField(
        label=_("Languages it works in"), required=False, widget=UnfoldAdminSelectMultipleWidget(attrs={"size": 10})
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["languages"].choices = choices()

    def clean(self):
        """The texts are plain here as on the page of the focal points."""
        cleaned = super().clean()
        return cleaned | {name: plain(cleaned[name] or "") for name in TEXT_FIELDS if name in cleaned}


@admin.register(Sheet)
class SheetAdmin(TranslatedAdmin):
    form = SheetAdminForm
    can_add = False
    list_display = ["partner", "country", "score", "updated_at", "reminded_at", "has_draft"]
    list_filter = [state_filter(_("state"), "state", **STATES), ("partner__status", admin.ChoicesFieldListFilter)]
    list_select_related = ["partner__country"]
    search_fields = ["partner__name", "partner__acronym"]
    search_help_text = _("Name or acronym of the organisation")
    ordering = ["completeness_percent", "updated_at"]
    fields = [
        "partner",
        "completeness_percent",
        "updated_at",
        "reminded_at",
        "page",
        "themes",
        "countries",
        "languages",
    ]
    readonly_fields = ["partner", "completeness_percent", "updated_at", "reminded_at", "page"]
    autocomplete_fields = ["themes", "countries"]
    verbs = ["remind"]
    bulk_verbs = verbs
    export_columns = ["partner", "country", "completeness_percent", "updated_at", "reminded_at"]

    def save_related(self, request, form, formsets, change):
        """What was corrected is as new as what focal points publish; a draft begun before will say so."""
        super().save_related(request, form, formsets, change)
        sheet = form.instance
        sheet.updated_at = timezone.now()
        sheet.save(update_fields=["updated_at"])
        sheet.recount()

    @display(description=_("Country"), ordering="partner__country")
    def country(self, sheet):
        return sheet.partner.country

    @display(description=_("Complete"), ordering="completeness_percent")
    def score(self, sheet):
        return f"{sheet.completeness_percent} %"

    @display(description=_("Draft"))
    def has_draft(self, sheet):
        return pgettext("a draft", "open") if sheet.is_drafted else ""

    @display(description=_("On the page"))
    def page(self, sheet):
        return format_html('<a href="{}">{}</a>', sheet.get_absolute_url(), _("Logo, poster and draft"))

    @verb(
        _("Remind"),
        permission="partners.remind_sheet",
        when=lambda sheet: sheet.partner.is_in_force,
        explanation=_("The focal points are asked to look after the sheet, by a notice and a mail."),
        done=_("They have been reminded."),
    )
    def remind(self, sheet, *, by):
        sheet.remind(by=by)
