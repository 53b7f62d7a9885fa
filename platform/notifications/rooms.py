"""In which room something happened, and with what it belongs together: asked of the object itself, by the names our
models give to what they belong to."""

from spaces.models import Space

# The ways to a room. A model whose room is found otherwise says it as a property `space`.
TO_ROOM = ("space", "thread.space", "post.thread.space", "meeting.space", "task_force.space", "college.space")
# The ways to what people would call the object: not the post, the discussion.
TO_SUBJECT = ("thread", "post.thread", "meeting", "question", "idea")


def along(obj, path):
    """What is found on the way `path`, "thread.space", or None where it does not lead on."""
    for name in path.split("."):
        obj = getattr(obj, name, None)
        if obj is None:
            return None
    return obj


def room_of(obj):
    """The Space in which `obj` lies, or None."""
    found = (along(obj, path) for path in TO_ROOM)
    return next((space for space in found if isinstance(space, Space)), None)


def subject_of(obj):
    """What `obj` is told together with; itself where it stands alone."""
    found = (along(obj, path) for path in TO_SUBJECT)
    return next((subject for subject in found if subject is not None), obj)
