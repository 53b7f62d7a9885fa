"""Writing to an organisation, and reading what was written."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.generic import DetailView, FormView, ListView

from core.views import VisibleMixin
from messaging.forms import ReplyForm, ReportForm, WriteForm
from messaging.models import Block, Conversation
from messaging.models.conversation import require_takes_messages
from partners.models import Partner
from partners.views.moved import LeadsToHeir


class ConversationList(LoginRequiredMixin, ListView):
    """What was written to organisations I speak for, and what I wrote."""

    template_name = "messaging/conversation_list.html"
    context_object_name = "conversations"
    paginate_by = 20

    @property
    def shows_received(self):
        """Whether the page lists what arrived instead of what the reader sent."""
        shown = self.request.GET.get("show")
        return shown == "received" if shown in ("received", "sent") else self.receives

    @cached_property
    def receives(self):
        """Whether she answers for any organisation."""
        user = self.request.user
        spoken_for = user.affiliations.in_force().filter(is_focal_point=True)
        return user.has_perm("messaging.stand_in_conversation") or spoken_for.exists()

    def get_queryset(self):
        user, visible = self.request.user, Conversation.objects.visible_to(self.request.user)
        return (visible.received_by(user) if self.shows_received else visible.sent_by(user)).newest_first()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            shows_received=self.shows_received,
            receives=self.receives,
            tabs=self.tabs() if self.receives else [],
            blocks=Block.objects.visible_to(self.request.user).select_related("person", "partner")[:50],
            crumbs=[(_("Messages"), None)],
            **kwargs,
        )

    def tabs(self):
        """Received and sent."""
        user = self.request.user
        waiting = Conversation.objects.visible_to(user).received_by(user).waiting().count()
        return [
            {
                "title": pgettext("messages", "Received"),
                "url": "?show=received",
                "count": waiting,
                "is_current": self.shows_received,
            },
            {
                "title": pgettext("messages", "Sent"),
                "url": "?show=sent",
                "count": 0,
                "is_current": not self.shows_received,
            },
        ]


class ConversationDetail(LoginRequiredMixin, VisibleMixin, DetailView):
    """A conversation; whoever takes part goes on writing here."""

    http_method_names = ["get", "head", "post", "options"]
    model = Conversation
    template_name = "messaging/conversation_detail.html"
    context_object_name = "conversation"
    # The form that stands open: "report", or none.
    open_form = None

    def get_queryset(self):
        return super().get_queryset().select_related("partner", "starter__country")

    def post(self, request, *args, **kwargs):
        conversation = self.object = self.get_object()
        if not request.user.has_perm("messaging.reply_conversation", conversation):
            raise PermissionDenied
        form = ReplyForm(request.POST)
        if form.is_valid():
            try:
                conversation.reply(form.cleaned_data["text"], key=form.cleaned_data["key"], by=request.user)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                messages.success(request, _("Your message is on its way."))
                return redirect(conversation)
        self.object = self.get_object()
        return self.render_to_response(self.get_context_data(reply_form=form, form=form))

    def get_context_data(self, **kwargs):
        conversation, user = self.object, self.request.user
        side = conversation.side_of(user)
        crumbs = [(_("Messages"), reverse("messaging:list")), (str(conversation), None)]
        shown = {
            "side": side,
            "is_own": side == "person",
            "written": conversation.messages.select_related("author"),
            "reply_form": ReplyForm(),
            "report_form": ReportForm(),
            "is_reported_by_me": conversation.reports.open().filter(reporter=user).exists(),
            "to_settle": self.to_settle(),
            "open_form": self.open_form,
            "crumbs": crumbs,
        }
        return super().get_context_data(**shown | kwargs)

    def to_settle(self):
        """The reports of this conversation that wait for the reader, who works in the secretariat."""
        if not self.request.user.has_perm("messaging.settle_report"):
            return []
        return self.object.reports.open().select_related("reporter")


class Write(LeadsToHeir, LoginRequiredMixin, FormView):
    """A message to the contact of an organisation."""

    http_method_names = ["get", "head", "post", "options"]
    form_class = WriteForm
    template_name = "messaging/write.html"

    @cached_property
    def partner(self):
        """The organisation of the address; 404 when it is not visible, or takes no messages at all."""
        visible = Partner.objects.visible_to(self.request.user)
        return get_object_or_404(visible.in_force().select_related("country"), slug=self.kwargs["slug"])

    def get_initial(self):
        return {"language": get_language()}

    def get_context_data(self, **kwargs):
        crumbs = [
            (_("Partners"), reverse("partners:list")),
            (self.partner.name, self.partner.get_absolute_url()),
            (_("Write"), None),
        ]
        return super().get_context_data(partner=self.partner, refusal=self.refusal(), crumbs=crumbs, **kwargs)

    def refusal(self):
        """Why this person cannot write here at all, or "": said before she has typed."""
        try:
            require_takes_messages(self.partner, self.request.user)
        except ValidationError as error:
            return " ".join(error.messages)
        return ""

    def form_valid(self, form):
        try:
            conversation = Conversation.objects.start(self.partner, by=self.request.user, **form.cleaned_data)
        except Partner.DoesNotExist:
            raise Http404 from None
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(self.request, _("Your message is on its way. You are told here and by mail when they answer."))
        return redirect(conversation)
