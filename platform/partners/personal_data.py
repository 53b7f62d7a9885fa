"""What this app holds of a person, handed to her or forgotten."""

from datetime import timedelta

from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from accounts.models.erasure import erases_personal_data, exports_personal_data
from accounts.retention import goes_with_time
from partners.models import Affiliation, Invitation

INVITATIONS_KEPT_FOR = timedelta(days=90)


@exports_personal_data
def affiliations(person):
    """Her organisations, with dates."""
    rows = person.affiliations.select_related("partner")
    return {
        "affiliations": [
            {
                "organisation": row.partner.name,
                "status": row.status,
                "focal_point": row.is_focal_point,
                "requested": row.requested_at,
                "since": row.started_at,
                "until": row.ended_at,
            }
            for row in rows
        ]
    }


@erases_personal_data
def end_affiliations(person):
    """She belongs to no organisation any more."""
    for affiliation in person.affiliations.filter(status__in=Affiliation.OPEN):
        affiliation.end(by=None)


@exports_personal_data
def invitations(person):
    """Those sent to her, and those she sent."""
    return {
        "invitations": [
            {
                "organisation": row.partner.name,
                "address": row.email,
                "name": row.name,
                "language": row.language,
                "focal_point": row.is_focal_point,
                "status": row.status,
                "sent": row.created_at,
                "answered": row.answered_at,
            }
            for row in invitations_to(person).select_related("partner")
        ],
        "invitations_to_others": list(
            Invitation.objects.filter(invited_by=person).values("partner__name", "status", "created_at")
        ),
    }


@erases_personal_data
def forget_invitations(person):
    """Those sent to her go; those she sent stay without her."""
    forget(invitations_to(person))
    for rows in (Invitation.objects, Invitation.pgh_event_model.objects):
        rows.filter(invited_by=person).update(invited_by=None)


@goes_with_time
def forget_old_invitations():
    """Whom an organisation invited is forgotten ninety days after the invitation was answered or expired."""
    over = timezone.now() - INVITATIONS_KEPT_FOR
    forget(Invitation.objects.filter(Q(answered_at__lt=over) | Q(answered_at=None, expires_at__lt=over)))


def invitations_to(person):
    """Invitations she accepted, or sent to an address of hers."""
    addresses = [person.email, *person.emailaddress_set.values_list("email", flat=True)]
    plain = Invitation.objects.alias(plain=Lower("email"))
    return plain.filter(Q(accepted_by=person) | Q(plain__in=[address.lower() for address in addresses]))


def forget(invitations):
    """Delete `invitations` with their history."""
    keys = list(invitations.values_list("pk", flat=True))
    Invitation.objects.filter(pk__in=keys).delete()
    Invitation.pgh_event_model.objects.filter(pgh_obj_id__in=keys).delete()
