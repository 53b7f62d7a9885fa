"""Datasheets of practices, what was published of them, who reviews them, and the vocabularies they are answered by."""

from practices.models.assignment import Assignment
from practices.models.comment import Comment
from practices.models.illustration import Illustration
from practices.models.practice import Practice
from practices.models.saved_search import SavedSearch
from practices.models.site import Site
from practices.models.tag import Tag
from practices.models.version import Version
from practices.models.vocabulary import Term, Vocabulary

__all__ = [
    "Assignment",
    "Comment",
    "Illustration",
    "Practice",
    "SavedSearch",
    "Site",
    "Tag",
    "Term",
    "Version",
    "Vocabulary",
]
