from projects.models.comment import Comment
from projects.models.idea import Idea
from projects.models.support import Support
from projects.models.team import ProjectTeam
from projects.models.team_member import TeamMember

__all__ = ["Comment", "Idea", "ProjectTeam", "Support", "TeamMember"]
