from partners.models.affiliation import Affiliation
from partners.models.partner import Partner

__all__ = ["Affiliation", "Partner"]
