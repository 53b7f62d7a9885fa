"""Nothing here exists in several languages. The history says who steered a discussion and who hid what; the words of
people are not in it: they go when their author does."""

from core.history import keep_history
from discussions.models import Descent, Post, PostReport, Thread

keep_history(Thread, exclude=["title", "conclusion", "number_of_posts", "last_post_at"])
keep_history(Post, exclude=["text", "plain_text", "hidden_reason", "appeal_text", "warning"])
keep_history(Descent)
keep_history(PostReport, exclude=["reason"])
