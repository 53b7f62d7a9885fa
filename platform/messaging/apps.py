from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MessagingConfig(AppConfig):
    name = "messaging"
    verbose_name = _("Messages to organisations")

    def ready(self):
        from messaging import duties, merging, permissions, personal_data, recipients  # noqa: F401
