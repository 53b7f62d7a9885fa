"""What registers and gaps hold of a person: that she added, named, saw. The things themselves belong to all."""

from accounts.models.erasure import exports_personal_data
from taskforces.models import GapSupport


@exports_personal_data
def register_and_gaps(person):
    """What she added to registers, the gaps she named, those she sees too.

    Erasure needs nothing here: her name goes from her account, and what she added stays as a former member's.
    """
    return {
        "register_items": list(
            person.register_items.values("task_force__objective__code", "type", "title", "created_at")
        ),
        "gaps": list(person.gaps.values("task_force__objective__code", "statement", "why", "created_at")),
        "supported_gaps": list(
            GapSupport.objects.filter(person=person).values("gap__task_force__objective__code", "created_at")
        ),
    }
