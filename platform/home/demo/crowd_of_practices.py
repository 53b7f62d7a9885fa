"""Many published datasheets, for measuring: in bulk, past the verbs, with words and codes as those make them."""

import random
import uuid

import pgtrigger
from django.db import transaction

from accounts.models import User
from home.demo.past import days_ago
from partners.models import Partner
from practices import completeness, editions, vocabularies
from practices.answers import LANGUAGES, judged
from practices.coding import codes_of, words_of
from practices.evidence import evidence_of
from practices.models import Practice, Site, Version
from regions.models import Place

STEM = "Crowd "
BATCH = 1000
# So many answer each in their own way; the others answer like one of these, under another title and some miles away.
PATTERNS = 150
DEEDS = ("Mulching", "Composting", "Hedges", "Half moons", "Stone bunds", "Cover crops", "Terraces", "Rest", "Biochar")
FOR = ("millet", "maize", "vines", "olives", "cocoa", "rice", "pasture", "coffee", "potatoes", "beans", "orchards")
PARTS = ("before the rains", "by hand", "on slopes", "every third year", "with neighbours", "at 30 cm", "in dry years")
# Stands where the title of each sheet goes.
TITLE = "\ue000"


@transaction.atomic
def add_practices(number):
    """See to it that `number` datasheets of the crowd are published. Returns how many were new."""
    numbers = range(Practice.objects.filter(title__startswith=STEM).count(), number)
    if numbers:
        chance = random.Random(numbers.start + 6000)
        places = list(Place.objects.order_by("-population", "code")[:PATTERNS])
        patterns = [Pattern(place, chance) for place in places[: len(numbers)]]
        people = list(User.objects.active().order_by("pk")[:500])
        organisations = list(Partner.objects.in_force().order_by("pk")[:500])
        sheets = [
            CrowdSheet(
                each, patterns[each % len(patterns)], chance.choice(people), chance.choice(organisations), chance
            )
            for each in numbers
        ]
        # What nobody wrote has no history.
        with pgtrigger.ignore():
            Practice.objects.bulk_create((sheet.practice for sheet in sheets), batch_size=BATCH)
            Version.objects.bulk_create((sheet.version for sheet in sheets), batch_size=BATCH)
            sites = (site for sheet in sheets for site in Site.rows_of(sheet.version))
            Site.objects.bulk_create(sites, batch_size=BATCH)
    return len(numbers)


class Pattern:
    """Answers to the whole form, by chance, in one language."""

    def __init__(self, place, chance):
        self.form, self.place = editions.edition(), place
        self.language = chance.choice(LANGUAGES)
        typed = {key: question.translated and sentences(chance) for key, question in self.form.questions.items()}
        typed = {key: text for key, text in typed.items() if text and key != "areas"}
        typed |= {"title": TITLE, "countries": [place.country_id], "sites": [self.site(0)], **costs(chance)}
        typed |= {"impacts": impacts(chance), "carbon": [measurement(chance)] if chance.random() < 0.7 else []}
        for key, question in self.form.questions.items():
            if (
                question.kind in ("choice", "choices")
                and key not in typed
                and (question.required or chance.random() < 0.7)
            ):
                typed[key] = chosen(question, chance)
        typed = {
            key: {self.language: answer} if self.form.questions[key].translated else answer
            for key, answer in typed.items()
        }
        kept, faults = judged(self.form, typed, self.language)
        if faults:
            raise ValueError(faults)
        self.contents = {key: answer for key, answer in kept.items() if answer}
        self.words = {language: words_of(self.contents, self.form, language) for language in LANGUAGES}
        self.codes = sorted(codes_of(self.contents, self.form))
        self.evidence_level = evidence_of(self.contents).level
        self.completeness_percent = completeness.percent(self.contents, self.form)

    def site(self, off):
        """A place near the city, `off` degrees from it."""
        place = self.place
        latitude, longitude = max(min(place.latitude + off, 89), -89), max(min(place.longitude + off, 179), -179)
        where = {"latitude": round(latitude, 4), "longitude": round(longitude, 4)}
        return {"name": f"Around {place.name}"[:120], "country": place.country_id} | where


class CrowdSheet:
    """One sheet and its only version."""

    def __init__(self, number, pattern, author, organisation, chance):
        title = f"{STEM}{number:05}: {chance.choice(DEEDS)} for {chance.choice(FOR)} in {pattern.place.name} (demo)"[
            :150
        ]
        published = days_ago(chance.uniform(1, 700))
        names = {"title": {pattern.language: title}, "sites": [pattern.site(chance.uniform(-1, 1))]}
        common = {
            "language": pattern.language,
            "edition": pattern.form.code,
            "contents": pattern.contents | names,
            "authors": author.name,
            "organisation": organisation,
            "completeness_percent": pattern.completeness_percent,
            "published_at": published,
        }
        self.practice = Practice(
            title=title,
            author=author,
            status=Practice.Status.PUBLISHED,
            key=uuid.UUID(int=chance.getrandbits(128), version=4),
            begun_at=published,
            saved_at=published,
            submitted_at=published,
            confirmed_at=published,
            **common,
        )
        words = {f"words_{language}": text.replace(TITLE, title) for language, text in pattern.words.items()}
        titles = {f"title_{language}": title for language in LANGUAGES}
        self.version = Version(
            practice=self.practice,
            number=1,
            licence=self.practice.licence,
            codes=pattern.codes,
            evidence_level=pattern.evidence_level,
            **common,
            **words,
            **titles,
        )


def sentences(chance):
    """Two or three sentences of which no two are quite alike."""
    return " ".join(
        f"{chance.choice(DEEDS)} for {chance.choice(FOR)} {chance.choice(PARTS)}, plot {chance.randint(1, 9999)}."
        for _sentence in range(chance.randint(2, 3))
    )


def chosen(question, chance):
    """One code of the question's vocabulary, or a few."""
    codes = list(vocabularies.terms_of(question.vocabulary))
    if question.kind == "choice":
        return chance.choice(codes)
    return chance.sample(codes, min(chance.randint(1, 3), len(codes)))


def costs(chance):
    """What it costs, in US dollars."""
    lines = [
        {
            "stage": stage,
            "kind": "labour",
            "name": "Work",
            "quantity": chance.randint(1, 90),
            "unit": "days",
            "price": 5,
        }
        for stage in ("establishment", "maintenance")
    ]
    return {"inputs": lines, "currency": "usd", "usd_rate": 1, "cost_base": "per_ha"}


def impacts(chance):
    """What changed."""
    return [{"impact": code, "score": chance.randint(-2, 3)} for code in ("crop_production", "soil_organic_matter")]


def measurement(chance):
    """A figure about soil carbon, founded well or less well."""
    row = {"kind": "stock", "value": chance.randint(10, 120), "depth_cm": chance.choice((20, 30, 60))}
    if chance.random() < 0.8:
        row |= {"method": "dry_combustion", "years": chance.randint(2, 20)}
    if chance.random() < 0.6:
        row |= {"baseline": 30, "bulk_density": 1.3, "sites": chance.randint(1, 9)}
    if chance.random() < 0.5:
        row |= {"uncertainty": 2, "reference": "Report (demo)"}
    return row
