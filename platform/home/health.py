"""/healthz: the state of the database, the broker and the oldest waiting job, for monitors."""

from datetime import timedelta

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from psycopg_pool import PoolTimeout

from core.models import Activity

# Beyond this age the oldest waiting row means that the workers or the beat are stuck.
STUCK_AFTER = timedelta(minutes=10)


@require_safe
def health(request):
    """200 while the database answers, 503 otherwise. A broker that is away degrades, it does not stop the house."""
    state = {"database": database_state(), "broker": broker_state()}
    if state["database"] == "ok":
        state["oldest_waiting_seconds"] = oldest_waiting_seconds()
        state["workers"] = "stuck" if state["oldest_waiting_seconds"] > STUCK_AFTER.total_seconds() else "ok"
    state["status"] = (
        "ok" if all(value == "ok" for key, value in state.items() if isinstance(value, str)) else "degraded"
    )
    response = JsonResponse(state, status=200 if state["database"] == "ok" else 503)
    response["Cache-Control"] = "no-store"
    return response


def database_state():
    """ "ok" or "away"."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, PoolTimeout):
        return "away"
    return "ok"


def broker_state():
    """ "ok" or "away", asked with one ping of at most a second."""
    address = settings.CELERY_BROKER_URL.replace("redis+socket://", "unix://").replace("?virtual_host=", "?db=")
    try:
        with redis.from_url(address, socket_connect_timeout=1, socket_timeout=1) as client:
            client.ping()
    except redis.RedisError:
        return "away"
    return "ok"


def oldest_waiting_seconds():
    """Age in seconds of the oldest activity not announced or mail not sent; 0 when nothing waits."""
    from notifications.models import Mail

    moments = [
        Activity.objects.unannounced().values_list("created_at", flat=True).first(),
        Mail.objects.due().order_by("due_at").values_list("due_at", flat=True).first(),
    ]
    waiting = [moment for moment in moments if moment]
    return int((timezone.now() - min(waiting)).total_seconds()) if waiting else 0
