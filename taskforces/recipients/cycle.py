"""Who hears of a task force's way through the cycle: its people and the secretariat."""

from accounts.models import User
from core.announcing import recipients_of
from core.notice_kinds import Kind


def people_of(record):
    """Everybody with a seat in the task force."""
    return User.objects.filter(pk__in=record.task_force.seats.open().values("person"))


@recipients_of("taskforces.stagerecord.moved_on", Kind.NEWS)
def moved_on(activity):
    yield "people", people_of(activity.object)
    yield "secretariat", User.objects.secretariat()


@recipients_of("taskforces.stagerecord.overruled", Kind.NEWS)
def overruled(activity):
    yield "people", people_of(activity.object)


@recipients_of("taskforces.stagerecord.moved_back", Kind.NEWS)
def moved_back(activity):
    yield "people", people_of(activity.object)
