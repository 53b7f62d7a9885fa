from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from home import demo
from home.demo.crowds import add_crowds
from taskforces.models import TaskForce


class Command(BaseCommand):
    help = "Load invented people, organisations and task forces to walk through. Safe to repeat; never in production."

    def add_arguments(self, parser):
        parser.add_argument(
            "--scale",
            type=int,
            default=0,
            metavar="N",
            help="also have N more organisations, with people, seats and applications, for measuring",
        )

    def handle(self, *, scale, **options):
        if not settings.DEMO:
            raise CommandError("The demo is loaded in demo settings only: its password is printed in the handbook.")
        if not TaskForce.objects.exists():
            call_command("load_reference", verbosity=0)
        self.stdout.write("The demo is in place." if demo.load() else "The demo was in place already.")
        if scale:
            self.stdout.write(f"{add_crowds(scale)} organisations were added.")
