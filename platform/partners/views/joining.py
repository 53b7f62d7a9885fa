"""An organisation applies to join: what it means, three steps, and the page on which it stands afterwards."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, FormView, TemplateView, View

from core.views import ObjectActionView
from core.views.files import StoredFileView
from partners.duplicates import organisations_like
from partners.forms.joining import OrganisationForm, PiecesForm
from partners.joining_progress import ahead_of, steps_of
from partners.models import JoiningApplication, Partner


class Apply(TemplateView):
    """What joining means, who can, what is needed, how long it takes."""

    http_method_names = ["get", "head", "options"]
    template_name = "partners/apply.html"

    def get_context_data(self, **kwargs):
        crumbs = [(_("Partners"), reverse("partners:list")), (_("Join the Initiative"), None)]
        own = JoiningApplication.objects.visible_to(self.request.user)
        if self.request.user.is_authenticated:
            own = own.filter(applicant=self.request.user).exclude(status=JoiningApplication.Status.WITHDRAWN)
        else:
            own = own.none()
        return super().get_context_data(crumbs=crumbs, own=own, **kwargs)


class Declaration(TemplateView):
    """The text of the Declaration of Intent, to read and to print."""

    http_method_names = ["get", "head", "options"]
    template_name = "partners/declaration.html"

    def get_context_data(self, **kwargs):
        crumbs = [
            (_("Partners"), reverse("partners:list")),
            (_("Join the Initiative"), reverse("partners:apply")),
            (_("Declaration of Intent"), None),
        ]
        return super().get_context_data(crumbs=crumbs, **kwargs)


class OfApplication(LoginRequiredMixin):
    """A step on an application the person may still write: hidden from strangers, refused to readers."""

    page_title = None

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if self.application.pk and not request.user.has_perm("partners.submit_joiningapplication", self.application):
            raise PermissionDenied
        if not self.application.can_be_edited and request.method != "OPTIONS":
            return redirect(self.application)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def application(self):
        """The application of the address; without one, the person's draft or a new one that is not stored yet."""
        mine = JoiningApplication.objects.visible_to(self.request.user).with_pieces()
        if "pk" in self.kwargs:
            return get_object_or_404(mine, pk=self.kwargs["pk"])
        draft = mine.filter(applicant=self.request.user, status=JoiningApplication.Status.DRAFT).first()
        return draft or JoiningApplication(
            applicant=self.request.user, contact_name=self.request.user.name, contact_email=self.request.user.email
        )

    def get_context_data(self, **kwargs):
        crumbs = [
            (_("Partners"), reverse("partners:list")),
            (_("Join the Initiative"), reverse("partners:apply")),
            (self.page_title, None),
        ]
        steps = steps_to_send(self.application, self.step)
        return super().get_context_data(application=self.application, crumbs=crumbs, steps=steps, **kwargs)


def steps_to_send(application, current):
    """The three steps of the form for components/steps.html."""
    names = {"organisation": _("Organisation"), "files": _("Files"), "check": _("Check and send")}
    done = set()
    if application.pk:
        done = {"organisation"} if not application.missing_answers else set()
        done |= {"files"} if not application.lacking_pieces else set()
    return [
        {
            "label": label,
            "state": "current" if step == current else "done" if step in done else "todo",
            "url": reverse(f"partners:application-{step}", args=[application.pk])
            if application.pk and step != current
            else None,
        }
        for step, label in names.items()
    ]


class Organisation(OfApplication, FormView):
    """Step 1: the organisation, its wish, its contact. Possible duplicates are shown before going on."""

    http_method_names = ["get", "head", "post", "options"]
    form_class = OrganisationForm
    page_title = gettext_lazy("The organisation")
    template_name = "partners/application_organisation.html"
    step = "organisation"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.application}

    def post(self, request, *args, **kwargs):
        form = self.get_form()
        is_complete = form.is_valid()
        try:
            application = self.save(form)
        except ValidationError:  # sent meanwhile, in another window
            return redirect("partners:apply")
        if "save" in request.POST:
            if form.forget_what_is_missing():
                return self.form_invalid(form)
            messages.success(request, _("Saved. You can go on later, on any device."))
            return redirect("partners:application-organisation", application.pk)
        if not is_complete:
            return self.form_invalid(form)
        likenesses = self.unseen_likenesses(application)
        if likenesses:
            return self.render_to_response(self.get_context_data(form=form, likenesses=likenesses))
        return redirect("partners:application-files", application.pk)

    def save(self, form):
        """Keep what was typed, complete or not."""
        application = self.application if self.application.pk else JoiningApplication.begin(self.request.user)
        application.save_answers(form.answers, by=self.request.user)
        self.__dict__["application"] = application
        return application

    def unseen_likenesses(self, application):
        """Organisations that may be this one, unless the applicant has said that it is none of them."""
        found = organisations_like(application, among=Partner.objects.visible_to(self.request.user).in_force())
        seen = set(self.request.POST.get("none_of_these", "").split(","))
        return found if {str(likeness.obj.pk) for likeness in found} - seen else []


class Autosave(OfApplication, View):
    """Keeps what is being typed into step 1, as far as it makes sense; says nothing but that it did."""

    http_method_names = ["post", "options"]
    step = "organisation"

    def post(self, request, *args, **kwargs):
        application = self.application if self.application.pk else JoiningApplication.begin(request.user)
        form = OrganisationForm(request.POST, instance=application)
        form.is_valid()
        try:
            application.save_answers(form.answers, by=request.user)
        except ValidationError:  # sent meanwhile, in another window
            return HttpResponse(status=409)
        return HttpResponse(status=204)


class Files(OfApplication, FormView):
    """Step 2: the Declaration of Intent, the document on its nature, the logo."""

    http_method_names = ["get", "head", "post", "options"]
    form_class = PiecesForm
    page_title = gettext_lazy("Files")
    template_name = "partners/application_files.html"
    step = "files"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"application": self.application}

    def post(self, request, *args, **kwargs):
        form = self.get_form()
        form.is_valid()
        for kind, upload in form.uploads.items():
            try:
                self.application.put_piece(kind, upload, by=request.user)
            except ValidationError as error:
                form.add_error(kind, error.messages)
        self.refresh()
        if "save" not in request.POST:
            form.miss(self.application.lacking_pieces)
        if form.errors:
            for kind, field in form.fields.items():
                field.piece = self.application.pieces_by_kind.get(kind)
            return self.form_invalid(form)
        if "save" in request.POST:
            messages.success(request, _("Saved. You can go on later, on any device."))
            return redirect("partners:application-files", self.application.pk)
        return redirect("partners:application-check", self.application.pk)

    def refresh(self):
        """What is stored now."""
        del self.application


class Check(OfApplication, TemplateView):
    """Step 3: everything on one page, and the button that sends it."""

    http_method_names = ["get", "head", "post", "options"]
    page_title = gettext_lazy("Check and send")
    template_name = "partners/application_check.html"
    step = "check"

    def post(self, request, *args, **kwargs):
        try:
            self.application.submit(by=request.user)
        except ValidationError as error:
            for sentence in error.messages:
                messages.error(request, sentence)
            return redirect("partners:application-check", self.application.pk)
        messages.success(request, _("Your application has been sent."))
        return redirect(self.application)


class ApplicationDetail(LoginRequiredMixin, DetailView):
    """Where an application stands, what happens next and usually when; what is missing, and the way to send it."""

    context_object_name = "application"
    template_name = "partners/application_detail.html"

    def get_queryset(self):
        return JoiningApplication.objects.visible_to(self.request.user).with_pieces()

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        if self.object.is_draft:
            return redirect("partners:application-organisation", self.object.pk)
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs):
        crumbs = [
            (_("Partners"), reverse("partners:list")),
            (_("Join the Initiative"), reverse("partners:apply")),
            (str(self.object), None),
        ]
        return super().get_context_data(
            crumbs=crumbs,
            is_own=self.object.applicant_id == self.request.user.pk,
            steps=steps_of(self.object),
            ahead=ahead_of(self.object),
            **kwargs,
        )


class Withdraw(ObjectActionView):
    model = JoiningApplication
    permission_required = "partners.withdraw_joiningapplication"
    success_message = gettext_lazy("Your application has been withdrawn.")

    def perform(self, application):
        application.withdraw(by=self.request.user)

    def get_success_url(self):
        return reverse("partners:apply")


class PieceFile(LoginRequiredMixin, StoredFileView):
    """A file of one's own application. The secretariat opens files in the admin, where it is recorded."""

    model = JoiningApplication

    def get_queryset(self):
        return super().get_queryset().filter(applicant=self.request.user)

    def stored(self, application):
        piece = application.pieces.filter(kind=self.kwargs["kind"]).select_related("stored").first()
        return piece and piece.stored


class PieceRemove(ObjectActionView):
    """It was the wrong file."""

    model = JoiningApplication
    permission_required = "partners.submit_joiningapplication"
    success_message = gettext_lazy("The file has been removed.")

    def perform(self, application):
        if self.kwargs["kind"] not in JoiningApplication.Kind.values:
            raise Http404
        application.remove_piece(self.kwargs["kind"], by=self.request.user)

    def get_success_url(self):
        return reverse("partners:application-files", args=[self.object.pk])
