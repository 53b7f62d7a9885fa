from django.urls import path

from objectives.views import proposals, strategy
from objectives.views.events import EventsByYear
from objectives.views.plan import GoalDetail, ObjectiveDetail, ObjectiveList, ObjectiveVersions

app_name = "objectives"

ONE = "<objective_code:code>/"
PROPOSAL = f"{ONE}strategy/proposals/<int:pk>/"

urlpatterns = [
    path("", ObjectiveList.as_view(), name="list"),
    path("events/", EventsByYear.as_view(), name="events"),
    path("<goal_code:code>/", GoalDetail.as_view(), name="goal"),
    path(ONE, ObjectiveDetail.as_view(), name="detail"),
    path(f"{ONE}versions/", ObjectiveVersions.as_view(), name="versions"),
    path(f"{ONE}strategy/", strategy.Strategy.as_view(), name="strategy"),
    path(f"{ONE}strategy/<int:pk>/", strategy.ItemDetail.as_view(), name="strategy-item"),
    path(f"{ONE}strategy/add/", strategy.ProposeAddition.as_view(), name="propose-addition"),
    path(f"{ONE}strategy/<int:pk>/reword/", strategy.ProposeRewording.as_view(), name="propose-rewording"),
    path(f"{ONE}strategy/<int:pk>/remove/", strategy.ProposeRemoval.as_view(), name="propose-removal"),
    path(f"{ONE}strategy/proposals/", proposals.ProposalList.as_view(), name="proposals"),
    path(PROPOSAL, proposals.ProposalDetail.as_view(), name="proposal"),
    path(f"{PROPOSAL}comment/", proposals.ProposalComment.as_view(), name="proposal-comment"),
    path(f"{PROPOSAL}withdraw/", proposals.ProposalWithdraw.as_view(), name="proposal-withdraw"),
]
