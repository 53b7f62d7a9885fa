"""Which state of something a page was made from."""

import hashlib


def stamp_of(text):
    """A short stamp of `text`: another text has another one."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
