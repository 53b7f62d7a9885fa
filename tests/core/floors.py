"""Who may import whom (docs: the layout). Read from the source, so that an import inside a function counts too."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

FLOORS = {
    "core": 0,
    "config": 0,
    # The people's floor is built in this order: where one lives, who one is, whom one belongs to.
    "regions": 1,
    "accounts": 1.1,
    "partners": 1.2,
    "messaging": 1.3,
    "spaces": 2,
    "events": 2.1,
    "discussions": 2.2,
    "library": 2.3,
    "wiki": 2.4,
    "questions": 2.5,
    "objectives": 3,
    "colleges": 3,
    "taskforces": 3,
    "practices": 3,
    # Ideas grow in task forces.
    "projects": 3.1,
    # The Interfaces gather from all domains.
    "api": 4,
    "interfaces": 4,
    "search": 4,
    "notifications": 4,
    "home": 4,
}

# {importing module: {app it reaches: why}} where the way is not down.
EXCEPTIONS = {
    "config.urls": {
        "events": "a calendar program knows no language: its address stands before them",
        "home": "the table of addresses names the views of every floor",
    },
    "accounts.models.user": {
        "partners": "`is_partner` and the groups of people are questions to the affiliations, asked inside functions"
    },
}


def folder_of(app):
    """Where the app lies: at the top level or in platform/."""
    return next(path for path in (ROOT / app, ROOT / "platform" / app) if path.is_dir())


def modules_of(app):
    """(dotted name, path) of each module of `app`, migrations left out."""
    folder = folder_of(app)
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder.parent).with_suffix("").parts
        if "migrations" in parts:
            continue
        yield ".".join(part for part in parts if part != "__init__"), path


def imports_of(path):
    """The top-level names `path` imports anywhere in its text."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def ways_up():
    """{(module, app)} of the imports that do not go down and are not the module's own app."""
    found = set()
    for app, floor in FLOORS.items():
        for module, path in modules_of(app):
            for target in imports_of(path):
                if target in FLOORS and target != app and FLOORS[target] >= floor and not FLOORS[target] == floor == 4:
                    found.add((module, target))
    return found
