"""What every request passes: an id for the logs, the outage page, the trace of changes, private caching."""

import uuid

import pghistory.middleware
import structlog
from django.core.exceptions import BadRequest
from django.db import InterfaceError, OperationalError
from django.http import Http404
from django.utils.cache import patch_cache_control
from psycopg_pool import PoolTimeout

from core.source import acting_from
from core.views.errors import service_unavailable

log = structlog.get_logger(__name__)


class RequestIdMiddleware:
    """Gives each request a short id, shown on the error page and bound to its log lines."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.id = uuid.uuid4().hex[:12]
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request.id)
        source = "admin" if request.path.startswith("/admin/") else "page"
        with acting_from(source):
            return self.get_response(request)


class NullCharacterMiddleware:
    """Answers 404 or 400 to an address with a null character, which no text of the database can hold."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\0" in request.path:
            raise Http404
        if "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest
        return self.get_response(request)


class DatabaseOutageMiddleware:
    """Answers a friendly 503 in three languages while the database cannot be reached."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            return self.get_response(request)
        except (OperationalError, InterfaceError, PoolTimeout) as error:
            return self.process_exception(request, error)

    def process_exception(self, request, exception):
        if not isinstance(exception, (OperationalError, InterfaceError, PoolTimeout)):
            return None
        log.error("database_away", error=str(exception)[:200])
        return service_unavailable(request)


class HistoryMiddleware(pghistory.middleware.HistoryMiddleware):
    """Each stored change knows who made it, from where (page or admin) and in which request."""

    def get_context(self, request):
        source = "admin" if request.path.startswith("/admin/") else "page"
        return super().get_context(request) | {"source": source, "request": request.id}


class PrivatePagesMiddleware:
    """Pages of signed-in people stay out of every shared cache and of the browser's back store after sign-out."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if getattr(request, "user", None) is not None and request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        return response
