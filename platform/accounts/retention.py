"""Old data goes by itself: each app says what of its own, and the nightly job has it done."""

from core.orphans import sweep_orphans

_rules = [sweep_orphans]


def goes_with_time(function):
    """Register a function without arguments that forgets what has grown too old. It may run twice without harm."""
    _rules.append(function)
    return function


def forget_what_is_old():
    """Run every rule."""
    for forget in _rules:
        forget()
