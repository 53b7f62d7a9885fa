"""Applications to join: read with their files and possible duplicates, completed, proposed, decided."""

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateFilter
from unfold.decorators import display
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminDateWidget,
    UnfoldAdminRadioSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from core.admin_base import PlatformAdmin, State, offer_search, state_filter, verb
from partners.duplicates import applications_like, organisations_like
from partners.models import Affiliation, JoiningApplication, Partner

STATUS_COLOURS = {
    "submitted": "warning",
    "pieces_missing": "info",
    "under_review": "warning",
    "accepted_partner": "success",
    "accepted_member": "success",
    "refused": "danger",
    "withdrawn": "default",
}


class PiecesForm(forms.Form):
    """What is missing, and why."""

    kinds = forms.MultipleChoiceField(
        label=_("What is missing"),
        choices=[*JoiningApplication.Kind.choices, (JoiningApplication.ANSWERS_PIECE, _("Answers of the form"))],
        widget=UnfoldAdminCheckboxSelectMultipleWidget,
    )
    words = forms.CharField(
        label=_("What is missing and why"),
        max_length=2000,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 4}),
        help_text=_("The applicant reads these words on the platform and by mail."),
    )


class RefusalForm(forms.Form):
    """Why the application is refused."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 4}),
        help_text=_("The applicant reads these words. They are kept for a year."),
    )


class OfApplication(forms.Form):
    """A form whose choices depend on the application: "member" is not offered to a commercial body."""

    member_or_partner = ()

    def __init__(self, *args, application=None, **kwargs):
        super().__init__(*args, **kwargs)
        choices = list(JoiningApplication.Wish.choices)
        if application and not application.can_become_member:
            choices = [choice for choice in choices if choice[0] != JoiningApplication.Wish.MEMBER]
        for name in self.member_or_partner:
            self.fields[name].choices = choices
            self.fields[name].initial = application and (application.proposed_as or application.wishes_to_be)


class ProposalForm(OfApplication):
    """As what it is proposed."""

    member_or_partner = ("proposed_as",)
    proposed_as = forms.ChoiceField(label=_("Propose it as"), widget=UnfoldAdminRadioSelectWidget)


class AcceptanceForm(OfApplication):
    """The decision of the Consortium or the Bureau."""

    member_or_partner = ("status",)
    status = forms.ChoiceField(label=_("It becomes"), widget=UnfoldAdminRadioSelectWidget)
    body = forms.ChoiceField(
        label=_("Decided by"), choices=JoiningApplication.Body.choices, widget=UnfoldAdminRadioSelectWidget
    )
    decided_on = forms.DateField(label=_("Date of the decision"), widget=UnfoldAdminDateWidget)
    reference = forms.CharField(
        label=_("Reference"),
        max_length=120,
        required=False,
        widget=UnfoldAdminTextInputWidget,
        help_text=_("Of the minutes, for example: Bureau 2026/4, point 3."),
    )

    def clean_decided_on(self):
        day = self.cleaned_data["decided_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("A decision cannot lie in the future."))
        return day


class OrganisationForm(OfApplication):
    """Which organisation of the register it is."""

    partner = forms.ModelChoiceField(
        label=_("Organisation"),
        queryset=Partner.objects.none(),
        required=False,
        help_text=_("A candidate, or one that has left. Empty: it is a new one."),
    )

    def __init__(self, *args, application=None, **kwargs):
        super().__init__(*args, application=application, **kwargs)
        outside = [Partner.Status.CANDIDATE, Partner.Status.LEFT]
        self.fields["partner"].queryset = Partner.objects.filter(status__in=outside, merged_into=None)
        self.fields["partner"].initial = application and application.partner_id
        offer_search(self, Affiliation, "partner")


@admin.register(JoiningApplication)
class JoiningApplicationAdmin(PlatformAdmin):
    can_add = can_change = False
    list_display = ["name", "type", "country", "wishes_to_be", "state", "submitted_at", "age"]
    list_filter = [
        state_filter(
            _("what waits"),
            "waiting",
            secretariat=(_("To be read by the secretariat"), lambda rows: rows.to_read()),
            body=(_("Laid before the Consortium or the Bureau"), lambda rows: rows.under_review()),
            applicant=(_("Waiting for the applicant"), lambda rows: rows.incomplete()),
        ),
        ("status", ChoicesDropdownFilter),
        ("type", ChoicesDropdownFilter),
        ("nature", ChoicesDropdownFilter),
        ("country", AutocompleteSelectFilter),
        ("submitted_at", RangeDateFilter),
    ]
    search_fields = ["name", "acronym", "contact_name", "contact_email"]
    search_help_text = _("Name, acronym or contact")
    ordering = ["submitted_at", "pk"]
    fields = readonly_fields = [
        "state",
        "submitted_at",
        "name",
        "acronym",
        "type",
        "nature",
        "country",
        "place",
        "website",
        "gives_funds",
        "wishes_to_be",
        "motivation",
        "applicant",
        "contact",
        "files",
        "likenesses",
        "missing_words",
        "proposed_as",
        "decided_by_body",
        "decided_on",
        "decision_reference",
        "reason",
        "partner",
    ]
    verbs = ["ask_for_pieces", "propose", "choose_organisation", "accept", "refuse"]
    export_columns = [
        "name",
        "acronym",
        "type",
        "nature",
        "country",
        "website",
        "wishes_to_be",
        "state",
        "submitted_at",
        "decided_on",
        "decided_by_body",
        "decision_reference",
        "contact",
    ]
    personal_columns = ["contact"]

    def get_queryset(self, request):
        """What was sent, one's own application aside: a draft is nobody's business but the applicant's."""
        return super().get_queryset(request).sent().with_pieces()

    def get_urls(self):
        name = "partners_joiningapplication_piece"
        view = self.admin_site.admin_view(require_POST(self.piece_view))
        return [path("<path:object_id>/pieces/<slug:kind>/", view, name=name)] + super().get_urls()

    def piece_view(self, request, object_id, kind):
        """A file of an application. It is a button, not a link, because each opening is recorded."""
        application = self.get_object(request, object_id)
        if application is None:
            raise Http404
        if not self.has_view_permission(request, application):
            raise PermissionDenied
        stored = application.open_piece(kind, by=request.user)
        if stored is None:
            raise Http404
        try:
            content = stored.file.open("rb")
        except FileNotFoundError:
            raise Http404 from None
        response = FileResponse(content, as_attachment=True, filename=stored.name, content_type=stored.content_type)
        response["Cache-Control"] = "private, no-store"
        return response

    def verb_form(self, verb, request, obj=None):
        options = {"application": obj} if issubclass(verb.form, OfApplication) else {}
        return verb.form(request.POST if request.method == "POST" else None, **options)

    @display(description=_("Status"), ordering="status", label=STATUS_COLOURS)
    def state(self, application):
        return State(application.status, application.get_status_display())

    @display(description=_("Days waiting"), ordering="submitted_at")
    def age(self, application):
        return application.days_waiting if application.can_be_accepted else None

    @display(description=_("Contact"))
    def contact(self, application):
        parts = ("contact_name", "contact_role", "contact_email", "contact_phone")
        return ", ".join(filter(None, (getattr(application, part) for part in parts))) or "–"

    @display(description=_("Files"))
    def files(self, application):
        rows = (
            (
                reverse("admin:partners_joiningapplication_piece", args=[application.pk, piece.kind]),
                piece.get_kind_display(),
                piece.stored.format,
            )
            for piece in application.pieces.all()
        )
        button = '<button class="verb" type="submit" formaction="{}" formmethod="post">{} ({})</button> '
        note = _("Each opening is recorded.")
        return format_html("{}<p>{}</p>", format_html_join("", button, rows), note) if application.pieces.all() else "–"

    @display(description=_("Possible duplicates"))
    def likenesses(self, application):
        rows = [
            (self.page_of(likeness.obj), likeness.obj, likeness.obj.get_status_display(), likeness.why)
            for likeness in (*organisations_like(application), *applications_like(application))
        ]
        return format_html_join("", '<p class="answer"><a href="{}">{}</a> ({}): {}</p>', rows) or "–"

    @staticmethod
    def page_of(obj):
        return reverse(f"admin:partners_{obj._meta.model_name}_change", args=[obj.pk])

    @verb(
        _("Ask for pieces"),
        permission="partners.decide_joiningapplication",
        form=PiecesForm,
        when=lambda application: application.can_be_asked_for_pieces,
        explanation=_("The application waits for the applicant, who is told at once what is missing and why."),
        done=_("The applicant has been told."),
    )
    def ask_for_pieces(self, application, *, by, kinds, words):
        application.ask_for_pieces(kinds, words, by=by)

    @verb(
        _("Propose"),
        permission="partners.decide_joiningapplication",
        form=ProposalForm,
        when=lambda application: application.can_be_proposed,
        explanation=_("It is complete and goes to the Consortium or the Bureau. The applicant is told."),
        done=_("Proposed. The applicant has been told."),
    )
    def propose(self, application, *, by, proposed_as):
        application.propose(proposed_as, by=by)

    @verb(
        _("Choose from the register"),
        permission="partners.decide_joiningapplication",
        form=OrganisationForm,
        when=lambda application: application.can_be_accepted,
        explanation=_(
            "When this organisation stands in the register already, as a candidate or as one that has left, it is "
            "taken up again instead of being entered twice. An organisation that is a partner or member now needs no "
            "application: refuse it, and say that its people can ask to be tied to it."
        ),
        done=_("Noted."),
    )
    def choose_organisation(self, application, *, by, partner):
        application.choose_organisation(partner, by=by)

    @verb(
        _("Accept"),
        permission="partners.decide_joiningapplication",
        form=AcceptanceForm,
        when=lambda application: application.can_be_accepted,
        explanation=_(
            "The organisation stands in the register at once, the applicant speaks for it and is told. A commercial "
            "body can be a partner, never a member."
        ),
        done=_("Accepted. The applicant has been told."),
    )
    def accept(self, application, *, by, status, body, decided_on, reference):
        application.accept(status, body=body, decided_on=decided_on, reference=reference, by=by)

    @verb(
        _("Refuse"),
        permission="partners.decide_joiningapplication",
        form=RefusalForm,
        when=lambda application: application.can_be_refused,
        explanation=_("The applicant reads your reason on the platform and by mail. It is forgotten after a year."),
        done=_("Refused. The applicant has been told, with your reason."),
        is_grave=True,
    )
    def refuse(self, application, *, by, reason):
        application.refuse(reason, by=by)
