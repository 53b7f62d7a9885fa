"""docker-compose.yml as the engine would read it: anchors merged, ${VARIABLES} filled in."""

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
VARIABLE = re.compile(r"\$\$|\$\{(\w+)(?:(:[?-])([^}]*))?\}")

VALUES = {
    "SECRET_KEY": "a-key-of-this-test-alone-0123456789-0123456789-0123456789",
    "POSTGRES_PASSWORD": "0123456789abcdef",
    "SITE_HOST": "platform.example",
    "SITE_URL": "https://platform.example",
    "EMAIL_URL": "smtp://relay.example:25",
    "DEFAULT_FROM_EMAIL": '"4 per 1000" <platform@platform.example>',
    "SECURITY_CONTACT": "security@platform.example",
}


class Unset(Exception):
    """A variable that the file demands is not given."""


def compose(values=VALUES):
    """The services by name. Raises Unset where a variable is missing that must be set."""
    return fill(yaml.safe_load((ROOT / "docker-compose.yml").read_text()), values)["services"]


def fill(part, values):
    """`part` with every variable in every string replaced."""
    if isinstance(part, dict):
        return {key: fill(value, values) for key, value in part.items()}
    if isinstance(part, list):
        return [fill(value, values) for value in part]
    return VARIABLE.sub(lambda match: replaced(match, values), part) if isinstance(part, str) else part


def replaced(match, values):
    name, kind, rest = match.groups()
    if name is None:
        return "$"
    if values.get(name):
        return values[name]
    if kind == ":-":
        return rest
    raise Unset(rest or name)
