"""Nothing here exists in several languages; what people edit keeps its history."""

from core.history import keep_history
from questions.models import Answer, Expert, Question

keep_history(Expert)
# Questions are not reworded; their words need no second place.
keep_history(Question, exclude=["title", "text"])
keep_history(Answer)
