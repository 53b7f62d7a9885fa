from django.contrib.admin.apps import AdminConfig


class PlatformAdminConfig(AdminConfig):
    """The admin with the site's own sign-in instead of one of its own."""

    default_site = "core.admin_site.PlatformAdminSite"
