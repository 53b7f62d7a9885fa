"""The four Interfaces, and what each gathers for the person who reads."""

from django.contrib.auth.mixins import AccessMixin
from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from interfaces.gathering import gathered, pinned
from interfaces.models import Interface
from partners.gate import gate


class Gated(AccessMixin):
    """Open to whom a room of an Interface is open: visitors sign in, others read how to come in."""

    @cached_property
    def interfaces(self):
        """Those this person may enter, with their rooms."""
        return list(Interface.objects.visible_to(self.request.user).select_related("space"))

    def dispatch(self, request, *args, **kwargs):
        if not self.interfaces:
            return gate(request) if request.user.is_authenticated else self.handle_no_permission()
        return super().dispatch(request, *args, **kwargs)


class InterfaceList(Gated, TemplateView):
    """The four, in a few words each."""

    template_name = "interfaces/interface_list.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(interfaces=self.interfaces, crumbs=[(_("Interfaces"), None)], **kwargs)


class InterfaceDetail(Gated, TemplateView):
    """What it is about, what the secretariat shows first, and of each kind the newest things this person may see."""

    template_name = "interfaces/interface_detail.html"

    @cached_property
    def interface(self):
        """The one of the address; 404 when there is none, or it is closed to this person."""
        for interface in self.interfaces:
            if interface.slug == self.kwargs["slug"]:
                return interface
        raise Http404

    def get_context_data(self, **kwargs):
        user, interface = self.request.user, self.interface
        return super().get_context_data(
            interface=interface,
            others=[other for other in self.interfaces if other != interface],
            pins=pinned(interface, user),
            sections=gathered(interface, user),
            crumbs=[(_("Interfaces"), reverse("interfaces:list")), (interface.short, None)],
            **kwargs,
        )
