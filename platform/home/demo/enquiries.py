"""Questions from outside to A2: answered and published, waiting, set aside, not confirmed."""

from django.utils import translation

from home.demo.past import days_ago, happening
from taskforces.models import Enquiry, TaskForce


def ask_from_outside(cast):
    """What visitors and a friend asked; one waits for Amina."""
    answered = ask(
        "A2",
        60,
        name="Wendy Okafor",
        organisation="Hillside Agricultural College (demo)",
        question="Our students would like to measure soil carbon on the school farm. What is the simplest method that "
        "is still worth something?",
        language="en",
        may_be_published=True,
        shows_name=True,
    )
    reply(
        answered,
        57,
        cast["amina"],
        "Take ten cores to 30 cm per plot, mix them, and have one sample analysed by dry combustion. Weigh one core of "
        "known volume for bulk density: without it, a percentage says nothing about tonnes. Repeat after five years, "
        "at the same place and in the same month.",
        "en",
        publish=True,
    )
    french = ask(
        "A2",
        34,
        name="Paul Hounsou",
        organisation="Commune de Tchaourou (démo)",
        question="Comment associer des éleveurs à un projet de haies, quand les troupeaux passent sur les parcelles ?",
        language="fr",
        may_be_published=True,
    )
    reply(
        french,
        30,
        cast["amina"],
        "Commencez par les couloirs de passage : dessinez-les avec les éleveurs avant la première haie. Chez nous, une "
        "haie qui donne du fourrage en mars est respectée ; une clôture ne l’est pas.",
        "fr",
        publish=True,
    )
    with happening(days_ago(5)):
        Enquiry.objects.ask(
            task_force("A2"),
            by=cast["victor"],
            question="¿Hay proyectos del grupo en Brasil que se puedan visitar este año?",
            language="es",
            may_be_published=True,
        )
    advertising = ask(
        "A2",
        12,
        name="Best Fertilizer",
        question="Buy two, get three! Our miracle powder doubles soil carbon in a week.",
        language="en",
    )
    with happening(days_ago(11)):
        advertising.set_aside(Enquiry.Why.SPAM, by=cast["amina"])
    ask(
        "B1",
        17,
        name="Greta Nilsson",
        organisation="A young farmers’ club (demo)",
        question="Who in the Initiative works on cold climates?",
        language="en",
    )


def task_force(code):
    return TaskForce.objects.with_objective().get(objective__code=code)


def ask(code, days, *, name, **words):
    """A visitor asked, and confirmed the address."""
    with happening(days_ago(days)), translation.override(words["language"]):
        address = f"{name.split()[0].lower()}@outside.example"
        enquiry = Enquiry.objects.ask(task_force(code), name=name, email=address, **words)
        enquiry.confirm()
    return enquiry


def reply(enquiry, days, person, text, language, *, publish):
    with happening(days_ago(days)):
        enquiry.reply(text, language=language, publish=publish, by=person)
