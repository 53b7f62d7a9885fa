#!/usr/bin/env python3
"""The door to everything: `python3 manage.py start` and `python3 manage.py test` need nothing but Python."""

import importlib.util
import os
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))


def bootstrap():
    """Go on in an environment that has the packages. By path: importing `config` already needs Celery."""
    path = os.path.join(ROOT, "platform", "config", "bootstrap.py")
    spec = importlib.util.spec_from_file_location("bootstrap", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.prepare(sys.argv)


def main():
    bootstrap()
    # `platform` is a second source root, not a package. In front, since another checkout may be installed.
    for source_root in (os.path.join(ROOT, "platform"), ROOT):
        if source_root not in sys.path:
            sys.path.insert(0, source_root)
    testing = sys.argv[1:2] == ["test"]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test" if testing else "config.settings.dev")

    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
