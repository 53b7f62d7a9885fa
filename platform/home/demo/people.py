"""The demo's people: the cast by name, and a crowd from all regions. Everybody has the same password."""

import random
from functools import cache
from pathlib import Path

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.utils import translation
from django.utils.text import slugify

from accounts.models import Consent, User
from accounts.secretariat import appoint
from core.loading import read_json
from core.models import Theme
from home.demo.partners import rows
from home.demo.past import days_ago, happening
from partners.models import Affiliation, Partner
from regions.models import Country

DOMAIN = "@demo.example"
FRENCH = {"BE", "BJ", "CI", "CM", "FR", "MA", "SN", "TG"}
SPANISH = {"AR", "BO", "CL", "CO", "ES", "MX", "PE", "UY"}
# Where the people without organisation live.
HOMES_OF_FRIENDS = ("BR", "FR", "KE", "IN", "ES", "AU", "CA", "MA", "DE", "VN", "MX", "UG", "IT", "CL")


def appoint_secretariat():
    """Sofia, who was there first."""
    row = cast_rows()["sofia"]
    with happening(days_ago(row["joined_days_ago"])):
        sofia = register("sofia", row)
        appoint(sofia, by=None)
    return User.objects.get(pk=sofia.pk)


def welcome_cast(partners, *, by):
    """{"amina": person, …}: those whose log-ins are printed, with their organisations."""
    cast = {}
    for key, row in cast_rows().items():
        if key == "sofia":
            continue
        partner = partners.get(row["organisation"])
        with happening(days_ago(row["joined_days_ago"])):
            person = cast[key] = register(key, row)
            person.interests.set(Theme.objects.filter(slug__in=row["interests"].split()))
            show_name(person)
            affiliation = partner and Affiliation.objects.request(person, partner, by=person)
        if affiliation:
            with happening(days_ago(row["joined_days_ago"] - 2)):
                affiliation.confirm(by=by)
                if row["focal_point"] == "1":
                    affiliation.name_focal_point(by=by)
    return cast


def gather_people(partners, *, by):
    """Two people of each invented organisation, and friends without one: a list, the same each time.

    The real supporters get no invented people: nobody should find a stranger speaking for them.
    """
    chance = random.Random(1000)
    wanted = [
        (partner.country_id, partner)
        for partner in partners.values()
        if partner.status != Partner.Status.CANDIDATE and partner.name.endswith("(demo)")
        for _person in range(2)
    ]
    wanted += [(country, None) for country in HOMES_OF_FRIENDS]
    chance.shuffle(wanted)
    newcomers = Newcomers(chance)
    for start in range(0, len(wanted), 12):
        joined = chance.randint(80, 800)
        group = wanted[start : start + 12]
        with happening(days_ago(joined)):
            people = [(newcomers.welcome(country), partner) for country, partner in group]
            requests = [
                Affiliation.objects.request(person, partner, by=person) for person, partner in people if partner
            ]
        with happening(days_ago(joined - 3)):
            for affiliation in requests:
                affiliation.confirm(by=by)
                if not affiliation.partner.focal_points.exists():
                    affiliation.name_focal_point(by=by)
    return newcomers.people


class Newcomers:
    """People with names and time zones of their countries, in whom nothing but the seed is left to chance."""

    def __init__(self, chance):
        self.chance = chance
        self.people = []
        self.countries = {country.pk: country for country in Country.objects.select_related("region__parent")}
        self.themes = list(Theme.objects.order_by("position"))
        pools = read_json(Path(__file__).parent, "names.json")
        self.zones = {region: pool["zone"] for region, pool in pools.items()}
        self.names = {region: pairs(pool["given"], pool["family"]) for region, pool in pools.items()}

    def welcome(self, code):
        """One more person, living in the country of this code."""
        country = self.countries[code]
        region = country.region.slug
        name = next(self.names[region])
        language = "fr" if code in FRENCH else "es" if code in SPANISH else "en"
        row = {"name": name, "country": code, "language": language, "time_zone": self.zones[region]}
        person = register(slugify(name).replace("-", "."), row)
        person.country = country
        person.interests.set(self.chance.sample(self.themes, self.chance.randint(0, 3)))
        if self.chance.random() < 0.8:
            show_name(person)
        self.people.append(person)
        return person


def pairs(given, family):
    """Each given name with each family name, mixed."""
    for turn in range(len(family)):
        yield from (f"{name} {family[(turn + place) % len(family)]}" for place, name in enumerate(given))


def register(local_part, row):
    """A person with a confirmed address and the demo's password."""
    person = User.objects.create(
        email=local_part + DOMAIN,
        name=row["name"],
        country_id=row["country"],
        language=row["language"],
        time_zone=row["time_zone"],
        password=password(),
    )
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def show_name(person):
    """She agrees to stand in rosters by name, in the words of her language."""
    with translation.override(person.language):
        person.consent(Consent.Purpose.ROSTERS, by=person)


@cache
def password():
    """Hashed once: the demo is to be ready within seconds."""
    return make_password(settings.DEMO_PASSWORD)


@cache
def cast_rows():
    """{"sofia": {…}, …}: the people whose log-ins are printed."""
    return {row["key"]: row | {"joined_days_ago": int(row["joined_days_ago"])} for row in rows("cast.csv")}
