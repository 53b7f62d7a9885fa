"""Who wants to hear of a thread, and who does not."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Follow(models.Model):
    """A person follows a thread, or has muted it."""

    class State(models.TextChoices):
        FOLLOWING = "following", pgettext_lazy("a discussion", "following")
        MUTED = "muted", pgettext_lazy("a discussion", "muted")

    thread = models.ForeignKey(
        "discussions.Thread", on_delete=models.CASCADE, related_name="follows", verbose_name=_("discussion")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="follows", verbose_name=_("person")
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.FOLLOWING)
    created_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("followed discussion")
        verbose_name_plural = _("followed discussions")
        ordering = ["-created_at", "-pk"]
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["thread", "person"], name="one_follow_per_person")]

    def __str__(self):
        return f"{self.person_id} {self.state} {self.thread_id}"


class Following(models.Model):
    """A thread people follow or mute."""

    class Meta:
        abstract = True

    def following_of(self, person):
        """ "following", "muted", or "" where `person` has said nothing."""
        return self.follows.filter(person_id=person.pk).values_list("state", flat=True).first() or ""

    @transaction.atomic
    def follow(self, *, by):
        """`by` hears of what is written here from now on, also when she had muted it."""
        self._set_following(Follow.State.FOLLOWING, "followed", by)

    @transaction.atomic
    def mute(self, *, by):
        """`by` hears nothing of it any more, not even when she is mentioned."""
        self._set_following(Follow.State.MUTED, "muted", by)

    @transaction.atomic
    def unfollow(self, *, by):
        """`by` neither follows nor mutes it any more. Where she did neither, nothing happens."""
        number, _rows = self.follows.filter(person=by).delete()
        if number:
            self.record("unfollowed", by=by)

    def _set_following(self, state, verb, by):
        follow, is_new = Follow.objects.get_or_create(thread=self, person=by, defaults={"state": state})
        if not is_new and follow.state == state:
            return
        Follow.objects.filter(pk=follow.pk).update(state=state)
        self.record(verb, by=by)

    def _keep_in_touch(self, person_id):
        """Whoever writes follows, unless she said otherwise."""
        Follow.objects.get_or_create(thread=self, person_id=person_id)
