"""Who may read what lies in a space, as one query over people: `Space.objects.visible_to` seen from the other side."""

from django.db.models import Exists, OuterRef, Q

from accounts.models import User
from partners.models import Affiliation, Partner
from spaces.models import Space


def readers_of(space):
    """Everybody with an account in use whom `space` lets in now."""
    Audience = Space.Audience
    people = User.objects.active()
    if space.audience in (Audience.PUBLIC, Audience.SIGNED_IN):
        return people
    affiliations = Affiliation.objects.in_force().filter(person=OuterRef("pk"))
    let_in = Q(is_staff=True) | Q(pk__in=space.members())
    if space.audience == Audience.PARTNERS:
        let_in |= Q(Exists(affiliations))
    elif space.audience == Audience.FUNDERS:
        let_in |= Q(Exists(affiliations.filter(partner__in=Partner.objects.funders())))
    elif space.audience == Audience.FRIENDS:
        let_in |= ~Q(Exists(affiliations))
    return people.filter(let_in)
