"""The large regions, which every roster lists: each process keeps them for half a minute."""

from django.db.models.signals import post_delete, post_save

from core.lately import Lately
from regions.models import Region

kept = Lately(lambda: list(Region.objects.large()))


def large_regions():
    """All large regions in their order; their names follow the reader's language."""
    return list(kept())


for signal in (post_save, post_delete):
    signal.connect(kept.forget, sender=Region)
