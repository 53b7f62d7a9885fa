"""Who hears of what: each app declares it in its `recipients.py`, the notifications app reads it here.

    @recipients_of("taskforces.application.accepted")
    def accepted(activity):
        yield "applicant", [activity.object.person]

The word before the people chooses the text: templates/notices/taskforces/application_accepted_applicant.html.
People are a list or, where they may be many, a QuerySet: it is read by the database alone.
The same word says of which kind the notice is to them (`core.notice_kinds`), unless the declaration does:

    @recipients_of("partners.invitation.accepted", Kind.NEWS)
    @recipients_of("projects.projectteam.founded", supporter=Kind.NEWS)

Somebody without an account is written to by address:

    @addressees_of("partners.invitation.invited")
    def invited(activity):
        yield "invited", Addressee(activity.object.email, activity.object.language)
"""

from dataclasses import dataclass

import structlog

from core.notice_kinds import KIND_OF_AUDIENCE, Kind

log = structlog.get_logger(__name__)

_registry = {}
_kinds = {}
_addressees = {}
_bells = []


@dataclass(frozen=True)
class Addressee:
    """Somebody without an account, to whom a letter is written in `language`."""

    email: str
    language: str
    name: str = ""

    time_zone = "UTC"

    def __str__(self):
        return self.name or self.email

    @property
    def is_active(self):
        """Whether she can still be written to: her address is forgotten after a time."""
        return bool(self.email)


def recipients_of(key, kind=None, **kinds):
    """Declare the generator of (audience, people) for the activities called `key`.

    `kind` is what the notice is to all of them, `kinds` to single audiences.
    """

    def register(function):
        _registry[key] = function
        _kinds[key] = (kind, kinds)
        return function

    return register


def addressees_of(key):
    """Declare the generator of (audience, Addressee) for the activities called `key`."""

    def register(function):
        _addressees[key] = function
        return function

    return register


def audiences(activity):
    """The (audience, people) declared for `activity`; people are a QuerySet or a list.

    Whoever writes to them leaves out closed accounts, and the actor unless the audience is "actor"; who is named
    twice hears it in the first audience.
    """
    declared = _registry.get(activity.key)
    return declared(activity) if declared else ()


def would_tell(activity, audience, person):
    """Whether `person` would hear of `activity` as `audience` if it were told now."""
    for name, people in audiences(activity):
        if name != audience:
            continue
        if isinstance(people, list):
            found = person in people
        else:  # what people are found by may be cut or joined, and takes no further condition
            found = people.model.objects.filter(pk=person.pk, pk__in=people.values("pk")).exists()
        if found:
            return True
    return False


def kind_of(key, audience):
    """The Kind of what `audience` hears of the activities called `key`; news where nobody has said it."""
    for_all, single = _kinds.get(key, (None, {}))
    return single.get(audience) or for_all or KIND_OF_AUDIENCE.get(audience, Kind.NEWS)


def addressees(activity):
    """List of (audience, Addressee) to whom a letter about `activity` goes; each address once."""
    declared = _addressees.get(activity.key)
    found = {}
    for audience, addressee in declared(activity) if declared else ():
        if addressee.is_active:
            found.setdefault(addressee.email.lower(), (audience, addressee))
    return list(found.values())


def declared_keys():
    """The keys of all activities somebody hears of."""
    return sorted(_registry)


def declared_letters():
    """The keys of all activities of which somebody without an account hears."""
    return sorted(_addressees)


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
