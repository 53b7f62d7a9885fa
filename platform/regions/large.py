"""The large regions, which every roster lists: each process keeps them for half a minute."""

import time

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from regions.models import Region

KEPT_SECONDS = 30

_kept = {}


def large_regions():
    """All large regions in their order; their names follow the reader's language."""
    found, at = _kept.get("regions", (None, 0))
    if found is None or time.monotonic() - at > KEPT_SECONDS:
        found = list(Region.objects.large())
        _kept["regions"] = found, time.monotonic()
    return list(found)


@receiver([post_save, post_delete], sender=Region)
def forget(**kwargs):
    """What this process has changed it shows at once, others within half a minute."""
    _kept.clear()
