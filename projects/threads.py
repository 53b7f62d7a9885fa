"""The discussion of an idea as its readers see it: first words, each with its answers."""

from projects.models import Comment


def threads_of(idea, user):
    """[(comment, [its answers])] for `user`, each knowing what she may do with it, in one query.

    What was removed or hidden keeps its place only where somebody answered.
    """
    written = list(Comment.objects.visible_to(user).filter(idea=idea).as_written())
    may_hide = user.has_perm("projects.set_aside_idea", idea)
    answers = {}
    for comment in written:
        comment.idea = idea
        comment.is_own = comment.author_id == user.pk
        comment.may_hide = may_hide and not comment.is_own
        if comment.parent_id and comment.is_standing:
            answers.setdefault(comment.parent_id, []).append(comment)
    firsts = [comment for comment in written if comment.parent_id is None]
    return [
        (comment, answers.get(comment.pk, [])) for comment in firsts if comment.is_standing or answers.get(comment.pk)
    ]
