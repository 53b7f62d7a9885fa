"""What this app holds of a person, handed to her or forgotten."""

from accounts.models.erasure import erases_personal_data, exports_personal_data


@exports_personal_data
def notices(person):
    """What she was told, and when she read it."""
    return {"notices": list(person.notices.values("activity__verb", "created_at", "read_at"))}


@erases_personal_data
def forget_notices(person):
    """Her notices go, and with them the mails that carried them."""
    person.notices.all().delete()
