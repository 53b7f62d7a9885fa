"""manage.py dump_open_data <folder>: everything that is public, for whoever wants all of it."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from api.dumping import dump


class Command(BaseCommand):
    help = "Write all open data into a folder: JSON lines, CSV, GeoJSON, vocabularies, README, checksums."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--language", default="en", choices=[code for code, _name in settings.LANGUAGES], help="of names and titles"
        )

    def handle(self, *args, folder, language, **options):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with translation.override(language):
                number = dump(folder)
        except OSError as error:
            raise CommandError(f"Cannot write there: {error}") from error
        self.stdout.write(f"{number} practices written to {folder}.")
