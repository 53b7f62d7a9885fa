"""Threads, the posts in them, and what people say and do about them."""

from discussions.models.descent import Descent
from discussions.models.draft import Draft
from discussions.models.follow import Follow
from discussions.models.post import Post
from discussions.models.post_report import PostReport
from discussions.models.reaction import PostEdition, Reaction
from discussions.models.thread import Thread

__all__ = ["Descent", "Draft", "Follow", "Post", "PostEdition", "PostReport", "Reaction", "Thread"]
