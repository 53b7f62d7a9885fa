"""Outputs of the cycle told by ideas and Project Teams, see `core.outputs`."""

from django.db.models import Exists, OuterRef

from core.outputs import tells_output
from projects.models import Idea, ProjectTeam


@tells_output("ideas-proposed")
def ideas_proposed():
    """Somebody proposed an idea and did not withdraw it."""
    return Exists(Idea.objects.filter(task_force=OuterRef("pk")).exclude(status=Idea.Status.WITHDRAWN))


@tells_output("project-team-formed")
def project_team_formed():
    """A Project Team of one of its ideas is complete now."""
    return Exists(ProjectTeam.objects.formed().filter(idea__task_force=OuterRef("pk")))
