"""What the strategy holds of a person: her proposals and her comments."""

from datetime import timedelta

from django.utils import timezone

from accounts.models.erasure import erases_personal_data, exports_personal_data
from accounts.retention import goes_with_time
from objectives.models import StrategyProposal

REFUSED_KEPT_FOR = timedelta(days=365)
MADE = (
    *("objective__code", "change", "kind", "item", "text", "before", "seen_at"),
    *("why", "language", "created_at", "status"),
)


@exports_personal_data
def proposals_about_the_strategy(person):
    """Her proposals with what became of them, and what she wrote about those of others."""
    about_others = StrategyProposal.objects.exclude(author=person)
    return {
        "strategy_proposals": list(person.strategy_proposals.values(*MADE, "comment", "decided_at", "reason")),
        "strategy_comments": list(
            about_others.filter(commented_by=person).values("objective__code", "comment", "commented_at")
        ),
        "strategy_decisions": list(
            about_others.filter(decided_by=person).values("objective__code", "status", "reason", "decided_at")
        ),
    }


@erases_personal_data
def forget_proposals(person):
    """What waits is withdrawn; her words go. What was accepted stands in the strategy without her name."""
    for proposal in person.strategy_proposals.waiting():
        proposal.withdraw(by=None)
    person.strategy_proposals.update(text="", why="", comment="", reason="")
    StrategyProposal.objects.filter(commented_by=person).update(comment="", commented_by=None)
    StrategyProposal.objects.filter(decided_by=person).update(decided_by=None)


@goes_with_time
def forget_refused_proposals():
    """What was said in proposals declined or withdrawn a year ago goes; that they were made remains."""
    refused = [StrategyProposal.Status.DECLINED, StrategyProposal.Status.WITHDRAWN]
    old = StrategyProposal.objects.filter(status__in=refused, decided_at__lt=timezone.now() - REFUSED_KEPT_FOR)
    old.exclude(why="").update(text="", why="", comment="", reason="")
