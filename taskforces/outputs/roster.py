"""Outputs told by the roster: who leads, which regions nobody represents."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Coalesce
from django.utils.translation import get_language

from core.outputs import tells_output
from regions.models import Region
from taskforces.models import Seat


@tells_output("leader-nominated")
def leader_nominated():
    """Somebody who may lead it now has the leader's seat."""
    return Exists(Seat.objects.in_force().leaders().filter(task_force=OuterRef("pk")))


@tells_output("roster-by-region")
def roster_by_region():
    """The large regions nobody represents now, by name."""
    held = Seat.objects.in_force().representatives().filter(task_force=OuterRef(OuterRef("pk")), region=OuterRef("pk"))
    return names_of(Region.objects.large().filter(~Exists(held)))


def names_of(regions):
    """SQL for the names of `regions` in the reader's language."""
    # Each language column is of a class of its own.
    name = Coalesce(f"name_{get_language() or 'en'}", "name_en", output_field=CharField())
    return ArraySubquery(regions.values_list(name, flat=True))
