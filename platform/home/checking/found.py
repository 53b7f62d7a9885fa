"""What a check is, and what it finds."""

from dataclasses import dataclass

_checks = []


@dataclass(frozen=True)
class Finding:
    """One broken promise, or one thing to look at."""

    severity: str
    sentence: str

    @property
    def is_error(self):
        return self.severity == "error"

    def __str__(self):
        return f"{self.severity}: {self.sentence}"


def check(severity):
    """Register a generator of sentences about rows that break a promise."""

    def register(function):
        _checks.append((severity, function))
        return function

    return register


def findings():
    """Every Finding, errors first."""
    found = [Finding(severity, sentence) for severity, function in _checks for sentence in function()]
    return sorted(found, key=lambda finding: not finding.is_error)
