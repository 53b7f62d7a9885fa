"""The sheet of an organisation: written as a draft, looked at, published; its logo and poster."""

from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, FormView
from django.views.generic.detail import SingleObjectMixin

from core.views import ObjectActionView, ObjectPermissionMixin, SharedDraftMixin, VisibleMixin
from core.views.files import StoredFileView
from partners.forms.sheet import SheetForm
from partners.models import Partner, Sheet
from partners.models.at_a_glance import hand_over, with_lists
from partners.models.drafting import Overtaken
from partners.views.moved import LeadsToHeir


class OfSheet(LeadsToHeir, VisibleMixin, ObjectPermissionMixin, SingleObjectMixin):
    """A page about the sheet of an organisation, for those who speak for it."""

    model = Partner
    permission_required = "partners.publish_sheet"
    object = None

    def get_queryset(self):
        files = ("sheet__logo", "sheet__poster", "sheet__draft_logo", "sheet__draft_poster")
        return with_lists(super().get_queryset().select_related("country", *files))

    @property
    def partner(self):
        return self.permission_object

    @cached_property
    def sheet(self):
        return hand_over(self.partner) or Sheet(partner=self.partner)

    def crumbs(self, *further):
        return [
            (_("Partners"), reverse("partners:list")),
            (self.partner.name, self.partner.get_absolute_url()),
            *further,
        ]


class SheetEdit(SharedDraftMixin, OfSheet, FormView):
    """The sheet to write at: every press of a button keeps a draft; then one looks at it, or publishes."""

    form_class = SheetForm
    template_name = "partners/sheet_edit.html"
    # What the page says when somebody else was quicker.
    is_overtaken = False

    def get_form_kwargs(self):
        theirs = self.sheet.contents if self.sheet.is_draft_overtaken else None
        initial = self.sheet.written | {f"remove_{name}": True for name in self.sheet.removes}
        return super().get_form_kwargs() | {"initial": initial, "theirs": theirs}

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        for name in ("logo", "poster"):
            if not (getattr(self.sheet, f"draft_{name}_id") or getattr(self.sheet, f"{name}_id")):
                del form.fields[f"remove_{name}"]
        return form

    def form_valid(self, form):
        sheet, user = Sheet.of(self.partner), self.request.user
        is_published = self.request.POST.get("then") == "publish"
        try:
            form.save(sheet, by=user, **self.page)
            if is_published:
                sheet.publish(by=user)
        except Overtaken:
            return self.show_both(form)
        except ValidationError as error:
            if hasattr(error, "error_dict"):
                form.add_error(None, error)
                return self.form_invalid(form)
            messages.error(self.request, " ".join(error.messages))
            return redirect(self.partner)
        messages.success(self.request, _("The sheet is published.") if is_published else _("Your draft is saved."))
        return redirect(self.get_success_url())

    def show_both(self, form):
        """What was typed stays; beside it stands what the other person has written."""
        self.sheet = Sheet.of(self.partner)
        self.is_overtaken = True
        form.theirs = self.sheet.written
        return self.render_to_response(self.get_context_data(form=form))

    def get_success_url(self):
        names = {"publish": "partners:detail", "preview": "partners:sheet-preview"}
        return reverse(names.get(self.request.POST.get("then"), "partners:sheet"), args=[self.partner.slug])

    def get_context_data(self, **kwargs):
        is_first = self.request.method == "GET" or self.is_overtaken
        return super().get_context_data(
            partner=self.partner,
            sheet=self.sheet,
            logo=self.sheet.draft_logo or self.sheet.logo,
            poster=self.sheet.draft_poster or self.sheet.poster,
            seen=self.sheet.stamp if is_first else self.page["seen"],
            pen=self.page["pen"] or uuid4().hex,
            is_overtaken=self.is_overtaken,
            crumbs=self.crumbs((_("Sheet"), None)),
            **kwargs,
        )


class SheetAutosave(SheetEdit):
    """Keeps the words while they are typed, without files: 204; 409 when somebody else was quicker; 422 for faults."""

    http_method_names = ["post", "options"]

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"files": None}

    def form_valid(self, form):
        try:
            Sheet.of(self.partner).save_draft(form.contents, by=self.request.user, **self.page)
        except Overtaken:
            return HttpResponse(status=409)
        return HttpResponse(status=204)

    def form_invalid(self, form):
        return HttpResponse(status=422)


class SheetPreview(OfSheet, DetailView):
    """The draft as the organisation's page would show it."""

    template_name = "partners/sheet_preview.html"

    def get(self, request, *args, **kwargs):
        if not self.sheet.is_drafted:
            messages.info(request, _("There is no draft: the sheet shows what was published."))
            return redirect("partners:sheet", self.partner.slug)
        return super().get(request, *args, **kwargs)

    def get_object(self, queryset=None):
        return self.__dict__.get("permission_object") or super().get_object(queryset)

    def get_context_data(self, **kwargs):
        crumbs = self.crumbs((_("Sheet"), self.sheet.get_absolute_url()), (_("Preview"), None))
        return super().get_context_data(crumbs=crumbs, sheet=self.sheet.drafted(), is_draft=True, **kwargs)


class SheetAction(ObjectActionView):
    """A verb on the sheet of an organisation."""

    model = Partner
    permission_required = "partners.publish_sheet"


class SheetPublish(SheetAction):
    """Publishes what the preview showed."""

    success_message = gettext_lazy("The sheet is published.")

    def perform(self, partner):
        Sheet.of(partner).publish(by=self.request.user, seen=self.request.POST.get("seen", ""))


class SheetDiscard(SheetAction):
    success_message = gettext_lazy("The draft is gone. What was published stands as before.")

    def perform(self, partner):
        Sheet.of(partner).discard_draft(by=self.request.user)

    def get_success_url(self):
        return reverse("partners:sheet", args=[self.object.slug])


class PublishedFile(LeadsToHeir, StoredFileView):
    """The logo or the poster of an organisation, for everybody who sees it."""

    model = Partner

    def get_queryset(self):
        return super().get_queryset().select_related("sheet__logo", "sheet__poster")

    def stored(self, partner):
        # Of an organisation out of force nothing stays in shared caches.
        self.is_public = partner.is_in_force
        return getattr(Sheet.seen_at(partner), self.kwargs["name"])


class DraftedFile(OfSheet, StoredFileView):
    """The logo or the poster of a draft, for those who write at it."""

    def stored(self, partner):
        return getattr(self.sheet, f"draft_{self.kwargs['name']}")
