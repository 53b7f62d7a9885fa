"""A newcomer's machine: embedded servers, demo people, mails kept in a mailbox page."""

from config import embedded
from config.settings.base import *  # noqa: F403
from config.settings.base import BASE_DIR, DATA_DIR, broker, database, env

DEBUG = env.bool("DEBUG", default=True)
DEMO = True
SECRET_KEY = "only-for-development-never-for-production-0123456789"  # noqa: S105
ALLOWED_HOSTS = ["*"]
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000")
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http"

DATABASES = {"default": database(env.str("DATABASE_URL", default="") or embedded.database_url(BASE_DIR))}
CELERY_BROKER_URL = broker(env.str("REDIS_URL", default="") or embedded.redis_url(BASE_DIR))

# In the demo the second factor is offered, not required.
SECOND_FACTOR_REQUIRED = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True

# Unless a relay is given, mails are files that the page /mailbox/ shows.
if not env.str("EMAIL_URL", default=""):
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA_DIR / "mailbox"
    MAILBOX_URL = "/mailbox/"

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

DEMO_PASSWORD = "demo-4p1000-soil"  # noqa: S105
DEMO_LOGINS = [
    ("sofia@demo.example", "secretariat"),
    ("amina@demo.example", "leader of task force A2"),
    ("bruno@demo.example", "team member of A2, of a partner organisation"),
    ("carla@demo.example", "focal point of another partner"),
    ("fatou@demo.example", "regional representative"),
    ("hugo@demo.example", "funder"),
    ("ines@demo.example", "scientist"),
    ("jonas@demo.example", "college moderator"),
    ("lena@demo.example", "regional correspondent"),
    ("victor@demo.example", "friend without organisation"),
]
