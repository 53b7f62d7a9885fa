"""People writing to organisations: answered, waiting, read by the secretariat, reported."""

from django.utils import translation

from home.demo.past import days_ago, happening
from messaging.models import Conversation
from partners.models import Partner


def exchange_messages(cast, crowd):
    """What stands under “Messages” for the cast."""
    visit_to_afris(cast)
    question_to_carla(cast)
    with_nobody_to_answer(cast)
    advertisement(cast, crowd)


def begin(person, organisation, days, subject, text):
    """Somebody wrote to an organisation, `days` days ago, in her language."""
    partner = Partner.objects.get(name=organisation)
    with happening(days_ago(days)), translation.override(person.language):
        return Conversation.objects.start(partner, subject=subject, text=text, language=person.language, by=person)


def go_on(conversation, person, days, text):
    """And went on."""
    with happening(days_ago(days)):
        conversation.reply(text, by=person)


def visit_to_afris(cast):
    """Victor asks Amina, who has answered once; now it is her turn again."""
    conversation = begin(
        cast["victor"],
        "AFRIS (demo)",
        12,
        "Visita a las parcelas",
        "En marzo viajo a Cotonú. ¿Podría ver sus parcelas con Gliricidia? Trabajo con siembra directa en Brasil y "
        "me interesa cómo miden el carbono.",
    )
    go_on(
        conversation,
        cast["amina"],
        10,
        "Bonjour et bienvenue. En mars nous mesurons les parcelles de Parakou : venez dans la semaine du 9.",
    )
    go_on(conversation, cast["victor"], 1, "Perfecto, la semana del 9 me viene bien. ¿Dónde nos encontramos?")


def question_to_carla(cast):
    """Bruno asked, Carla answered."""
    conversation = begin(
        cast["bruno"],
        "Fundación Suelo Vivo (demo)",
        30,
        "Votre guide sur les couverts",
        "Nous aimerions traduire votre guide en français. Est-ce possible, et sous quelle licence ?",
    )
    go_on(conversation, cast["carla"], 28, "Con mucho gusto: la guía es de libre uso, citando la fuente.")


def with_nobody_to_answer(cast):
    """An organisation that nobody speaks for: the secretariat hears."""
    begin(
        cast["lena"],
        "Baltic Sea Action Group",
        2,
        "Drained peat",
        "Do you know of trials on drained peat in Finland? We would like to compare our results.",
    )


def advertisement(cast, crowd):
    """Somebody from the crowd advertises; Amina has asked the secretariat to look at it."""
    seller = next(person for person in crowd if not person.is_partner)
    conversation = begin(
        seller,
        "AFRIS (demo)",
        5,
        "Unbeatable price for biochar",
        "Only this week: two containers of biochar for the price of one. Write back today!",
    )
    with happening(days_ago(4)):
        conversation.report("This is an advertisement, and it came to other organisations as well.", by=cast["amina"])
