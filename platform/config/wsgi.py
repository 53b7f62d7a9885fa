"""The WSGI application that gunicorn serves."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
# No page may hold the database for longer than a second, whatever was typed into a search.
os.environ.setdefault("STATEMENT_TIMEOUT_MS", "1000")

from django.core.wsgi import get_wsgi_application  # noqa: E402

application = get_wsgi_application()
