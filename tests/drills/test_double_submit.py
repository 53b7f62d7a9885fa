"""A double click on "Send my request": one application, one message to those who decide."""

import threading

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from core.models import Activity
from taskforces.models import Application

pytestmark = pytest.mark.drill


@pytest.mark.django_db(transaction=True)
def test_double_click_sends_one_application(house, cast):
    cast.amina  # noqa: B018 somebody leads
    answers = {
        "role": "member",
        "country": "BR",
        "motivation": "I farm 60 hectares under no-till.",
        "expertise": "No-till farming",
        "time": "up_to_4",
        "languages": "Spanish",
        "accepts_duties": "on",
    }
    clients = [signed_in(cast.victor) for _number in range(2)]
    start, answered = threading.Barrier(2), []

    def send(client):
        start.wait()
        answered.append(client.post(reverse("taskforces:join", args=["a2"]), answers).status_code)
        connection.close()

    threads = [threading.Thread(target=send, args=(client,)) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answered.count(302) >= 1
    assert 500 not in answered
    application = Application.objects.get(person=cast.victor)
    assert application.status == Application.Status.SUBMITTED
    assert Activity.objects.about(application).filter(verb="submitted").count() == 1


def signed_in(person):
    """A browser in which `person` has signed in."""
    client = Client()
    client.force_login(person)
    return client
