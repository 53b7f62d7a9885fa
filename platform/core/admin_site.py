"""The secretariat's admin: the site's own sign-in, the person's language, a content policy of its own."""

from functools import partial, update_wrapper

from allauth.account.decorators import secure_admin_login
from csp.decorators import csp
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.views import shortcut
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import path
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.functional import SimpleLazyObject
from django.views.i18n import set_language
from unfold.sites import UnfoldAdminSite

METHODS = ("GET", "HEAD", "POST")
with_admin_policy = csp(settings.ADMIN_CONTENT_SECURITY_POLICY)


class PlatformAdminSite(UnfoldAdminSite):
    @method_decorator(secure_admin_login)
    def login(self, request, extra_context=None):
        """No sign-in of its own: whoever is not signed in goes to the site's, with its limits and second factor."""
        return redirect("admin:index")

    def admin_view(self, view, cacheable=False):
        """Every page of the admin passes here: 403 for those who do not work in the secretariat."""
        guarded = with_admin_policy(super().admin_view(view, cacheable))

        def inner(request, *args, **kwargs):
            if request.method not in METHODS:
                return HttpResponseNotAllowed(METHODS)
            user = request.user
            if user.is_authenticated and not self.has_permission(request):
                raise PermissionDenied
            # Addresses of the admin carry no language: it speaks hers, until she chooses another at the top.
            if user.is_authenticated and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
                translation.activate(user.language)
                request.LANGUAGE_CODE = user.language
            return guarded(request, *args, **kwargs)

        return update_wrapper(inner, view)

    def get_app_list(self, request, app_label=None):
        """Put together for the pages that show it: others have the sidebar, and a hundred models are asked in turn."""
        return SimpleLazyObject(partial(super().get_app_list, request, app_label))

    def extra_urls(self):
        return [
            path("language/", self.admin_view(set_language), name="set-language"),
            path("r/<path:content_type_id>/<path:object_id>/", self.admin_view(self.view_on_site), name="view_on_site"),
        ]

    def view_on_site(self, request, content_type_id, object_id):
        """The page on the site of what the admin shows; 404 for other models, of which some have no table at all."""
        try:
            model = ContentType.objects.get_for_id(int(content_type_id)).model_class()
        except (ContentType.DoesNotExist, OverflowError, ValueError) as error:
            raise Http404 from error
        if model not in self._registry:
            raise Http404
        return shortcut(request, content_type_id, object_id)

    def password_change(self, request, extra_context=None):
        """Passwords are changed where everybody changes them, after the old one was asked."""
        return redirect("account_change_password")

    def password_change_done(self, request, extra_context=None):
        return redirect("admin:index")
