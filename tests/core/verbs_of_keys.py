"""The verbs of keys for programs, for tests/core/test_verbs.py."""

from api.models import Key
from tests.factories import UserFactory


def made(by):
    key, _token = Key.objects.make("Monthly report", by=by)
    return key


# {class.verb: (what it records, a function of (a2, sofia) that lets it happen and returns the object)}
VERBS = {"KeyQuerySet.make": ("made", lambda a2, sofia: made(sofia))}

ELSEWHERE = {"Key.revoke": "the object is gone afterwards; see tests/api/test_keys.py"}

# {verb: (a function of the task force that prepares, a function of what it made and of Sofia that calls the verb)},
# for tests/security/test_atomic_verbs.py: the verbs that write more than one row.
SEVERAL_ROWS = {
    "make a key": (lambda a2: None, lambda nothing, sofia: made(sofia)),
    "revoke a key": (lambda a2: made(UserFactory()), lambda key, sofia: key.revoke(by=sofia)),
}
