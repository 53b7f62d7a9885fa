"""The verbs of the library, for tests/core/test_verbs.py."""

from tests.factories.library import WorkFactory, paper


def on(obj, verb):
    verb(obj)
    return obj


def renewed(work, by):
    work.replace(work.versions.get(), upload=paper(), by=by)


# {class.verb: (what it records, a function of (a2, sofia) that lets it happen and returns the object)}
VERBS = {
    "WorkQuerySet.add": ("added", lambda a2, sofia: WorkFactory()),
    "Reading.add_language": (
        "language_added",
        lambda a2, sofia: on(WorkFactory(), lambda one: one.add_language("fr", upload=paper(), by=sofia)),
    ),
    "Reading.replace": ("renewed", lambda a2, sofia: on(WorkFactory(), lambda one: renewed(one, sofia))),
    "Work.change": ("changed", lambda a2, sofia: on(WorkFactory(), lambda one: one.change(year=2024, by=sofia))),
    "Work.withdraw": ("withdrawn", lambda a2, sofia: on(WorkFactory(), lambda one: one.withdraw("Old.", by=sofia))),
    "Work.restore": (
        "restored",
        lambda a2, sofia: on(WorkFactory(reason="Old."), lambda one: one.restore(by=sofia)),
    ),
}

# {verb: (a function of the task force that prepares, a function of what it made and of Sofia that calls the verb)},
# for tests/security/test_atomic_verbs.py: the verbs that write more than one row.
SEVERAL_ROWS = {
    "add a work": (lambda a2: None, lambda made, sofia: WorkFactory(by=sofia)),
    "add a language": (
        lambda a2: WorkFactory(),
        lambda made, sofia: made.add_language("fr", title="Sols", address="https://sols.example/", by=sofia),
    ),
    "replace a version": (lambda a2: WorkFactory(), lambda made, sofia: renewed(made, sofia)),
}
