"""The demo's ambassadors: two invented friends, what they did, and a kit of three things."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from colleges.models import Ambassador, KitItem
from home.demo.past import days_ago, happening
from regions.models import Country

KIT = [
    (
        "https://4p1000.org/",
        ("The Initiative in one page", "L’Initiative en une page", "La Iniciativa en una página"),
        (
            "What “4 per 1000” means, for people who hear of it for the first time.",
            "Ce que veut dire « 4 pour 1000 », pour qui en entend parler pour la première fois.",
            "Qué significa «4 por 1000», para quien lo oye por primera vez.",
        ),
    ),
    (
        "https://4p1000.org/discover/",
        ("Questions people ask", "Les questions que l’on pose", "Preguntas que hace la gente"),
        (
            "Short answers about carbon, yields and the climate.",
            "Des réponses courtes sur le carbone, les rendements et le climat.",
            "Respuestas breves sobre el carbono, los rendimientos y el clima.",
        ),
    ),
    (
        "https://4p1000.org/resources/",
        ("Pictures and films", "Images et films", "Imágenes y películas"),
        (
            "To show at a lecture or on a stand.",
            "À montrer lors d’une conférence ou sur un stand.",
            "Para mostrar en una charla o en un puesto.",
        ),
    ),
]
# What each of the two did: days ago, title, people reached.
WORK = [
    [(300, "A lecture at an agricultural school", 60), (120, "A field day on cover crops", 35)],
    [(200, "An hour on the radio", 4000), (40, "A stand at the market", 150)],
]


def send_ambassadors(crowd, *, by):
    """The secretariat names two friends of the crowd, who go about and tell of it."""
    with happening(days_ago(420)):
        put_together_the_kit(by=by)
    known = User.objects.friends().filter(pk__in=[person.pk for person in crowd], joined_at__lt=days_ago(410))
    friends = [person for person in known.order_by("email") if person.shows_name]
    for person, work in zip(friends, WORK, strict=False):
        with happening(days_ago(400)):
            ambassador = Ambassador.name(person, words="Speak about living soils in schools and on farms.", by=by)
        for days, title, reached in work:
            tell(ambassador, days=days, title=title, people_reached=reached)


def put_together_the_kit(*, by):
    """Three links, with their words in three languages."""
    for position, (link, titles, words) in enumerate(KIT, start=1):
        texts = {f"title_{code}": text for code, text in zip(("en", "fr", "es"), titles, strict=True)}
        texts |= {f"words_{code}": text for code, text in zip(("en", "fr", "es"), words, strict=True)}
        item = KitItem.objects.create(link=link, position=position, **texts)
        item.record("registered", by=by, fields=[])


def tell(ambassador, *, days, **facts):
    """She wrote it down on the day after."""
    with happening(days_ago(days - 1)):
        happened_on = timezone.localdate() - timedelta(days=days)
        country = Country.objects.get(pk=ambassador.person.country_id)
        ambassador.add_activity(happened_on=happened_on, country=country, by=ambassador.person, **facts)
