"""The admin has no sign-in of its own: it uses the site's, with its second factor."""

from allauth.account.decorators import secure_admin_login
from unfold.sites import UnfoldAdminSite


class PlatformAdminSite(UnfoldAdminSite):
    login = secure_admin_login(UnfoldAdminSite.login)
