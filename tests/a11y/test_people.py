"""No accessibility violation on the pages of an organisation's people, of invitations and of the hub."""

import pytest

from partners.models import Invitation, MailDomain, Sheet
from tests.a11y.test_axe import enter, faults_of
from tests.factories import AffiliationFactory, PartnerFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def afris(cast):
    """AFRIS with somebody who asks, somebody invited, a mail domain; another organisation with something to offer."""
    assert cast.amina
    AffiliationFactory(partner=cast.afris, status="requested")
    MailDomain.objects.claim(cast.afris, "example.org", by=None)
    Sheet.objects.create(partner=PartnerFactory(name="Fundación Verde"), services_en="Courses", needs_en="Seeds")
    return cast.afris


def test_pages_of_a_focal_point_and_of_a_friend(open_browser, live_server, cast, afris):
    invitation = Invitation.objects.invite(afris, email=cast.victor.email, name="Victor", by=cast.amina)
    link = f"partners/invitations/{invitation.token}/"
    visitor, victor, amina = (open_browser(width=360) for _each in range(3))
    assert faults_of(visitor, [link]) == []
    enter(victor, live_server, cast.victor)
    assert faults_of(victor, ["hub/", "home/", link]) == []
    enter(amina, live_server, cast.amina)
    people = f"partners/{afris.slug}/people/"
    assert faults_of(amina, ["hub/", people, f"{people}invite/", f"{people}domains/", link]) == []
