"""Doorbells of the questions."""

from celery import shared_task

from core.source import acting_from
from questions.models import Question


@shared_task
def remind_of_unanswered_questions():
    """Every day: the secretariat is told once of each question nobody has answered for two weeks."""
    with acting_from("job"):
        for question in Question.objects.unanswered():
            question.remind()
