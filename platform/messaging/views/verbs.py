"""What one does with a conversation, beside writing in it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.views import ObjectActionView
from messaging.forms import ReportForm
from messaging.models import Block, Conversation
from messaging.views.pages import ConversationDetail


class ConversationClose(ObjectActionView):
    model = Conversation
    permission_required = "messaging.close_conversation"
    success_message = gettext_lazy("The conversation is closed. The organisation has been told.")

    def perform(self, conversation):
        conversation.close(by=self.request.user)


class ConversationBlock(ObjectActionView):
    model = Conversation
    permission_required = "messaging.block_conversation"
    success_message = gettext_lazy("Blocked: this person can no longer write to your organisation, and has been told.")

    def perform(self, conversation):
        conversation.block(by=self.request.user)


class BlockLift(ObjectActionView):
    model = Block
    permission_required = "messaging.lift_block"
    success_message = gettext_lazy("This person may write to your organisation again.")

    def perform(self, block):
        block.lift(by=self.request.user)

    def get_success_url(self):
        return reverse("messaging:list")


class ConversationReport(ConversationDetail):
    """The conversation with the report form open; refused, it keeps what was typed."""

    open_form = "report"

    def get(self, request, *args, **kwargs):
        self.object = self.get_permitted()
        return self.render_to_response(self.get_context_data())

    def post(self, request, *args, **kwargs):
        conversation = self.object = self.get_permitted()
        form = ReportForm(request.POST)
        if form.is_valid():
            try:
                conversation.report(form.cleaned_data["reason"], by=request.user)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                messages.success(request, _("Reported. The secretariat reads it and tells you what came of it."))
                return redirect(conversation)
        return self.render_to_response(self.get_context_data(report_form=form, form=form))

    def get_permitted(self):
        """The conversation; 404 when it is not visible, 403 when she takes no part."""
        conversation = self.get_object()
        if not self.request.user.has_perm("messaging.report_conversation", conversation):
            raise PermissionDenied
        return conversation
