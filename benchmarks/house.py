"""A house to measure in: servers of its own in a temporary folder, the demo, production's way of serving."""

import contextlib
import io
import os
import secrets
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "platform")]


@contextlib.contextmanager
def opened(*, mail_port=1):
    """Django set up over an empty, migrated database with the demo in it; everything is gone afterwards."""
    from config.embedded import PostgreSQL, Valkey

    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        Path(folder).chmod(0o755)
        servers = PostgreSQL(Path(folder) / "postgresql"), Valkey(Path(folder) / "valkey")
        try:
            for server in servers:
                server.start()
            os.environ |= {
                "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
                "DATABASE_URL": servers[0].url(),
                "REDIS_URL": servers[1].url(),
                "EMAIL_URL": f"smtp://127.0.0.1:{mail_port}",
                "SECRET_KEY": secrets.token_urlsafe(60),
                "STATEMENT_TIMEOUT_MS": "0",
                "PYTHONPATH": f"{ROOT}:{ROOT / 'platform'}",
            }
            furnish()
            yield
            close_connections()
        finally:
            for server in reversed(servers):
                server.stop()


def furnish():
    import django
    from django.core.management import call_command

    django.setup()
    say("Migrating and loading the demo ...")
    for command in ("migrate", "load_reference", "load_demo"):
        call_command(command, verbosity=0, stdout=io.StringIO())
    analyse()


def analyse():
    """Tell the planner how large the tables are, as autovacuum does in a house that has been open for a while."""
    from django.db import connection

    connection.cursor().execute("VACUUM ANALYZE")


def close_connections():
    from django.db import connection

    connection.close()
    connection.close_pool()


def session_of(email):
    """The cookie of somebody who has signed in."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from accounts.models import User

    person = User.objects.get(email=email)
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def say(text=""):
    print(text, flush=True)
