"""What holds everywhere. The environment is read here and nowhere else; dev, test and production say the rest."""

import re
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config.settings.admin import UNFOLD  # noqa: F401
from config.settings.schedule import SCHEDULE

BASE_DIR = Path(__file__).resolve().parents[3]
DATA_DIR = BASE_DIR / ".data"

env = environ.Env()

# -- The service and its addresses

SITE_NAME = "4 per 1000"
# Links in mails start with this address, whatever a request claims its host to be.
SITE_URL = env.str("SITE_URL", default="http://localhost:8000")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
DEBUG = False
DEMO = False
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "modeltranslation",
    "unfold.apps.BasicAppConfig",
    "unfold.contrib.filters",
    "unfold.contrib.forms",
    "unfold.contrib.import_export",
    "core.admin_app.PlatformAdminConfig",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "rules",
    "guardian",
    "pgtrigger",
    "pghistory",
    "import_export",
    "django_filters",
    "django_htmx",
    "template_partials",
    "anymail",
    "csp",
    "django_celery_beat",
    "config",
    "core",
    "regions",
    "accounts",
    "partners",
    "messaging",
    "spaces",
    "discussions",
    "events",
    "library",
    "wiki",
    "questions",
    "objectives",
    "colleges",
    "taskforces",
    "practices",
    "projects",
    "api",
    "interfaces",
    "search",
    "notifications",
    "home",
]

MIDDLEWARE = [
    "core.middleware.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.middleware.NullCharacterMiddleware",
    "core.middleware.DatabaseOutageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.PersonalSettingsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "accounts.middleware.SessionAgeMiddleware",
    "accounts.middleware.SecondFactorMiddleware",
    "home.remembering.OwnActsMiddleware",
    "core.middleware.HistoryMiddleware",
    "core.middleware.PrivatePagesMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context_processors.site",
                "home.context_processors.frame",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Where readers write to, about the platform, their data or a page they cannot use; empty: the secretariat, no address.
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="")

# Where weaknesses are reported (/.well-known/security.txt), and the day by which that page is looked at again.
SECURITY_CONTACT = env.str("SECURITY_CONTACT", default="security@localhost")
SECURITY_TXT_EXPIRES = "2027-11-30T00:00:00Z"

# -- Database, broker, cache

# True when the address is not given: `manage.py start` then brings an embedded server up.
EMBEDDED_DATABASE = not env.str("DATABASE_URL", default="")
EMBEDDED_BROKER = not env.str("REDIS_URL", default="")

DATABASE_POOL_SIZE = env.int("DATABASE_POOL_SIZE", default=4)
# Web processes set this to one second (config/wsgi.py): no search, filter or pattern may run longer.
STATEMENT_TIMEOUT_MS = env.int("STATEMENT_TIMEOUT_MS", default=0)
# How much of what was typed a name must resemble, from 0 to 1, for slips of the pen. The database is told, too: its
# indexes find what resembles something by a number of the connection (`trigram_word_similar`).
WORDS_ALIKE_FROM = 0.45
FOR_EACH_CONNECTION = {
    "statement_timeout": STATEMENT_TIMEOUT_MS,
    "idle_in_transaction_session_timeout": 60_000,
    "pg_trgm.word_similarity_threshold": WORDS_ALIKE_FROM,
    # No disk of today has a head to move: what an index finds costs hardly more than what is read in a row. Without
    # this, a word of a search is looked for by unpacking every text of the table.
    "random_page_cost": 1.1,
    # Many readers ask small questions: each has one core, and nothing to compile.
    "max_parallel_workers_per_gather": 0,
    "jit": "off",
}


def database(url):
    """Settings of the PostgreSQL database at `url`, with a connection pool per process."""
    return environ.Env.db_url_config(url) | {
        "ATOMIC_REQUESTS": False,
        "OPTIONS": {
            "pool": {"min_size": 0, "max_size": DATABASE_POOL_SIZE, "timeout": 5},
            "options": " ".join(f"-c {name}={value}" for name, value in FOR_EACH_CONNECTION.items()),
        },
    }


def broker(url):
    """Celery's address for the Redis server at `url`: kombu writes Unix sockets in its own way."""
    return url.replace("unix://", "redis+socket://", 1).replace("?db=", "?virtual_host=", 1)


CACHES = {
    # Limits and one-time codes live in the database: they must hold when Redis is away.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "core_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # What a process may forget at any moment.
    "process": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "process",
        "OPTIONS": {"MAX_ENTRIES": 5_000},
    },
}
# The numbers in the header are counted anew after so long, and after each act of one's own (home.remembering).
NUMBERS_REMEMBERED_FOR = timedelta(seconds=30)

# -- Jobs: Celery only wakes someone up, the database is the truth

CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A page must not wait for a broker that is away: one short try, the sweep does the rest.
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_CONNECTION_TIMEOUT = 1
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 900,
    "socket_connect_timeout": 1,
    "socket_timeout": 5,
    "max_retries": 0,
}
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
CELERY_BEAT_SCHEDULE = SCHEDULE

# -- People and signing in

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    # Rights add up: the group's permission, the rules, what was assigned; vetoes stand above all (core.permissions).
    "core.backends.GroupPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
    "rules.permissions.ObjectPermissionBackend",
    "core.backends.AssignedPermissionBackend",
]
# What somebody is assigned stands in a table of the object's own app; nobody is asked to be anonymous.
ANONYMOUS_USER_NAME = None
GUARDIAN_MONKEY_PATCH_USER = False
# guardian looks for its own backend by name; ours is one of its kind.
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "accounts.passwords.LengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:duties"
LOGOUT_REDIRECT_URL = "home:landing"

ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "accounts.forms.SignupForm"
ACCOUNT_FORMS = {
    "add_email": "accounts.allauth_forms.AddEmailForm",
    "change_password": "accounts.allauth_forms.ChangePasswordForm",
    "confirm_email_verification_code": "accounts.allauth_forms.ConfirmEmailVerificationCodeForm",
    "confirm_login_code": "accounts.allauth_forms.ConfirmLoginCodeForm",
    "confirm_password_reset_code": "accounts.allauth_forms.ConfirmPasswordResetCodeForm",
    "login": "accounts.allauth_forms.LoginForm",
    "reauthenticate": "accounts.allauth_forms.ReauthenticateForm",
    "request_login_code": "accounts.allauth_forms.RequestLoginCodeForm",
    "reset_password": "accounts.allauth_forms.ResetPasswordForm",
    "reset_password_from_key": "accounts.allauth_forms.ResetPasswordKeyForm",
    "set_password": "accounts.allauth_forms.SetPasswordForm",
    "signup": "accounts.allauth_forms.SignupForm",
}
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
# Mail is slow in some offices: every code holds for a quarter of an hour and three tries.
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "signup": "20/m/ip",
    "reset_password": "20/m/ip,5/m/key",
}
MFA_ADAPTER = "accounts.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "activate_totp": "accounts.allauth_forms.ActivateAppForm",
    "add_webauthn": "accounts.allauth_forms.AddKeyForm",
    "authenticate": "accounts.allauth_forms.SecondFactorForm",
    "edit_webauthn": "accounts.allauth_forms.EditKeyForm",
    "reauthenticate": "accounts.allauth_forms.SecondFactorAgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = SITE_NAME
# Reading a page writes nothing: sessions show when they began, not when they were last used.
USERSESSIONS_TRACK_ACTIVITY = False
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)

# Whether staff and leaders who decide on others must have a second factor (offered only, in the demo).
SECOND_FACTOR_REQUIRED = True
SECOND_FACTOR_GRACE_FOR_LEADERS = timedelta(days=7)

# -- Task forces

# A call for information that opens by itself, with the first candidate, runs for so many days.
CALL_DAYS = env.int("CALL_DAYS", default=30)
# The mandate of a leader or a regional representative, until it is renewed.
MANDATE_YEARS = env.int("MANDATE_YEARS", default=2)
# Whether leaders may name a team member who answers requests and questions in their stead.
DEPUTY_LEADERS = env.bool("DEPUTY_LEADERS", default=True)

# -- Sessions

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = int(timedelta(days=14).total_seconds())  # idle
SESSION_MAX_AGE = timedelta(days=90)
SESSION_MAX_AGE_STAFF = timedelta(hours=12)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "core.views.errors.csrf_failure"

# -- Three languages

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français"), ("es", "Español")]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
FORMAT_MODULE_PATH = "config.formats"
MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
MODELTRANSLATION_FALLBACK_LANGUAGES = {"default": ("en", "fr", "es")}

# -- Meetings

# How often the leaders of the task forces meet in a year; where fewer are planned, the platform warns.
LEADER_MEETINGS_PER_YEAR = env.int("LEADER_MEETINGS_PER_YEAR", default=3)

# -- Files

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
# Of django-leaflet we take the script's files alone: as an app it would want the libraries of GIS.
LEAFLET = Path(find_spec("leaflet").origin).parent / "static" / "leaflet"
STATICFILES_DIRS = [BASE_DIR / "static", ("leaflet", LEAFLET)]
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(DATA_DIR / "media"))
# Only the owner reads what people upload; the views hand it over.
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700


def files_storage():
    """Where uploads lie: the folder MEDIA_ROOT, or the bucket FILES_S3_BUCKET of any service that speaks S3."""
    if not env.str("FILES_S3_BUCKET", default=""):
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": env.str("FILES_S3_BUCKET"),
            "endpoint_url": env.str("FILES_S3_ENDPOINT", default="") or None,
            "region_name": env.str("FILES_S3_REGION", default="") or None,
            "access_key": env.str("FILES_S3_KEY"),
            "secret_key": env.str("FILES_S3_SECRET"),
            "default_acl": "private",
            "file_overwrite": False,
        },
    }


DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
IMPORT_MAX_BYTES = 10_000_000
UPLOAD_MAX_BYTES = 10_000_000
UPLOAD_MAX_PIXELS = 40_000_000

# -- Mail

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="smtp://localhost:25")
globals().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default='"4 per 1000" <platform@localhost>')
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# How long a mail waits for a slow relay before the secretariat is told.
MAIL_RETRY_FOR = timedelta(hours=24)

# -- Questions to scientists

# After so many days without an answer the secretariat is told.
QUESTIONS_UNANSWERED_AFTER_DAYS = 14

# -- Citing

# The prefix a registrar has given the house, like "10.12345": the DataCite record of each published version then holds
# a DOI made of its code. Empty: there is none, and a version is named by its address alone. Nothing is sent anywhere.
DOI_PREFIX = env.str("DOI_PREFIX", default="")
if DOI_PREFIX and not re.fullmatch(r"10\.\d{4,9}(\.\d+)*", DOI_PREFIX):
    raise ImproperlyConfigured("DOI_PREFIX must be a prefix of DOIs, like 10.12345, or empty.")

# -- Open data

# So many requests to /api/ are answered to one network address within a minute.
API_REQUESTS_PER_MINUTE = env.int("API_REQUESTS_PER_MINUTE", default=120)
# And so many to whoever sends a key, for each key.
API_KEY_REQUESTS_PER_MINUTE = env.int("API_KEY_REQUESTS_PER_MINUTE", default=600)

# -- What browsers may do

X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
PERMISSIONS_POLICY = {
    name: []
    for name in ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer",
                 "microphone", "midi", "payment", "usb")
}  # fmt: skip
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
# Unfold's Alpine evaluates attribute expressions, so the admin alone gets a policy of its own.
ADMIN_CONTENT_SECURITY_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, "'unsafe-eval'"],
    "style-src": [SELF, "'unsafe-inline'"],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "object-src": [NONE],
    "base-uri": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [NONE],
}

# -- Logs: who did what and when, without bodies, codes or passwords; production writes one JSON line an event

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django.server": {"level": "WARNING"}, "psycopg.pool": {"level": "CRITICAL"}},
}
