"""Requests of colleagues that wait too long: focal points are reminded once, then the secretariat is told once."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from core.models import Activity
from partners.models import Affiliation

AFTER = (("decider", timedelta(days=7)), ("secretariat", timedelta(days=14)))


def remind():
    """Record a reminder for each request that is due one. Running it again the same day records nothing more."""
    for to, age in AFTER:
        waiting = Affiliation.objects.requested().filter(requested_at__lt=timezone.now() - age)
        for pk in waiting.values_list("pk", flat=True):
            remind_of(pk, to)


@transaction.atomic
def remind_of(pk, to):
    """Record one reminder, unless it was recorded before, the secretariat knows, or somebody has answered meanwhile."""
    affiliation = Affiliation.objects.select_for_update(of=("self",)).requested().filter(pk=pk).first()
    if affiliation is None or not affiliation.partner.is_in_force:
        return
    told = set(Activity.objects.about(affiliation).filter(verb="reminded").values_list("data__to", flat=True))
    if to in told or "secretariat" in told:
        return
    is_alone = not affiliation.partner.focal_points.exists()
    affiliation.record("reminded", by=None, to="secretariat" if is_alone else to)
