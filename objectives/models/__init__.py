from objectives.models.plan import (
    Facility,
    Goal,
    GoalText,
    Objective,
    ObjectiveText,
    PlanVersion,
    Target,
    wordings,
)
from objectives.models.proposal import StrategyProposal
from objectives.models.strategy import StrategyItem

__all__ = [
    "Facility",
    "Goal",
    "GoalText",
    "Objective",
    "ObjectiveText",
    "PlanVersion",
    "StrategyItem",
    "StrategyProposal",
    "Target",
    "wordings",
]
