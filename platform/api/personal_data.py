"""The keys somebody has made for her programs: handed to her as far as they are kept, gone with her account."""

from accounts.models.erasure import erases_personal_data, exports_personal_data


@exports_personal_data
def keys(person):
    """How she called them, since when, and when they were last used; the keys themselves are kept nowhere."""
    return {"keys_for_programs": list(person.api_keys.values("name", "prefix", "created_at", "used_on"))}


@erases_personal_data
def forget_keys(person):
    """Her programs are refused from now on."""
    person.api_keys.all().delete()
