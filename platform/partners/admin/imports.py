"""Imports in the admin: send a file, see what each line does, confirm."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.widgets import UnfoldAdminFileFieldWidget

from core.admin_export import workbook_response
from core.spreadsheets import Line, Table, read_table
from partners.importing import organisations, people
from partners.models import Partner
from regions.models import Country

# How long a preview may lie on the screen before it is confirmed, in seconds.
PREVIEW_HOLDS = 3600


class ImportForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        widget=UnfoldAdminFileFieldWidget(attrs={"accept": ".xlsx,.csv"}),
        help_text=gettext_lazy("XLSX or CSV, at most 10 MB and 5,000 lines."),
        error_messages={"empty": gettext_lazy("The file is empty.")},
    )


class ImportsFile:
    """Three steps on one page: the file, the preview, the confirmation. Between them nothing is kept here."""

    import_permissions = ()
    import_title = ""
    import_hint = ""
    # What the lines are about, as the heading of their column.
    import_subject = ""
    import_columns = {}
    import_form = ImportForm

    def import_table(self, table, *, by, file_name, dry_run):
        """Judge or write the lines. Returns a Report."""
        raise NotImplementedError

    def template_sheets(self):
        """{title: rows} of the workbook to fill in; the first sheet holds the columns and an example."""
        raise NotImplementedError

    def may_import(self, request):
        return all(request.user.has_perm(permission) for permission in self.import_permissions)

    @property
    def import_name(self):
        """The name of the page's address; its template's has "_template" behind it."""
        return f"{self.opts.app_label}_{self.opts.model_name}_import"

    def get_urls(self):
        return [
            path("import/", self.admin_site.admin_view(self.import_view), name=self.import_name),
            path(
                "import/template/",
                self.admin_site.admin_view(self.template_view),
                name=f"{self.import_name}_template",
            ),
        ] + super().get_urls()

    def changelist_view(self, request, extra_context=None):
        response = super().changelist_view(request, extra_context)
        if isinstance(response, TemplateResponse) and response.context_data.get("cl") and self.may_import(request):
            button = {"title": _("Import"), "icon": "upload", "path": reverse(f"admin:{self.import_name}")}
            response.context_data["actions_list"].insert(0, button)
        return response

    def import_view(self, request):
        """GET asks for the file; POST with a file shows what it does; POST with a confirmed preview writes it."""
        if not self.may_import(request):
            raise PermissionDenied
        form, report, preview = self.import_form(), None, None
        if "preview" in request.POST:
            report, preview = self.confirm(request)
            if report and report.is_accepted:
                return self.imported(request, report)
        elif request.method == "POST":
            form = self.import_form(request.POST, request.FILES)
            if form.is_valid():
                report, preview = self.preview(request, form)
        context = self.admin_site.each_context(request) | {
            "title": self.import_title,
            "opts": self.opts,
            "form": form,
            "report": report,
            "preview": preview if report and report.is_accepted else None,
            "columns": [capfirst(label) for label in self.import_columns.values()],
            "hint": self.import_hint,
            "subject": self.import_subject,
            "import_url": reverse(f"admin:{self.import_name}"),
            "template_url": reverse(f"admin:{self.import_name}_template"),
            "back": self.changelist_url(),
        }
        return TemplateResponse(request, "admin/import.html", context)

    def preview(self, request, form):
        """(report of a dry run, the signed lines to confirm)."""
        file = form.cleaned_data["file"]
        try:
            table = read_table(file.read(settings.IMPORT_MAX_BYTES + 1), max_bytes=settings.IMPORT_MAX_BYTES)
            report = self.import_table(table, by=request.user, file_name=file.name, dry_run=True)
        except ValidationError as error:
            form.add_error("file", error.messages)
            return None, None
        content = {
            "file": file.name,
            "headers": table.headers,
            "lines": [[line.number, line.cells] for line in table.lines],
        }
        return report, signing.dumps(content, salt=self.salt(request), compress=True)

    def confirm(self, request):
        """(report of the import, None): every line is judged again, by what is true now."""
        try:
            content = signing.loads(request.POST["preview"], salt=self.salt(request), max_age=PREVIEW_HOLDS)
        except signing.BadSignature:
            messages.error(request, _("This preview is too old. Send the file again."))
            return None, None
        table = Table(content["headers"], [Line(number, cells) for number, cells in content["lines"]])
        try:
            return self.import_table(table, by=request.user, file_name=content["file"], dry_run=False), None
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return None, None

    def salt(self, request):
        """A preview is confirmed by whoever made it, on the page where it was made."""
        return f"{self.import_name}.{request.user.pk}"

    def imported(self, request, report):
        sentence = _("Imported: %(new)d new, %(changed)d changed, %(same)d as they were.") % report.counts
        messages.success(request, sentence)
        return HttpResponseRedirect(self.changelist_url())

    def template_view(self, request):
        """A workbook to fill in: the columns with one example, and the words each column takes."""
        if not self.may_import(request):
            raise PermissionDenied
        return workbook_response(self.import_name.split("_")[1], self.template_sheets())


class ImportsPartners(ImportsFile):
    """Organisations from a file."""

    import_permissions = ("partners.add_partner", "partners.change_partner", "partners.decide_partner")
    import_title = gettext_lazy("Import organisations")
    import_hint = gettext_lazy("An organisation is known by its name and country. An empty cell leaves what is there.")
    import_subject = gettext_lazy("Organisation")
    import_columns = organisations.COLUMNS

    def import_table(self, table, **options):
        return organisations.import_partners(table, **options)

    def template_sheets(self):
        headers = [capfirst(label) for label in self.import_columns.values()]
        example = [
            _("Example: Institute of Soils"), Partner.Type.RESEARCH.label, Partner.Nature.PUBLIC.label, "BJ", "IS",
            "https://example.org", _("no"), Partner.Status.CANDIDATE.label, "2026-01-31",
        ]  # fmt: skip
        words = [[_("Types"), _("Legal natures"), _("Statuses"), _("Country codes"), _("Countries")]]
        columns = [
            Partner.Type.labels,
            Partner.Nature.labels,
            [Partner.Status(status).label for status in ("candidate", "partner", "member")],
            *zip(*[(country.pk, country.name) for country in Country.objects.by_name()], strict=True),
        ]
        for place in range(max(map(len, columns))):
            words.append([str(column[place]) if place < len(column) else "" for column in columns])
        return {_("Organisations"): [headers, example], _("Words"): words}


class ImportsPeople(ImportsFile):
    """People from a file: they are invited."""

    import_permissions = ("partners.add_invitation", "partners.add_affiliation")
    import_title = gettext_lazy("Import people")
    import_hint = gettext_lazy(
        "Everybody in the file is invited by mail and belongs to the organisation once she has said yes. "
        "Whoever belongs there already, or is invited already, gets no second mail."
    )
    import_subject = gettext_lazy("Person")
    import_columns = people.COLUMNS

    def import_table(self, table, **options):
        return people.import_people(table, **options)

    def template_sheets(self):
        headers = [capfirst(label) for label in self.import_columns.values()]
        listed = list(Partner.objects.in_force().by_name().values_list("name", "slug"))
        name = listed[0][0] if listed else _("Example: Institute of Soils")
        example = ["amina@example.org", "Amina Diallo", name, "fr", _("no")]
        words = [[_("Organisations"), _("Their addresses"), _("Languages")]]
        codes = [code for code, _name in settings.LANGUAGES]
        for place in range(max(len(listed), len(codes))):
            organisation = listed[place] if place < len(listed) else ("", "")
            words.append([*organisation, codes[place] if place < len(codes) else ""])
        return {_("People"): [headers, example], _("Words"): words}
