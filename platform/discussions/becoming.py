"""What a discussion can become: each app above says it of its own kind, the page of the discussion offers it.

    class QuestionOfThread(Target):
        key, model, position = "question", Question, 10
        ...

    register(QuestionOfThread())

The form for the new thing opens with what began the discussion (`discussions.views.becoming`), its verb takes the
thread as `origin`, and both pages lead to each other from then on.
"""

from django.contrib.contenttypes.models import ContentType

from discussions.models import Descent

_targets = {}


class Target:
    """One kind of thing that can come of a discussion."""

    # The word in the log, and the model.
    key, model = "", None
    # Its place among the offers.
    position = 0
    # What the way there is called, what stands before its name afterwards, and what is said to a second one.
    button = became = taken = ""
    # Whether others than those of the room read it.
    leaves_room = False

    def url(self, thread):
        """Where it is made, or None where there is no such place."""
        raise NotImplementedError

    def may(self, user, thread):
        """Whether `user` may make one of `thread`, beside the right to do something with the thread at all."""
        raise NotImplementedError


def register(target):
    """Make a kind known. Call it when its app is ready."""
    _targets[target.key] = target
    return target


def targets():
    """Every kind, in the order of the page."""
    return sorted(_targets.values(), key=lambda each: each.position)


def target_called(key):
    """The kind with this word, or None."""
    return _targets.get(key)


def target_of(made):
    """The kind `made` is of; raises LookupError for what no discussion becomes."""
    return next(each for each in targets() if isinstance(made, each.model))


class Offspring:
    """What came of a thread, and what may still come of it, as `user` sees it."""

    def __init__(self, thread, user):
        self.thread, self.user = thread, user
        descents = Descent.objects.from_thread(thread)
        self._made = {descent.content_type_id: descent.object_id for descent in descents}

    def _key(self, target):
        return self._made.get(ContentType.objects.get_for_model(target.model).pk)

    def has(self, target):
        """Whether it has become one of this kind already."""
        return self._key(target) is not None

    @property
    def made(self):
        """[(kind, object)] of what came of it, as far as she sees it."""
        found = []
        for target in targets():
            if key := self._key(target):
                rows = target.model.objects.visible_to(self.user).filter(pk=key)
                found += [(target, made) for made in rows]
        return found

    @property
    def offers(self):
        """[(kind, address of its form)] of what she may make of it."""
        if not self.user.has_perm("discussions.become_thread", self.thread):
            return []
        free = [target for target in targets() if not self.has(target)]
        at = [(target, target.url(self.thread)) for target in free if target.may(self.user, self.thread)]
        return [(target, f"{url}?from={self.thread.pk}") for target, url in at if url]
