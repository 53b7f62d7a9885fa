"""Who hears of what happens to organisations and their people: one file per subject."""

from partners.recipients import affiliations, agreements, invitations, joining, partners, sheets

__all__ = ["affiliations", "agreements", "invitations", "joining", "partners", "sheets"]
