from django.core.management.base import BaseCommand, CommandError

from home.checking import findings


def counted(number, thing):
    """ "1 thing", "2 things": like the findings, this command speaks English only."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


class Command(BaseCommand):
    help = "Look for broken promises in the data: one line each, and exit code 1 when one is broken. Changes nothing."

    def handle(self, *args, **options):
        found = findings()
        for finding in found:
            self.stdout.write(str(finding))
        broken = sum(finding.is_error for finding in found)
        rest = f"{counted(len(found) - broken, 'thing')} to look at."
        if broken:
            raise CommandError(f"{counted(broken, 'broken promise')}, {rest}")
        self.stdout.write(f"No broken promise, {rest}")
