"""Redis is stopped: everything still works, and the mails leave after its return."""

import pytest
from django.urls import reverse

from config.celery import app
from notifications.models import Mail
from taskforces.models import Application
from tests.drills.conftest import forget_connections, wait_until
from tests.factories import ApplicationFactory

pytestmark = pytest.mark.drill


@pytest.mark.django_db(transaction=True)
def test_pages_and_decisions_work_without_broker_and_mails_leave_later(
    house, broker, relay, start_worker, client, cast, settings
):
    application = ApplicationFactory(person=cast.victor)
    client.force_login(cast.amina)
    broker.stop()
    forget_connections(app)

    assert client.get(reverse("taskforces:detail", args=["a2"])).status_code == 200
    answer = client.post(reverse("taskforces:accept", args=["a2", application.pk]))
    assert answer.status_code == 302
    application.refresh_from_db()
    assert application.status == Application.Status.ACCEPTED
    assert relay.accepted.total() == 0
    settings.CELERY_BROKER_URL = broker.broker_url()
    assert client.get("/healthz").json()["broker"] == "away"

    broker.start()
    start_worker()
    app.send_task("notifications.tasks.sweep")
    wait_until(lambda: Mail.objects.filter(status=Mail.Status.SENT, notice__recipient=cast.victor).exists())
    wait_until(lambda: not Mail.objects.filter(status__in=["waiting", "sending"]).exists())
    assert max(relay.accepted.values()) == 1
