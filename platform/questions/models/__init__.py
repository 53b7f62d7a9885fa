from questions.models.answer import Answer
from questions.models.expert import Expert
from questions.models.follow_up import FollowUp
from questions.models.question import Question

__all__ = ["Answer", "Expert", "FollowUp", "Question"]
