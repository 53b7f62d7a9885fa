"""The real service. Refuses to start when a secret, an address or a safety is missing."""

import structlog
from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *  # noqa: F403
from config.settings.base import LOGGING, SITE_URL, broker, database, env, files_storage

SECRET_KEY = env.str("SECRET_KEY")
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 16 or "only-for" in SECRET_KEY or "insecure" in SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY must be 50 or more random characters of its own.")
if env.bool("DEBUG", default=False):
    raise ImproperlyConfigured("DEBUG must not be set in production.")
if not SITE_URL.startswith("https://"):
    raise ImproperlyConfigured("SITE_URL must be the https:// address people use.")

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
if not ALLOWED_HOSTS or any("*" in host for host in ALLOWED_HOSTS):
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts this service answers for.")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[SITE_URL])
EMBEDDED_DATABASE = EMBEDDED_BROKER = False
DATABASES = {"default": database(env.str("DATABASE_URL"))}
CELERY_BROKER_URL = broker(env.str("REDIS_URL"))

# The proxy speaks TLS and names the scheme; without that header a request is taken for plain and redirected.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrftoken"
LANGUAGE_COOKIE_SECURE = True

STORAGES = {
    "default": files_storage(),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

LOGGING = LOGGING | {"handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}}}
LOGGING["formatters"]["json"] = {
    "()": structlog.stdlib.ProcessorFormatter,
    "processor": structlog.processors.JSONRenderer(),
    "foreign_pre_chain": [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ],
}

if SENTRY_DSN := env.str("SENTRY_DSN", default=""):
    import sentry_sdk

    sentry_sdk.init(dsn=SENTRY_DSN, send_default_pii=False)
