"""The qualification statement of a candidate: kept while it is written, sent before the deadline, then read."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, View

from core.views import ObjectActionView
from core.views.files import StoredFileView
from taskforces.forms.candidates import StatementForm
from taskforces.models import Application, Statement
from taskforces.views import OfTaskForce


class OfCandidacy(OfTaskForce, LoginRequiredMixin):
    """The candidacy of the address, which is this person's own: 404 for everybody else."""

    @cached_property
    def application(self):
        """Her candidacy with its call."""
        own = Application.objects.visible_to(self.request.user).filter(task_force=self.task_force)
        own = own.filter(person=self.request.user, call__isnull=False)
        return get_object_or_404(own.select_related("call__consultation", "region"), pk=self.kwargs["pk"])

    @cached_property
    def statement(self):
        """Her statement; before she has typed anything, one that is not stored."""
        return Statement.of(self.application)

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if request.method == "OPTIONS":
            return super().dispatch(request, *args, **kwargs)
        if not request.user.has_perm("taskforces.write_statement", self.statement):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class StatementEdit(OfCandidacy, FormView):
    """Write, keep, send; after the deadline, read."""

    http_method_names = ["get", "head", "post", "options"]
    form_class = StatementForm
    page_title = gettext_lazy("Qualification statement")
    template_name = "taskforces/statement.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.statement}

    def get_context_data(self, **kwargs):
        return super().get_context_data(application=self.application, statement=self.statement, **kwargs)

    def post(self, request, *args, **kwargs):
        form = self.get_form()
        form.is_valid()
        # In one: words that were kept by themselves before, and arrive now, wait until it is sent.
        with transaction.atomic():
            try:
                statement = self.keep(form)
                if "send" in request.POST and not form.errors:
                    statement.send(by=request.user)
            except ValidationError as error:  # what was typed is kept all the same
                form.add_error(None, error)
        if form.errors:
            self.refresh()
            return self.form_invalid(form)
        sent = "send" in request.POST
        messages.success(request, _("Your statement has been sent.") if sent else _("Saved. It has not been sent yet."))
        return redirect(statement)

    def keep(self, form):
        """Keep the words, and the letter."""
        user = self.request.user
        statement = Statement.save_draft(self.application, form.words, by=user)
        upload = form.cleaned_data.get("upload")
        if upload or form.removes:
            statement = Statement.put_letter(self.application, upload or None, by=user)
        return statement

    def refresh(self):
        """What is stored now stands beside what was typed."""
        for name in ("application", "statement"):
            self.__dict__.pop(name, None)


class StatementAutosave(OfCandidacy, View):
    """Keeps the words while they are typed, without the letter: 204; 409 when it is too late; 422 for faults."""

    http_method_names = ["post", "options"]

    def post(self, request, *args, **kwargs):
        form = StatementForm(request.POST, instance=self.statement)
        if not form.is_valid():
            return HttpResponse(status=422)
        try:
            Statement.save_draft(self.application, form.words, by=request.user)
        except ValidationError:
            return HttpResponse(status=409)
        return HttpResponse(status=204)


class StatementReopen(ObjectActionView):
    """Take up again what was sent, before the deadline."""

    model = Statement
    permission_required = "taskforces.write_statement"
    success_message = gettext_lazy("You can change your statement. Nobody reads it until you send it again.")

    def get_queryset(self):
        return super().get_queryset().select_related("application__call", "application__task_force__objective")

    def get_object(self, queryset=None):
        of_task_force = self.get_queryset().filter(application__task_force__objective__code=self.kwargs["code"])
        return get_object_or_404(of_task_force, application=self.kwargs["pk"])

    def perform(self, statement):
        statement.reopen(by=self.request.user)


class StatementLetter(LoginRequiredMixin, StoredFileView):
    """The letter of support: for the candidate, the secretariat, and the members once they are consulted."""

    model = Statement

    def get_object(self, queryset=None):
        of_task_force = self.get_queryset().filter(application__task_force__objective__code=self.kwargs["code"])
        return get_object_or_404(of_task_force.select_related("letter"), application=self.kwargs["pk"])

    def stored(self, statement):
        return statement.letter
