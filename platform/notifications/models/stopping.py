"""The link by which a mail stops itself, without signing in."""

from django.core import signing

from accounts.models import User
from notifications.models.rhythm import DEFAULTS, GATHERED, Rhythm

SALT = "notifications.digest"
# What a link may stop: a kind of notice, or all that is gathered daily or weekly.
STOPPABLE = frozenset([*(kind.value for kind in DEFAULTS), *(rhythm.value for rhythm in GATHERED)])


def token_of(person, what):
    """What stands in the link by which `person` stops mails of `what`. It holds no secret and no date: mails are read
    late, and all it can do is stop them."""
    return signing.Signer(salt=SALT).sign_object([person.pk, str(what)])


def read_token(token):
    """(person, what) of a link, the person with an account in use; (None, "") for a forged one."""
    try:
        said = signing.Signer(salt=SALT).unsign_object(token)
        # The first links stopped the weekly mail and held nothing but the person.
        pk, what = (said, Rhythm.WEEKLY.value) if isinstance(said, int) else said
    except (signing.BadSignature, ValueError, TypeError):
        return None, ""
    person = User.objects.active().filter(pk=pk).first() if isinstance(pk, int) else None
    return (person, what) if person and what in STOPPABLE else (None, "")
