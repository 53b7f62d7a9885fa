"""The candidates of a task force as its members read of them, before and after the consultation closes."""

from django.db.models import Count, Exists, OuterRef, Prefetch

from taskforces.models import Application, CandidateComment, CandidateSupport, Consultation

# Older consultations are the secretariat's to look up.
SHOWN_AT_MOST = 10


class Hearing:
    """One consultation as `user` reads it.

    While it is open she sees what she has said herself, and nothing of others; afterwards the totals and the
    comments, without names. Nothing more is loaded than she may see.
    """

    def __init__(self, consultation, candidates):
        self.consultation = consultation
        self.candidates = candidates

    @classmethod
    def all_of(cls, task_force, user):
        """The hearings of `task_force`, the newest first."""
        shown = Consultation.objects.visible_to(user).filter(call__task_force=task_force)
        shown = list(shown.select_related("call__region").order_by("-closes_at", "-pk")[:SHOWN_AT_MOST])
        calls = [consultation.call_id for consultation in shown if consultation.has_begun]
        closed = [consultation.call_id for consultation in shown if consultation.is_closed]
        candidates = {}
        for candidate in heard_of(calls, closed, user):
            candidates.setdefault(candidate.call_id, []).append(candidate)
        return [cls(consultation, candidates.get(consultation.call_id, [])) for consultation in shown]


def heard_of(calls, closed, user):
    """The candidates of `calls` with `number_of_supports` and `words`, those of `closed` ones only; and her own say.

    Each has `is_own`, `is_supported` and `own_comment`, too.
    """
    own = CandidateSupport.objects.filter(application=OuterRef("pk"), person=user)
    rows = Application.objects.consulted_with(user).filter(call__in=calls).with_people()
    rows = rows.select_related("call__consultation", "statement__letter").annotate(is_supported=Exists(own))
    mine = CandidateComment.objects.filter(author=user)
    found = list(rows.prefetch_related(Prefetch("comments", mine, to_attr="mine")).order_by("submitted_at", "pk"))
    totals = dict(
        CandidateSupport.objects.filter(application__call__in=closed)
        .order_by()
        .values("application")
        .annotate(number=Count("pk"))
        .values_list("application", "number")
    )
    words = {}
    for comment in CandidateComment.objects.filter(application__call__in=closed).order_by("pk"):
        words.setdefault(comment.application_id, []).append(comment)
    for candidate in found:
        candidate.is_own = candidate.person_id == user.pk
        candidate.own_comment = candidate.mine[0] if candidate.mine else None
        candidate.number_of_supports = totals.get(candidate.pk, 0)
        candidate.words = words.get(candidate.pk, [])
        candidate.sent_statement = sent_statement_of(candidate)
    return found


def sent_statement_of(application):
    """Her statement once it was sent, or None."""
    statement = getattr(application, "statement", None)
    return statement if statement and statement.is_sent else None
