from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ObjectivesConfig(AppConfig):
    name = "objectives"
    verbose_name = _("Strategy")

    def ready(self):
        from objectives import converters, permissions, personal_data, recipients  # noqa: F401
