"""Tagging datasheets, for tests/core/test_verbs.py."""

from tests.factories.practices import PracticeFactory


def tagged(by):
    practice = PracticeFactory(status="published")
    practice.tag("climate_zone", "arid", by=by)
    return practice


def untagged(by):
    practice = tagged(by)
    practice.untag("climate_zone", "arid", by=by)
    return practice


# {class.verb: (what it records, a function of (a2, sofia) that lets it happen and returns the object)}
VERBS = {
    "Tagging.tag": ("tagged", lambda a2, sofia: tagged(sofia)),
    "Tagging.untag": ("untagged", lambda a2, sofia: untagged(sofia)),
}

# The same for tests/security/test_atomic_verbs.py: the verbs that write more than one row.
SEVERAL_ROWS = {
    "tag a datasheet": (
        lambda a2: PracticeFactory(status="published"),
        lambda made, sofia: made.tag("climate_zone", "arid", by=sofia),
    ),
    "untag a datasheet": (
        lambda a2: tagged(None),
        lambda made, sofia: made.untag("climate_zone", "arid", by=sofia),
    ),
}
