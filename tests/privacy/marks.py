"""Which fields say something about a person. A new field without a mark fails the build.

personal: identifies or describes a person; it goes with erasure and is in "Download my data", unless explained.
plain: everything else. Words in three languages are marked once, under their name without the language.
"""

MARKS = {
    "core.Activity": {
        "personal": "actor",
        "plain": "id verb content_type object_id object data source created_at announced_at",
    },
    "core.Theme": {"plain": "id slug name position"},
    "regions.Region": {"plain": "id slug name parent position"},
    "regions.Country": {"plain": "alpha2 alpha3 m49 name region is_un_member"},
    "accounts.User": {
        "personal": "email name country language time_zone interests password last_login joined_at groups",
        "plain": "id is_superuser is_staff is_active erased_at user_permissions",
    },
    "accounts.Consent": {"personal": "person purpose text language given_at withdrawn_at", "plain": "id"},
    "partners.Partner": {
        "plain": "id status status_since joined_on status_reason name acronym slug type nature country website"
        " gives_funds created_at",
    },
    "partners.Affiliation": {
        "personal": "person partner status is_focal_point requested_at started_at ended_at",
        "plain": "id",
    },
    "objectives.PlanVersion": {"plain": "id number name adopted_on is_in_force"},
    "objectives.Goal": {"plain": "id code"},
    "objectives.GoalText": {"plain": "id version goal name statement"},
    "objectives.Facility": {"plain": "id family code name position"},
    "objectives.Objective": {"plain": "id code goal facility"},
    "objectives.ObjectiveText": {"plain": "id version objective label title description notes"},
    "objectives.Target": {"plain": "id version objective year text short value unit"},
    "colleges.College": {"plain": "id slug name short description number types"},
    "colleges.Placement": {"plain": "id partner college reason placed_at"},
    "colleges.Group": {"plain": "id slug name short description"},
    "taskforces.Duty": {"plain": "id role position text"},
    "taskforces.JoiningForm": {"plain": "id task_force version"},
    "taskforces.Question": {"plain": "id form key position kind is_required roles label help choices"},
    "taskforces.TaskForce": {"plain": "id objective purpose is_joining_open"},
    "taskforces.Seat": {"personal": "person task_force role region started_at ended_at", "plain": "id"},
    "taskforces.Application": {
        "personal": "person task_force role region country answers language status submitted_at decided_at"
        " decided_by reason",
        "plain": "id form created_at updated_at",
    },
    "taskforces.Message": {"personal": "application author text created_at", "plain": "id"},
    "notifications.Notice": {"personal": "recipient activity audience created_at read_at", "plain": "id"},
    "notifications.Mail": {
        "plain": "id notice status created_at due_at claimed_at sent_at attempts error",
    },
}

# What a person cannot take along, and why.
NOT_EXPORTED = {
    "accounts.User.password": "a secret, kept only as a hash",
    "accounts.User.groups": "the secretariat's own rights; they describe the post",
    "taskforces.Application.decided_by": "says something about somebody else",
    "notifications.Notice.audience": "a word of the code",
}


def marks_of(label):
    """{"personal": {fields}, "plain": {fields}} of the model `label`."""
    row = MARKS[label]
    return {kind: set(row.get(kind, "").split()) for kind in ("personal", "plain")}
