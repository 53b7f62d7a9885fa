"""What the cycle holds of a person: the moves she made, the outputs she attested."""

from accounts.models.erasure import erases_personal_data, exports_personal_data
from taskforces.models import OutputDelivery, StageRecord


@exports_personal_data
def steps_in_the_cycle(person):
    """The moves she made, the outputs she attested or took back, with her words."""
    code = "task_force__objective__code"
    given, taken = (
        OutputDelivery.objects.filter(delivered_by=person),
        OutputDelivery.objects.filter(taken_back_by=person),
    )
    return {
        "stages_moved_to": list(
            StageRecord.objects.filter(moved_by=person).values(code, "stage__code", "since", "way", "reason")
        ),
        "outputs_attested": list(given.values(code, "output__code", "delivered_at", "note", "link")),
        "outputs_taken_back": list(taken.values(code, "output__code", "taken_back_at", "reason")),
    }


@erases_personal_data
def forget_who_moved(person):
    """That a task force moved and that an output was there remains; who said so goes, with her notes."""
    StageRecord.objects.filter(moved_by=person).update(moved_by=None)
    OutputDelivery.objects.filter(delivered_by=person).update(delivered_by=None, note="", link="")
    OutputDelivery.objects.filter(taken_back_by=person).update(taken_back_by=None, reason="")
