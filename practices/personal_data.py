"""What this app holds of a person, handed to her or forgotten."""

from accounts.models import User
from accounts.models.erasure import erases_personal_data, exports_personal_data
from practices.models import Assignment, Comment, Illustration, Practice, Version


@exports_personal_data
def datasheets_and_reviews(person):
    """Her sheets with all they say and show, her comments, and what she is asked to review."""
    return {
        "practice_datasheets": [
            {
                "code": row.code,
                "title": row.title,
                "language": row.language,
                "contents": row.contents,
                "status": row.status,
                "reason": row.reason,
                "licence": row.licence,
                "authors": row.authors,
                "organisation": row.organisation and row.organisation.name,
                "begun": row.begun_at,
                "saved": row.saved_at,
                "submitted": row.submitted_at,
                "published": row.published_at,
                "confirmed": row.confirmed_at,
            }
            for row in person.practices.select_related("organisation").order_by("pk")
        ],
        "files_of_datasheets": list(
            Illustration.objects.filter(added_by=person)
            .order_by("pk")
            .values("practice__title", "kind", "caption", "licence", "added_at")
        ),
        "comments_on_datasheets": list(
            Comment.objects.filter(author=person)
            .order_by("pk")
            .values("practice__title", "section", "text", "created_at", "settled_at")
        ),
        "datasheets_to_review": list(
            Assignment.objects.filter(user=person)
            .order_by("pk")
            .values("content_object__title", "assigned_at", "due_on")
        ),
    }


@erases_personal_data
def forget_datasheets_and_reviews(person):
    """Her reviews end, and what she has never published for herself goes.

    What was published stays, as that of a former member, and what she began for an organisation stays with it; her
    name leaves the authors wherever it stands. What she commented stays, without her.
    """
    Assignment.objects.filter(user=person).delete()
    Assignment.pgh_event_model.objects.filter(user=person).delete()
    unpublished = Practice.objects.filter(author=person, published_at=None, organisation=None)
    keys = list(unpublished.values_list("pk", flat=True))
    for illustration in Illustration.objects.filter(practice__in=keys).select_related("stored", "small"):
        illustration.forget()
    unpublished.delete()
    for name in names_of(person):
        forget_author(name)
    # Last, as the deletion itself stands in the history.
    Practice.pgh_event_model.objects.filter(pgh_obj_id__in=keys).delete()
    for model in (Assignment, Comment, Illustration):
        field = "content_object" if model is Assignment else "practice"
        model.pgh_event_model.objects.filter(**{f"{field}__in": keys}).delete()


def names_of(person):
    """Every name she has had here: a sheet names its authors as they were called then."""
    earlier = User.pgh_event_model.objects.filter(pgh_obj_id=person.pk).values_list("name", flat=True)
    return {name for name in (person.name, *earlier) if name}


def forget_author(name):
    """`name` leaves the authors of every sheet, version and former state that has it among them."""
    for model in (Practice, Version, Practice.pgh_event_model):
        for pk, authors in model.objects.filter(authors__icontains=name).values_list("pk", "authors"):
            model.objects.filter(pk=pk).update(authors=without(name, authors))


def without(name, authors):
    """The authors, parted by semicolons, without this one."""
    others = [each.strip() for each in authors.split(";") if each.strip().casefold() != name.casefold()]
    return "; ".join(others)
