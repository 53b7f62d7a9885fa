"""What is done with the cycle of a task force: outputs attested and taken back, moves, exceptions."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from taskforces.forms.cycle import AttestForm, ReasonForm, TakeBackForm
from taskforces.models import Output, OutputDelivery, StageRecord
from taskforces.views.cycle import Cycle


class CycleVerb(LoginRequiredMixin, Cycle):
    """A verb: GET shows the page with its form open, POST calls it; refused, it keeps what was typed."""

    http_method_names = ["get", "head", "post", "options"]
    name = permission_required = form_class = success_message = None

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if not self.may(self.permission_required, self.permission_object):
            raise PermissionDenied
        self.open_form = (self.name, self.form_key)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def about(self):
        """What the verb is about: a stage record of this task force, open or not."""
        rows = StageRecord.objects.visible_to(self.request.user).filter(task_force=self.task_force)
        record = get_object_or_404(rows.select_related("stage"), pk=self.kwargs["pk"])
        record.task_force = self.task_force
        return record

    @property
    def permission_object(self):
        return self.about

    @property
    def form_key(self):
        """Which of the forms of this name."""
        return ""

    def post(self, request, *args, **kwargs):
        form = self.form_class(request.POST, place=f"{self.name}{self.form_key}")
        if form.is_valid():
            try:
                self.perform(**form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                messages.success(request, self.success_message)
                return redirect("taskforces:cycle", self.task_force.code.lower())
        self.sent_form = form
        # What is stored now: somebody else may have been faster.
        for name in ("task_force", "progress", "record"):
            self.__dict__.pop(name, None)
        return self.render_to_response(self.get_context_data())


class MoveOn(CycleVerb):
    """On to the next stage; what is missing is said above the page."""

    http_method_names = ["post", "options"]
    name, form_class = "move-on", ReasonForm
    permission_required = "move_on_stagerecord"
    success_message = gettext_lazy("The task force has moved on. Its people and the secretariat are told.")

    def post(self, request, *args, **kwargs):
        try:
            self.about.move_on(by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        else:
            messages.success(request, self.success_message)
        return redirect("taskforces:cycle", self.task_force.code.lower())


class Overrule(CycleVerb):
    name, form_class = "overrule", ReasonForm
    permission_required = "overrule_stagerecord"
    success_message = gettext_lazy("The task force has moved on. Its people read your reason.")

    def perform(self, reason):
        self.about.overrule(reason=reason, by=self.request.user)


class MoveBack(CycleVerb):
    name, form_class = "move-back", ReasonForm
    permission_required = "move_back_stagerecord"
    success_message = gettext_lazy("The task force has moved back. Its people read your reason.")

    def perform(self, reason):
        self.about.move_back(reason=reason, by=self.request.user)


class Attest(CycleVerb):
    """The leader says that an output is there."""

    name, form_class = "attest", AttestForm
    permission_required = "attest_outputdelivery"
    success_message = gettext_lazy("Noted: the output is there.")

    @cached_property
    def about(self):
        """The output."""
        return get_object_or_404(Output.objects.visible_to(self.request.user), pk=self.kwargs["pk"])

    @property
    def permission_object(self):
        return self.task_force

    @property
    def form_key(self):
        return self.about.pk

    def perform(self, note, link):
        OutputDelivery.attest(self.task_force, self.about, note=note, link=link, by=self.request.user)


class TakeBack(CycleVerb):
    """An output is not there after all."""

    name, form_class = "take-back", TakeBackForm
    permission_required = "take_back_outputdelivery"
    success_message = gettext_lazy("Taken back: the output is missing again.")

    @cached_property
    def about(self):
        """The delivery, for those who may read it."""
        rows = OutputDelivery.objects.visible_to(self.request.user).filter(task_force=self.task_force)
        delivery = get_object_or_404(rows.select_related("output"), pk=self.kwargs["pk"])
        delivery.task_force = self.task_force
        return delivery

    @property
    def form_key(self):
        return self.about.pk

    def perform(self, reason):
        self.about.take_back(reason=reason, by=self.request.user)
