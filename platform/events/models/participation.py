"""Whether somebody comes to a meeting, and whether she was there."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Participation(models.Model):
    """What one person said about coming, and what the organiser noted afterwards."""

    class Answer(models.TextChoices):
        COMES = "comes", _("comes")
        AWAY = "away", _("cannot come")

    meeting = models.ForeignKey(
        "events.Meeting", on_delete=models.CASCADE, related_name="participations", verbose_name=_("meeting")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="participations", verbose_name=_("person")
    )
    answer = models.CharField(_("answer"), max_length=10, choices=Answer.choices, blank=True)
    answered_at = models.DateTimeField(_("answered on"), null=True, blank=True)
    was_present = models.BooleanField(_("was there"), null=True, blank=True)

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        default_permissions = ["view"]
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="one_participation_per_meeting")]

    def __str__(self):
        return f"{self.person_id} · {self.meeting_id}"
