"""The vocabularies: words in three languages, what can be chosen, and how many sheets use it."""

from django.contrib import admin, messages
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import RelatedDropdownFilter
from unfold.decorators import display

from core.admin_base import LANGUAGE_TITLES, ReadOnlyInline, State, TranslatedAdmin, state_filter, verb
from practices.models import Term, Vocabulary
from practices.uses import count_uses


def without_a_language(rows):
    """Those of which a name is missing."""
    empty = Q()
    for code in LANGUAGE_TITLES:
        empty |= Q(**{f"name_{code}": None}) | Q(**{f"name_{code}": ""})
    return rows.filter(empty)


class Worded(TranslatedAdmin):
    """Something whose name stands in three languages; what is missing is said in the list and after saving."""

    @display(description=_("Languages missing"))
    def missing(self, obj):
        return ", ".join(str(title) for code, title in LANGUAGE_TITLES.items() if not getattr(obj, f"name_{code}"))

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if missing := self.missing(obj):
            messages.warning(
                request,
                _now("Readers of these languages see another one: %(languages)s.") % {"languages": missing},
            )


class TermsInline(ReadOnlyInline):
    model = Term
    fields = ["name", "code", "parent", "position", "is_retired"]

    def get_queryset(self, request):
        return super().get_queryset(request).in_order().select_related("parent")


@admin.register(Vocabulary)
class VocabularyAdmin(Worded):
    """Which vocabularies there are is decided by the form; their words are edited, and terms are added."""

    can_add = False
    list_display = ["name", "slug", "number_of_terms", "number_retired", "missing"]
    list_display_links = ["name", "slug"]
    list_filter = [state_filter(_("language"), "language", missing=(_("one is missing"), without_a_language))]
    search_fields = ["slug", "name_en", "name_fr", "name_es"]
    fields = ["slug", "new_term"]
    readonly_fields = fields
    inlines = [TermsInline]
    export_columns = ["slug", "name_en", "name_fr", "name_es", "number_of_terms", "number_retired"]

    def get_queryset(self, request):
        return (
            super()
            .get_queryset(request)
            .annotate(of_terms=Count("terms"), of_retired=Count("terms", filter=Q(terms__is_retired=True)))
        )

    @display(description=_("Terms"), ordering="of_terms")
    def number_of_terms(self, vocabulary):
        return vocabulary.of_terms

    @display(description=_("Retired"), ordering="of_retired")
    def number_retired(self, vocabulary):
        return vocabulary.of_retired

    @display(description=_("Terms"))
    def new_term(self, vocabulary):
        address = f"{reverse('admin:practices_term_add')}?vocabulary={vocabulary.pk}"
        return format_html('<a href="{}">{}</a>', address, _("Add a term"))


class TermList(admin.views.main.ChangeList):
    """The terms of a page with the number of sheets that use each, in one question."""

    def get_results(self, request):
        super().get_results(request)
        self.result_list = count_uses(self.result_list)


@admin.register(Term)
class TermAdmin(Worded):
    """Words may be improved, the code is for ever: sheets hold it."""

    list_display = ["name", "code", "vocabulary", "parent", "position", "state", "uses", "missing"]
    list_display_links = ["name", "code"]
    list_filter = [
        ("vocabulary", RelatedDropdownFilter),
        state_filter(
            _("state"),
            "state",
            offered=(_("can be chosen"), lambda rows: rows.offered()),
            retired=(_("retired"), lambda rows: rows.filter(is_retired=True)),
        ),
        state_filter(_("language"), "language", missing=(_("one is missing"), without_a_language)),
    ]
    search_fields = ["code", "name_en", "name_fr", "name_es"]
    search_help_text = _("Code, or name in any language")
    autocomplete_fields = ["parent"]
    fields = ["vocabulary", "code", "parent", "position", "agrovoc", "concept", "state", "uses"]
    readonly_fields = ["concept", "state", "uses"]
    verbs = ["retire", "restore"]
    export_columns = [
        *("vocabulary", "code", "parent", "position", "name_en", "name_fr", "name_es"),
        *("help_en", "help_fr", "help_es", "agrovoc", "state", "uses"),
    ]

    def get_readonly_fields(self, request, obj=None):
        """Sheets are found by a code and by that of its broader term: neither moves."""
        return [*self.readonly_fields, "vocabulary", "code", "parent"] if obj else self.readonly_fields

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("vocabulary", "parent")

    def get_changelist(self, request, **kwargs):
        return TermList

    def exported(self, rows, columns, request):
        return count_uses(list(rows)) if "uses" in columns else rows

    @display(description=_("State"), ordering="is_retired", label={"offered": "success", "retired": "default"})
    def state(self, term):
        if term.is_retired:
            return State("retired", _("retired"))
        return State("offered", _("can be chosen"))

    @display(description=_("Read the concept"))
    def concept(self, term):
        if not term.agrovoc:
            return "–"
        return format_html('<a href="{0}" rel="noopener">{0}</a>', term.agrovoc_url)

    @display(description=_("Sheets that use it"))
    def uses(self, term):
        if term.pk is None:
            return "–"
        if not hasattr(term, "number_of_uses"):
            count_uses([term])
        return "–" if term.number_of_uses is None else term.number_of_uses

    @verb(
        _("Retire"),
        permission="practices.retire_term",
        when=lambda term: not term.is_retired,
        explanation=_("Nobody can choose it any more. Sheets that use it keep it."),
        done=_("The term is retired."),
    )
    def retire(self, term, *, by):
        term.retire(by=by)

    @verb(
        _("Restore"),
        permission="practices.restore_term",
        when=lambda term: term.is_retired,
        explanation=_("It can be chosen again."),
        done=_("The term can be chosen again."),
    )
    def restore(self, term, *, by):
        term.restore(by=by)
