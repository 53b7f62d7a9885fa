"""Outputs told by the register: where actions are known, whether gaps are named."""

from django.db.models import Exists, OuterRef

from core.outputs import tells_output
from regions.models import Region
from taskforces.models import Gap, RegisterItem
from taskforces.outputs.roster import names_of

# Literature and sponsors are outputs of their own.
ACTIONS = (RegisterItem.Type.ACTION, RegisterItem.Type.PROJECT)


@tells_output("register-in-every-region")
def register_in_every_region():
    """The large regions of which the register holds no action and no project, by name."""
    items = RegisterItem.objects.kept().filter(task_force=OuterRef(OuterRef("pk")), type__in=ACTIONS)
    return names_of(Region.objects.large().filter(~Exists(items.filter(regions=OuterRef("pk")))))


@tells_output("gaps-named")
def gaps_named():
    """A gap is open, or something answers it; one that was closed turned out to be none."""
    return Exists(Gap.objects.filter(task_force=OuterRef("pk")).exclude(status=Gap.Status.CLOSED))
