"""The verbs of practices beside other databases, for tests/core/test_verbs.py."""

from practices.models import Provenance
from practices.models.provenance import Record
from tests.factories.practices import PracticeFactory


def told_apart(by):
    practice = PracticeFactory()
    practice.tell_apart([PracticeFactory()], by=by)
    return practice


def brought_in(by):
    record = Record(source="WOCAT", identifier="technologies_7", title="Zaï pits", language="en")
    return Provenance.objects.bring_in(record, by=by)[0]


# {class.verb: (what it records, a function of (a2, sofia) that lets it happen and returns the object)}
VERBS = {
    "TellingApart.tell_apart": ("told_apart", lambda a2, sofia: told_apart(sofia)),
    "ProvenanceQuerySet.bring_in": ("imported", lambda a2, sofia: brought_in(sofia)),
}

# {verb: (a function of the task force that prepares, a function of what it made and of Sofia that calls the verb)},
# for tests/security/test_atomic_verbs.py: the verbs that write more than one row.
SEVERAL_ROWS = {
    "tell practices apart": (
        lambda a2: (PracticeFactory(), PracticeFactory()),
        lambda made, sofia: made[0].tell_apart([made[1]], by=sofia),
    ),
    "bring a record in": (lambda a2: None, lambda made, sofia: brought_in(sofia)),
}
