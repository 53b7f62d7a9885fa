"""The demo's meetings: of A2 one that was held, one that looks for a date, two to come; elsewhere two more."""

from datetime import timedelta

import pgtrigger
from django.utils import timezone, translation

from events.models import Meeting, Minutes
from home.demo.past import days_ago, happening
from spaces.models import LEADERS, Space
from taskforces.models import TaskForce

HELD_MINUTES = (
    "Présents : Amina, Fatou, Bruno et plusieurs membres.\n\n"
    "1. Projets en cours. Onze projets relèvent de l’objectif ; quatre concernent l’agroforesterie au Sahel. "
    "Deux n’ont pas de mesure du carbone du sol : nous leur proposons le protocole de Parakou.\n\n"
    "2. Lacunes. Personne ne travaille sur les pâturages d’altitude. Bruno demande à ses partenaires en France.\n\n"
    "3. Suite. Une note conceptuelle d’une page par idée, avant la prochaine réunion."
)


def meet(cast, *, by):
    """Meetings in A2, in E1, and of all leaders."""
    a2_held(cast)
    a2_looks_for_a_date(cast)
    a2_to_come(cast)
    a2_in_africa(cast)
    e1_to_come(cast)
    leaders(by)


def at(days, hour):
    """That many days from now, at a full hour of universal time."""
    return (timezone.now() + timedelta(days=days)).replace(hour=hour, minute=0, second=0, microsecond=0)


def space_of(code):
    return TaskForce.objects.select_related("space").get(objective__code=code).space


def plan(person, code, days, *, dates, kind=Meeting.Kind.MEMBER, **words):
    """A meeting somebody planned so many days ago, in her language."""
    with happening(days_ago(days)), translation.override(person.language):
        return Meeting.plan(space_of(code), kind=kind, dates=dates, by=person, language=person.language, **words)


def a2_held(cast):
    """Five weeks ago: minutes, and decisions of which one is carried out."""
    amina, fatou, bruno = cast["amina"], cast["fatou"], cast["bruno"]
    meeting = plan(
        amina,
        "A2",
        50,
        dates=[at(1, 14)],
        title="Où en sont les projets au Sahel ?",
        agenda="1. Tour des projets en cours\n2. Ce qui manque\n3. Suite à donner",
        place="En ligne",
        link="https://visio.demo.example/a2-sahel",
    )
    with happening(days_ago(48)):
        for person in (amina, fatou):
            meeting.answer("comes", by=person)
    # Verbs refuse to plan what is over: the clock goes on, and the hour has come.
    with pgtrigger.ignore():
        Meeting.objects.filter(pk=meeting.pk).update(starts_at=at(-35, 14))
        meeting.dates.update(starts_at=at(-35, 14))
    meeting.refresh_from_db()
    with happening(days_ago(34)):
        meeting.take_attendance([amina, fatou, *meeting.invited().filter(pk=bruno.pk)], by=amina)
        Minutes.of(meeting).publish(HELD_MINUTES, by=amina)
        decide(meeting, "Envoyer le protocole de Parakou aux deux projets sans mesure.", fatou, -20, by=amina)
        decide(meeting, "Demander qui travaille sur les pâturages d’altitude.", bruno, 6, by=amina)
        decide(meeting, "Réunir une note conceptuelle d’une page par idée de projet.", amina, 12, by=amina)
    with happening(days_ago(22)):
        meeting.decisions.get(owner=fatou).complete(by=fatou)


def decide(meeting, text, owner, days, *, by):
    """A decision to be carried out so many days from now; whoever has left A2 sees to nothing."""
    due_on = timezone.localdate() + timedelta(days=days)
    is_member = owner.seats.open().filter(task_force__space=meeting.space).exists()
    return meeting.decide(text, owner=owner if is_member else None, due_on=due_on, by=by)


def a2_looks_for_a_date(cast):
    """Three dates are proposed; some have answered, Amina has not."""
    meeting = plan(
        cast["amina"],
        "A2",
        3,
        dates=[at(16, 9), at(17, 14), at(21, 9)],
        title="Première lecture des idées de projets",
        agenda="Chaque idée en dix minutes : le sol, les partenaires, le coût.",
    )
    first, second, third = meeting.dates.all()
    with happening(days_ago(2)):
        meeting.give_availability({first: "yes", second: "no", third: "yes"}, by=cast["fatou"])
    others = meeting.invited().exclude(pk__in=[each.pk for each in cast.values()])[:5]
    answers = (("yes", "yes", "no"), ("if_need_be", "yes", "yes"), ("yes", "no", "if_need_be"))
    with happening(days_ago(1)):
        for person, (one, two, three) in zip(others, answers, strict=False):
            meeting.give_availability({first: one, second: two, third: three}, by=person)


def a2_to_come(cast):
    """The leader and the representatives plan; Fatou comes."""
    meeting = plan(
        cast["amina"],
        "A2",
        8,
        dates=[at(9, 13)],
        kind=Meeting.Kind.PLANNING,
        title="Préparer la rencontre avec les financeurs",
        agenda="1. Quels projets présenter\n2. Qui parle\n3. Ce que nous demandons",
        duration_minutes=60,
        place="En ligne",
        link="https://visio.demo.example/a2-financeurs",
    )
    with happening(days_ago(6)):
        meeting.answer("comes", by=cast["fatou"])


def a2_in_africa(cast):
    """Fatou invites the people of her region."""
    africa = cast["fatou"].seats.representatives().get(task_force__objective__code="A2").region
    plan(
        cast["fatou"],
        "A2",
        4,
        dates=[at(16, 10)],
        region=africa,
        title="Afrique : qui mesure déjà le carbone des sols ?",
        agenda="1. Tour de table par pays\n2. Projets à inscrire à l’inventaire\n3. Lacunes à nommer",
        place="En ligne",
        link="https://visio.demo.example/a2-afrique",
    )


def e1_to_come(cast):
    """Inés invites everybody of E1, in Spanish."""
    plan(
        cast["ines"],
        "E1",
        5,
        dates=[at(19, 15)],
        title="Protocolos de medición: qué compartimos",
        agenda="1. Protocolos en uso\n2. Lo que falta para comparar\n3. Próximos pasos",
        link="https://video.demo.example/e1-protocolos",
    )


def leaders(by):
    """The secretariat invites the leaders of all task forces."""
    with happening(days_ago(12)), translation.override(by.language):
        Meeting.plan(
            Space.objects.get(slug=LEADERS),
            kind=Meeting.Kind.LEADER,
            dates=[at(26, 12)],
            by=by,
            language="en",
            title="Leaders meet: progress and gaps",
            agenda="1. One minute per task force\n2. Gaps found so far\n3. Dates of the next meetings",
            duration_minutes=120,
            place="Online",
            link="https://video.demo.example/leaders",
        )
