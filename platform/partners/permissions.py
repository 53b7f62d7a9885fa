"""Rows of the permission matrix about organisations and their people."""

import rules


@rules.predicate
def speaks_for(user, partner):
    """She is a focal point of the organisation, and the organisation is in force."""
    return (
        partner is not None
        and user.is_authenticated
        and partner.is_in_force
        and partner.affiliations.in_force().filter(person=user, is_focal_point=True).exists()
    )


@rules.predicate
def speaks_for_its_organisation(user, affiliation):
    """She is a focal point of the affiliation's organisation."""
    return affiliation is not None and speaks_for(user, affiliation.partner)


@rules.predicate
def is_the_person(user, affiliation):
    """The affiliation is her own."""
    return affiliation is not None and affiliation.person_id == user.pk


rules.add_perm("partners.manage_people_partner", speaks_for)
rules.add_perm("partners.confirm_affiliation", speaks_for_its_organisation)
rules.add_perm("partners.end_affiliation", speaks_for_its_organisation | is_the_person)
rules.add_perm("partners.name_focal_point_affiliation", speaks_for_its_organisation)
