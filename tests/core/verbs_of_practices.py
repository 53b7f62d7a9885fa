"""The verbs of practice datasheets, for tests/core/test_verbs.py."""

from practices.models import Practice, Term
from tests.factories import UserFactory, partner_person
from tests.factories.practices import PracticeFactory


def on(obj, verb):
    verb(obj)
    return obj


def at(status):
    return PracticeFactory(status=status)


def reviewed_by_somebody(practice, by):
    practice.assign_reviewer(partner_person(), by=by)


def assigned():
    practice, person = at("submitted"), partner_person()
    practice.assign_reviewer(person, by=None)
    return practice, person


def released(by):
    practice, person = assigned()
    practice.release_reviewer(person, by=by)
    return practice


def dropped(by):
    practice = at("published")
    practice.revise(by=by)
    practice.drop_revision(by=by)
    return practice


def due():
    """Published, and nobody has said for a year that it still holds."""
    practice = at("published")
    practice.confirmed_at = practice.confirmed_at.replace(year=practice.confirmed_at.year - 2)
    practice.save(update_fields=["confirmed_at"])
    return practice


def term():
    return Term.objects.get(vocabulary__slug="slope", code="flat")


# {class.verb: (what it records, a function of (a2, sofia) that lets it happen and returns the object)}
VERBS = {
    "Beginning.begin": ("begun", lambda a2, sofia: PracticeFactory()),
    "Reviewing.submit": ("submitted", lambda a2, sofia: on(at("draft"), lambda one: one.submit(by=sofia))),
    "Reviewing.take_back": ("taken_back", lambda a2, sofia: on(at("submitted"), lambda one: one.take_back(by=sofia))),
    "Reviewing.assign_reviewer": (
        "reviewer_assigned",
        lambda a2, sofia: on(at("submitted"), lambda one: reviewed_by_somebody(one, sofia)),
    ),
    "Reviewing.release_reviewer": ("reviewer_released", lambda a2, sofia: released(sofia)),
    "Reviewing.comment": (
        "commented",
        lambda a2, sofia: on(at("submitted"), lambda one: one.comment("essentials", "How deep?", by=sofia)),
    ),
    "Reviewing.send_back": (
        "sent_back",
        lambda a2, sofia: on(at("submitted"), lambda one: one.send_back("How deep?", by=sofia)),
    ),
    "Reviewing.review": ("reviewed", lambda a2, sofia: on(at("submitted"), lambda one: one.review(by=sofia))),
    "Reviewing.reject": ("rejected", lambda a2, sofia: on(at("submitted"), lambda one: one.reject("No.", by=sofia))),
    "Publishing.publish": ("published", lambda a2, sofia: on(at("reviewed"), lambda one: one.publish(by=sofia))),
    "Publishing.revise": ("revised", lambda a2, sofia: on(at("published"), lambda one: one.revise(by=sofia))),
    "Publishing.drop_revision": ("revision_dropped", lambda a2, sofia: dropped(sofia)),
    "Lasting.confirm": ("confirmed", lambda a2, sofia: on(at("published"), lambda one: one.confirm(by=sofia))),
    "Lasting.remind": ("reminded", lambda a2, sofia: on(due(), lambda one: one.remind(by=sofia))),
    "Lasting.archive": ("archived", lambda a2, sofia: on(at("published"), lambda one: one.archive("Old.", by=sofia))),
    "Lasting.restore": ("restored", lambda a2, sofia: on(at("archived"), lambda one: one.restore(by=sofia))),
    "Comment.settle": (
        "settled",
        lambda a2, sofia: on(
            at("submitted").comment("essentials", "How deep?", by=sofia), lambda one: one.settle(by=sofia)
        ),
    ),
    "Term.retire": ("retired", lambda a2, sofia: on(term(), lambda one: one.retire(by=sofia))),
    "Term.restore": (
        "restored",
        lambda a2, sofia: on(on(term(), lambda one: one.retire(by=sofia)), lambda one: one.restore(by=sofia)),
    ),
}

# {verb of the code: why it records nothing}
ELSEWHERE = {
    "Writing.let_go": "lets others in again",
    "Writing.write": "a draft is nobody's business but that of those who write",
    "VersionQuerySet.set_down": "part of publishing",
}

# {verb: (a function of the task force that prepares, a function of what it made and of Sofia that calls the verb)},
# for tests/security/test_atomic_verbs.py: the verbs that write more than one row.
SEVERAL_ROWS = {
    "begin a datasheet": (
        lambda a2: UserFactory(),
        lambda made, sofia: Practice.objects.begin("X", language="en", by=made),
    ),
    "assign a reviewer": (
        lambda a2: (at("submitted"), partner_person()),
        lambda made, sofia: made[0].assign_reviewer(made[1], by=sofia),
    ),
    "release a reviewer": (
        lambda a2: assigned(),
        lambda made, sofia: made[0].release_reviewer(made[1], by=sofia),
    ),
    "comment on a datasheet": (
        lambda a2: at("submitted"),
        lambda made, sofia: made.comment("essentials", "?", by=sofia),
    ),
    "publish a datasheet": (lambda a2: at("reviewed"), lambda made, sofia: made.publish(by=sofia)),
    "drop a revision": (
        lambda a2: on(at("published"), lambda one: one.revise(by=None)),
        lambda made, sofia: made.drop_revision(by=sofia),
    ),
}
