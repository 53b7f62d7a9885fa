"""What three colleges have set themselves: done, under way, late, to come, one thing dropped; each in one language."""

from datetime import timedelta

from django.utils import timezone

from colleges.models import Action, BureauMandate
from colleges.models.action import people_of
from home.demo.past import days_ago, happening
from objectives.models import Objective

# Of a language: what, in more words, objectives, due in so many days, what became of it so many days ago.
PLANS = {
    "es": [
        (
            "Reunir las experiencias de las fundaciones con la financiación de suelos",
            "Una página por experiencia: qué se financió, cuánto, qué quedó en el suelo.",
            "A3 F2",
            -30,
            ("complete", 41),
        ),
        (
            "Carta común a los ministerios de agricultura",
            "Un borrador en tres lenguas, firmado por las organizaciones del colegio.",
            "C1 C2",
            24,
            ("begin", 15),
        ),
        ("Encuentro anual del colegio", "", "D4", 120, None),
    ],
    "fr": [
        (
            "Recenser les formations sur le carbone des sols",
            "Par pays : établissement, niveau, langue, durée.",
            "D3 E2",
            -6,
            ("begin", 60),
        ),
        (
            "Un protocole de mesure commun pour les parcelles de démonstration",
            "À partir du protocole de Parakou, relu par trois laboratoires.",
            "B4 E1",
            45,
            None,
        ),
        ("Traduire l’atlas des sols", "", "A6", 10, ("drop", 20)),
    ],
    "en": [
        (
            "Ask every member for one figure on its soils",
            "The same sheet for all: area, practice, carbon before and after.",
            "E3 F3",
            60,
            ("begin", 9),
        ),
        ("Name a speaker for the Forum of Partners", "", "C1", 14, None),
    ],
}
WHY_DROPPED = "Une autre institution publie cette traduction au printemps ; nous la signalerons aux membres."


def plan_in_colleges():
    """The Bureau members write the plans of their colleges."""
    mandates = BureauMandate.objects.running().select_related("person", "college__space").order_by("college__number")
    left = dict(PLANS)
    for mandate in mandates:
        rows = left.pop(mandate.person.language, None)
        if rows:
            write(mandate.college, mandate.person, rows)


def write(college, person, rows):
    """`person` writes `rows`; every second action is seen to by somebody else of the college."""
    other = people_of(college).exclude(pk=person.pk).order_by("email").first() or person
    for number, (title, text, codes, days, became) in enumerate(rows):
        with happening(days_ago(90 - number)):
            action = Action.plan(
                college,
                title=title,
                text=text,
                owner=person if number % 2 == 0 else other,
                due_on=timezone.localdate() + timedelta(days=days),
                objectives=Objective.objects.filter(code__in=codes.split()),
                by=person,
            )
        if became:
            verb, ago = became
            with happening(days_ago(ago)):
                words = [WHY_DROPPED] if verb == "drop" else []
                getattr(action, verb)(*words, by=person)
