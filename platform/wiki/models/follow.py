"""Who wants to hear when a page changes: told once, and again only after she has read it."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class FollowQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own, and nobody else's."""
        return self.filter(person=user) if user.is_authenticated else self.none()

    def on(self):
        """Those of people who want to hear of the page now."""
        return self.filter(is_on=True)


class Follow(models.Model):
    """A person follows a page; or she wrote at it and does not want to hear of it."""

    page = models.ForeignKey(
        "wiki.Page", on_delete=models.CASCADE, db_index=False, related_name="follows", verbose_name=_("wiki page")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="wiki_follows", verbose_name=_("person")
    )
    is_on = models.BooleanField(_("is told of changes"), default=True)
    seen = models.PositiveIntegerField(_("has read it up to edition"))
    created_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    objects = FollowQuerySet.as_manager()

    class Meta:
        verbose_name = _("followed wiki page")
        verbose_name_plural = _("followed wiki pages")
        ordering = ["-created_at", "-pk"]
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["page", "person"], name="one_wiki_follow_per_person")]

    def __str__(self):
        return f"{self.person_id} → {self.page_id}"

    def note_read(self, number):
        """Edition `number` is before her: she is told of the next one."""
        if self.seen < number:
            Follow.objects.filter(pk=self.pk, seen__lt=number).update(seen=number)


class Followed(models.Model):
    """A page people follow."""

    class Meta:
        abstract = True

    def follow_of(self, person):
        """The Follow of `person`, or None where she has said nothing and written nothing."""
        return self.follows.filter(person_id=person.pk).first()

    def followers_up_to(self, number, moment):
        """Who followed it at `moment` and had read it when edition `number` came.

        The others have been told of an earlier one already.
        """
        told = self.follows.on().filter(seen__gte=number - 1, created_at__lt=moment).values("person_id")
        return self.space.readers().filter(pk__in=told)

    @transaction.atomic
    def follow(self, *, by):
        """`by` hears of changes from now on. Said twice, nothing happens the second time."""
        self._set_following(is_on=True, verb="followed", by=by)

    @transaction.atomic
    def unfollow(self, *, by):
        """`by` hears nothing of it any more, also when she goes on writing at it."""
        if self.follows.on().filter(person=by).exists():
            self._set_following(is_on=False, verb="unfollowed", by=by)

    def _set_following(self, *, is_on, verb, by):
        follow, is_new = Follow.objects.get_or_create(
            page=self, person=by, defaults={"is_on": is_on, "seen": self.number}
        )
        if not is_new and follow.is_on == is_on:
            return
        # Whoever begins to follow has the page before her.
        Follow.objects.filter(pk=follow.pk).update(is_on=is_on, seen=self.number)
        self.record(verb, by=by)

    def _keep_in_touch(self, person):
        """Whoever writes follows, unless she said otherwise; what she wrote herself she has read."""
        follow, is_new = Follow.objects.get_or_create(page=self, person=person, defaults={"seen": self.number})
        if not is_new and follow.seen < self.number:
            Follow.objects.filter(pk=follow.pk).update(seen=self.number)
