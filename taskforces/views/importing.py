"""Bringing references into a register: paste or send, look at what each line does, confirm."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView

from core.views import ObjectPermissionMixin
from taskforces.forms.register import ImportForm
from taskforces.importing.judging import Report, import_references
from taskforces.importing.reading import as_text, read_references
from taskforces.models.finding_items import WORLDWIDE
from taskforces.views.register import UnderRegister, WithStanding


class RegisterImport(WithStanding, UnderRegister, ObjectPermissionMixin, FormView):
    """Three steps on one page. Between them nothing is kept here: the preview carries the text along."""

    http_method_names = ["get", "head", "post", "options"]
    permission_required = "taskforces.add_registeritem"
    form_class = ImportForm
    template_name = "taskforces/register_import.html"
    page_title = gettext_lazy("Import references")

    @property
    def permission_object(self):
        return self.task_force

    def form_valid(self, form):
        choices = {"type": form.cleaned_data["type"], "regions": form.cleaned_data["regions"]}
        source = form.source
        try:
            references, notices = read_references(source)
            if seen := form.cleaned_data["seen"]:
                report, is_written = import_references(
                    self.task_force, references, by=self.request.user, seen=seen, **choices
                )
                if is_written:
                    return self.told(report)
                notices = [*notices, gettext_lazy("The register has changed meanwhile. Look at the lines again.")]
            else:
                report = Report(self.task_force, references, **choices)
        except ValidationError as error:
            form.add_error("file" if form.cleaned_data.get("file") else "text", error.messages)
            return self.form_invalid(form)
        return self.render_to_response(
            self.get_context_data(form=form, report=report, notices=notices, carried=self.carried(form, source))
        )

    def carried(self, form, source):
        """The preview's hidden form."""
        slugs = [region.slug for region in form.cleaned_data["regions"]] or [WORLDWIDE]
        return {"text": as_text(source)[0], "type": form.cleaned_data["type"], "regions": slugs}

    def told(self, report):
        """Say what came in; lead to the list of what this person has added."""
        number = len(report.new)
        sentence = ngettext(
            "One item was added to the register.", "%(number)d items were added to the register.", number
        )
        messages.success(self.request, sentence % {"number": number})
        response = redirect("taskforces:register", self.task_force.code.lower())
        response["Location"] += "?mine=on"
        return response
