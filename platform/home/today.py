"""The secretariat's first page: what waits, how much of it, since when, and where to see to it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, DateTimeField, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import Cast, Coalesce, Greatest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.counting import numbers_and_oldest
from discussions.models import PostReport
from events.clock import this_year
from events.models import Meeting
from home.health import STUCK_AFTER, oldest_waiting_seconds
from messaging.models import Conversation, Report
from notifications.models import Mail
from objectives.models import StrategyProposal
from partners.models import Affiliation, Agreement, JoiningApplication, Partner, Sheet
from partners.models.sheet import UNTOUCHED_AFTER
from practices.models import Assignment, Practice
from practices.models.lasting import CONFIRMED_FOR
from questions.models import Question
from taskforces.models import Application, Consultation, Enquiry, Seat, StageRecord, TaskForce
from taskforces.models.stage_record import STUCK_AFTER as LONG_AT_ONE_STAGE
from taskforces.reminding import LONG

# What has waited for longer is marked.
LATE_AFTER = timedelta(days=7)


@dataclass(frozen=True)
class Waiting:
    """One kind of thing that waits: how many, the oldest since when, and the list of exactly these."""

    title: Any
    hint: Any
    number: int
    since: datetime | None
    url: str
    is_urgent: bool = False

    @property
    def is_late(self):
        """Whether the oldest has waited for more than a week."""
        return self.since is not None and self.since < timezone.now() - LATE_AFTER


def dashboard(request, context):
    """What unfold shows on its first page."""
    waiting = [each for each in everything() if each.number]
    urgent = [each for each in waiting if each.is_urgent]
    return context | {
        "title": _("Today"),
        "urgent": urgent,
        "waiting": [each for each in waiting if not each.is_urgent],
        "nothing_waits": not waiting,
        "now": timezone.now(),
    }


def everything():
    """All kinds of things that may wait, whatever their number."""
    found = numbers_and_oldest(
        candidates=(Application.objects.to_nominate(), "decidable_at"),
        long=(Application.objects.waiting_longer_than(LONG), "decidable_at"),
        applications=(Application.objects.waiting(), "submitted_at"),
        seats=(lost_seats(), "lost_at"),
        lapsed=(Seat.objects.lapsed(), "expires_at"),
        consultations=(Consultation.objects.closed().undecided(), "closes_at"),
        task_forces=(TaskForce.objects.exclude(pk__in=TaskForce.objects.with_leader()), None),
        mails=(Mail.objects.unsettled(), "created_at"),
        sheets=(Sheet.objects.untouched(), "updated_at"),
        messages=(Conversation.objects.to_nobody().waiting(), "last_message_at"),
        reports=(Report.objects.open(), "created_at"),
        post_reports=(PostReport.objects.open(), "created_at"),
        agreements=(Agreement.objects.ending(), None),
        proposals=(StrategyProposal.objects.waiting(), "created_at"),
        stages=(StageRecord.objects.stuck(), "since"),
        leader_meetings=(Meeting.objects.of_leaders().planned_in(this_year()), None),
        enquiries=(Enquiry.objects.for_secretariat(), "confirmed_at"),
        questions=(Question.objects.for_secretariat(), "asked_at"),
        without_reviewer=(Practice.objects.without_reviewer(), "submitted_at"),
        to_publish=(Practice.objects.to_publish(), "submitted_at"),
        reviews=(Assignment.objects.overdue().annotate(due_at=Cast("due_on", DateTimeField())), "due_at"),
        to_confirm=(Practice.objects.due(), "confirmed_at"),
    )
    return [
        *stuck(),
        *applications(found),
        *joining(),
        *affiliations(),
        consultations(*found["consultations"]),
        seats(*found["seats"]),
        lapsed(*found["lapsed"]),
        task_forces(*found["task_forces"]),
        proposals(*found["proposals"]),
        stages(*found["stages"]),
        mails(*found["mails"]),
        *organisations(),
        sheets(*found["sheets"]),
        messages(*found["messages"]),
        reports(*found["reports"]),
        post_reports(*found["post_reports"]),
        agreements(*found["agreements"]),
        leader_meetings(found["leader_meetings"][0]),
        enquiries(*found["enquiries"]),
        questions(*found["questions"]),
        *practices(found),
    ]


def list_url(model, query):
    """The address of a filtered list of the admin."""
    return f"{reverse(f'admin:{model}_changelist')}?{query}"


def stuck():
    """Nothing leaves the house: the workers or the beat have stopped."""
    seconds = oldest_waiting_seconds()
    if seconds > STUCK_AFTER.total_seconds():
        since = timezone.now() - timedelta(seconds=seconds)
        yield Waiting(
            _("Notices and mails are stuck"),
            _("The oldest has waited for more than 10 minutes: the workers seem to have stopped. Tell the operator."),
            1,
            since,
            list_url("notifications_mail", "status__exact=waiting"),
            is_urgent=True,
        )


def applications(found):
    """Requests to join task forces: those that wait for a nomination, those that wait long, all."""
    yield Waiting(
        _("Candidates to nominate"),
        _("They would lead a task force or represent a region: you decide."),
        *found["candidates"],
        list_url("taskforces_application", "waiting=candidates"),
    )
    yield Waiting(
        _("Applications waiting for more than 7 days"),
        _("The leader has been reminded. You may decide instead."),
        *found["long"],
        list_url("taskforces_application", "waiting=long"),
    )
    yield Waiting(
        _("All applications waiting for an answer"),
        _("Most are for the leaders of the task forces."),
        *found["applications"],
        list_url("taskforces_application", "waiting=all"),
    )


def joining():
    """Organisations that ask to join, in one query."""
    read, laid = (
        Q(status=state) for state in (JoiningApplication.Status.SUBMITTED, JoiningApplication.Status.UNDER_REVIEW)
    )
    found = JoiningApplication.objects.aggregate(
        read=Count("pk", filter=read),
        read_since=Min("submitted_at", filter=read),
        laid=Count("pk", filter=laid),
        laid_since=Min("updated_at", filter=laid),
    )
    yield Waiting(
        _("Applications to join to be read"),
        _("Ask for what is missing, or propose the organisation."),
        found["read"],
        found["read_since"],
        list_url("partners_joiningapplication", "waiting=secretariat"),
    )
    yield Waiting(
        _("Applications to join laid before the Consortium or the Bureau"),
        _("Enter the decision when it has been taken."),
        found["laid"],
        found["laid_since"],
        list_url("partners_joiningapplication", "waiting=body"),
    )


def affiliations():
    """People who say where they work, in one query; first those whom nobody but the secretariat can confirm."""
    spoken_for = Affiliation.objects.active().filter(is_focal_point=True, person__is_active=True)
    nobody = ~Q(partner__in=spoken_for.values("partner"))
    found = Affiliation.objects.requested().aggregate(
        nobody=Count("pk", filter=nobody),
        nobody_since=Min("requested_at", filter=nobody),
        all=Count("pk"),
        since=Min("requested_at"),
    )
    yield Waiting(
        _("People to confirm, organisation without focal point"),
        _("Nobody else can confirm that they work there."),
        found["nobody"],
        found["nobody_since"],
        list_url("partners_affiliation", "waiting=nobody"),
    )
    yield Waiting(
        _("All people to confirm"),
        _("Most are for the focal points of the organisations."),
        found["all"],
        found["since"],
        list_url("partners_affiliation", "waiting=all"),
    )


def lost_seats():
    """Seats of leaders and representatives whose organisation has left, with `lost_at`: when that was."""
    lost = (
        Affiliation.objects.filter(person=OuterRef("person"))
        .exclude(status=Affiliation.Status.REQUESTED)
        .annotate(moment=Coalesce("ended_at", Greatest("started_at", "partner__status_since")))
        .order_by()
        .values("person")
        .annotate(last=Max("moment"))
        .values("last")
    )
    return Seat.objects.lost().annotate(lost_at=Subquery(lost))


def seats(number, since):
    return Waiting(
        _("Seats vacant, to be confirmed"),
        _("The organisation of the leader or representative has left or is suspended."),
        number,
        since,
        list_url("taskforces_seat", "state=flagged"),
    )


def lapsed(number, since):
    return Waiting(
        _("Mandates that have ended"),
        _("The seat is vacant. Renew the mandate, or end the seat."),
        number,
        since,
        list_url("taskforces_seat", "state=lapsed"),
    )


def consultations(number, since):
    return Waiting(
        _("Consultations closed and not decided"),
        _("The members have been heard about the candidates: nominate."),
        number,
        since,
        list_url("taskforces_consultation", "state=undecided"),
    )


def task_forces(number, since):
    return Waiting(
        _("Task forces without leader"),
        _("Their applications wait for you, or for a deputy."),
        number,
        since,
        list_url("taskforces_taskforce", "leader=none"),
    )


def proposals(number, since):
    """What members propose about the strategy."""
    return Waiting(
        _("Proposals about the strategy"),
        _("Accept them with their translations, or decline them with a reason."),
        number,
        since,
        list_url("objectives_strategyproposal", "waiting=waiting"),
    )


def stages(number, since):
    """Task forces that do not move, since the day the oldest became stuck."""
    return Waiting(
        _("Task forces stuck for over 6 months"),
        _("See what is missing, and talk to the leader."),
        number,
        since and since + LONG_AT_ONE_STAGE,
        list_url("taskforces_stagerecord", "state=stuck"),
    )


def mails(number, since):
    """Mails that failed, or of which nobody knows whether they arrived."""
    return Waiting(
        _("Mails failed or unsure"),
        _("Look them up in the relay’s log, then say whether they arrived."),
        number,
        since,
        list_url("notifications_mail", "waiting=unsettled"),
    )


def organisations():
    """Organisations that would like to be partners, and those without anybody to speak for them, in one query."""
    candidate = Q(status=Partner.Status.CANDIDATE)
    found = Partner.objects.aggregate(
        number=Count("pk", filter=candidate),
        since=Min("created_at", filter=candidate),
        silent=Count("pk", filter=Q(pk__in=Partner.objects.nobody_speaks_for().values("pk"))),
    )
    yield Waiting(
        _("Organisations that are candidates"),
        _("To admit as partner or member."),
        found["number"],
        found["since"],
        list_url("partners_partner", "status__exact=candidate"),
    )
    yield Waiting(
        _("Organisations nobody speaks for"),
        _("Nobody confirms their people but you: name or invite a focal point."),
        found["silent"],
        None,
        list_url("partners_partner", "speaks=nobody"),
    )


def sheets(number, since):
    """Sheets of organisations that may no longer be true, since the day that became so."""
    return Waiting(
        _("Sheets not touched for 18 months"),
        _("Their focal points have been reminded. You may remind them again."),
        number,
        since and since + UNTOUCHED_AFTER,
        list_url("partners_sheet", "state=untouched"),
    )


def messages(number, since):
    return Waiting(
        _("Messages to organisations that nobody speaks for"),
        _("You answer in their stead, or find them a focal point."),
        number,
        since,
        f"{reverse('messaging:list')}?show=received",
    )


def reports(number, since):
    """Conversations somebody asked the secretariat to read."""
    return Waiting(
        _("Reported conversations"),
        _("Somebody was annoyed by a message: read it, and settle."),
        number,
        since,
        list_url("messaging_report", "waiting=open"),
    )


def post_reports(number, since):
    """Posts somebody reported; those who moderate the room see them too."""
    return Waiting(
        _("Reported posts"),
        _("Those who moderate the room see them too; where nobody does, they wait for you."),
        number,
        since,
        list_url("discussions_postreport", "waiting=open"),
    )


def leader_meetings(planned):
    """How many leader meetings of this year are still to be planned."""
    return Waiting(
        _("Leader meetings to plan this year"),
        _("The leaders of the task forces should meet more often than planned: propose dates."),
        max(settings.LEADER_MEETINGS_PER_YEAR - planned, 0),
        None,
        list_url("events_meeting", "kind__exact=leader"),
    )


def agreements(number, since):
    return Waiting(
        _("Agreements that end within 90 days"),
        _("Prolong them, or let them go."),
        number,
        since,
        list_url("partners_agreement", "state=ending"),
    )


def enquiries(number, since):
    """Questions from outside that nobody else answers."""
    return Waiting(
        _("Questions from outside for you"),
        _("The task force has neither leader nor deputy, or has not answered for 14 days."),
        number,
        since,
        list_url("taskforces_enquiry", "waiting=ours"),
    )


def questions(number, since):
    """Questions to scientists that nobody answers."""
    return Waiting(
        _("Questions to scientists without an answer"),
        _("They went to nobody, or have waited for too long: lead them to an expert, or close them."),
        number,
        since,
        list_url("questions_question", "waiting=ours"),
    )


def practices(found):
    """Datasheets on their way to readers, and those that may no longer hold."""
    yield Waiting(
        _("Practice datasheets without reviewer"),
        _("Ask somebody to review them, or review them yourself."),
        *found["without_reviewer"],
        list_url("practices_practice", "waiting=reviewer"),
    )
    yield Waiting(
        _("Practice datasheets to publish"),
        _("They are reviewed. Readers wait for them."),
        *found["to_publish"],
        list_url("practices_practice", "waiting=publishing"),
    )
    yield Waiting(
        _("Reviews of practices overdue"),
        _("Ask the reviewer, or assign another one."),
        *found["reviews"],
        list_url("practices_assignment", "state=overdue"),
    )
    number, since = found["to_confirm"]
    yield Waiting(
        _("Practice datasheets to confirm"),
        _("Nobody has said within a year that they still hold: remind their authors."),
        number,
        since and since + CONFIRMED_FOR,
        list_url("practices_practice", "waiting=confirmation"),
    )
