"""What this app holds of a person, handed to her or forgotten."""

from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models.erasure import erases_personal_data, exports_personal_data
from projects.models import Comment, Idea, Support, TeamMember


@exports_personal_data
def ideas_and_teams(person):
    """Her ideas, what she supports and wrote, and her places in Project Teams."""
    comments = Comment.objects.filter(author=person)
    return {
        "ideas": [
            {
                "task_force": row.task_force.code,
                "title": row.title,
                "summary": row.summary,
                "partners_wanted": row.partners_wanted,
                "language": row.language,
                "status": row.status,
                "reason": row.reason,
                "proposed": row.created_at,
                "changed": row.edited_at,
            }
            for row in person.ideas.select_related("task_force__objective")
        ],
        "ideas_supported": list(person.supports.values("idea__title", "created_at")),
        "comments_on_ideas": list(
            comments.values(
                "idea__title", "text", "language", "created_at", "edited_at", "removed_at", "hidden_at", "hidden_reason"
            )
        ),
        "project_teams": list(
            person.team_places.values(
                "team__name", "partner__name", "role", "status", "invited_at", "answered_at", "ended_at"
            )
        ),
    }


@erases_personal_data
def forget_ideas_and_teams(person):
    """Her places end, her supports and the words of her comments go; her ideas stay, as those of a former member.

    What she withdrew goes altogether: nobody else has ever built on it.
    """
    for place in TeamMember.objects.open().filter(person=person):
        place.leave(by=None)
    Support.objects.filter(person=person).delete()
    Comment.objects.filter(author=person).update(
        text="", hidden_at=None, hidden_reason="", removed_at=Coalesce("removed_at", timezone.now())
    )
    withdrawn = Idea.objects.filter(author=person, status=Idea.Status.WITHDRAWN)
    keys = list(withdrawn.values_list("pk", flat=True))
    withdrawn.delete()
    # Last, as the deletion itself stands in the history.
    Idea.pgh_event_model.objects.filter(pgh_obj_id__in=keys).delete()
