"""What gathers around a post: a word of thanks by one press, and its earlier wordings."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Reaction(models.Model):
    """A person found a post useful, or stands behind it."""

    class Kind(models.TextChoices):
        USEFUL = "useful", pgettext_lazy("a post", "Useful")
        SUPPORT = "support", pgettext_lazy("a post", "I support this")

    post = models.ForeignKey(
        "discussions.Post", on_delete=models.CASCADE, related_name="reactions", verbose_name=_("post")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reactions", verbose_name=_("person")
    )
    kind = models.CharField(pgettext_lazy("of a discussion", "kind"), max_length=10, choices=Kind.choices)
    created_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("reaction")
        verbose_name_plural = _("reactions")
        ordering = ["created_at", "pk"]
        default_permissions = []
        constraints = [
            models.UniqueConstraint(fields=["post", "person", "kind"], name="one_reaction_of_a_kind_per_person")
        ]

    def __str__(self):
        return f"{self.person_id} {self.kind} {self.post_id}"


class PostEdition(models.Model):
    """What a post said before it was edited."""

    post = models.ForeignKey(
        "discussions.Post", on_delete=models.CASCADE, related_name="editions", verbose_name=_("post")
    )
    text = models.TextField(_("text"))
    replaced_at = models.DateTimeField(_("replaced"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("earlier wording of a post")
        verbose_name_plural = _("earlier wordings of posts")
        ordering = ["replaced_at", "pk"]
        default_permissions = []

    def __str__(self):
        return f"{self.post_id} · {self.replaced_at:%Y-%m-%d}"
