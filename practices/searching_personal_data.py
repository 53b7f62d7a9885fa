"""The searches somebody has saved: hers alone, handed to her, gone with her account."""

from accounts.models.erasure import erases_personal_data, exports_personal_data


@exports_personal_data
def saved_searches(person):
    """What she looks for, and since when."""
    return {"saved_searches": list(person.saved_searches.values("name", "query", "created_at", "looked_at"))}


@erases_personal_data
def forget_saved_searches(person):
    """They were nobody else's."""
    person.saved_searches.all().delete()
