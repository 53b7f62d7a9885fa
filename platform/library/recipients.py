"""Who hears of works, and in which words (templates/notices/library/)."""

from core.announcing import recipients_of
from core.notice_kinds import Kind


def adder(work):
    """Whoever added it, as long as she may still enter its room."""
    return work.space.readers().filter(pk=work.added_by_id)


@recipients_of("library.work.withdrawn", Kind.LIBRARY)
def work_withdrawn(activity):
    yield "adder", adder(activity.object)


@recipients_of("library.work.restored", Kind.LIBRARY)
def work_restored(activity):
    yield "adder", adder(activity.object)
