"""Rooms, those who were let in, what is pinned, and the plans of the colleges."""

from django.db.models import F

from colleges.models import Action, College
from colleges.models.action import people_of
from home.checking.found import check
from interfaces.lenses import gathers
from interfaces.models import Pin
from spaces.models import Membership, Space


@check("warning")
def rooms_of_nobody():
    """Every room belongs to something, or to all leaders; others open for nobody."""
    for space in Space.objects.exclude(pk__in=Space.objects.owned().values("pk")):
        yield f"space {space.slug} belongs to nothing"


@check("error")
def memberships_of_people_who_are_gone():
    """Whoever was forgotten belongs nowhere."""
    for membership in Membership.objects.open().filter(person__erased_at__isnull=False):
        yield f"membership {membership.pk} of space {membership.space_id} is open, and its person was forgotten"


@check("error")
def memberships_that_end_before_they_begin():
    for membership in Membership.objects.filter(ended_at__lt=F("started_at")):
        yield f"membership {membership.pk} ended before it began"


@check("error")
def pins_of_what_is_not_gathered():
    for pin in Pin.objects.select_related("content_type"):
        model = pin.content_type.model_class()
        if model is None or not gathers(model):
            yield f"pin {pin.pk} shows a {pin.content_type.model}, which no Interface gathers"


@check("warning")
def pins_of_what_is_gone():
    for pin in Pin.objects.prefetch_related("object"):
        if pin.object is None:
            yield f"pin {pin.pk} in {pin.interface.slug} shows something that is gone: take it off the page"


@check("warning")
def actions_seen_to_from_outside():
    """Whoever sees to an action belongs to its college: otherwise she cannot even read it."""
    for college in College.objects.filter(actions__in=Action.objects.open()).distinct().select_related("space"):
        owned = college.actions.open().exclude(owner=None)
        for action in owned.exclude(owner__in=people_of(college)):
            yield f"action {action.pk} of college {college.number} is seen to by somebody who does not belong there"
