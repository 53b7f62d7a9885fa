"""Writing to an organisation: its focal points answer, and nobody sees an address."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.limits import wait_for_turn
from core.models import Recorded
from messaging.models.block import Block
from messaging.models.limits import require_may_start, require_may_write
from messaging.models.message import Message
from partners.models import Affiliation, Partner


def spoken_for():
    """Organisations that somebody speaks for, whatever their standing: the primary keys."""
    return Affiliation.objects.focal_points().values("partner")


class ConversationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own; those of organisations she speaks for now. The secretariat: what was reported, and what is written
        to organisations that nobody speaks for."""
        if not user.is_authenticated:
            return self.none()
        shown = models.Q(starter=user) | models.Q(pk__in=self.model.objects.received_by(user).values("pk"))
        if user.has_perm("messaging.view_conversation"):
            shown |= models.Q(pk__in=reported()) | ~models.Q(partner__in=spoken_for())
        return self.filter(shown)

    def received_by(self, user):
        """What was written to organisations she speaks for; to the secretariat, where nobody speaks for them."""
        if not user.is_authenticated:
            return self.none()
        received = models.Q(pk__in=self.model.objects.to_organisations_of(user).values("pk"))
        if user.has_perm("messaging.stand_in_conversation"):
            received |= ~models.Q(partner__in=spoken_for())
        return self.filter(received).exclude(starter=user)

    def to_organisations_of(self, user):
        """What others wrote to organisations she speaks for now."""
        own = Affiliation.objects.in_force().filter(person=user, is_focal_point=True)
        return self.filter(partner__in=own.values("partner")).exclude(starter=user)

    def to_nobody(self):
        """What was written to organisations that nobody speaks for: the secretariat answers."""
        return self.filter(partner__status__in=Partner.IN_FORCE).exclude(partner__in=spoken_for())

    def sent_by(self, user):
        """What she began."""
        return self.filter(starter=user)

    def waiting(self):
        """Open, and the last word was the person's."""
        return self.filter(status=Conversation.Status.WAITING)

    def newest_first(self):
        """By the last message, with what a list shows."""
        return self.select_related("partner", "starter").order_by("-last_message_at", "-pk")

    @transaction.atomic
    def start(self, partner, *, subject, text, language, key=None, by):
        """`by` writes to `partner`, whose focal points hear of it.

        A form sent twice, known by its `key`, gives the conversation it began. Raises ValidationError when the
        organisation is not in force or has blocked her, when she speaks for it, or has written enough today.
        """
        wait_for_turn(by)
        if begun := Message.objects.filter(key=key, author=by).select_related("conversation").first():
            return begun.conversation
        partner = Partner.objects.select_for_update(no_key=True).get(pk=partner.pk)
        require_takes_messages(partner, by)
        require_may_write(by)
        require_may_start(by)
        conversation = self.create(starter=by, partner=partner, subject=subject, language=language)
        conversation.add(text, side=Message.Side.PERSON, key=key, by=by)
        conversation.record("started", by=by)
        return conversation


def reported():
    """Conversations the secretariat was asked to read: the primary keys."""
    from messaging.models.report import Report

    return Report.objects.values("conversation")


def require_takes_messages(partner, person):
    """Raises ValidationError when `partner` cannot be written to by `person`."""
    if not partner.is_in_force:
        raise ValidationError(_("This organisation is not an active partner of the Initiative."))
    if partner.focal_points.filter(pk=person.pk).exists():
        raise ValidationError(_("You speak for this organisation yourself."))
    if Block.objects.filter(partner=partner, person=person).exists():
        raise ValidationError(_("This organisation does not take messages from you."), code="blocked")


class Conversation(Recorded, models.Model):
    """A person and the contact of an organisation, about one subject."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("waiting for an answer")
        ANSWERED = "answered", _("answered")
        CLOSED = "closed", _("closed")

    starter = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="conversations", verbose_name=_("person")
    )
    partner = models.ForeignKey(
        Partner, on_delete=models.CASCADE, related_name="conversations", verbose_name=_("organisation")
    )
    subject = models.CharField(_("subject"), max_length=150, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    status = models.CharField(_("state"), max_length=10, choices=Status.choices, default=Status.WAITING, editable=False)
    created_at = models.DateTimeField(_("begun"), default=timezone.now, editable=False)
    last_message_at = models.DateTimeField(_("last message"), default=timezone.now, editable=False)

    objects = ConversationQuerySet.as_manager()

    class Meta:
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")
        ordering = ["-last_message_at", "-pk"]
        permissions = [
            ("reply_conversation", _("Can write in one’s own conversation")),
            ("close_conversation", _("Can close one’s own conversation")),
            ("block_conversation", _("Can block who writes to one’s own organisation")),
            ("report_conversation", _("Can report one’s own conversation")),
            ("stand_in_conversation", _("Can answer for organisations nobody speaks for")),
        ]
        indexes = [
            models.Index(fields=["partner", "-last_message_at"], name="conversation_received"),
            models.Index(fields=["starter", "-created_at"], name="conversation_sent"),
            models.Index(fields=["last_message_at"], name="conversation_age"),
        ]

    def __str__(self):
        return self.subject or str(_("Without subject"))

    def get_absolute_url(self):
        return reverse("messaging:detail", args=[self.pk])

    @property
    def is_closed(self):
        return self.status == self.Status.CLOSED

    @property
    def is_waiting(self):
        return self.status == self.Status.WAITING

    def side_of(self, user):
        """For whom `user` would write here now: herself, the organisation, the secretariat in its stead; or None."""
        if not user.is_authenticated:
            return None
        if self.starter_id == user.pk:
            return Message.Side.PERSON
        if Affiliation.objects.in_force().filter(person=user, partner=self.partner_id, is_focal_point=True).exists():
            return Message.Side.ORGANISATION
        if not user.has_perm("messaging.stand_in_conversation"):
            return None
        is_spoken_for = Affiliation.objects.focal_points().filter(partner=self.partner_id).exists()
        return None if is_spoken_for else Message.Side.SECRETARIAT

    @transaction.atomic
    def reply(self, text, *, key=None, by):
        """`by` goes on writing; the other side hears. A form sent twice, known by its `key`, writes once.

        Raises ValidationError when the conversation is closed, is no longer hers, or when she has written enough.
        """
        wait_for_turn(by)
        self._lock()
        if Message.objects.filter(key=key, author=by).exists():
            return
        side = self.side_of(by)
        if side is None:
            raise ValidationError(_("You can no longer write in this conversation."))
        if self.is_closed:
            raise ValidationError(_("This conversation is closed."))
        if side == Message.Side.PERSON:
            require_takes_messages(self.partner, by)
        require_may_write(by)
        self.add(text, side=side, key=key, by=by)
        self.record("replied", by=by, side=side)

    def add(self, text, *, side, key, by):
        """Append a message and move the state; the verb around it records."""
        if key is None or Message.objects.filter(key=key).exists():
            key = uuid.uuid4()  # a key somebody else used is no key
        message = Message.objects.create(conversation=self, author=by, side=side, text=text, key=key)
        is_waiting = side == Message.Side.PERSON
        self.status = self.Status.WAITING if is_waiting else self.Status.ANSWERED
        self.last_message_at = message.created_at
        self.save(update_fields=["status", "last_message_at"])

    @transaction.atomic
    def close(self, *, by):
        """Whoever began it wants no more answers; the other side is told."""
        self._lock()
        if self.is_closed:
            raise ValidationError(_("This conversation is closed."))
        self.shut()
        self.record("closed", by=by)

    @transaction.atomic
    def block(self, *, by):
        """The organisation takes no more messages from this person, here and elsewhere; she is told.

        Raises ValidationError when it has blocked her before.
        """
        # The organisation first, as in a merge.
        Partner.objects.select_for_update(no_key=True).get(pk=self.partner_id)
        self._lock()
        try:
            with transaction.atomic():
                Block.objects.create(partner=self.partner, person=self.starter)
        except IntegrityError:
            raise ValidationError(_("This person is blocked already.")) from None
        Conversation.objects.filter(partner=self.partner, starter=self.starter).update(status=self.Status.CLOSED)
        self.status = self.Status.CLOSED
        self.record("blocked", by=by)

    @transaction.atomic
    def report(self, reason, *, by):
        """`by` asks the secretariat to read the conversation and settle. Raises ValidationError when she has already.

        Returns the Report.
        """
        from messaging.models.report import Report

        self._lock()
        about = self.messages.exclude(author=by).exclude(side=self.side_of(by)).order_by("-created_at", "-pk").first()
        try:
            with transaction.atomic():
                report = Report.objects.create(
                    conversation=self, reporter=by, about=about and about.author, reason=reason
                )
        except IntegrityError:
            raise ValidationError(_("You have reported this conversation already. The secretariat reads it.")) from None
        report.record("made", by=by)
        return report

    def shut(self):
        """Close it, within the verb that says why."""
        self.status = self.Status.CLOSED
        self.save(update_fields=["status"])

    def _lock(self):
        self.refresh_from_db(from_queryset=Conversation.objects.select_for_update())
