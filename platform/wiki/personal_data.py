"""What this app holds of a person, handed to her or forgotten."""

from accounts.models.erasure import erases_personal_data, exports_personal_data


@exports_personal_data
def wiki_pages(person):
    """Which editions of pages she wrote, which pages she follows, and the words she has not saved yet.

    The text of a page is the work of many; she reads it there.
    """
    editions = person.wiki_editions.order_by("written_at", "pk")
    drafts = person.wiki_drafts.order_by("pk")
    follows = person.wiki_follows.order_by("pk")
    return {
        "wiki_editions": list(
            editions.values("page__space__slug", "page__language", "title", "number", "summary", "written_at")
        ),
        "wiki_drafts": list(drafts.values("space__slug", "title", "language", "text", "summary", "saved_at")),
        "wiki_follows": list(follows.values("page__space__slug", "page__title", "is_on", "seen", "created_at")),
    }


@erases_personal_data
def forget_drafts(person):
    """Her drafts and what she follows go.

    Pages are the work of many: what she wrote there stays, as that of a former member.
    """
    person.wiki_drafts.all().delete()
    person.wiki_follows.all().delete()
