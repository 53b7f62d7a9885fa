"""Figures about the plans of action of the colleges."""

from django.db.models import Count, Q

from colleges.models import Action


def done_per_objective():
    """{code of a strategic objective: (actions done, actions in the plans)}, dropped ones left out, in one query.

    An action that serves several objectives counts for each; objectives without any are not named.
    """
    standing = Action.objects.exclude(state=Action.State.DROPPED).exclude(objectives=None).order_by()
    rows = standing.values("objectives__code").annotate(
        number_done=Count("pk", filter=Q(state=Action.State.DONE)), number=Count("pk")
    )
    return {row["objectives__code"]: (row["number_done"], row["number"]) for row in rows}
