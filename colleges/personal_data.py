"""What this app holds of a person, handed to her or forgotten."""

from accounts.models.erasure import erases_personal_data, exports_personal_data
from colleges.models import Action, Ambassador, AmbassadorActivity, BureauMandate
from colleges.models.bureau_mandate import today


@exports_personal_data
def ambassadorships(person):
    """Her time as ambassador, what she did, and her mandates in the Bureau."""
    activities = AmbassadorActivity.objects.of_person(person).newest_first()
    return {
        "bureau_mandates": list(
            person.bureau_mandates.values("college__slug", "starts_on", "ends_on", "ended_at", "reason")
        ),
        "ambassadorships": list(person.ambassadorships.values("words", "started_at", "ended_at", "reason")),
        "ambassador_activities": list(
            activities.values("happened_on", "title", "country", "place", "people_reached", "link", "created_at")
        ),
    }


@erases_personal_data
def end_ambassadorships(person):
    """Her time as ambassador ends. What she did stays counted by day and country, without words that may name her."""
    for ambassador in person.ambassadorships.open():
        ambassador.end(by=None, reason="")
    keys = list(person.ambassadorships.values_list("pk", flat=True))
    person.ambassadorships.update(words="", reason="")
    AmbassadorActivity.objects.filter(ambassador__in=keys).update(title="", place="", link="")
    AmbassadorActivity.pgh_event_model.objects.filter(ambassador_id__in=keys).delete()
    for rows in (Ambassador.objects, Ambassador.pgh_event_model.objects):
        rows.filter(named_by=person).update(named_by=None)


@exports_personal_data
def actions(person):
    """What she sees to in the plan of a college."""
    owned = Action.objects.filter(owner=person).order_by("pk")
    return {"actions": list(owned.values("college__slug", "title", "text", "due_on", "state", "created_at"))}


@erases_personal_data
def hand_actions_back(person):
    """What is still to be done is nobody's; what is over stays with a former member."""
    Action.objects.open().filter(owner=person).update(owner=None)


@erases_personal_data
def end_bureau_mandates(person):
    """Her mandates in the Bureau end; that there were some remains."""
    for mandate in person.bureau_mandates.filter(ended_at=None, ends_on__gte=today()):
        mandate.end(by=None, reason="")
    BureauMandate.objects.filter(person=person).update(reason="")
