"""The verbs of files of datasheets, for tests/core/test_verbs.py."""

from tests.factories.practices import PracticeFactory, illustrated


def with_photo():
    practice = PracticeFactory()
    return practice, illustrated(practice)


def removed(by):
    practice, photo = with_photo()
    photo.remove(by=by)
    return practice


def withdrawn(by):
    practice, photo = with_photo()
    photo.withdraw(by=by)
    return practice


# {class.verb: (what it records, a function of (a2, sofia) that lets it happen and returns the object)}
VERBS = {
    "IllustrationQuerySet.add": ("illustrated", lambda a2, sofia: with_photo()[0]),
    "Illustration.remove": ("illustration_removed", lambda a2, sofia: removed(sofia)),
    "Illustration.withdraw": ("illustration_withdrawn", lambda a2, sofia: withdrawn(sofia)),
}

# For tests/security/test_atomic_verbs.py: the verbs that write more than one row.
SEVERAL_ROWS = {
    "add a photo to a datasheet": (lambda a2: PracticeFactory(), lambda practice, sofia: illustrated(practice)),
    "remove a photo from a datasheet": (lambda a2: with_photo()[1], lambda photo, sofia: photo.remove(by=sofia)),
    "withdraw a photo": (lambda a2: with_photo()[1], lambda photo, sofia: photo.withdraw(by=sofia)),
}
