"""To whom a mail goes, and about what: it carries a notice or a digest, or it is a letter to an address without
account."""

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.announcing import Addressee
from core.models import Activity
from notifications.models.digest import Digest
from notifications.models.notice import Notice
from notifications.wording import LetterWording


class Addressed(models.Model):
    """The reader of a mail. Notice and digest know their reader; a letter says here to whom it goes, and as what."""

    notice = models.OneToOneField(
        Notice,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="mail",
        verbose_name=_("notice"),
    )
    # Found by the constraint of one mail a digest: most mails carry none, and ten thousand are written at once.
    digest = models.ForeignKey(
        Digest,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        db_index=False,
        related_name="mails",
        verbose_name=_("gathered mail"),
    )
    # No index of its own: the activities of letters are found by the constraint on activity and address.
    activity = models.ForeignKey(
        Activity,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        db_index=False,
        related_name="letters",
        verbose_name=_("activity"),
    )
    audience = models.CharField(_("told as"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, blank=True)

    class Meta:
        abstract = True

    def fetch(self):
        """Read in two queries what its words will ask for."""
        if self.digest_id:
            self.digest = Digest.objects.select_related("person").get(pk=self.digest_id)
        elif self.is_letter:
            self.activity = Activity.objects.select_related("actor", "content_type").get(pk=self.activity_id)
        else:
            self.notice = Notice.objects.with_activity().get(pk=self.notice_id)

    @property
    def is_letter(self):
        """Whether it goes to somebody without an account."""
        return self.notice_id is None and self.digest_id is None

    @property
    def happening(self):
        """The activity it tells of, or the digest it carries."""
        if self.digest_id:
            return self.digest
        return self.activity if self.is_letter else self.notice.activity

    @property
    def is_pointless(self):
        """Whether there is nothing to tell any more, or nobody to be told."""
        if not self.reader.is_active:
            return True
        return not self.digest.is_worth_sending if self.digest_id else self.happening.object is None

    @cached_property
    def reader(self):
        """The person it goes to, or the Addressee."""
        if self.digest_id:
            return self.digest.person
        return Addressee(self.email, self.language, self.name) if self.is_letter else self.notice.recipient

    @property
    def wording(self):
        """Its title and text in the active language."""
        if self.digest_id:
            return self.digest.wording
        return LetterWording(self) if self.is_letter else self.notice.wording
