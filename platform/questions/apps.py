from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionsConfig(AppConfig):
    name = "questions"
    verbose_name = _("Questions to scientists")

    def ready(self):
        from questions import becoming, duties, permissions, personal_data, recipients  # noqa: F401
