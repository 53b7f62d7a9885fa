"""What a web process reads before it takes its first request, so that no reader waits for it.

    @warmed
    def shelf(): ...

Where the database is away, or not migrated yet, the process serves without: each is read again when it is asked for.
"""

import structlog
from django.db import Error
from django.urls import get_resolver
from psycopg_pool import PoolTimeout

log = structlog.get_logger(__name__)

_warmed = []


def warmed(read):
    """Let `read()` be called when a web process begins (config/gunicorn.py)."""
    _warmed.append(read)
    return read


def warm():
    """Read all of it now; the modules of all pages, which are read before, say what that is."""
    get_resolver().url_patterns  # noqa: B018
    for read in _warmed:
        try:
            read()
        except (Error, PoolTimeout) as error:
            log.warning("not_warmed", read=read.__qualname__, error=str(error)[:200])
