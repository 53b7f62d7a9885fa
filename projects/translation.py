"""Nothing here exists in several languages; what people edit keeps its history."""

from core.history import keep_history
from projects.models import Idea, ProjectTeam, TeamMember

keep_history(Idea)
keep_history(ProjectTeam)
keep_history(TeamMember)
