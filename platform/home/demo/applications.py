"""Requests to join in all their states: waiting for days or hours, asked back, accepted, declined, begun."""

import random

from django.utils import translation

from home.demo.joining_forms import answers_to_own_questions
from home.demo.past import days_ago, happening
from home.demo.words import answers_of
from partners.models import Affiliation, Partner
from regions.models import Region
from taskforces.models import Application, Role, TaskForce
from taskforces.reminding import remind_of


def receive_applications(cast, crowd):
    """What waits, and what has been decided, in A2 and elsewhere."""
    outsiders = [person for person in crowd if not person.seats.filter(task_force__objective__code="A2").exists()]
    story = Story(outsiders)
    story.of_a2(cast)
    story.of_candidates(cast)
    story.elsewhere()
    ask_carla(outsiders[-1])


def ask_carla(person):
    """A colleague of Carla's waits for her word."""
    partner = Partner.objects.get(name="Fundación Suelo Vivo (demo)")
    with happening(days_ago(3)):
        Affiliation.objects.request(person, partner, by=person)


class Story:
    """Applications of the cast and of people from the crowd."""

    def __init__(self, people):
        self.chance = random.Random(3000)
        self.friends = iter([person for person in people if not person.is_partner])
        self.of_partners = iter([person for person in people if person.is_partner])

    def apply(self, person, code, days, *, role=Role.MEMBER, region=None):
        """Somebody asked to join task force `code`, `days` days ago."""
        with happening(days_ago(days)), translation.override(person.language):
            application = self.begin(person, code, role=role, region=region)
            application.submit(by=person)
        return application

    def begin(self, person, code, *, role=Role.MEMBER, region=None):
        """A draft in the person's words."""
        application = Application.begin(person, TaskForce.objects.select_related("objective").get(objective__code=code))
        application.role = role
        application.region = region and Region.objects.get(slug=region)
        application.answers = answers_of(person, self.chance) | answers_to_own_questions(application)
        application.save_draft(by=person)
        return application

    def of_a2(self, cast):
        """Three wait for Amina or Sofia, one is asked, Bruno has just been accepted, one was declined."""
        amina = cast["amina"]
        declined = self.apply(newcomer(self.friends, "A2"), "A2", 31)
        with happening(days_ago(27)):
            declined.decline(
                by=amina,
                reason="Thank you. This task force prepares projects on the ground; your idea of a film "
                "is a matter for C1, Advocacy & Awareness, who would be glad to hear from you.",
            )
        accepted = self.apply(cast["bruno"], "A2", 8)
        with happening(days_ago(5)):
            accepted.accept(by=amina)
        # From Fatou's region: she may decide, too.
        africans = (person for person in self.friends if person.large_region.slug == "africa")
        waiting = self.apply(newcomer(africans, "A2"), "A2", 9)
        with happening(days_ago(2)):
            remind_of(waiting.pk, "decider")
        asked = self.apply(cast["ines"], "A2", 6)
        with happening(days_ago(3)):
            asked.ask("Which of your projects could be shown to funders this year?", by=amina)
        self.apply(cast["victor"], "A2", 4)
        self.apply(cast["carla"], "A2", 14, role=Role.REPRESENTATIVE, region="europe")

    def of_candidates(self, cast):
        """Candidates to lead, of whom one waits for more than two weeks; Bruno has begun a request."""
        waiting = self.apply(newcomer(self.of_partners, "B3"), "B3", 16, role=Role.LEADER)
        with happening(days_ago(9)):
            remind_of(waiting.pk, "decider")
        with happening(days_ago(2)):
            remind_of(waiting.pk, "secretariat")
        self.apply(cast["jonas"], "C4", 5, role=Role.LEADER)
        with happening(days_ago(1)), translation.override("fr"):
            self.begin(cast["bruno"], "B1")

    def elsewhere(self):
        """Some accepted in the last months, some that came in these days."""
        for code, days in (("A1", 120), ("A3", 96), ("C1", 80), ("D3", 64), ("E1", 51), ("F2", 40)):
            application = self.apply(newcomer(self.of_partners, code), code, days)
            with happening(days_ago(days - 4)):
                application.accept(by=application.task_force.seats.in_force().leaders().get().person)
        for code, days in (("D3", 3), ("C2", 1.2), ("E1", 0.3)):
            self.apply(newcomer(self.friends, code), code, days)


def newcomer(people, code):
    """The next of `people` who has no seat in the task force of this code."""
    return next(
        person for person in people if not person.seats.open().filter(task_force__objective__code=code).exists()
    )
