"""An idea for a project that comes of a discussion in the room of a task force."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from discussions.becoming import Target, register
from projects.models import Idea


class IdeaOfThread(Target):
    key, model, position = "idea", Idea, 40
    button = _("Propose an idea for a project")
    became = _("Became the idea for a project")
    taken = _("This discussion has become an idea for a project already.")
    leaves_room = True

    def url(self, thread):
        task_force = task_force_of(thread)
        return reverse("projects:propose", args=[task_force.code.lower()]) if task_force else None

    def may(self, user, thread):
        task_force = task_force_of(thread)
        return task_force is not None and user.has_perm("projects.propose_idea", task_force)


def task_force_of(thread):
    """The task force in whose room it lies, or None."""
    return getattr(thread.space, "task_force", None)


register(IdeaOfThread())
