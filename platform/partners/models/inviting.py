"""Who may be invited, how often, and which invitations there are: the words of many invitations."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Count
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Activity
from core.source import current_source
from partners.models.affiliation import Affiliation
from partners.models.partner import Partner

VALID_FOR = timedelta(days=10)
# So many mails leave in an organisation's name within a day; what the secretariat imports is not counted.
MOST_PER_DAY = 30
# Nobody is pestered.
MOST_PER_ADDRESS = 3
SALT = "partners.invitation"


def in_ten_days():
    """Until when an invitation made now can be accepted."""
    return timezone.now() + VALID_FOR


class InvitationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of organisations she speaks for; everything for the secretariat."""
        if user.has_perm("partners.view_invitation"):
            return self
        if not user.is_authenticated:
            return self.none()
        spoken_for = Affiliation.objects.in_force().filter(person=user, is_focal_point=True).values("partner")
        return self.filter(partner__in=spoken_for)

    def unanswered(self):
        """Sent and neither accepted nor withdrawn, too old ones included."""
        return self.filter(status=self.model.Status.SENT)

    def open(self):
        """Sent, not answered, not too old."""
        return self.unanswered().filter(expires_at__gt=timezone.now())

    def to_address_of(self, person):
        """Those sent to one of her confirmed addresses."""
        addresses = EmailAddress.objects.filter(user=person, verified=True).values(plain=Lower("email"))
        return self.alias(plain=Lower("email")).filter(plain__in=addresses)

    def waiting_for(self, person):
        """Those she can accept now."""
        return self.open().filter(partner__status__in=Partner.IN_FORCE).to_address_of(person)

    def by_token(self, token):
        """The invitation of the link in a mail. None for a forged link; see `is_newest` for an old one."""
        try:
            pk, expires_at = signing.Signer(salt=SALT).unsign_object(token)
        except (signing.BadSignature, ValueError, TypeError):
            return None
        invitation = self.select_related("partner").filter(pk=pk).first()
        if invitation is not None:
            invitation.is_newest = expires_at == invitation.expires_at.isoformat()
        return invitation

    @transaction.atomic
    def invite(self, partner, *, email, name="", language="en", is_focal_point=False, by):
        """Ask whoever reads `email` to be one of the people of `partner`; the mail leaves by itself.

        Whether the address has an account is never looked at here: nobody finds it out by inviting. Raises
        ValidationError when the organisation is not in force, has invited enough today or this address before.
        """
        invitation = self.model(
            partner=partner,
            email=email.strip().lower(),
            name=" ".join(name.split()),
            language=language,
            is_focal_point=is_focal_point,
            invited_by=by,
        )
        invitation.full_clean(exclude=["partner", "invited_by"], validate_constraints=False)
        require_room(partner, invitation.email)
        try:
            with transaction.atomic():
                invitation.save()
        except IntegrityError:
            raise ValidationError(
                {"email": _("This address has already been invited. You can send the invitation again.")}
            ) from None
        invitation.record("invited", by=by)
        return invitation


def require_room(partner, email):
    """Raise ValidationError unless `partner` may send one more invitation to `email` now; others who send wait.

    What the secretariat imports is not counted: the same file twice sends nothing twice.
    """
    stored = Partner.objects.select_for_update(no_key=True).get(pk=partner.pk)
    if not stored.is_in_force:
        raise ValidationError(_("This organisation is not an active partner of the Initiative."))
    if current_source() == Activity.Source.IMPORT:
        return
    to_address = partner.invitations.filter(email__iexact=email)
    sent = sent_today(partner).aggregate(
        number=Count("pk"), to_address=Count("pk", filter=models.Q(object_id__in=to_address.values("pk")))
    )
    if sent["number"] >= MOST_PER_DAY:
        raise ValidationError(
            _("Your organisation has sent %(number)d invitations within a day. Please go on tomorrow.")
            % {"number": MOST_PER_DAY}
        )
    if sent["to_address"] >= MOST_PER_ADDRESS:
        raise ValidationError(
            _("This address has got %(number)d invitations within a day. Please wait until tomorrow.")
            % {"number": MOST_PER_ADDRESS}
        )


def sent_today(partner):
    """The invitations that left in the name of `partner` within a day, one row for each mail; imports apart."""
    return Activity.objects.filter(
        content_type__app_label="partners",
        content_type__model="invitation",
        verb__in=["invited", "sent_again"],
        created_at__gt=timezone.now() - timedelta(days=1),
        object_id__in=partner.invitations.values("pk"),
    ).exclude(source=Activity.Source.IMPORT)
