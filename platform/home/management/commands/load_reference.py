from django.core.management.base import BaseCommand
from django.db import transaction

from accounts.secretariat import load_secretariat_group
from colleges.loading import load_colleges
from core.loading import load_themes
from interfaces.loading import load_interfaces
from objectives.loading import load_plan
from practices.loading import load_vocabularies
from regions.gazetteer import load_places, places_are_current
from regions.loading import load_regions
from search.loading import load_terms
from spaces.regional import load_regional_spaces
from taskforces.loading import load_task_forces
from taskforces.loading_cycle import load_cycle


class Command(BaseCommand):
    help = "Load the official data: regions, places, themes, strategic plan, task forces, search terms. Safe to repeat."

    def add_arguments(self, parser):
        parser.add_argument("--no-places", action="store_true", help="leave the gazetteer of cities out")

    @transaction.atomic
    def handle(self, *args, no_places=False, **options):
        load_regions()
        load_regional_spaces()
        if not (no_places or places_are_current()):
            load_places()
        load_themes()
        load_plan()
        load_colleges()
        load_task_forces()
        load_cycle()
        load_interfaces()
        load_vocabularies()
        load_terms()
        load_secretariat_group()
        self.stdout.write("The official data is in place.")
