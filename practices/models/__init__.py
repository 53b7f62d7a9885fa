"""Datasheets of practices, what was published of them, who reviews them, and the vocabularies they are answered by."""

from practices.models.assignment import Assignment
from practices.models.comment import Comment
from practices.models.illustration import Illustration
from practices.models.practice import Practice
from practices.models.provenance import Provenance
from practices.models.saved_search import SavedSearch
from practices.models.site import Site
from practices.models.tag import Tag
from practices.models.telling_apart import Distinction
from practices.models.version import Version
from practices.models.vocabulary import Term, Vocabulary

__all__ = [
    "Assignment",
    "Comment",
    "Distinction",
    "Illustration",
    "Practice",
    "Provenance",
    "SavedSearch",
    "Site",
    "Tag",
    "Term",
    "Version",
    "Vocabulary",
]
