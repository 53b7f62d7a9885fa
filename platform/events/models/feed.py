"""The private address under which somebody's calendar program finds her meetings."""

import secrets

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.models import Recorded
from core.tokens import fingerprint


class CalendarFeedQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own."""
        return self.filter(person=user) if user.is_authenticated else self.none()

    def by_token(self, token):
        """The feed this token opens, of somebody who may sign in; None otherwise."""
        feeds = self.select_related("person").filter(person__is_active=True)
        return feeds.filter(token_hash=fingerprint(token)).first()

    @transaction.atomic
    def renew(self, person, *, by):
        """A new address for `person`, which is returned this once; the old one leads nowhere from now on."""
        token = secrets.token_urlsafe(32)
        User.objects.select_for_update().get(pk=person.pk)
        facts = {"token_hash": fingerprint(token), "created_at": timezone.now()}
        feed, _created = self.update_or_create(person=person, defaults=facts)
        feed.record("renewed", by=by)
        return token


class CalendarFeed(Recorded, models.Model):
    """One person's calendar of meetings, open to whoever knows its address."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feed", verbose_name=_("person")
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("made"), default=timezone.now, editable=False)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar feed")
        verbose_name_plural = _("calendar feeds")
        default_permissions = ["view"]
        permissions = [("revoke_calendarfeed", _("Can revoke a calendar address"))]

    def __str__(self):
        return str(self.person)

    @transaction.atomic
    def revoke(self, *, by):
        """The address leads nowhere from now on."""
        self.record("revoked", by=by)
        self.delete()
