"""What the secretariat does with organisations: one file per thing it works on."""

from partners.admin.affiliations import AffiliationAdmin
from partners.admin.agreements import AgreementAdmin
from partners.admin.invitations import InvitationAdmin
from partners.admin.joining import JoiningApplicationAdmin
from partners.admin.partners import PartnerAdmin
from partners.admin.sheets import SheetAdmin

__all__ = [
    "AffiliationAdmin",
    "AgreementAdmin",
    "InvitationAdmin",
    "JoiningApplicationAdmin",
    "PartnerAdmin",
    "SheetAdmin",
]
