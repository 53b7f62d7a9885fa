from accounts.models.consent import Consent, shows_name
from accounts.models.user import User

__all__ = ["Consent", "User", "shows_name"]
