"""Secrets that are shown once: what is kept of them opens nothing."""

import hashlib


def fingerprint(token):
    """What is kept of a token: whoever reads the database cannot use it."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
