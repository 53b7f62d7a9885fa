from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("The house")

    def ready(self):
        from core import checks, permissions  # noqa: F401
