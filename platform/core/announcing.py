"""Who hears of what: each app declares it in its `recipients.py`, the notifications app reads it here.

    @recipients_of("taskforces.application.accepted")
    def accepted(activity):
        yield "applicant", [activity.object.person]

The word before the people chooses the text: templates/notices/taskforces/application_accepted_applicant.html.
"""

import structlog

log = structlog.get_logger(__name__)

_registry = {}
_bells = []


def recipients_of(key):
    """Declare the generator of (audience, people) for the activities called `key`."""

    def register(function):
        _registry[key] = function
        return function

    return register


def recipients(activity):
    """List of (audience, person) who should hear of `activity`; each once, in the first audience that names her."""
    declared = _registry.get(activity.key)
    if declared is None:
        return []
    heard = {}
    for audience, people in declared(activity):
        for person in people:
            # Nobody is told what she did herself, unless a confirmation is meant for the actor.
            if person.is_active and (person.pk != activity.actor_id or audience == "actor"):
                heard.setdefault(person.pk, (audience, person))
    return list(heard.values())


def declared_keys():
    """The keys of all activities somebody hears of."""
    return sorted(_registry)


def on_activity(bell):
    """Have `bell(activity_id)` called after the commit of each activity."""
    _bells.append(bell)
    return bell


def wake_up(activity_id):
    """Ring for `activity_id`. A bell that cannot ring (broker away) is no error: the sweep comes every minute."""
    for bell in _bells:
        try:
            bell(activity_id)
        except Exception as error:
            log.warning("bell_not_rung", activity=activity_id, error=type(error).__name__)
