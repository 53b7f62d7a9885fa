"""What pages have in common: visible objects only, rights asked once, one small view per verb."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.generic import View
from django.views.generic.detail import SingleObjectMixin

__all__ = ["ObjectActionView", "ObjectPermissionMixin", "SharedDraftMixin", "VisibleMixin"]


class SharedDraftMixin:
    """A page at which somebody else may write, too."""

    @property
    def page(self):
        """What the page knew when it was opened: the state it was made from, and its own mark."""
        return {name: self.request.POST.get(name, "").replace("\0", "") for name in ("seen", "pen")}


class VisibleMixin:
    """The queryset is what this person may see: anything else answers 404."""

    def get_queryset(self):
        return self.model.objects.visible_to(self.request.user)


class ObjectPermissionMixin(LoginRequiredMixin):
    """Asks `permission_required` for the object of the page: visible but not allowed answers 403."""

    permission_required = None

    @cached_property
    def permission_object(self):
        """The object the permission is asked for; the page's own unless a view says otherwise."""
        return self.get_object()

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if not request.user.has_perm(self.permission_required, self.permission_object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class ObjectActionView(VisibleMixin, SingleObjectMixin, LoginRequiredMixin, View):
    """POST only: finds the object, asks the permission, calls `perform`, and goes back to the object.

    A refused verb (ValidationError) becomes a message in the reader's language.
    """

    http_method_names = ["post", "options"]
    permission_required = None
    success_message = None

    def handle_no_permission(self):
        """Whoever must sign in first comes back to the page with the button: the button's own address takes no GET."""
        page = self.request.META.get("HTTP_REFERER", "")
        is_ours = url_has_allowed_host_and_scheme(page, {self.request.get_host()}, self.request.is_secure())
        back = urlsplit(page)._replace(scheme="", netloc="").geturl() if is_ours else ""
        return redirect_to_login(back, self.get_login_url())

    def post(self, request, *args, **kwargs):
        obj = self.object = self.get_object()
        if self.permission_required and not request.user.has_perm(self.permission_required, obj):
            raise PermissionDenied
        try:
            self.perform(obj)
        except ValidationError as error:
            for sentence in error.messages:
                messages.error(request, sentence)
        else:
            if self.success_message:
                messages.success(request, self.success_message)
        return redirect(self.get_success_url())

    def perform(self, obj):
        """Call the verb."""
        raise NotImplementedError

    def get_success_url(self):
        return self.object.get_absolute_url()
