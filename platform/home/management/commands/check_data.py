from django.core.management.base import BaseCommand, CommandError

from home.checking import findings


class Command(BaseCommand):
    help = "Look for broken promises in the data: one line each, and exit code 1 when one is broken. Changes nothing."

    def handle(self, *args, **options):
        found = findings()
        for finding in found:
            self.stdout.write(str(finding))
        broken = sum(finding.is_error for finding in found)
        if broken:
            raise CommandError(f"{broken} broken promises, {len(found) - broken} things to look at.")
        self.stdout.write(f"No broken promise, {len(found)} things to look at.")
