"""Who hears of invitations: the address that was invited, and those in whose name it was done."""

from core.announcing import Addressee, addressees_of, recipients_of
from core.notice_kinds import Kind


@addressees_of("partners.invitation.invited")
@addressees_of("partners.invitation.sent_again")
def invited(activity):
    """Whoever reads the address, with an account or without."""
    invitation = activity.object
    yield "invited", Addressee(invitation.email, invitation.language, invitation.name)


@recipients_of("partners.invitation.accepted", Kind.NEWS)
def invitation_accepted(activity):
    yield "focal_points", activity.object.partner.focal_points
