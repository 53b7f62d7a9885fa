"""Inviting a colleague by mail: she follows a link, has an account of her own, and says yes."""

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.addresses import whole
from core.models import Recorded
from partners.models.affiliation import Affiliation
from partners.models.inviting import SALT, InvitationQuerySet, in_ten_days, require_room
from partners.models.partner import Partner


class Invitation(Recorded, models.Model):
    """An organisation asks somebody to be one of its people here, by the address it knows her by."""

    class Status(models.TextChoices):
        SENT = "sent", _("sent")
        ACCEPTED = "accepted", _("accepted")
        WITHDRAWN = "withdrawn", _("withdrawn")

    partner = models.ForeignKey(
        Partner, on_delete=models.CASCADE, related_name="invitations", verbose_name=_("organisation")
    )
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=120, blank=True)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    is_focal_point = models.BooleanField(
        _("focal point"), default=False, help_text=_("Speaks for the organisation and confirms its people.")
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("invited by"),
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.SENT)
    created_at = models.DateTimeField(_("sent"), default=timezone.now)
    expires_at = models.DateTimeField(_("valid until"), default=in_ten_days)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="accepted_invitations",
        verbose_name=_("accepted by"),
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at", "-pk"]
        permissions = [
            ("accept_invitation", _("Can accept an invitation sent to one’s own address")),
            ("withdraw_invitation", _("Can withdraw an invitation")),
            ("send_again_invitation", _("Can send an invitation again")),
        ]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                "partner",
                condition=models.Q(status="sent"),
                name="one_open_invitation_per_address",
                violation_error_message=_("This address has already been invited."),
            )
        ]

    def __str__(self):
        return f"{self.name or self.email} · {self.partner}"

    def get_absolute_url(self):
        return reverse("partners:people", args=[self.partner.slug])

    @property
    def answer_path(self):
        """The page with the button, by a link that cannot be guessed and dies when a newer one is sent."""
        return reverse("partners:invitation", args=[self.token])

    @property
    def accept_url(self):
        """The link of the mail, made when it is sent: nothing secret is stored, opening it does nothing."""
        return whole(self.answer_path)

    @property
    def token(self):
        return signing.Signer(salt=SALT).sign_object([self.pk, self.expires_at.isoformat()])

    @property
    def masked_email(self):
        """Enough of the address for whoever has it: "n…@example.org"."""
        local, _at, domain = self.email.rpartition("@")
        return f"{local[:1]}…@{domain}"

    @property
    def is_unanswered(self):
        return self.status == self.Status.SENT

    @property
    def has_expired(self):
        return self.is_unanswered and self.expires_at <= timezone.now()

    @property
    def is_open(self):
        """Whether it can be accepted now."""
        return self.is_unanswered and not self.has_expired and self.partner.is_in_force

    def is_for(self, person):
        """Whether it was sent to a confirmed address of hers."""
        return Invitation.objects.filter(pk=self.pk).to_address_of(person).exists()

    @transaction.atomic
    def accept(self, *, by):
        """She belongs to the organisation from now on, and speaks for it if she was invited to.

        Raises ValidationError when it was answered, withdrawn or has expired, or was sent to somebody else.
        """
        # As a merge does, first the organisation, then what hangs on it.
        Partner.objects.select_for_update(no_key=True).get(pk=self.partner_id)
        self._lock_unanswered()
        if not self.is_for(by):
            raise ValidationError(_("This invitation was sent to another address than yours."))
        if not self.is_open:
            raise ValidationError(_("This invitation is no longer valid. Ask your organisation to send it again."))
        self.status, self.accepted_by, self.answered_at = self.Status.ACCEPTED, by, timezone.now()
        self.save(update_fields=["status", "accepted_by", "answered_at"])
        Affiliation.objects.welcome(by, self.partner, is_focal_point=self.is_focal_point, by=by)
        self.record("accepted", by=by)

    @transaction.atomic
    def withdraw(self, *, by):
        """The link in the mail leads nowhere from now on."""
        self._lock_unanswered()
        self.status, self.answered_at = self.Status.WITHDRAWN, timezone.now()
        self.save(update_fields=["status", "answered_at"])
        self.record("withdrawn", by=by)

    @transaction.atomic
    def send_again(self, *, by):
        """A new mail with a new link, valid for ten days; the old link is dead."""
        require_room(self.partner, self.email)
        self._lock_unanswered()
        self.expires_at = in_ten_days()
        self.save(update_fields=["expires_at"])
        self.record("sent_again", by=by)

    def _lock_unanswered(self):
        self.refresh_from_db(from_queryset=Invitation.objects.select_for_update())
        if self.status == self.Status.ACCEPTED:
            raise ValidationError(_("This invitation has already been accepted."))
        if self.status == self.Status.WITHDRAWN:
            raise ValidationError(_("This invitation has been withdrawn."))
