"""Inviting colleagues, and the page on which the invited one says yes."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView
from django.views.generic.detail import SingleObjectMixin

from core.views import ObjectActionView, ObjectPermissionMixin, VisibleMixin
from partners.forms.people import InvitationForm, MailDomainForm
from partners.models import Invitation, MailDomain, Partner
from partners.views.moved import LeadsToHeir


class FormOfPartner(LeadsToHeir, VisibleMixin, ObjectPermissionMixin, SingleObjectMixin, FormView):
    """A form of those who speak for an organisation; what its verb refuses stands beside the fields."""

    model = Partner
    http_method_names = ["get", "head", "post", "options"]
    permission_required = "partners.manage_people_partner"
    title = ""
    object = None

    def get_context_data(self, **kwargs):
        partner = self.permission_object
        crumbs = [
            (_("Partners"), reverse("partners:list")),
            (partner.name, partner.get_absolute_url()),
            (_("People"), self.get_success_url()),
            (self.title, None),
        ]
        return super().get_context_data(partner=partner, crumbs=crumbs, **kwargs)

    def form_valid(self, form):
        try:
            self.perform(self.permission_object, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        return super().form_valid(form)

    def get_success_url(self):
        return reverse("partners:people", args=[self.permission_object.slug])

    def perform(self, partner, **values):
        """Call the verb."""
        raise NotImplementedError


class InvitationCreate(FormOfPartner):
    """Whom to write to."""

    form_class = InvitationForm
    template_name = "partners/invitation_form.html"
    title = gettext_lazy("Invite a colleague")

    def perform(self, partner, **values):
        Invitation.objects.invite(partner, by=self.request.user, **values)
        messages.success(self.request, _("The invitation is on its way. It is valid for ten days."))


class MailDomainCreate(FormOfPartner):
    """By which addresses colleagues are recognised."""

    form_class = MailDomainForm
    template_name = "partners/maildomain_form.html"
    title = gettext_lazy("Add a mail domain")

    def perform(self, partner, domain):
        MailDomain.objects.claim(partner, domain, by=self.request.user)
        messages.success(self.request, _("Added. Whoever has such an address is asked whether she works for you."))


class MailDomainDrop(ObjectActionView):
    model = MailDomain
    permission_required = "partners.delete_maildomain"
    success_message = gettext_lazy("Removed. Nobody is recognised by it any more.")

    def perform(self, mail_domain):
        mail_domain.drop(by=self.request.user)

    def get_success_url(self):
        return reverse("partners:people", args=[self.object.partner.slug])


class InvitationWithdraw(ObjectActionView):
    model = Invitation
    permission_required = "partners.withdraw_invitation"
    success_message = gettext_lazy("Withdrawn. The link in the mail leads nowhere from now on.")

    def perform(self, invitation):
        invitation.withdraw(by=self.request.user)


class InvitationSendAgain(ObjectActionView):
    model = Invitation
    permission_required = "partners.send_again_invitation"
    success_message = gettext_lazy("A new mail is on its way. Its link is valid for ten days, the old one is dead.")

    def perform(self, invitation):
        invitation.send_again(by=self.request.user)


@method_decorator(never_cache, name="dispatch")
class InvitationAnswer(TemplateView):
    """Where the link of the mail leads: opening it does nothing, the button says yes.

    Whoever is not signed in is led through signing in or up and back; whoever has another address reads what to do.
    """

    http_method_names = ["get", "head", "post", "options"]
    template_name = "partners/invitation_answer.html"

    @cached_property
    def invitation(self):
        invitation = Invitation.objects.by_token(self.kwargs["token"])
        if invitation is None:
            raise Http404
        return invitation

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(), status=200 if self.is_open else 410)

    def post(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return redirect_to_login(self.invitation.answer_path)
        if not self.is_open:
            return self.render_to_response(self.get_context_data(), status=410)
        if not request.user.has_perm("partners.accept_invitation", self.invitation):
            return self.render_to_response(self.get_context_data(), status=403)
        try:
            self.invitation.accept(by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect(self.invitation.answer_path)
        words = _("Welcome. You belong to %(organisation)s from now on.") % {"organisation": self.invitation.partner}
        messages.success(request, words)
        return redirect("home:hub")

    @property
    def is_open(self):
        """Whether the link is the newest one and can still be answered."""
        return self.invitation.is_newest and self.invitation.is_open

    def get_context_data(self, **kwargs):
        user, invitation = self.request.user, self.invitation
        return super().get_context_data(
            invitation=invitation,
            is_open=self.is_open,
            is_hers=user.is_authenticated and self.is_open and invitation.is_for(user),
            was_hers=user.is_authenticated and invitation.accepted_by_id == user.pk,
            **kwargs,
        )
