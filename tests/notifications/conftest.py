"""A mail server on this machine that writes down what it is handed, and can be told to refuse."""

import socket
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller

from notifications.models import Mail
from tests.notifications.mondays import clock, reader  # noqa: F401


class Sink:
    """What arrived, parsed; `refuses` makes it answer every message with an error."""

    def __init__(self):
        self.messages, self.recipients, self.connections, self.refuses = [], [], 0, False
        # The controller calls itself to see whether it listens: it needs a number, not 0.
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.refuses:
            return "451 4.3.0 Come back later"
        self.messages.append(message_from_bytes(envelope.content, policy=policy.default))
        self.recipients.append(envelope.rcpt_tos)
        return "250 accepted"


@pytest.fixture
def sink(settings):
    """A relay that mails really go to."""
    sink = Sink()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    yield sink
    sink.controller.stop()


@pytest.fixture
def notice_to(a2):
    """A function that tells somebody of a seat and returns the mail that waits: `notice_to(victor)`."""
    from notifications.models import Notice
    from taskforces.models import Role, Seat

    def tell(person, actor=None):
        seat = Seat.objects.create(task_force=a2, person=person, role=Role.MEMBER)
        activity = seat.record("given", by=actor, role=Role.MEMBER, region=None, by_application=False)
        Notice.objects.announce(activity.pk)
        return Mail.objects.get(notice__activity=activity, notice__recipient=person)

    return tell
