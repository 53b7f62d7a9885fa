"""What was written in a conversation: final, and forgotten with its author."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST = 5000


class Message(models.Model):
    """Some words in a conversation."""

    class Side(models.TextChoices):
        PERSON = "person", _("the person who wrote first")
        ORGANISATION = "organisation", _("the organisation")
        SECRETARIAT = "secretariat", _("the secretariat, for the organisation")

    conversation = models.ForeignKey(
        "messaging.Conversation", on_delete=models.CASCADE, related_name="messages", verbose_name=_("conversation")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="messages", verbose_name=_("author")
    )
    side = models.CharField(_("written for"), max_length=12, choices=Side.choices)
    text = models.TextField(_("text"), max_length=LONGEST)
    # A form that is sent twice carries the same key.
    key = models.UUIDField(_("key of the form"), default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(_("sent"), default=timezone.now)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["created_at", "pk"]
        indexes = [models.Index(fields=["author", "created_at"], name="message_author")]

    def __str__(self):
        return f"{self.author} · {self.created_at:%Y-%m-%d}"
