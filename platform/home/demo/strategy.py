"""The demo's strategy of A2: invented items, each marked as an example, and proposals about them in all states."""

from pathlib import Path

from core.loading import in_languages, read_json
from home.demo.past import days_ago, happening
from objectives.models import Objective, StrategyItem, StrategyProposal


def tell_the_strategy(cast, *, by):
    """The items; then what the people of A2 propose, what was decided, and what waits."""
    words = read_json(Path(__file__).parent, "strategy.json")
    a2 = Objective.objects.get(code="A2")
    with happening(days_ago(330)):
        items = {row["key"]: write(a2, position, row, by=by) for position, row in enumerate(words["items"])}
    made = [propose(a2, row, cast, items) for row in words["proposals"]]
    for row, proposal in zip(words["proposals"], made, strict=True):
        if comment := row.get("comment"):
            with happening(days_ago(row["days"] - 2)):
                proposal.comment_on(comment, by=cast["amina"])
        if decision := row.get("decided"):
            with happening(days_ago(decision["days"])):
                decide(proposal, decision, by=by)


def write(objective, position, row, *, by):
    """One item as the secretariat enters it."""
    item = StrategyItem.objects.create(
        objective=objective, kind=row["kind"], position=position, is_example=True, **in_languages(text=row["text"])
    )
    item.record("registered", by=by, fields=[])
    return item


def propose(objective, row, cast, items):
    """One proposal as its author sends it."""
    item = items.get(row.get("item"))
    with happening(days_ago(row["days"])):
        return StrategyProposal.propose(
            objective,
            row["change"],
            by=cast[row["by"]],
            kind=row.get("kind", ""),
            item=item,
            text=row.get("text", ""),
            why=row["why"],
            language=row["language"],
            seen=item and stamp_of(item),
        )


def stamp_of(item):
    """Which wording stands there: dates move with the demo."""
    item.refresh_from_db()
    return item.stamp


def decide(proposal, decision, *, by):
    """Yes, in three languages, or no."""
    proposal.refresh_from_db()
    if "reason" in decision:
        proposal.decline(reason=decision["reason"], by=by)
    else:
        proposal.accept(texts=decision["texts"], seen=proposal.item and stamp_of(proposal.item), by=by)
