from django.urls import path

from projects.views import discussion, ideas, pages, proposing, teams

app_name = "projects"

IDEA, COMMENT, TEAM, PLACE = (f"projects/{name}/<int:pk>/" for name in ("ideas", "comments", "teams", "places"))

urlpatterns = [
    path("projects/", pages.TeamList.as_view(), name="list"),
    path("projects/ideas/", pages.IdeaList.as_view(), name="ideas"),
    path("task-forces/<objective_code:code>/ideas/", pages.IdeasOfTaskForce.as_view(), name="ideas-of-task-force"),
    path("task-forces/<objective_code:code>/ideas/propose/", proposing.Propose.as_view(), name="propose"),
    path(IDEA, ideas.IdeaDetail.as_view(), name="idea"),
    path(f"{IDEA}change/", proposing.Change.as_view(), name="change"),
    path(f"{IDEA}withdraw/", ideas.Withdraw.as_view(), name="withdraw"),
    path(f"{IDEA}support/", ideas.Support.as_view(), name="support"),
    path(f"{IDEA}stop-supporting/", ideas.StopSupporting.as_view(), name="stop-supporting"),
    path(f"{IDEA}set-aside/", ideas.SetAside.as_view(), name="set-aside"),
    path(f"{IDEA}take-up/", ideas.TakeUp.as_view(), name="take-up"),
    path(f"{IDEA}team/", teams.FormTeam.as_view(), name="form-team"),
    path(f"{IDEA}comment/", discussion.Write.as_view(), name="comment"),
    path(f"{COMMENT}edit/", discussion.Edit.as_view(), name="comment-edit"),
    path(f"{COMMENT}remove/", discussion.Remove.as_view(), name="comment-remove"),
    path(f"{COMMENT}hide/", discussion.Hide.as_view(), name="comment-hide"),
    path(TEAM, teams.TeamDetail.as_view(), name="team"),
    path(f"{TEAM}change/", teams.Change.as_view(), name="team-change"),
    path(f"{TEAM}ask/", teams.Ask.as_view(), name="ask"),
    path(f"{PLACE}accept/", teams.Accept.as_view(), name="accept"),
    path(f"{PLACE}decline/", teams.Decline.as_view(), name="decline"),
    path(f"{PLACE}leave/", teams.Leave.as_view(), name="leave"),
    path(f"{PLACE}end/", teams.End.as_view(), name="end"),
    path(f"{PLACE}coordinate/", teams.Coordinate.as_view(), name="coordinate"),
]
