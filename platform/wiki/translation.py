"""Nothing here exists in several languages. The words of a page are in its editions; the history keeps the rest."""

from core.history import keep_history
from wiki.models import Page

keep_history(Page, exclude=["text", "reason"])
