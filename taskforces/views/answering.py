"""Questions from outside as their leader sees them: received, answered, published, set aside."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView

from core.views import ObjectActionView, ObjectPermissionMixin, VisibleMixin
from taskforces.forms.enquiries import ReplyForm, SetAsideForm
from taskforces.models import Enquiry
from taskforces.views import OfTaskForce, WithTabs


class Received(WithTabs, ObjectPermissionMixin, ListView):
    """What waits for the leader, oldest first; then what is closed, newest first."""

    http_method_names = ["get", "head", "options"]
    permission_required = "taskforces.view_enquiries_taskforce"
    page_title = gettext_lazy("Questions received")
    template_name = "taskforces/enquiries.html"
    context_object_name = "enquiries"
    paginate_by = 20

    @property
    def permission_object(self):
        return self.task_force

    @property
    def shows_closed(self):
        return self.request.GET.get("show") == "closed"

    def get_queryset(self):
        rows = Enquiry.objects.visible_to(self.request.user).filter(task_force=self.task_force)
        found = rows.closed() if self.shows_closed else rows.waiting()
        return found.select_related("person", "task_force__objective")

    def get_context_data(self, **kwargs):
        return super().get_context_data(shows_closed=self.shows_closed, **kwargs)


class OfEnquiry(VisibleMixin):
    """A question to the task force of the address that this person may see."""

    model = Enquiry

    def get_queryset(self):
        rows = super().get_queryset().filter(task_force__objective__code=self.kwargs["code"])
        return rows.select_related("person", "closed_by", "task_force__objective")


class EnquiryDetail(LoginRequiredMixin, OfTaskForce, OfEnquiry, DetailView):
    """One question: its asker reads what became of it, those who answer do so here."""

    http_method_names = ["get", "head", "options"]
    template_name = "taskforces/enquiry_detail.html"
    context_object_name = "enquiry"
    # The form that stands open: "set_aside", or none.
    open_form = None

    def get_task_forces(self):
        return super().get_task_forces().with_standing_of(self.request.user)

    def get_object(self, queryset=None):
        enquiry = super().get_object(queryset)
        enquiry.task_force = self.task_force  # whose rights are known already
        return enquiry

    @cached_property
    def may_answer(self):
        return self.request.user.has_perm("taskforces.answer_enquiry", self.object)

    def crumbs(self):
        questions = (_("Questions and answers"), self.object.questions_path)
        if self.may_answer:
            received = reverse("taskforces:enquiries", args=[self.task_force.code.lower()])
            questions = (_("Questions received"), received)
        return [*super().crumbs(), questions, (_("One question"), None)]

    def get_context_data(self, **kwargs):
        enquiry = self.object
        initial = {"text": enquiry.draft, "language": get_language()}
        shown = {
            "may_answer": self.may_answer,
            "is_own": enquiry.person_id == self.request.user.pk,
            "open_form": self.open_form,
            "reply_form": ReplyForm(enquiry=enquiry, initial=initial),
            "set_aside_form": SetAsideForm(),
        }
        return super().get_context_data(**shown | kwargs)


class EnquiryWords(EnquiryDetail):
    """A verb that needs words: the question with the form open; refused, it keeps what was typed."""

    http_method_names = ["get", "head", "post", "options"]
    permission_required = "taskforces.answer_enquiry"

    def get_object(self, queryset=None):
        enquiry = super().get_object(queryset)
        if not self.request.user.has_perm(self.permission_required, enquiry):
            raise PermissionDenied
        return enquiry

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        form = self.get_form()
        if form.is_valid() and self.performs(form):
            return redirect(self.get_success_url())
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data(**{f"{self.open_form}_form": form, "form": form}))

    def performs(self, form):
        """Call the verb; refused, its sentences stand at the form."""
        try:
            self.perform(self.object, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error.messages)
            return False
        return True

    def get_success_url(self):
        return reverse("taskforces:enquiries", args=[self.task_force.code.lower()])


class Reply(EnquiryWords):
    """The answer, sent or kept as a draft."""

    open_form = "reply"

    def get_form(self):
        return ReplyForm(self.request.POST, enquiry=self.object)

    def post(self, request, *args, **kwargs):
        if "save" not in request.POST:
            return super().post(request, *args, **kwargs)
        enquiry = self.object = self.get_object()
        form = ReplyForm(request.POST, enquiry=enquiry, is_draft=True)
        if form.is_valid():
            try:
                enquiry.save_draft(form.cleaned_data["text"], by=request.user, seen=form.cleaned_data["seen"] or None)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                messages.success(request, _("Saved. You can go on later, on any device."))
                return redirect(enquiry)
        return self.show_both(form)

    def show_both(self, form):
        """What was typed stays, what somebody else has saved stands beside it; saved again, the later one counts."""
        enquiry = self.object = self.get_object()
        form.data = form.data.copy()
        form.data["seen"] = enquiry.draft_stamp
        typed = form.data.get("text", "")
        theirs = enquiry.draft if enquiry.draft != typed else ""
        return self.render_to_response(self.get_context_data(reply_form=form, form=form, theirs=theirs))

    def perform(self, enquiry, *, text, language, publish=False, **_page):
        enquiry.reply(text, language=language, publish=publish, by=self.request.user)
        messages.success(self.request, _("Your answer is on its way."))


class SetAside(EnquiryWords):
    permission_required = "taskforces.set_aside_enquiry"
    open_form = "set_aside"

    def get_form(self):
        return SetAsideForm(self.request.POST)

    def perform(self, enquiry, *, why, reason):
        enquiry.set_aside(why, reason, by=self.request.user)
        messages.success(self.request, _("Set aside."))


class Publish(OfEnquiry, ObjectActionView):
    permission_required = "taskforces.answer_enquiry"
    success_message = gettext_lazy("Published: everybody can read it.")

    def perform(self, enquiry):
        enquiry.publish(by=self.request.user)


class Unpublish(OfEnquiry, ObjectActionView):
    permission_required = "taskforces.answer_enquiry"
    success_message = gettext_lazy("No longer published.")

    def perform(self, enquiry):
        enquiry.unpublish(by=self.request.user)
