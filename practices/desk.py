"""A datasheet on its desk, section by section: what is said, what is missing, what reviewers remark."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from practices.forms.reviewing import CommentForm
from practices.reading import read

SETTLE = "practices.settle_comment"


@dataclass
class DeskSection:
    """One section of the form as it stands on the desk."""

    section: Any
    url: str
    answers: list
    missing: list
    comments: list = field(default_factory=list)
    comment_form: Any = None

    @property
    def number(self):
        """How many of its questions are answered."""
        return len(self.answers)

    @property
    def of(self):
        return len(self.section.questions)

    @property
    def open_comments(self):
        return [comment for comment in self.comments if not comment.settled_at]

    @property
    def settled_comments(self):
        return [comment for comment in self.comments if comment.settled_at]


def desk_of(practice, user, comment_form=None):
    """[DeskSection] of the whole form; `comment_form` is the one that was typed, if one was."""
    missing, remarks = dict(practice.missing), remarks_on(practice, user)
    typed = {comment_form["section"].value(): comment_form} if comment_form else {}
    return [
        DeskSection(
            section,
            reverse("practices:section", args=[practice.code, section.key]),
            [read(each, practice.contents, practice.language) for each in said(section, practice.contents)],
            [words for each in section.questions if (words := missing.get(each.key))],
            remarks.get(section.key, []),
            typed.get(section.key) or CommentForm(initial={"section": section.key}),
        )
        for section in practice.form.sections
    ]


def said(section, contents):
    """The questions of a section that have an answer."""
    return [question for question in section.questions if question.key in contents]


def remarks_on(practice, user):
    """{key of a section: its comments, each with `may_settle`} as far as `user` reads them."""
    found = list(practice.comments.visible_to(user).select_related("author"))
    # The answer is the same for all that are not her own: asked once, it costs the same for one and for fifty.
    another = next((each for each in found if each.author_id != user.pk), None)
    settles_others = another is not None and user.has_perm(SETTLE, another)
    remarks = {}
    for comment in found:
        is_own = comment.author_id == user.pk
        comment.may_settle = not comment.settled_at and (user.has_perm(SETTLE, comment) if is_own else settles_others)
        remarks.setdefault(comment.section, []).append(comment)
    return remarks
