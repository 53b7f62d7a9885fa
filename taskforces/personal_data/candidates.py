"""What this app holds of a candidate and of those who spoke about candidates, handed over or forgotten."""

from datetime import timedelta

from django.utils import timezone

from accounts.models.erasure import erases_personal_data, exports_personal_data
from accounts.retention import goes_with_time
from taskforces.models import Application, CandidateComment, CandidateSupport, Statement

DECIDED_KEPT_FOR = timedelta(days=365)


@exports_personal_data
def candidacies(person):
    """Her statements; whom she supported; what she said. What others said of her stays theirs."""
    statements = Statement.objects.filter(application__person=person).select_related("letter")
    code = "application__task_force__objective__code"
    return {
        "qualification_statements": [
            {
                "task_force": row.application.task_force.code,
                **{name: getattr(row, name) for name in (*Statement.TEXTS, "language", "updated_at", "sent_at")},
                "letter": row.letter.name if row.letter else None,
            }
            for row in statements
        ],
        "supports_of_candidates": list(
            CandidateSupport.objects.filter(person=person).values(code, "application__role", "created_at")
        ),
        "comments_on_candidates": list(
            CandidateComment.objects.filter(author=person).values(
                code, "application__role", "text", "language", "created_at"
            )
        ),
    }


@erases_personal_data
def forget_candidacies(person):
    """Her statements go with their letters, and what was said of her; of what she said, only the number remains."""
    forget_words(person.applications.all())
    CandidateSupport.objects.filter(person=person).update(person=None)
    CandidateComment.objects.filter(author=person).delete()


@goes_with_time
def forget_decided_candidacies():
    """Statements, letters and comments of candidacies decided a year ago go; the number of supports remains."""
    old = Application.objects.exclude(status__in=Application.OPEN).exclude(call=None)
    forget_words(old.filter(updated_at__lt=timezone.now() - DECIDED_KEPT_FOR))


def forget_words(applications):
    """Take away what was written by and about the candidates of `applications`; who supported them, too."""
    keys = list(applications.values_list("pk", flat=True))
    for statement in Statement.objects.filter(application__in=keys).select_related("letter"):
        letter = statement.letter
        statement.delete()
        if letter is not None:
            letter.discard()
    CandidateComment.objects.filter(application__in=keys).delete()
    CandidateSupport.objects.filter(application__in=keys).update(person=None)
