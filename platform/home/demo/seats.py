"""Who leads, represents and works in the demo's task forces: some are full, some wait for a leader, one is flagged."""

import random

from django.core.exceptions import ValidationError

from accounts.models import User
from home.demo.past import days_ago, happening
from partners.models import Affiliation
from regions.models import Region
from taskforces.models import Role, TaskForce

# Nobody leads these.
VACANT = ("B3", "C4", "E3", "F1")
# Its leader's organisation leaves the Initiative later (partners.part_ways).
FLAGGED, ITS_ORGANISATION = "A5", "Soil Futures Consulting (demo)"
SUSPENDED_LATER = "Terres d’avenir (demo)"
CLOSED = "F3"


def fill_task_forces(cast, crowd, *, by):
    """Seats for all 24, given by the secretariat over two years; the cast's own ones are given last."""
    chance = random.Random(2000)
    people = People(crowd)
    for task_force in TaskForce.objects.select_related("objective").order_by("objective__code"):
        began = chance.randint(150, 700)
        if task_force.code == "A2":
            fill_a2(task_force, cast, people, chance, by=by)
            continue
        with happening(days_ago(began)):
            if task_force.code not in VACANT:
                task_force.seat(people.leader_of(task_force), Role.LEADER, by=by)
            represent(task_force, people.representatives(chance, share=0.55), by=by)
        with happening(days_ago(began - chance.randint(20, 100))):
            for person in people.members(chance, chance.randint(3, 7)):
                join(task_force, person, by=by)
    TaskForce.objects.filter(objective__code=CLOSED).update(is_joining_open=False)
    seat_the_cast(cast, by=by)


def fill_a2(a2, cast, people, chance, *, by):
    """Amina leads and has a deputy, Fatou represents Africa; Europe and others are open."""
    with happening(days_ago(510)):
        a2.seat(cast["amina"], Role.LEADER, by=by)
    with happening(days_ago(470)):
        a2.seat(cast["fatou"], Role.REPRESENTATIVE, region=Region.objects.get(slug="africa"), by=by)
        represent(a2, people.representatives(chance, share=1, regions=["asia"]), by=by)
    for days in (400, 310, 220):
        with happening(days_ago(days)):
            for person in people.members(chance, 5):
                join(a2, person, by=by)
    with happening(days_ago(120)):
        deputy = next(seat for seat in a2.seats.open().order_by("pk") if seat.can_be_deputy)
        deputy.name_deputy(by=cast["amina"])


def seat_the_cast(cast, by):
    """The seats whose notices are still fresh."""
    regions = {region.slug: region for region in Region.objects.large()}
    given = [
        (320, "E1", "ines", Role.LEADER, None),
        (75, "C1", "jonas", Role.MEMBER, None),
        (6, "C3", "hugo", Role.REPRESENTATIVE, "europe"),
        (4, "D2", "lena", Role.REPRESENTATIVE, "europe"),
    ]
    for days, code, key, role, region in given:
        with happening(days_ago(days)):
            task_force = TaskForce.objects.get(objective__code=code)
            for seat in task_force.seats.open().filter(role=role, region=regions.get(region)).exclude(role=Role.MEMBER):
                seat.end(by=by)
            task_force.seat(cast[key], role, region=regions.get(region), by=by)


def represent(task_force, people, *, by):
    """Seats for representatives, each in the region she lives in, unless she has another seat there."""
    for person in people:
        if not task_force.seats.open().filter(person=person).exists():
            task_force.seat(person, Role.REPRESENTATIVE, region=person.country.large_region, by=by)


def join(task_force, person, *, by):
    """A team member's seat, unless she has a seat there."""
    try:
        task_force.seat(person, Role.MEMBER, by=by)
    except ValidationError:
        return


class People:
    """The crowd, handed out in turn."""

    def __init__(self, crowd):
        self.crowd = crowd
        of_partner = set(
            Affiliation.objects.in_force()
            .exclude(partner__name__in=[ITS_ORGANISATION, SUSPENDED_LATER])
            .values_list("person", flat=True)
        )
        self.of_partner = [person for person in crowd if person.pk in of_partner]
        self.leaders = iter(self.of_partner)

    def leader_of(self, task_force):
        """The next one who leads nothing yet."""
        if task_force.code == FLAGGED:
            return User.objects.filter(affiliations__partner__name=ITS_ORGANISATION).earliest("pk")
        return next(self.leaders)

    def representatives(self, chance, *, share, regions=()):
        """One person for each of `regions`, or all large ones, of which a `share` is held."""
        chosen = {}
        for person in chance.sample(self.of_partner, len(self.of_partner)):
            region = person.country.large_region.slug
            if region not in chosen and (not regions or region in regions):
                chosen[region] = person if chance.random() < share else None
        return [person for person in chosen.values() if person]

    def members(self, chance, number):
        return chance.sample(self.crowd, number)
