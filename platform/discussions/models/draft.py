"""What somebody has begun to write, kept until she sends it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DraftQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own, and nobody else's."""
        return self.filter(person=user) if user.is_authenticated else self.none()

    def keep(self, person, *, space=None, thread=None, text="", title=""):
        """Keep what `person` has typed so far: a reply to `thread`, or a new thread in `space`; nothing when empty."""
        place = {"person": person, "space": space, "thread": thread}
        if not (text.strip() or title.strip()):
            self.filter(**place).delete()
            return
        self.update_or_create(**place, defaults={"text": text, "title": title, "saved_at": timezone.now()})


class Draft(models.Model):
    """Words that have not been sent."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts", verbose_name=_("person")
    )
    space = models.ForeignKey(
        "spaces.Space",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="drafts",
        verbose_name=_("space"),
    )
    thread = models.ForeignKey(
        "discussions.Thread",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="drafts",
        verbose_name=_("discussion"),
    )
    title = models.CharField(_("title"), max_length=150, blank=True)
    text = models.TextField(_("text"), blank=True)
    saved_at = models.DateTimeField(_("saved"), default=timezone.now, editable=False)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft of a post")
        verbose_name_plural = _("drafts of posts")
        ordering = ["-saved_at", "-pk"]
        default_permissions = []
        constraints = [
            models.UniqueConstraint(
                fields=["person", "space"], condition=models.Q(thread=None), name="one_draft_per_space"
            ),
            models.UniqueConstraint(
                fields=["person", "thread"], condition=models.Q(space=None), name="one_draft_per_thread"
            ),
            models.CheckConstraint(
                condition=models.Q(space=None, thread__isnull=False) | models.Q(space__isnull=False, thread=None),
                name="drafts_are_for_one_place",
            ),
        ]

    def __str__(self):
        return self.title or f"{self.person_id} · {self.saved_at:%Y-%m-%d}"
