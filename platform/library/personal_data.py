"""What the library holds of a person: that she added works and versions. The works themselves belong to all."""

from accounts.models.erasure import exports_personal_data


@exports_personal_data
def library(person):
    """What she added, and to which room.

    Erasure needs nothing here: her name goes from her account, and what she added stays as a former member's.
    """
    works = person.library_works.order_by("pk")
    versions = person.library_versions.order_by("pk")
    return {
        "library_works": list(works.values("space__slug", "title_en", "title_fr", "title_es", "type", "created_at")),
        "library_versions": list(versions.values("work_id", "language", "number", "edition", "address", "added_at")),
    }
