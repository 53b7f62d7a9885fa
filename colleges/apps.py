from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CollegesConfig(AppConfig):
    name = "colleges"
    verbose_name = _("Colleges and groups")

    def ready(self):
        from colleges import duties, merging, permissions, personal_data, recipients, rooms  # noqa: F401
