"""The register of the demo's A2: what Amina, Fatou and Bruno found, what they miss, who sees it too."""

from itertools import groupby

from home.demo.partners import rows
from home.demo.past import days_ago, happening
from partners.models import Partner
from regions.models import Country, Region
from taskforces.gathering_gaps import gather
from taskforces.models import Gap, RegisterItem, TaskForce

# How long ago, who, region, type, what is missing, why, who sees it too.
GAPS = [
    (
        *(170, "fatou", "africa", "literature"),
        "Personne ne mesure le carbone sous les parcs à Faidherbia du Sahel central.",
        "Ces parcs couvrent des millions d’hectares. Sans chiffres, aucun bailleur ne les regarde.",
        ("amina", "bruno"),
    ),
    (
        *(100, "amina", "asia", "sponsor"),
        "No sponsor for soil projects in Central and South Asia is known to us.",
        "Three people from Asia have asked this task force, and we could name nobody.",
        ("bruno",),
    ),
    (
        *(80, "bruno", None, "project"),
        "No project compares methods of measuring on the same plots.",
        "Everybody measures in her own way; figures of two projects cannot be added up.",
        ("fatou", "amina"),
    ),
    (
        *(70, "fatou", "africa", "action"),
        "Faltan intercambios entre quienes restauran suelos en el Sahel y en los Andes.",
        "Las alturas secas se parecen más de lo que se cree.",
        (),
    ),
    (
        *(5, "bruno", "oceania", ""),
        "We know nothing of Oceania: no article, no project, nobody to ask.",
        "A quarter of the coral islands’ states have soils in their climate plans.",
        ("fatou",),
    ),
]


def take_stock(cast):
    """The register and its gaps, told through the verbs."""
    a2 = TaskForce.objects.with_objective().get(objective__code="A2")
    for days, found in groupby(rows("register.csv"), key=lambda row: int(row["days"]) // 30):
        with happening(days_ago(days * 30 + 8)):
            for row in found:
                add(a2, cast[row["who"]], row)
    with happening(days_ago(30)):
        put_in_order(a2, cast["amina"])
    for gap in GAPS:
        name(a2, cast, *gap)
    with happening(days_ago(20)):
        gap = a2.gaps.get(statement__startswith="Faltan")
        gap.address(by=cast["amina"], outcome="El encuentro de Cotonú reunió a seis personas de Puno.")
    with happening(days_ago(3)):
        gather()


def add(a2, person, row):
    """One line of the file."""
    RegisterItem.add(
        a2,
        by=person,
        type=row["type"],
        title=row["title"],
        description=row["description"],
        language=row["language"],
        authors=row["authors"],
        year=int(row["year"]) if row["year"] else None,
        doi=row["doi"],
        address="" if row["doi"] else f"https://demo.example/register/{row['days']}",
        country=Country.objects.filter(pk=row["country"]).first(),
        regions=Region.objects.large().filter(slug__in=row["regions"].split()),
        organisations=Partner.objects.filter(name=row["organisation"]) if row["organisation"] else (),
    )


def put_in_order(a2, leader):
    """One item did not belong there."""
    item = a2.register_items.get(title__startswith="A development bank")
    item.withdraw(by=leader, reason="It closed last year; a reader of the platform told us.")


def name(a2, cast, days, who, slug, kind, statement, why, others):
    """A gap, and those who see it too."""
    region = Region.objects.get(slug=slug) if slug else None
    with happening(days_ago(days)):
        gap = Gap.name(a2, by=cast[who], statement=statement, why=why, region=region, type=kind)
    with happening(days_ago(days - 1)):
        for key in others:
            gap.support(by=cast[key])
