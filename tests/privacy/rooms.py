"""What a person can have of rooms and plans of action, for the tests of export and erasure."""

from colleges.models import College
from spaces.models import Visit
from tests.factories import AffiliationFactory, PartnerFactory
from tests.factories.rooms import ActionFactory, admitted


def kept_of_rooms(person, by):
    """{model: what "Download my data" must hold} of one row of each."""
    membership = admitted(person=person, role="moderator", by=by)
    Visit.note(membership.space, person)
    membership.end(by=by)
    partner = PartnerFactory()
    AffiliationFactory(person=person, partner=partner)
    action = ActionFactory(
        college=College.objects.of(partner), owner=person, title="Cartas", text="Três por ano", due_on="2031-05-01"
    )
    return {
        "spaces.Membership": ["interface-research", "moderator", membership.started_at, membership.ended_at],
        "spaces.Visit": ["interface-research", person.visits.get().last_at],
        "colleges.Action": ["Cartas", "Três por ano", "2031-05-01", "planned", action.created_at],
    }
