"""What this app holds of a person, handed to her or forgotten."""

from accounts.models.erasure import erases_personal_data, exports_personal_data
from questions.models import Answer, Expert, FollowUp, Question


@exports_personal_data
def questions_and_answers(person):
    """What she asked, answered and added, and for what she was named an expert."""
    return {
        "questions_to_scientists": list(
            Question.objects.filter(asker=person).values(
                "title", "text", "language", "is_unnamed", "status", "reason", "asked_at", "answered_at"
            )
        ),
        "expert_mandates": [
            {
                "themes": [str(theme) for theme in row.themes.all()],
                "regions": [str(region) for region in row.regions.all()],
                "since": row.started_at,
                "until": row.ended_at,
            }
            for row in Expert.objects.filter(person=person).prefetch_related("themes", "regions")
        ],
        "answers_to_questions": list(
            Answer.objects.filter(author__person=person).values(
                "question__title", "text", "language", "answered_at", "edited_at", "accepted_at"
            )
        ),
        "follow_ups": list(
            FollowUp.objects.filter(author=person).values("question__title", "text", "language", "written_at")
        ),
    }


@erases_personal_data
def forget_questions_and_answers(person):
    """Her mandates end; what she added goes, and questions of hers that nobody has answered.

    What was answered, and her own answers, stay as those of a former member: others have learnt from them. Her
    questions are shown without a name, and what her answers said before they were edited goes.
    """
    for expert in Expert.objects.filter(person=person, ended_at=None):
        expert.end(by=None)
    FollowUp.objects.filter(author=person).delete()
    unanswered = Question.objects.filter(asker=person, answered_at=None)
    keys = list(unanswered.values_list("pk", flat=True))
    unanswered.delete()
    Question.objects.filter(asker=person).update(is_unnamed=True)
    # Last, as the deletion itself stands in the history.
    Question.pgh_event_model.objects.filter(pgh_obj_id__in=keys).delete()
    answers = Answer.objects.filter(author__person=person).values("pk")
    Answer.pgh_event_model.objects.filter(pgh_obj_id__in=answers).delete()
