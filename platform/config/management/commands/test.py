"""`manage.py test`: the whole suite, by pytest; further arguments go there."""

import importlib.util
import os
import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.children import source_environment


class Command(BaseCommand):
    help = "Run the test suite with pytest; all arguments are passed on, for example `-n 2` or `-k joining`."

    def run_from_argv(self, argv):
        """Become pytest: in this process Django is set up already, before the tests have a database."""
        if importlib.util.find_spec("pytest") is None:
            raise CommandError("pytest is not installed in this environment: install the group `test`.")
        if not os.getcwd().startswith(str(settings.BASE_DIR)):
            os.chdir(settings.BASE_DIR)
        sys.stdout.flush()
        os.execve(sys.executable, [sys.executable, "-m", "pytest", *argv[2:]], source_environment(settings.BASE_DIR))
