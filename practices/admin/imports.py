"""Records of other databases in the admin: send a file, see what each record does, confirm."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminSelectWidget

from partners.admin.imports import PREVIEW_HOLDS, ImportsFile
from practices.importing import bring_in, mapping, mappings, read_records


class RecordsForm(forms.Form):
    """The file, and whose records these are."""

    mapping = forms.ChoiceField(label=gettext_lazy("Whose records"), widget=UnfoldAdminSelectWidget)
    file = forms.FileField(
        label=gettext_lazy("File"),
        widget=UnfoldAdminFileFieldWidget(attrs={"accept": ".json,.jsonl,.csv,.xlsx"}),
        help_text=gettext_lazy("JSON, CSV or XLSX, at most 2,000 records."),
        error_messages={"empty": gettext_lazy("The file is empty.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mapping"].choices = [(each.code, each.name) for each in mappings()]


class ImportsRecords(ImportsFile):
    """The same three steps as for other imports; what lies between them is the records."""

    import_permissions = ("practices.import_practice",)
    import_title = gettext_lazy("Import practices")
    import_subject = gettext_lazy("Practice")
    import_form = RecordsForm

    @property
    def import_hint(self):
        """What becomes of the records, and in which shape each database gives them."""
        first = _(
            "New records become drafts of yours, with a link to where they come from. What is known already is left "
            "out. Texts are taken over only where their licence allows it (CC BY, CC BY-SA, CC0)."
        )
        shapes = format_html_join("", "<br>{}: {}", [(each.name, each.hint) for each in mappings()])
        return format_html("{}{}", first, shapes)

    def template_sheets(self):
        """Records come as other databases give them; a table may be filled in with the fields of the FAO's."""
        return {_("Practice"): [[mapping("fao").identifier, *(field.theirs for field in mapping("fao").fields)]]}

    def preview(self, request, form):
        """(report of a dry run, the signed records to confirm)."""
        file, code = form.cleaned_data["file"], form.cleaned_data["mapping"]
        try:
            records = read_records(file.read(settings.IMPORT_MAX_BYTES + 1), max_bytes=settings.IMPORT_MAX_BYTES)
            content = {"file": file.name, "mapping": code, "records": records}
            signed = signing.dumps(content, salt=self.salt(request), compress=True)
            if len(signed) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE - 10_000:
                raise ValidationError(_("The file is too large to be shown first. Send it in parts."))
            report = bring_in(records, mapping(code), by=request.user, file_name=file.name, dry_run=True)
        except ValidationError as error:
            form.add_error("file", error.messages)
            return None, None
        return report, signed

    def confirm(self, request):
        """(report of the import, None): every record is judged again, by what is true now."""
        try:
            content = signing.loads(request.POST["preview"], salt=self.salt(request), max_age=PREVIEW_HOLDS)
        except signing.BadSignature:
            messages.error(request, _("This preview is too old. Send the file again."))
            return None, None
        records = [(number, record) for number, record in content["records"]]
        found = mapping(content["mapping"])
        return bring_in(records, found, by=request.user, file_name=content["file"], dry_run=False), None

    def imported(self, request, report):
        new, known = report.counts["new"], report.counts["known"]
        sentence = ngettext(
            "%(new)d draft was made, %(known)d records were known already.",
            "%(new)d drafts were made, %(known)d records were known already.",
            new,
        )
        messages.success(request, sentence % {"new": new, "known": known})
        return HttpResponseRedirect(self.changelist_url())
