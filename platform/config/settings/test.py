"""The test suite: real PostgreSQL in a private cluster, hashed quickly, production's rules otherwise."""

import os
import tempfile
from datetime import timedelta
from pathlib import Path

from config.embedded import PostgreSQL
from config.settings.base import *  # noqa: F403
from config.settings.base import CONTENT_SECURITY_POLICY, broker, database  # noqa: F401

DEMO = True
SECRET_KEY = "only-for-tests-0123456789-0123456789-0123456789-0123"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SITE_URL = "https://platform.example"
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http"

# Each run has a cluster of its own in a folder of its own, which tests/conftest.py starts and removes;
# the workers of a parallel run inherit the address.
if not os.environ.get("TEST_DATABASE_URL"):
    os.environ["TEST_FOLDER"] = str(Path(tempfile.gettempdir()) / f"4p1000-tests-{os.getpid()}")
    os.environ["TEST_DATABASE_URL"] = PostgreSQL(Path(os.environ["TEST_FOLDER"]) / "postgresql").url()
DATABASES = {"default": database(os.environ["TEST_DATABASE_URL"])}
# What tests upload lies beside the cluster and goes with it; each worker sweeps before its own door.
MEDIA_ROOT = Path(os.environ.get("TEST_FOLDER") or tempfile.mkdtemp()) / os.environ.get("PYTEST_XDIST_WORKER", "media")
# A page a browser asks for is served by a thread of its own, which finds a connection that is warm. Drills bring many.
DATABASES["default"]["OPTIONS"]["pool"]["max_size"] = 24
CELERY_BROKER_URL = broker(os.environ.get("TEST_REDIS_URL", "redis://localhost:1/0"))
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True

# Argon2id stays the first choice in production; tests of passwords put it back.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SECOND_FACTOR_REQUIRED = False
# Tests change rows behind the pages' back; those about what is remembered say so.
NUMBERS_REMEMBERED_FOR = timedelta(0)

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
LOGGING_CONFIG = None
DEMO_PASSWORD = "demo-4p1000-soil"  # noqa: S105
DEMO_LOGINS = []
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
