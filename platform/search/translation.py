from core.history import keep_history
from search.models import Term

# The stems follow from the words.
keep_history(Term, exclude=["stems"])
