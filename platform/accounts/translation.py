"""No translated fields here: this file is where history is registered, after every translator."""

from accounts.models import Consent, User
from core.history import keep_history

keep_history(User, exclude=["password", "last_login"])
keep_history(Consent)
