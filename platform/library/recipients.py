"""Who hears of works, and in which words (templates/notices/library/)."""

from core.announcing import recipients_of


@recipients_of("library.work.withdrawn")
def work_withdrawn(activity):
    """Whoever added it, as long as she may still enter its room."""
    work = activity.object
    if work.added_by and work.added_by.has_perm("spaces.enter_space", work.space):
        yield "adder", [work.added_by]


@recipients_of("library.work.restored")
def work_restored(activity):
    """The same person."""
    work = activity.object
    if work.added_by and work.added_by.has_perm("spaces.enter_space", work.space):
        yield "adder", [work.added_by]
