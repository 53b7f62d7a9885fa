from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TaskForcesConfig(AppConfig):
    name = "taskforces"
    verbose_name = _("Task forces")

    def ready(self):
        from taskforces import permissions, personal_data, recipients  # noqa: F401
