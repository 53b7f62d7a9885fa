"""Who hears of datasheets, and in which words (templates/notices/practices/).

What is not published is told to those who see its desk alone: its author, whoever speaks for its organisation, those
asked to review it, and the secretariat.
"""

from accounts.models import User
from core.announcing import recipients_of
from core.notice_kinds import Kind
from partners.models import Affiliation


def writers(practice):
    """Her whose sheet it is, and whoever speaks for its organisation now."""
    speaking = Affiliation.objects.focal_points().filter(partner=practice.organisation_id)
    people = User.objects.active()
    return people.filter(pk=practice.author_id) | people.filter(pk__in=speaking.values("person"))


def reviewers(practice):
    """Those who are asked to review it and may judge it still."""
    asked = User.objects.active().filter(pk__in=practice.assignments.values("user")).order_by("pk")
    return [person for person in asked if person.has_perm("practices.review_practice", practice)]


def asked_then(activity):
    """The person `activity` names, who was asked to review or released then."""
    return User.objects.active().filter(pk=activity.data.get("person"))


@recipients_of("practices.practice.submitted")
def submitted(activity):
    """Whoever was asked to review an earlier state of it; the secretariat. Nobody once it has been taken back."""
    practice = activity.object
    if practice.can_be_reviewed:
        yield "reviewer", reviewers(practice)
        yield "secretariat", User.objects.secretariat()


@recipients_of("practices.practice.taken_back", Kind.NEWS)
def taken_back(activity):
    yield "reviewer", reviewers(activity.object)


@recipients_of("practices.practice.reviewer_assigned")
def reviewer_assigned(activity):
    """Nobody who has been released meanwhile."""
    yield "reviewer", asked_then(activity).filter(pk__in=activity.object.assignments.values("user"))


@recipients_of("practices.practice.reviewer_released", reviewer=Kind.NEWS)
def reviewer_released(activity):
    """The other side: her, or the secretariat where she has said herself that she cannot."""
    if activity.actor_id == activity.data.get("person"):
        yield "secretariat", User.objects.secretariat()
    else:
        yield "reviewer", asked_then(activity)


@recipients_of("practices.practice.commented")
def commented(activity):
    """The other side: those who write it, or those who review it."""
    practice = activity.object
    if writers(practice).filter(pk=activity.actor_id).exists():
        yield "reviewer", reviewers(practice)
    else:
        yield "author", writers(practice)


@recipients_of("practices.practice.sent_back")
def sent_back(activity):
    yield "author", writers(activity.object)


@recipients_of("practices.practice.reviewed")
def reviewed(activity):
    yield "author", writers(activity.object)
    yield "secretariat", User.objects.secretariat()


@recipients_of("practices.practice.published", reviewer=Kind.NEWS)
def published(activity):
    yield "author", writers(activity.object)
    yield "reviewer", reviewers(activity.object)


@recipients_of("practices.practice.rejected", reviewer=Kind.NEWS)
def rejected(activity):
    yield "author", writers(activity.object)
    yield "reviewer", reviewers(activity.object)


@recipients_of("practices.practice.archived")
def archived(activity):
    yield "author", writers(activity.object)


@recipients_of("practices.practice.restored")
def restored(activity):
    yield "author", writers(activity.object)


@recipients_of("practices.practice.reminded", Kind.TASK)
def reminded(activity):
    """Nobody once it has been confirmed."""
    if activity.object.is_due:
        yield "author", writers(activity.object)
