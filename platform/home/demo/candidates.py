"""Who would lead and represent in the demo: a call, a consultation of A2's members, mandates near their end."""

from datetime import timedelta

from django.utils import timezone, translation

from colleges.models import BureauMandate, College
from colleges.models.bureau_mandate import today
from home.demo.past import days_ago, happening
from regions.models import Region
from taskforces.models import Application, Consultation, Role, Seat, Statement, TaskForce
from taskforces.models.mandate import end_of_mandate

CARLA = {
    "motivation": "En España trabajamos desde hace diez años con viveros y cooperativas que quieren medir el carbono "
    "de sus suelos, y siempre falta el proyecto que los una. Quiero que Europa lo prepare.",
    "experience": "Coordiné dos proyectos europeos con siete socios y un taller anual con agricultores de Aragón.",
    "contribution": "Una red de cuarenta fincas piloto y un equipo que redacta solicitudes en tres lenguas.",
    "time": "Seis horas al mes, hasta finales de 2028.",
}
RIVAL = {
    "motivation": "Projects on our continent are written one by one; I would like to write them together.",
    "experience": "Eight years of advice to farmers on cover crops and agroforestry.",
    "contribution": "Contacts in four ministries and a calendar of the calls for proposals.",
    "time": "One day a month.",
}
COMMENTS = {
    "amina": "Elle a su réunir des agriculteurs et des financeurs autour d’un même projet : c’est ce qu’il nous faut.",
    "fatou": "Une candidate qui connaît le terrain et répond vite.",
}


def consult_on_candidates(cast, crowd, *, by):
    """Carla and somebody else would represent Europe in A2; the members are heard; elsewhere one writes or is late."""
    carla = Application.objects.get(person=cast["carla"], task_force__objective__code="A2")
    a2 = TaskForce.objects.select_related("objective").get(objective__code="A2")
    rival = stand(next(european(crowd, a2)), a2, Role.REPRESENTATIVE, region="europe", days=12)
    with happening(days_ago(8)):
        state(carla, CARLA, language="es")
        state(rival, RIVAL, language="en")
    with happening(days_ago(5)):
        carla.call.move_deadline(days_ago(-1), by=by)
        # What lies ahead of the moment is not moved with it.
        type(carla.call).objects.filter(pk=carla.call_id).update(deadline=days_ago(4))
    with happening(days_ago(4)):
        consultation = Consultation.plan(
            type(carla.call).objects.get(pk=carla.call_id), opens_at=timezone.now(), closes_at=days_ago(-9), by=by
        )
        Consultation.objects.filter(pk=consultation.pk).update(opens_at=days_ago(4))
    with happening(days_ago(3)):
        for key, text in COMMENTS.items():
            speak(carla, cast[key], text)
    with happening(days_ago(2)):
        keep_mandates(cast)


def stand(person, task_force, role, *, days, region=None):
    """Somebody asked for a leading seat, `days` days ago."""
    with happening(days_ago(days)), translation.override(person.language):
        application = Application.begin(person, task_force)
        application.role, application.region = role, region and Region.objects.get(slug=region)
        application.answers = {"motivation": RIVAL["motivation"]}
        application.submit(by=person)
    return Application.objects.get(pk=application.pk)


def european(crowd, task_force):
    """People of partner organisations in Europe who have nothing in `task_force` yet."""
    for person in crowd:
        is_free = not person.seats.open().filter(task_force=task_force).exists()
        asks = person.applications.filter(task_force=task_force).exists()
        if is_free and not asks and person.is_partner and person.large_region.slug == "europe":
            yield person


def state(application, words, *, language):
    """The candidate wrote her statement and sent it."""
    with translation.override(language):
        statement = Statement.save_draft(application, words, by=application.person)
        statement.send(by=application.person)


def speak(application, person, text):
    """A member supports the candidate and says why."""
    application = Application.objects.get(pk=application.pk)
    with translation.override(person.language):
        application.support(by=person)
        application.comment(text, by=person)


def keep_mandates(cast):
    """Each mandate runs for two years from its beginning; Fatou's ends in a month, one has ended."""
    for seat in Seat.objects.open().leading():
        Seat.objects.filter(pk=seat.pk).update(expires_at=end_of_mandate(seat.started_at))
    Seat.objects.open().leading().filter(person=cast["fatou"]).update(expires_at=days_ago(-34))
    late = Seat.objects.in_force().representatives().filter(task_force__objective__code="D3").order_by("pk").first()
    if late:
        Seat.objects.filter(pk=late.pk).update(expires_at=days_ago(5))


def elect_the_bureau(cast, crowd, *, by):
    """One representative of each college, as far as the demo's people stand in it."""
    people = [cast["carla"], cast["amina"], *crowd]
    for college in College.objects.order_by("number"):
        partners = college.partners.in_force().values("pk")
        person = next((one for one in people if one.affiliations.active().filter(partner__in=partners).exists()), None)
        if person:
            with happening(days_ago(200)):
                BureauMandate.give(person, college, starts_on=today(), ends_on=today() + timedelta(days=530), by=by)
