"""Keys with which programs may ask more often. They open nothing: what is given is public, with a key or without."""

import secrets

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.limits import wait_for_turn
from core.models import Recorded
from core.tokens import fingerprint

# Nobody needs more, and each is a limit of its own.
MOST = 5
# By its beginning a key is recognised: by people in their list, by programs that look for secrets in published code.
BEGINNING = "4p1000_"
SHOWN = len(BEGINNING) + 6


class KeyQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own."""
        return self.filter(person=user) if user.is_authenticated else self.none()

    def by_token(self, token):
        """The Key of this token, of somebody who may sign in; None otherwise."""
        return self.filter(token_hash=fingerprint(token), person__is_active=True).first()

    @transaction.atomic
    def make(self, name, *, by):
        """A new key for `by`. Returns (Key, its token), which is never told again.

        Raises ValidationError when she has as many as one may have.
        """
        wait_for_turn(by)
        if self.filter(person=by).count() >= MOST:
            raise ValidationError(_("You have %(most)d keys. Revoke one first."), params={"most": MOST})
        token = BEGINNING + secrets.token_urlsafe(32)
        key = self.create(person=by, name=name, prefix=token[:SHOWN], token_hash=fingerprint(token))
        key.record("made", by=by)
        return key, token


class Key(Recorded, models.Model):
    """One person's key for one of her programs."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="api_keys", verbose_name=_("person")
    )
    name = models.CharField(
        _("name"), max_length=60, help_text=_("So that you can tell your keys apart, for example “Monthly report”.")
    )
    prefix = models.CharField(_("begins with"), max_length=20, editable=False)
    token_hash = models.CharField(max_length=64, editable=False)
    created_at = models.DateTimeField(pgettext_lazy("a key", "made"), default=timezone.now, editable=False)
    # A day is enough to tell whether it is still in use.
    used_on = models.DateField(pgettext_lazy("a key", "last used"), null=True, blank=True, editable=False)

    objects = KeyQuerySet.as_manager()

    class Meta:
        verbose_name = _("key for programs")
        verbose_name_plural = _("keys for programs")
        ordering = ["-created_at", "-pk"]
        default_permissions = ["view"]
        permissions = [("revoke_key", _("Can revoke a key for programs"))]
        constraints = [
            models.UniqueConstraint(fields=["token_hash"], name="each_key_is_told_apart"),
            models.CheckConstraint(condition=~models.Q(name=""), name="keys_have_a_name"),
        ]

    def __str__(self):
        return self.name

    def note_use(self):
        """Keep the day: one write a day, however often it asks."""
        today = timezone.now().date()
        if self.used_on != today:
            type(self).objects.filter(pk=self.pk).update(used_on=today)

    @transaction.atomic
    def revoke(self, *, by):
        """A program that sends it is refused from now on."""
        if not Key.objects.select_for_update().filter(pk=self.pk).exists():
            raise ValidationError(_("This key has been revoked already."))
        self.record("revoked", by=by)
        self.delete()
