"""A Monday morning, and people for whom something waits on it: what the tests about digests share."""

from datetime import UTC, date, datetime, timedelta
from email.utils import parseaddr

import pytest
import time_machine
from django.utils import timezone

from accounts.models import User
from partners.models import Invitation, Partner
from tests.factories import AffiliationFactory, ApplicationFactory, PartnerFactory, UserFactory

MONDAY = date(2026, 3, 2)
EIGHT_UTC = datetime(2026, 3, 2, 8, tzinfo=UTC)


@pytest.fixture
def clock():
    """It is Monday, 8:00 in Greenwich."""
    with time_machine.travel(EIGHT_UTC, tick=False) as clock:
        yield clock


def joined_long_ago(person, **fields):
    User.objects.filter(pk=person.pk).update(joined_at=datetime(2025, 1, 1, tzinfo=UTC), **fields)
    person.refresh_from_db()
    return person


@pytest.fixture
def reader(amina, clock):
    """Amina, in whom something waits in two roles and by several dates."""
    joined_long_ago(amina, time_zone="UTC", language="en")
    old, new = ApplicationFactory(person=UserFactory(name="Old Request")), ApplicationFactory()
    type(old).objects.filter(pk=old.pk).update(submitted_at=timezone.now() - timedelta(days=9))
    type(new).objects.filter(pk=new.pk).update(submitted_at=timezone.now() - timedelta(days=2))
    AffiliationFactory(
        person=UserFactory(name="New Colleague"), partner=Partner.objects.get(name="AFRIS"), status="requested"
    )
    until = timezone.now() + timedelta(days=3)
    Invitation.objects.create(partner=PartnerFactory(name="Sol vivant"), email=amina.email, expires_at=until)
    return amina


def invited(person):
    """Somebody for whom one thing waits."""
    until = timezone.now() + timedelta(days=30)
    Invitation.objects.create(partner=PartnerFactory(), email=person.email, expires_at=until)
    return joined_long_ago(person)


def sent(sink, person):
    return [message for message in sink.messages if parseaddr(message["To"])[1] == person.email]
