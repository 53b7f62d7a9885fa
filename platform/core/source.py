"""Where a change comes from: a page, the admin, an import, a command, a job."""

from contextlib import contextmanager
from contextvars import ContextVar

_source = ContextVar("source", default="command")


def current_source():
    """The source of whatever is being done now: one of `Activity.Source`."""
    return _source.get()


@contextmanager
def acting_from(source):
    """Everything recorded inside the block says that it came from `source`."""
    token = _source.set(source)
    try:
        yield
    finally:
        _source.reset(token)
