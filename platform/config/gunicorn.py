"""How gunicorn serves the platform: threads, since requests wait for the database, and few connections to it.

Each process keeps at most DATABASE_POOL_SIZE connections: one for each thread.
"""

import gc
import os

bind = f"{os.environ.get('WEB_ADDRESS', '0.0.0.0')}:{os.environ.get('WEB_PORT', '8000')}"  # noqa: S104
worker_class = "gthread"
workers = int(os.environ.get("WEB_PROCESSES", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
# Longer than any query may take (config/wsgi.py), shorter than a reader's patience.
timeout = 30
graceful_timeout = 25
# The proxy keeps its connections for two minutes; whoever closes first must not be we.
keepalive = 150
# Apart enough that two processes hardly ever begin anew at the same moment.
max_requests = 10_000
max_requests_jitter = 10_000
# The heartbeat file lies in memory: a busy disk must not look like a dead process.
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108
accesslog = None  # the proxy's log says who asked for what
errorlog = "-"


def post_worker_init(worker):
    """Read what pages need; then leave what has been loaded out of the search for garbage, and search less often: pages
    are a tenth quicker."""
    from django.db import close_old_connections

    from config.warming import warm

    warm()
    close_old_connections()
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)
