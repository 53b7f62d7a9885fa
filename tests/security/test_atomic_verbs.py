"""An error in the middle of a verb leaves nothing half-done: the database refuses its record, and all is as before.

A trigger of this test refuses every new Activity, which a verb writes last.
"""

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from accounts.models import Consent
from accounts.secretariat import appoint, dismiss
from colleges.models import Ambassador, College, Placement
from core.models import Activity
from events.models import CalendarFeed, Minutes
from notifications.models import Mail, Notice, NoticeSetting
from partners.models import Affiliation, Partner, Sheet
from regions.models import Place
from taskforces.gathering_gaps import gather
from taskforces.models import Application, Call, Consultation, JoiningForm, Role
from tests.core import (
    verbs_of_discussions,
    verbs_of_distinctions,
    verbs_of_events,
    verbs_of_illustrations,
    verbs_of_keys,
    verbs_of_library,
    verbs_of_practices,
    verbs_of_projects,
    verbs_of_questions,
    verbs_of_rooms,
    verbs_of_saved_searches,
    verbs_of_tagging,
    verbs_of_wiki,
)
from tests.core.floors import FLOORS
from tests.factories import (
    AffiliationFactory,
    AmbassadorFactory,
    ApplicationFactory,
    JoiningFactory,
    PartnerFactory,
    UserFactory,
    lecture,
    partner_person,
)
from tests.factories.candidates import call_for, consultation_on, days, stated
from tests.factories.candidates import candidate as candidate_in
from tests.factories.cycle import at_stage, attested, every_output
from tests.factories.meetings import begun_meeting, in_days, meeting_of
from tests.factories.register import GapFactory, RegisterItemFactory
from tests.factories.strategy import TEXTS, ProposalFactory
from tests.partners.sheets import WHOLE, published
from tests.taskforces.questions import own_form

pytestmark = pytest.mark.django_db


def refuse_records():
    """From now on no Activity can be written, until the test is rolled back."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION refuse_activity() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'no room left for activities'; END $$"
        )
        cursor.execute(
            "CREATE TRIGGER refuse_activity BEFORE INSERT ON core_activity "
            "FOR EACH ROW EXECUTE FUNCTION refuse_activity()"
        )


def everything():
    """{table: its rows in one word} of all our tables, histories included; the gazetteer, which no verb writes, is
    left out. The database makes the words: to fetch a thousand objects of every kind took two seconds."""
    tables = sorted(
        model._meta.db_table
        for model in apps.get_models()
        if model._meta.app_label in (*FLOORS, "account", "mfa", "sessions", "auth", "pghistory")
        and model._meta.managed
        and not model._meta.proxy
        and model is not Place
    )
    words = " UNION ALL ".join(
        f"SELECT '{table}', md5(string_agg(each::text, ' ' ORDER BY each::text)) FROM {table} AS each"  # noqa: S608
        for table in tables
    )
    with connection.cursor() as cursor:
        cursor.execute(words)
        return dict(cursor.fetchall())


def unsure_mail(a2):
    notice = Notice.objects.create(recipient=UserFactory(), activity=a2.record("opened", by=None), audience="person")
    mail = Mail.of(notice)
    mail.status = Mail.Status.UNSURE
    mail.save()
    return mail


def drafted(a2):
    return Application.begin(UserFactory(), a2)


def drafted_sheet():
    sheet = published(PartnerFactory(), {"short_en": "We grow soil."})
    sheet.save_draft(WHOLE, by=None)
    return sheet


def candidate():
    return ApplicationFactory(person=partner_person(), role=Role.LEADER)


def consulted(a2):
    application = candidate_in(call_for(a2))
    consultation_on(application.call)
    return application


def member(a2):
    return a2.seat(UserFactory(), Role.MEMBER, by=None)


def organised():
    return meeting_of(by=UserFactory())


def begun():
    return begun_meeting(by=UserFactory())


def flagged(a2):
    seat = a2.seat(partner_person(), Role.LEADER, by=None)
    seat.person.affiliations.get().end(by=None)
    return seat


def whole_person(a2):
    person = UserFactory()
    person.consent(Consent.Purpose.ROSTERS, by=person)
    ApplicationFactory(person=person)
    a2.seat(person, Role.MEMBER, by=None)
    AffiliationFactory(person=person)
    return person


# {verb: (a function of the task force that prepares, a function of what it made and of Sofia that calls the verb)}
VERBS = {
    "request an affiliation": (
        lambda a2: (UserFactory(), PartnerFactory()),
        lambda made, sofia: Affiliation.objects.request(*made, by=sofia),
    ),
    "confirm": (lambda a2: AffiliationFactory(status="requested"), lambda made, sofia: made.confirm(by=sofia)),
    "decline a colleague": (
        lambda a2: AffiliationFactory(status="requested"),
        lambda made, sofia: made.decline(by=sofia),
    ),
    "end an affiliation": (lambda a2: AffiliationFactory(), lambda made, sofia: made.end(by=sofia)),
    "name a focal point": (lambda a2: AffiliationFactory(), lambda made, sofia: made.name_focal_point(by=sofia)),
    "admit": (lambda a2: PartnerFactory(), lambda made, sofia: made.admit(Partner.Status.MEMBER, by=sofia)),
    "suspend": (lambda a2: PartnerFactory(), lambda made, sofia: made.suspend(by=sofia, reason="unpaid")),
    "leave": (lambda a2: PartnerFactory(), lambda made, sofia: made.leave(by=sofia, reason="over")),
    "place": (
        lambda a2: (PartnerFactory(), College.objects.get(number=1)),
        lambda made, sofia: Placement.place(*made, reason="A public donor.", by=sofia),
    ),
    "lift": (
        lambda a2: Placement.place(PartnerFactory(), College.objects.get(number=1), reason="So.", by=None),
        lambda made, sofia: made.lift(by=sofia),
    ),
    "name an ambassador": (
        lambda a2: UserFactory(),
        lambda made, sofia: Ambassador.name(made, words="Speak.", by=sofia),
    ),
    "end the time of an ambassador": (
        lambda a2: AmbassadorFactory(),
        lambda made, sofia: made.end(by=sofia, reason="Over."),
    ),
    "write down an activity": (lambda a2: AmbassadorFactory(), lambda made, sofia: lecture(made)),
    "correct an activity": (
        lambda a2: lecture(AmbassadorFactory()),
        lambda made, sofia: made.change(place="Paris", by=sofia),
    ),
    "remove an activity": (lambda a2: lecture(AmbassadorFactory()), lambda made, sofia: made.remove(by=sofia)),
    "give a seat": (lambda a2: (a2, UserFactory()), lambda made, sofia: made[0].seat(made[1], "member", by=sofia)),
    "move to another seat": (
        lambda a2: (a2, a2.seat(partner_person(), Role.MEMBER, by=None).person),
        lambda made, sofia: made[0].seat(made[1], Role.LEADER, by=sofia),
    ),
    "end a seat": (member, lambda made, sofia: made.end(by=sofia)),
    "turn into membership": (flagged, lambda made, sofia: made.turn_into_membership(by=sofia)),
    "publish a joining form": (
        lambda a2: JoiningForm.objects.draft(a2, by=None, from_default=True),
        lambda made, sofia: made.publish(by=sofia),
    ),
    "begin a draft of a joining form": (
        lambda a2: a2,
        lambda made, sofia: JoiningForm.objects.draft(made, by=sofia, from_default=True),
    ),
    "give a joining form up": (lambda a2: own_form(a2), lambda made, sofia: made.give_up(by=sofia)),
    "open joining": (lambda a2: a2, lambda made, sofia: made.set_joining(False, by=sofia)),
    "submit": (drafted, lambda made, sofia: made.submit(by=made.person)),
    "answer": (lambda a2: ApplicationFactory(status="asked"), lambda made, sofia: made.answer("Yes.", by=made.person)),
    "withdraw": (lambda a2: ApplicationFactory(), lambda made, sofia: made.withdraw(by=made.person)),
    "accept": (lambda a2: ApplicationFactory(), lambda made, sofia: made.accept(by=sofia)),
    "nominate": (lambda a2: candidate(), lambda made, sofia: made.nominate(by=sofia)),
    "nominate one of two": (
        lambda a2: (candidate_in(call_for(a2)), candidate_in(call_for(a2)))[0],
        lambda made, sofia: made.nominate(by=sofia),
    ),
    "open a call": (lambda a2: a2, lambda made, sofia: Call.open(made, Role.LEADER, deadline=days(9), by=sofia)),
    "plan a consultation": (
        lambda a2: candidate_in(call_for(a2, deadline=days(1))).call,
        lambda made, sofia: Consultation.plan(made, opens_at=days(2), closes_at=days(3), by=sofia),
    ),
    "support a candidate": (consulted, lambda made, sofia: made.support(by=sofia)),
    "comment on a candidate": (consulted, lambda made, sofia: made.comment("Good.", by=sofia)),
    "take up a statement again": (
        lambda a2: stated(candidate_in(call_for(a2))).statement,
        lambda made, sofia: made.reopen(by=made.application.person),
    ),
    "renew a mandate": (
        lambda a2: a2.seat(partner_person(), Role.LEADER, by=None),
        lambda made, sofia: made.renew(by=sofia),
    ),
    "decline": (lambda a2: ApplicationFactory(), lambda made, sofia: made.decline(reason="Full.", by=sofia)),
    "ask": (lambda a2: ApplicationFactory(), lambda made, sofia: made.ask("Why?", by=sofia)),
    "consent": (lambda a2: UserFactory(), lambda made, sofia: made.consent(Consent.Purpose.ROSTERS, by=made)),
    "withdraw a consent": (
        whole_person,
        lambda made, sofia: made.withdraw_consent(Consent.Purpose.ROSTERS, by=made),
    ),
    "change language": (lambda a2: UserFactory(), lambda made, sofia: made.change_language("fr", by=made)),
    "erase": (whole_person, lambda made, sofia: made.erase(by=made)),
    "dismiss": (lambda a2: UserFactory(is_staff=True), lambda made, sofia: dismiss(made, by=sofia)),
    "deactivate": (lambda a2: UserFactory(), lambda made, sofia: made.deactivate(by=sofia, reason="So.")),
    "reactivate": (
        lambda a2: UserFactory(is_active=False),
        lambda made, sofia: made.reactivate(by=sofia, reason="So."),
    ),
    "appoint": (lambda a2: UserFactory(), lambda made, sofia: appoint(made, by=sofia)),
    "send an application to join": (
        lambda a2: JoiningFactory(status="draft", submitted_at=None, with_pieces=True),
        lambda made, sofia: made.submit(by=made.applicant),
    ),
    "withdraw an application to join": (
        lambda a2: JoiningFactory(),
        lambda made, sofia: made.withdraw(by=made.applicant),
    ),
    "ask for pieces": (
        lambda a2: JoiningFactory(),
        lambda made, sofia: made.ask_for_pieces(["logo"], "Blurred.", by=sofia),
    ),
    "propose an organisation": (lambda a2: JoiningFactory(), lambda made, sofia: made.propose("member", by=sofia)),
    "accept an organisation": (
        lambda a2: JoiningFactory(with_pieces=True),
        lambda made, sofia: made.accept(
            "member", body="bureau", decided_on=timezone.localdate(), reference="B/1", by=sofia
        ),
    ),
    "refuse an organisation": (lambda a2: JoiningFactory(), lambda made, sofia: made.refuse("No.", by=sofia)),
    "publish a sheet": (lambda a2: drafted_sheet(), lambda made, sofia: made.publish(by=sofia)),
    "remind of a sheet": (
        lambda a2: Sheet.of(AffiliationFactory(is_focal_point=True).partner),
        lambda made, sofia: made.remind(by=sofia),
    ),
    "move a task force on": (
        lambda a2: (at_stage(a2, 2), every_output(a2))[0],
        lambda made, sofia: made.move_on(by=sofia),
    ),
    "take back an output": (
        lambda a2: attested(a2, "gaps-named"),
        lambda made, sofia: made.take_back(reason="So.", by=sofia),
    ),
    "accept a proposal about the strategy": (
        lambda a2: ProposalFactory(),
        lambda made, sofia: made.accept(texts=TEXTS, by=sofia),
    ),
    "plan a meeting": (lambda a2: a2, lambda made, sofia: meeting_of(by=sofia, dates=(11, 12))),
    "change a meeting": (lambda a2: organised(), lambda made, sofia: made.change(place="X", by=sofia)),
    "say when": (
        lambda a2: meeting_of(by=member(a2).person, dates=(11, 12)),
        lambda made, sofia: made.give_availability({made.dates.first(): "yes"}, by=made.organiser),
    ),
    "fix a date": (
        lambda a2: meeting_of(by=member(a2).person, dates=(11, 12)),
        lambda made, sofia: made.fix(made.dates.first(), by=sofia),
    ),
    "move a meeting": (lambda a2: organised(), lambda made, sofia: made.move(in_days(3), by=sofia)),
    "say whether": (
        lambda a2: meeting_of(by=member(a2).person),
        lambda made, sofia: made.answer("comes", by=made.organiser),
    ),
    "cancel a meeting": (lambda a2: organised(), lambda made, sofia: made.cancel("So.", by=sofia)),
    "note who was there": (lambda a2: begun(), lambda made, sofia: made.take_attendance([], by=sofia)),
    "publish minutes": (lambda a2: begun(), lambda made, sofia: Minutes.of(made).publish("We met.", by=sofia)),
    "decide": (lambda a2: begun(), lambda made, sofia: made.decide("Count.", by=sofia)),
    "complete a decision": (
        lambda a2: begun().decide("Count.", by=None),
        lambda made, sofia: made.complete(by=sofia),
    ),
    "renew a calendar": (lambda a2: UserFactory(), lambda made, sofia: CalendarFeed.objects.renew(made, by=made)),
    "choose one's mails": (
        lambda a2: UserFactory(),
        lambda made, sofia: NoticeSetting.choose(made, news="daily", by=made),
    ),
    "add to a register": (lambda a2: a2, lambda made, sofia: RegisterItemFactory(added_by=sofia)),
    "change a register item": (
        lambda a2: RegisterItemFactory(),
        lambda made, sofia: made.change(by=sofia, title="Other", country=sofia.country),
    ),
    "withdraw a register item": (
        lambda a2: RegisterItemFactory(),
        lambda made, sofia: made.withdraw(by=sofia, reason="So."),
    ),
    "merge register items": (
        lambda a2: (RegisterItemFactory(doi="10.1000/x"), RegisterItemFactory()),
        lambda made, sofia: made[0].merge_into(made[1], by=sofia),
    ),
    "name a gap": (lambda a2: a2, lambda made, sofia: GapFactory(named_by=sofia)),
    "support a gap": (lambda a2: GapFactory(), lambda made, sofia: made.support(by=sofia)),
    "close a gap": (lambda a2: GapFactory(), lambda made, sofia: made.close(by=sofia, reason="So.")),
    "gather gaps": (
        lambda a2: (a2.seat(partner_person(), Role.LEADER, by=None), GapFactory()),
        lambda made, sofia: gather(),
    ),
    "settle a mail": (unsure_mail, lambda made, sofia: made.settle(arrived=True, by=sofia)),
}


VERBS |= verbs_of_projects.SEVERAL_ROWS | verbs_of_rooms.SEVERAL_ROWS | verbs_of_discussions.SEVERAL_ROWS
VERBS |= verbs_of_distinctions.SEVERAL_ROWS
VERBS |= verbs_of_library.SEVERAL_ROWS | verbs_of_wiki.SEVERAL_ROWS | verbs_of_questions.SEVERAL_ROWS
VERBS |= verbs_of_events.SEVERAL_ROWS | verbs_of_practices.SEVERAL_ROWS
VERBS |= verbs_of_tagging.SEVERAL_ROWS
VERBS |= verbs_of_illustrations.SEVERAL_ROWS
VERBS |= verbs_of_saved_searches.SEVERAL_ROWS
VERBS |= verbs_of_keys.SEVERAL_ROWS


@pytest.mark.parametrize("verb", VERBS)
def test_nothing_is_half_done(verb, a2, sofia):
    prepare, call = VERBS[verb]
    made = prepare(a2)
    refuse_records()
    before = everything()
    with pytest.raises(ProgrammingError, match="no room left"):
        call(made, sofia)
    assert everything() == before


def test_error_after_the_last_line_undoes_the_record_too(a2, sofia):
    number = Activity.objects.count()
    with pytest.raises(RuntimeError), transaction.atomic():
        ApplicationFactory().accept(by=sofia)
        raise RuntimeError
    assert Activity.objects.count() == number
