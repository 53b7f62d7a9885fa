from partners.models.affiliation import Affiliation
from partners.models.agreement import Agreement
from partners.models.invitation import Invitation
from partners.models.joining import JoiningApplication, Piece
from partners.models.mail_domain import MailDomain
from partners.models.partner import Partner
from partners.models.sheet import Sheet

__all__ = [
    "Affiliation",
    "Agreement",
    "Invitation",
    "JoiningApplication",
    "MailDomain",
    "Partner",
    "Piece",
    "Sheet",
]
