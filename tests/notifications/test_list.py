"""The list of my notices."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.models import Activity
from notifications.models import Notice
from partners.models import Partner
from tests.factories import AffiliationFactory


def tell(person, number):
    """`number` notices for `person`: her organisation is suspended and comes back."""
    partner = AffiliationFactory(person=person, partner__status=Partner.Status.CANDIDATE).partner
    for _time in range(number // 2):
        partner.admit(Partner.Status.PARTNER, by=None)
        partner.suspend(by=None, reason="A pause.")
    for activity in Activity.objects.unannounced().about(partner):
        Notice.objects.announce(activity.pk)


def queries(client):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(reverse("notifications:list")).status_code == 200
    return len(asked)


def test_list_asks_no_more_for_more_notices(client, victor):
    client.force_login(victor)
    tell(victor, 2)
    queries(client)  # the first page of a session also writes the session
    few = queries(client)
    tell(victor, 16)
    assert victor.notices.count() == 18
    assert queries(client) == few


def test_unread_notices_stand_first(client, victor):
    tell(victor, 4)
    newest = victor.notices.order_by("-created_at", "-pk").first()
    Notice.objects.filter(pk=newest.pk).mark_read()
    client.force_login(victor)
    shown = list(client.get(reverse("notifications:list")).context["object_list"])
    assert shown[-1] == newest
