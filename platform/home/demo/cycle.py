"""The demo's task forces on their way through the cycle: most begin, A2 looks for gaps, two are far, one is stuck."""

import pgtrigger

from home.demo.past import days_ago, happening
from taskforces.models import Output, OutputDelivery, StageRecord, TaskForce

OVERRULED = (
    "Two regions have their representatives and work goes on. The others follow.",
    "The planning meeting was held with those who are there. The open seats stay open.",
)
NOTES = {
    "planning-meeting-held": "Réunion en ligne du bureau du groupe, quatorze personnes. Plan de travail adopté.",
    "register-in-every-region": "Quarante actions et projets recensés ; l’Océanie n’en compte que deux.",
    "literature-gathered": "Sixty references, most of them on East and West Africa.",
}
# Code: how many days ago it left each stage, from the first one on.
WAYS = {
    "A2": (430, 160),
    "B1": (400,),
    "C1": (90, 20),
    "C3": (500, 420, 330, 240, 90),
    "D2": (150,),
    "D4": (70,),
    "E1": (300, 250, 180, 60),
    "E2": (15,),
}
# When the cycle began for them; the others are younger, and one of them does not move.
BEGAN, STUCK = 640, ("A4", 300)


def walk_the_cycle(cast, *, by):
    """All begin; some move on, with what their leaders attest and the exceptions the secretariat makes."""
    for number, record in enumerate(StageRecord.objects.open().order_by("task_force__objective__code")):
        began_somewhen(record, 20 + 13 * number % 150)
    for code, moves in WAYS.items():
        task_force = TaskForce.objects.select_related("objective").get(objective__code=code)
        began_somewhen(task_force.position, BEGAN)
        leader = cast["amina"] if code == "A2" else leader_of(task_force)
        for number, days in enumerate(moves):
            with happening(days_ago(days + 5)):
                attest_what_can_be(task_force, by=leader or by)
            with happening(days_ago(days)):
                go_on(task_force, OVERRULED[number % 2], leader=leader, by=by)
    began_somewhen(TaskForce.objects.get(objective__code=STUCK[0]).position, STUCK[1])


def began_somewhen(record, days):
    """The official data put it where it stands today; in the demo that was some time ago."""
    with pgtrigger.ignore():
        StageRecord.objects.filter(pk=record.pk).update(since=days_ago(days))


def leader_of(task_force):
    """Who leads it now, or None."""
    seat = task_force.seats.in_force().leaders().select_related("person").first()
    return seat and seat.person


def go_on(task_force, reason, *, leader, by):
    """The leader moves on where all is there; otherwise the secretariat makes an exception."""
    position = task_force.position
    if position.missing:
        position.overrule(reason=reason, by=by)
    else:
        position.move_on(by=leader or by)


def attest_what_can_be(task_force, *, by):
    """Everything of its stage that waits for the leader's word."""
    for output in task_force.position.stage.outputs.filter(can_be_attested=True, is_required=True):
        attest(task_force, output.code, by=by)


def attest(task_force, code, *, by):
    """One output, with a note where the demo has words for it."""
    note = NOTES.get(code, "") if task_force.code == "A2" else ""
    OutputDelivery.attest(task_force, Output.objects.get(code=code), note=note, by=by)
