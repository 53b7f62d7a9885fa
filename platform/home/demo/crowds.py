"""Many more organisations and people, for measuring: written in bulk, past the verbs."""

import random

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from accounts.models import Consent, User
from core.references import plain_address
from home.demo.crowd_of_practices import add_practices
from home.demo.crowd_of_threads import add_threads
from home.demo.library_crowd import fill_shelves
from home.demo.past import days_ago
from home.demo.people import DOMAIN, password
from partners.models import Affiliation, Partner
from regions.models import Country, Place
from taskforces.models import Application, JoiningForm, RegisterItem, Role, Seat, TaskForce

STEM = "crowd-"
BATCH = 2000
ITEMS = 2000
SUBJECTS = ("Carbon", "Grazing", "Compost", "Erosion", "Agroforestry", "Mulch", "Peat", "Biochar", "Terraces")


@transaction.atomic
def add_crowds(number):
    """See to it that `number` organisations of the crowd exist, one person in each. Returns how many were new.

    Every second person has a seat as team member, every fifth asks to join. Task force A2 has found 2,000 things, and
    each of these people began two discussions there; the library of Europe holds as many works as organisations, and as
    many practice datasheets are published.
    """
    present = Partner.objects.filter(slug__startswith=STEM).count()
    numbers = range(present, number)
    if numbers:
        chance = random.Random(present + 4000)
        people = add_people(add_partners(numbers, chance), numbers, chance)
        add_seats(people, chance)
        add_applications(people, chance)
        fill_register(people, chance)
        add_threads(people, chance)
        fill_shelves(people, chance, number=number)
        add_practices(number)
    return len(numbers)


def add_partners(numbers, chance):
    countries = list(Country.objects.order_by("pk"))
    cities = cities_by_country()
    types = Partner.Type.values
    partners = []
    for number in numbers:
        kind = types[number % len(types)]
        country = chance.choice(countries)
        partners.append(
            Partner(
                name=f"Organisation {number:05} (demo)",
                slug=f"{STEM}{number:05}",
                type=kind,
                nature=Partner.Nature.COMMERCIAL if kind == Partner.Type.COMPANY else Partner.Nature.NON_PROFIT,
                status=Partner.Status.PARTNER,
                country=country,
                place_id=chance.choice(cities[country.pk]) if number % 2 and country.pk in cities else None,
                joined_on=days_ago(chance.randint(30, 3000)).date(),
            )
        )
    return Partner.objects.bulk_create(partners, batch_size=BATCH)


def cities_by_country():
    """{country: its ten largest cities}."""
    cities = {}
    for country, code in Place.objects.order_by("country", "-population", "code").values_list("country", "code"):
        if len(cities.setdefault(country, [])) < 10:
            cities[country].append(code)
    return cities


def add_people(partners, numbers, chance):
    """One person for each organisation."""
    people = User.objects.bulk_create(
        [
            User(
                email=f"{STEM}{number:05}{DOMAIN}",
                name=f"Person {number:05}",
                country=partner.country,
                language=("en", "fr", "es")[number % 3],
                password=password(),
                joined_at=days_ago(chance.randint(30, 900)),
            )
            for number, partner in zip(numbers, partners, strict=True)
        ],
        batch_size=BATCH,
    )
    now = timezone.now()
    EmailAddress.objects.bulk_create(
        [EmailAddress(user=person, email=person.email, verified=True, primary=True) for person in people],
        batch_size=BATCH,
    )
    Affiliation.objects.bulk_create(
        [
            Affiliation(
                person=person, partner=partner, status=Affiliation.Status.ACTIVE, requested_at=now, started_at=now
            )
            for person, partner in zip(people, partners, strict=True)
        ],
        batch_size=BATCH,
    )
    Consent.objects.bulk_create(
        [
            Consent(
                person=person,
                purpose=Consent.Purpose.ROSTERS,
                text=str(Consent.SENTENCES[Consent.Purpose.ROSTERS]),
                language="en",
            )
            for person in people
        ],
        batch_size=BATCH,
    )
    return people


def add_seats(people, chance):
    """Every second person works in one of the task forces."""
    task_forces = list(TaskForce.objects.order_by("pk"))
    Seat.objects.bulk_create(
        [
            Seat(
                task_force=task_forces[number % len(task_forces)],
                person=person,
                role=Role.MEMBER,
                started_at=days_ago(chance.randint(1, 600)),
            )
            for number, person in enumerate(people[::2])
        ],
        batch_size=BATCH,
    )


def add_applications(people, chance):
    """Every fifth person asks to join the next task force: half of them wait, half were declined."""
    task_forces = list(TaskForce.objects.select_related("objective").order_by("pk"))
    forms = {task_force.pk: JoiningForm.objects.of(task_force) for task_force in task_forces}
    Application.objects.bulk_create(
        [
            application(person, task_forces[-1 - number % len(task_forces)], forms, number, chance)
            for number, person in enumerate(people[1::5])
        ],
        batch_size=BATCH,
    )


def application(person, task_force, forms, number, chance):
    """One request, waiting or declined."""
    sent = days_ago(chance.uniform(0.1, 60))
    declined = number % 2
    return Application(
        task_force=task_force,
        person=person,
        form=forms[task_force.pk],
        country=person.country,
        answers={
            "motivation": "I would like to help.",
            "expertise": "Soils",
            "time": "up_to_4",
            "languages": "English",
        },
        status=Application.Status.DECLINED if declined else Application.Status.SUBMITTED,
        reason="The task force is full." if declined else "",
        created_at=sent,
        submitted_at=sent,
        decided_at=timezone.now() if declined else None,
    )


def fill_register(people, chance):
    """See to it that A2's register holds 2,000 items of the crowd, of all types and regions."""
    a2 = TaskForce.objects.get(objective__code="A2")
    present = RegisterItem.objects.filter(task_force=a2, title__startswith="Crowd ").count()
    countries = list(Country.objects.select_related("region__parent").order_by("pk"))
    items = RegisterItem.objects.bulk_create(
        [
            register_item(a2, number, chance.choice(people), chance.choice([*countries, None]), chance)
            for number in range(present, ITEMS)
        ],
        batch_size=BATCH,
    )
    links = RegisterItem.regions.through
    links.objects.bulk_create(
        [
            links(registeritem=item, region_id=item.country.large_region.pk)
            for item in items
            if item.country is not None
        ],
        batch_size=BATCH,
    )


def register_item(a2, number, person, country, chance):
    """One thing somebody found."""
    address = f"https://demo.example/crowd/{number}"
    subjects = " and ".join(chance.sample(SUBJECTS, 2))
    return RegisterItem(
        task_force=a2,
        added_by=person,
        type=RegisterItem.Type.values[number % 4],
        title=f"Crowd {number:05}: {subjects} in {country or 'many places'} (demo)",
        country=country,
        language=("en", "fr", "es")[number % 3],
        year=chance.randint(1990, 2025),
        address=address,
        plain_address=plain_address(address),
        created_at=days_ago(chance.uniform(1, 600)),
    )
