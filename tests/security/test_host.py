"""Links in mails use the configured address, whatever a request says its host is."""

import re

import pytest
from django.core import mail

from notifications.models import Notice
from notifications.tasks import sweep
from tests.factories import PASSWORD, ApplicationFactory

pytestmark = pytest.mark.django_db

EVIL = "evil.example"


@pytest.mark.parametrize("host", [EVIL, "testserver.evil.example", "testserver:80@evil.example", "a b", "x\x00y", ""])
@pytest.mark.parametrize("path", ["/en/", "/", "/en/account/login/", "/admin/", "/healthz"])
def test_unknown_host_is_refused(client, host, path):
    response = client.get(path, HTTP_HOST=host)
    assert response.status_code == 400
    assert EVIL not in response.content.decode()


def test_forwarded_host_is_not_believed(client):
    response = client.get("/en/partners", HTTP_X_FORWARDED_HOST=EVIL)
    assert EVIL not in response.get("Location", "") + response.content.decode()


def addresses_in(messages):
    """The hosts of all links in `messages`."""
    texts = [message.body + "".join(part for part, _kind in message.alternatives) for message in messages]
    return {host for text in texts for host in re.findall(r"https?://([^/\s\"'<>]+)", text)}


@pytest.fixture
def liberal(settings):
    """A service whose proxy lets every host through: only the configured address may reach a mail even then."""
    settings.ALLOWED_HOSTS = ["*"]


def test_mails_of_notices(client, liberal, amina, victor):
    application = ApplicationFactory(person=victor)
    client.force_login(amina)
    client.post(f"/en/task-forces/a2/applications/{application.pk}/accept/", HTTP_HOST=EVIL)
    for activity in application.person.activities.none() | type(application.record("asked", by=amina)).objects.all():
        Notice.objects.announce(activity.pk)
    sweep()
    assert mail.outbox
    assert addresses_in(mail.outbox) == {"platform.example"}


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("password/reset/", {"email": "victor@example.org"}),
        ("password/reset/", {"email": "nobody@example.org"}),
        ("login/code/", {"email": "victor@example.org"}),
        ("login/code/", {"email": "nobody@example.org"}),
        ("signup/", {"name": "A", "email": "new@example.org", "password1": PASSWORD}),
        ("signup/", {"name": "A", "email": "victor@example.org", "password1": PASSWORD}),
    ],
)
def test_mails_of_signing_in(client, liberal, victor, path, data):
    client.post(f"/en/account/{path}", data, HTTP_HOST=EVIL, HTTP_X_FORWARDED_HOST=EVIL)
    assert len(mail.outbox) == 1
    message = mail.outbox[0]
    assert EVIL not in message.subject + message.body + "".join(part for part, _kind in message.alternatives)
    assert addresses_in(mail.outbox) <= {"platform.example"}


def test_mail_about_a_new_second_factor_or_password(client, liberal, victor):
    client.post("/en/account/login/", {"login": victor.email, "password": PASSWORD}, HTTP_HOST=EVIL)
    client.post(
        "/en/account/password/change/",
        {"oldpassword": PASSWORD, "password1": "another long sentence", "password2": "another long sentence"},
        HTTP_HOST=EVIL,
    )
    assert mail.outbox
    assert addresses_in(mail.outbox) <= {"platform.example"}
    assert EVIL not in "".join(message.body for message in mail.outbox)
