"""Rows of the permission matrix about organisations and their people."""

import rules

from core.permissions import veto


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


@rules.predicate
def was_invited(user, invitation):
    """The invitation was sent to one of her confirmed addresses."""
    return invitation is not None and user.is_authenticated and invitation.is_for(user)


@rules.predicate
def belongs_to_a_partner(user):
    """She belongs to an organisation in force at this moment."""
    return user.is_authenticated and user.is_partner


@rules.predicate
def works_in_the_secretariat(user):
    """She runs the platform."""
    return user.is_active and user.is_staff


@rules.predicate
def is_applicant(user, application):
    """The application to join is her own."""
    return application is not None and application.applicant_id == user.pk


rules.add_perm("partners.enter_hub", works_in_the_secretariat | belongs_to_a_partner)
rules.add_perm("partners.manage_people_partner", speaks_for)
rules.add_perm("partners.publish_sheet", speaks_for)
rules.add_perm("partners.confirm_affiliation", speaks_for_its_organisation)
rules.add_perm("partners.end_affiliation", speaks_for_its_organisation | is_the_person)
rules.add_perm("partners.name_focal_point_affiliation", speaks_for_its_organisation)
rules.add_perm("partners.step_down_affiliation", is_the_person)
rules.add_perm("partners.accept_invitation", was_invited)
rules.add_perm("partners.withdraw_invitation", speaks_for_its_organisation)
rules.add_perm("partners.send_again_invitation", speaks_for_its_organisation)
rules.add_perm("partners.delete_maildomain", speaks_for_its_organisation)
rules.add_perm("partners.submit_joiningapplication", is_applicant)
rules.add_perm("partners.withdraw_joiningapplication", is_applicant)

# Nobody says yes in somebody else's place.
veto("partners.accept_invitation", ~was_invited)
# Nobody speaks in an applicant's place, and nobody decides on her own application.
veto("partners.submit_joiningapplication", ~is_applicant)
veto("partners.withdraw_joiningapplication", ~is_applicant)
veto("partners.decide_joiningapplication", is_applicant)
