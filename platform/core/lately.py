"""What everybody reads and hardly anybody changes: read once, and kept by each process for half a minute."""

import time

from django.utils.translation import get_language


class Lately:
    """What `read()` gave within the last half minute; `in_each_language` where it holds words of one of them.

        large_regions = Lately(read_large_regions)
        large_regions()

    Whoever changes something calls `forget`, a receiver of signals, too: this process reads anew, the others within
    half a minute.
    """

    SECONDS = 30

    def __init__(self, read, *, in_each_language=False):
        self.read, self.in_each_language, self._kept = read, in_each_language, {}

    def __call__(self):
        key, now = get_language() if self.in_each_language else None, time.monotonic()
        found, at = self._kept.get(key, (None, 0))
        if found is None or now - at > self.SECONDS:
            found = self.read()
            self._kept[key] = found, now
        return found

    def forget(self, **_about):
        self._kept.clear()
