"""Which mails a person wants beside those that concern her at once."""

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import User
from core.models import Recorded


class NoticeSetting(Recorded, models.Model):
    """Her choice, once she has made one: before, she gets the digest every week."""

    class Digest(models.TextChoices):
        WEEKLY = "weekly", _("Every Monday at 7:00")
        NONE = "none", _("Never")

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notice_setting", verbose_name=_("person")
    )
    digest = models.CharField(_("digest"), max_length=6, choices=Digest.choices, default=Digest.WEEKLY)
    changed_at = models.DateTimeField(pgettext_lazy("moment", "changed"), default=timezone.now)

    class Meta:
        verbose_name = _("choice of mails")
        verbose_name_plural = _("choices of mails")
        default_permissions = ["view"]

    def __str__(self):
        return f"{self.person_id} {self.digest}"

    def get_absolute_url(self):
        return reverse("notifications:settings")

    @classmethod
    def digest_of(cls, person):
        """ "weekly" or "none": what she chose, or what holds for whoever has chosen nothing."""
        return cls.objects.filter(person=person).values_list("digest", flat=True).first() or cls.Digest.WEEKLY

    @classmethod
    @transaction.atomic
    def choose(cls, person, digest, *, by):
        """She gets the digest weekly or not at all, from now on. What she has chosen already is not chosen twice."""
        # The person, not the setting: it may not be there yet, and two windows may make it.
        User.objects.select_for_update(no_key=True).get(pk=person.pk)
        setting, is_new = cls.objects.get_or_create(person=person, defaults={"digest": digest})
        if not is_new and setting.digest == digest:
            return setting
        setting.digest, setting.changed_at = digest, timezone.now()
        setting.save(update_fields=["digest", "changed_at"])
        setting.record("digest_chosen", by=by, digest=digest)
        return setting
