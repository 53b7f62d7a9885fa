"""Mail as rows with a state: claimed one by one, sent once, never sent again in silence."""

import zoneinfo
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from notifications.models.addressed import Addressed

# Seconds until the next try after the first, second, … failure; the last one repeats.
PAUSES = (30, 120, 600, 1800, 3600)
# A mail that has been on its way for longer was left behind by a process that ended.
LEFT_BEHIND_AFTER = timedelta(minutes=5)
# What carries a notice or a digest names no reader itself.
TO_NOBODY = models.Q(activity=None, audience="", email="", name="", language="")


class MailQuerySet(models.QuerySet):
    def due(self):
        """Mails whose moment to be sent has come, oldest first."""
        return self.filter(status=Mail.Status.WAITING, due_at__lte=timezone.now())

    def letters(self):
        """Mails to people without an account."""
        return self.filter(notice=None, digest=None)

    def unsettled(self):
        """Mails the secretariat should look at: failed, or perhaps sent by a process that was killed."""
        return self.filter(status__in=[Mail.Status.UNSURE, Mail.Status.FAILED])

    @transaction.atomic
    def claim(self):
        """The oldest due mail, now marked as on its way by this process alone; None when nothing is due."""
        # No joins here: before the tables are analysed, the planner would sort all of them for one row.
        mail = self.due().select_for_update(skip_locked=True, of=("self",)).order_by("due_at", "pk").first()
        if mail is not None:
            mail.status, mail.claimed_at, mail.attempts = (
                Mail.Status.SENDING,
                timezone.now(),
                mail.attempts + 1,
            )
            mail.save(update_fields=["status", "claimed_at", "attempts"])
        return mail

    def settle_left_behind(self):
        """Mark as unsure what a killed process had in its hands: it may have arrived, so it is not sent again."""
        return self.filter(status=Mail.Status.SENDING, claimed_at__lt=timezone.now() - LEFT_BEHIND_AFTER).update(
            status=Mail.Status.UNSURE
        )


class Mail(Recorded, Addressed, models.Model):
    """One message to one reader. The words are made when it is sent, in the reader's language of that moment."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("on its way")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")
        UNSURE = "unsure", _("unsure")
        DROPPED = "dropped", _("dropped")

    status = models.CharField(_("status"), max_length=8, choices=Status.choices, default=Status.WAITING)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    due_at = models.DateTimeField(_("due"), default=timezone.now)
    claimed_at = models.DateTimeField(_("claimed"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error = models.CharField(_("last error"), max_length=300, blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-created_at", "-pk"]
        permissions = [("settle_mail", _("Can settle unsure and failed mails"))]
        # No index holds all that waits but `mail_due`: before the table is analysed, the planner would take the other
        # one and sort ten thousand mails to claim the first.
        indexes = [
            models.Index(fields=["due_at", "id"], name="mail_due", condition=models.Q(status="waiting")),
            models.Index(
                fields=["status", "created_at"],
                name="mail_to_settle",
                condition=models.Q(status__in=["sending", "failed", "unsure"]),
            ),
            models.Index(fields=["-created_at", "-id"], name="mail_list"),
        ]
        constraints = [
            models.CheckConstraint(
                name="mail_of_notice_or_letter",
                condition=models.Q(TO_NOBODY, notice__isnull=False, digest=None)
                | models.Q(TO_NOBODY, notice=None, digest__isnull=False)
                | models.Q(
                    models.Q(notice=None, digest=None, activity__isnull=False),
                    ~models.Q(audience=""),
                    ~models.Q(language=""),
                ),
            ),
            models.UniqueConstraint(
                fields=["digest"], name="one_mail_per_digest", condition=models.Q(digest__isnull=False)
            ),
            models.UniqueConstraint(
                "activity",
                Lower("email"),
                name="one_letter_per_activity_and_address",
                condition=~models.Q(email=""),
            ),
        ]

    def __str__(self):
        return f"{self.pk} {self.status}"

    @classmethod
    def of(cls, notice):
        """The unsaved mail that carries `notice`."""
        return cls(notice=notice)

    @property
    def message_id(self):
        """The Message-ID header, the same at every try, by which a relay's log settles what is unsure."""
        if self.digest_id:
            name = f"digest-{self.digest_id}"
        else:
            name = f"letter-{self.pk}" if self.is_letter else f"notice-{self.notice_id}"
        return f"<{name}@{settings.SITE_URL.split('://')[-1].split('/')[0].split(':')[0]}>"

    def send(self, *, connection):
        """Hand the claimed mail to the relay and remember how it went. Returns False when it will have to wait."""
        self.fetch()
        if self.is_pointless:
            self._become(self.Status.DROPPED)
            return True
        try:
            connection.open()  # one connection for many mails; does nothing while it is open
            self.compose(connection=connection).send()
        except Exception as error:  # whatever a relay or a wording may raise: the row keeps it, the queue goes on
            connection.close()
            self._failed(error)
            return False
        self._become(self.Status.SENT, sent_at=timezone.now(), error="")
        return True

    def compose(self, *, connection=None):
        """The message in the reader's language and time zone, as text and HTML."""
        reader = self.reader
        with translation.override(reader.language), timezone.override(zoneinfo.ZoneInfo(reader.time_zone)):
            wording = self.wording
            message = EmailMultiAlternatives(
                subject=wording.title,
                body=wording.text,
                to=[reader.email],
                headers={"Message-ID": self.message_id, "Auto-Submitted": "auto-generated"} | wording.headers,
                connection=connection,
            )
            message.attach_alternative(wording.html, "text/html")
        return message

    @transaction.atomic
    def settle(self, *, arrived, by):
        """The secretariat has looked into the relay's log: the mail arrived, or is to be sent again."""
        self.refresh_from_db(from_queryset=Mail.objects.select_for_update())
        if self.status not in (self.Status.UNSURE, self.Status.FAILED):
            return
        if arrived:
            self._become(self.Status.SENT, sent_at=timezone.now())
        else:
            self._become(self.Status.WAITING, due_at=timezone.now())
        self.record("settled", by=by, arrived=arrived)

    def _failed(self, error):
        """Try again later, for a day; then the secretariat is told."""
        waited = timezone.now() - self.created_at
        final = waited > settings.MAIL_RETRY_FOR
        pause = PAUSES[min(self.attempts, len(PAUSES)) - 1]
        self._become(
            self.Status.FAILED if final else self.Status.WAITING,
            due_at=timezone.now() + timedelta(seconds=pause),
            error=f"{type(error).__name__}: {error}"[:300],
        )

    def _become(self, status, **values):
        """Write the new state, unless somebody has settled the row, or erased the person, meanwhile."""
        before = self.status
        values = {"status": status} | values
        for field, value in values.items():
            setattr(self, field, value)
        Mail.objects.filter(pk=self.pk, status=before).update(**values)
