"""Real parts for the drills: a broker, a relay, workers started with production settings, all on loopback."""

import contextlib
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from django.conf import settings
from django.db import connection
from kombu import pools

ROOT = Path(__file__).resolve().parents[2]


def wait_until(condition, *, seconds=300):
    """Wait for `condition()` to be true; fail when it is not within `seconds`.

    They are many: whether something happens is asked here, not how fast a busy machine is.
    """
    patience = threading.Event()
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"not within {seconds} seconds"
        patience.wait(0.05)


class Relay:
    """A mail server that counts what it has accepted."""

    def __init__(self):
        self.accepted = Counter()
        # The controller calls itself to see whether it listens: it needs a number, not 0.
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        head = envelope.content.split(b"\r\n\r\n", 1)[0].decode()
        [message_id] = [line.split(": ", 1)[1] for line in head.splitlines() if line.lower().startswith("message-id")]
        self.accepted[message_id.strip()] += 1
        return "250 accepted"

    def stop(self):
        self.controller.stop()


@pytest.fixture
def relay():
    """A local mail server."""
    relay = Relay()
    yield relay
    relay.stop()


def forget_connections(app):
    """Let `app` connect anew: it keeps its pools for the life of a process."""
    app._pool = None
    app.amqp._producer_pool = None
    pools.reset()


@pytest.fixture
def broker(tmp_path_factory):
    """A Valkey of its own, known to this process's Celery application too."""
    from config.celery import app
    from config.embedded import Valkey

    folder = tmp_path_factory.mktemp("broker")
    folder.chmod(0o755)
    server = Valkey(folder / "valkey")
    server.start()
    before = {name: app.conf[name] for name in ("broker_url", "task_always_eager")}
    app.conf.update(broker_url=server.broker_url(), task_always_eager=False)
    forget_connections(app)
    yield server
    app.conf.update(before)
    forget_connections(app)
    server.stop()


@pytest.fixture
def environment(broker, relay):
    """The environment of a production process of this drill."""
    connection.ensure_connection()
    name = connection.settings_dict["NAME"]
    database_url = os.environ["TEST_DATABASE_URL"].rsplit("/", 1)[0] + f"/{name}"
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(60),
        "SITE_URL": settings.SITE_URL,
        "ALLOWED_HOSTS": "localhost",
        "DATABASE_URL": database_url,
        "REDIS_URL": broker.url(0),
        "EMAIL_URL": f"smtp://127.0.0.1:{relay.port}",
        "DEFAULT_FROM_EMAIL": "platform@platform.example",
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'platform'}",
    }


@pytest.fixture
def start_worker(environment, tmp_path):
    """A function that starts a Celery worker with two processes; all are ended with the test."""
    started = []

    def start():
        log = (tmp_path / f"worker{len(started)}.log").open("wb")
        worker = subprocess.Popen(
            [sys.executable, "-m", "celery", "-A", "config", "worker", "--concurrency", "2", "--loglevel", "INFO"],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        started.append(worker)
        return worker

    yield start
    for worker in started:
        kill(worker)


def kill(worker):
    """End a worker and its processes at once, as a power cut would."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()


@pytest.fixture
def house(transactional_db, official):
    """The official data in a database whose commits are real."""
    official.put_back()
