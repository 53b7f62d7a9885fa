from django.core.management.base import BaseCommand
from django.db import transaction

from accounts.secretariat import load_secretariat_group
from colleges.loading import load_colleges
from core.loading import load_themes
from objectives.loading import load_plan
from regions.loading import load_regions
from taskforces.loading import load_task_forces


class Command(BaseCommand):
    help = "Load the official data: regions, countries, themes, strategic plan, colleges, task forces. Safe to repeat."

    @transaction.atomic
    def handle(self, *args, **options):
        load_regions()
        load_themes()
        load_plan()
        load_colleges()
        load_task_forces()
        load_secretariat_group()
        self.stdout.write("The official data is in place.")
