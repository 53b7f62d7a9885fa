"""What applications to join hold of a person, handed to her or forgotten; and what goes by itself."""

from datetime import timedelta

from django.utils import timezone

from accounts.models.erasure import erases_personal_data, exports_personal_data
from accounts.retention import goes_with_time
from core.models import StoredFile
from core.uploads import SUFFIXES
from partners.models import JoiningApplication, Piece
from partners.models.applying import ANSWERS

REFUSED_KEPT_FOR = timedelta(days=365)
DRAFTS_KEPT_FOR = timedelta(days=180)

# What an accepted application keeps of its applicant until she is forgotten.
WORDS = {
    "motivation": "",
    "contact_name": "",
    "contact_role": "",
    "contact_email": "",
    "contact_phone": "",
    "missing_words": "",
    "reason": "",
}


@exports_personal_data
def joining_applications(person):
    """The applications she wrote, and the files she sent."""
    rows = person.joining_applications.select_related("country", "place")
    return {
        "applications_to_join": [
            {name: plain(getattr(row, name)) for name in ANSWERS}
            | {
                "status": row.status,
                "begun": row.created_at,
                "changed": row.updated_at,
                "sent": row.submitted_at,
                "decided": row.decided_at,
                "missing": row.missing_words,
                "reason": row.reason,
            }
            for row in rows
        ],
        "files": list(StoredFile.objects.filter(uploaded_by=person).values("name", "size_bytes", "created_at")),
    }


def plain(value):
    """A row that is pointed at by its name."""
    return str(value) if hasattr(value, "pk") else value


@erases_personal_data
def forget_joining_applications(person):
    """What was not accepted goes with its files; of what was accepted, the facts of the organisation remain."""
    for application in person.joining_applications.exclude(status__in=JoiningApplication.ACCEPTED):
        application.forget()
    accepted = person.joining_applications.all()
    keys, pieces = list(accepted.values_list("pk", flat=True)), Piece.objects.filter(application__applicant=person)
    piece_keys = list(pieces.values_list("pk", flat=True))
    accepted.update(**WORDS)
    forget_names(StoredFile.objects.filter(uploaded_by=person))
    JoiningApplication.pgh_event_model.objects.filter(pgh_obj_id__in=keys).delete()
    Piece.pgh_event_model.objects.filter(pgh_obj_id__in=piece_keys).delete()


def forget_names(files):
    """The files stay with what they belong to; how she called them and that they came from her does not."""
    for content_type, suffix in SUFFIXES.items():
        files.filter(content_type=content_type).update(name=f"file{suffix}", uploaded_by=None)


@goes_with_time
def forget_refused_applications():
    """Refused and withdrawn ones go after a year, drafts nobody has touched after half a year: rows and files."""
    now, status = timezone.now(), JoiningApplication.Status
    refused = JoiningApplication.objects.filter(
        status__in=[status.REFUSED, status.WITHDRAWN], updated_at__lt=now - REFUSED_KEPT_FOR
    )
    drafts = JoiningApplication.objects.filter(status=status.DRAFT, updated_at__lt=now - DRAFTS_KEPT_FOR)
    for application in (*refused, *drafts):
        application.forget()
