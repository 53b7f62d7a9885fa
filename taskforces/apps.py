from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TaskForcesConfig(AppConfig):
    name = "taskforces"
    verbose_name = _("Task forces")

    def ready(self):
        from taskforces import duties, merging, outputs, permissions, personal_data, recipients, rooms  # noqa: F401
