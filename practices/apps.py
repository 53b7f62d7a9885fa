from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PracticesConfig(AppConfig):
    name = "practices"
    verbose_name = _("Practices")

    def ready(self):
        from practices import (  # noqa: F401
            becoming,
            duties,
            merging,
            permissions,
            personal_data,
            recipients,
            searching_personal_data,
            searching_recipients,
        )
