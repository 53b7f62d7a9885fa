"""The verbs of wiki pages, for tests/core/test_verbs.py."""

from tests.factories import UserFactory
from tests.factories.wiki import PageFactory, edited


def on(obj, verb):
    verb(obj)
    return obj


def written(sofia):
    return PageFactory(by=sofia, title="Living hedges", text="Every eight metres.")


def written_by_another(a2):
    return PageFactory(by=member_of(a2))


def member_of(a2):
    return a2.seat(UserFactory(), "member", by=None).person


def protected(sofia):
    return on(written(sofia), lambda page: page.protect(by=sofia))


def removed(sofia):
    return on(written(sofia), lambda page: page.remove("So.", by=sofia))


# {class.verb: (what it records, a function of (a2, sofia) that lets it happen and returns the object)}
VERBS = {
    "Writing.write": ("written", lambda a2, sofia: written(sofia)),
    "Editing.edit": ("edited", lambda a2, sofia: edited(written(sofia), "Ten.", by=sofia)),
    "Editing.restore": (
        "restored",
        lambda a2, sofia: on(edited(written(sofia), "Ten.", by=sofia), lambda page: page.restore(1, by=sofia)),
    ),
    "Editing.rename": ("renamed", lambda a2, sofia: on(written(sofia), lambda page: page.rename("Hedges", by=sofia))),
    "Followed.follow": ("followed", lambda a2, sofia: on(written_by_another(a2), lambda page: page.follow(by=sofia))),
    "Followed.unfollow": ("unfollowed", lambda a2, sofia: on(written(sofia), lambda page: page.unfollow(by=sofia))),
    "Moderating.protect": ("protected", lambda a2, sofia: protected(sofia)),
    "Moderating.unprotect": (
        "unprotected",
        lambda a2, sofia: on(protected(sofia), lambda page: page.unprotect(by=sofia)),
    ),
    "Moderating.remove": ("removed", lambda a2, sofia: removed(sofia)),
    "Moderating.bring_back": (
        "brought_back",
        lambda a2, sofia: on(removed(sofia), lambda page: page.bring_back(by=sofia)),
    ),
}

# {verb: (prepares, calls the verb)}: those that write several rows, for tests/security/test_atomic_verbs.py.
SEVERAL_ROWS = {
    "write a wiki page": (
        lambda a2: a2.space,
        lambda space, sofia: PageFactory(by=sofia, space=space, title="Hedges", text="[[Compost]]"),
    ),
    "edit a wiki page": (
        lambda a2: written(member_of(a2)),
        lambda page, sofia: page.edit("Ten [[Compost]].", seen=1, by=sofia),
    ),
    "rename a wiki page": (lambda a2: written(member_of(a2)), lambda page, sofia: page.rename("Hedges", by=sofia)),
}
