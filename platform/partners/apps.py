from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PartnersConfig(AppConfig):
    name = "partners"
    verbose_name = _("Organisations")

    def ready(self):
        from partners import coming, duties, joining_personal_data, permissions, personal_data, recipients  # noqa: F401
