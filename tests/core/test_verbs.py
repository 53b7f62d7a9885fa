"""Every verb leaves one Activity about its object, and says what its name promises."""

import inspect

import pytest
from django.apps import apps
from django.utils import timezone

from accounts.models import Consent, User
from accounts.secretariat import appoint
from colleges.models import BureauMandate, College, Placement
from colleges.models.bureau_mandate import today
from core.models import Activity, Recorded
from events.models import CalendarFeed, Minutes
from notifications.models import Mail, Notice, NoticeSetting
from partners.models import Affiliation, Invitation, MailDomain, Partner, Sheet
from regions.models import Place
from taskforces.models import Application, Call, Consultation, JoiningForm, Role, Statement
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
    AgreementFactory,
    AmbassadorFactory,
    ApplicationFactory,
    ConversationFactory,
    JoiningFactory,
    KitItemFactory,
    PartnerFactory,
    UserFactory,
    lecture,
    partner_person,
)
from tests.factories.candidates import WORDS, call_for, candidate, consultation_on, days, stated
from tests.factories.cycle import at_stage, attested, every_output
from tests.factories.meetings import begun_meeting, in_days, meeting_of
from tests.factories.register import GapFactory, RegisterItemFactory
from tests.factories.strategy import TEXTS, ProposalFactory, StrategyItemFactory
from tests.taskforces.questions import own_form

OUR_APPS = set(FLOORS) - {"config"}


def city_in(country):
    """The largest city of a country."""
    return Place.objects.filter(country=country).order_by("-population")[0]


def requested():
    return AffiliationFactory(status=Affiliation.Status.REQUESTED)


def member_seat(a2):
    return a2.seat(UserFactory(), Role.MEMBER, by=None)


def partner_seat(a2):
    return a2.seat(partner_person(), Role.MEMBER, by=None)


def deputy_seat(a2):
    seat = partner_seat(a2)
    seat.name_deputy(by=None)
    return seat


def leading_seat(a2, **fields):
    seat = a2.seat(partner_person(), Role.LEADER, by=None)
    for name, value in fields.items():
        setattr(seat, name, value)
    seat.save()
    return seat


def consulted(a2, supporter=None):
    application = candidate(call_for(a2))
    consultation_on(application.call)
    return on(application, lambda one: supporter and one.supports.create(person=supporter))


def written(a2):
    application = candidate(call_for(a2))
    return Statement.save_draft(application, WORDS, by=application.person)


def bureau_mandate(by):
    affiliation = AffiliationFactory()
    college = College.objects.of(affiliation.partner)
    return BureauMandate.give(affiliation.person, college, starts_on=today(), ends_on=today(), by=by)


def drafted(a2):
    return Application.begin(UserFactory(), a2)


def unsure_mail(a2):
    notice = Notice.objects.create(recipient=UserFactory(), activity=a2.record("opened", by=None), audience="person")
    mail = Mail.of(notice)
    mail.status = Mail.Status.UNSURE
    mail.save()
    return mail


def consenting():
    return on(UserFactory(), lambda one: one.consent(Consent.Purpose.ROSTERS, by=one))


def settled(a2, sofia):
    return on(unsure_mail(a2), lambda one: one.settle(arrived=True, by=sofia))


def moved_on(a2):
    at_stage(a2, 2)
    every_output(a2)
    return a2.move_on(by=None)


def placed(sofia):
    return Placement.place(PartnerFactory(), College.objects.get(number=1), reason="A public donor.", by=sofia)


def invited():
    return Invitation.objects.invite(PartnerFactory(), email=f"new{Invitation.objects.count()}@example.org", by=None)


def accepted():
    invitation = invited()
    person = UserFactory(email=invitation.email)
    return on(invitation, lambda one: one.accept(by=person))


def drafted_sheet(by):
    return on(Sheet.of(PartnerFactory()), lambda one: one.save_draft({"short_en": "We grow soil."}, by=by))


def reported():
    conversation = ConversationFactory()
    return conversation.report("Advertising.", by=conversation.starter)


def complete():
    return JoiningFactory(status="draft", submitted_at=None, with_pieces=True)


def admitted(application, sofia):
    application.accept("member", body="bureau", decided_on=timezone.localdate(), reference="B/1", by=sofia)


def proposed(a2):
    return meeting_of(by=member_seat(a2).person, dates=(11, 12))


def say_when(meeting):
    meeting.give_availability({meeting.dates.first(): "yes"}, by=meeting.organiser)


def decided(sofia):
    return begun_meeting(by=sofia).decide("Count.", by=sofia)


def calendar_of(person):
    CalendarFeed.objects.renew(person, by=person)
    return person.calendar_feed


def withdrawn(by):
    return on(RegisterItemFactory(), lambda one: one.withdraw(by=by, reason="So."))


def closed_gap(by):
    return on(GapFactory(), lambda one: one.close(by=by, reason="So."))


def supported(by):
    return on(GapFactory(), lambda one: one.support(by=by))


def on(obj, verb):
    verb(obj)
    return obj


# {class.verb: (what it records, a function of (a2, sofia) that lets it happen and returns the object)}
VERBS = {
    "Admissible.warn_of_silence": (
        "warned_of_silence",
        lambda a2, sofia: on(UserFactory(), lambda one: one.warn_of_silence(by=None)),
    ),
    "AffiliationQuerySet.request": (
        "requested",
        lambda a2, sofia: Affiliation.objects.request(UserFactory(), PartnerFactory(), by=None),
    ),
    "Affiliation.confirm": ("confirmed", lambda a2, sofia: on(requested(), lambda one: one.confirm(by=sofia))),
    "Affiliation.decline": ("declined", lambda a2, sofia: on(requested(), lambda one: one.decline(by=sofia))),
    "Affiliation.end": ("ended", lambda a2, sofia: on(AffiliationFactory(), lambda one: one.end(by=sofia))),
    "Speaking.name_focal_point": (
        "named_focal_point",
        lambda a2, sofia: on(AffiliationFactory(), lambda one: one.name_focal_point(by=sofia)),
    ),
    "Speaking.step_down": (
        "stepped_down",
        lambda a2, sofia: on(AffiliationFactory(is_focal_point=True), lambda one: one.step_down(by=sofia)),
    ),
    "AffiliationQuerySet.welcome": (
        "welcomed",
        lambda a2, sofia: Affiliation.objects.welcome(UserFactory(), PartnerFactory(), by=sofia),
    ),
    "Placing.move_to": (
        "moved_to",
        lambda a2, sofia: on(PartnerFactory(), lambda one: one.move_to(city_in("FR"), by=sofia)),
    ),
    "InvitationQuerySet.invite": ("invited", lambda a2, sofia: invited()),
    "Invitation.accept": ("accepted", lambda a2, sofia: accepted()),
    "Invitation.withdraw": ("withdrawn", lambda a2, sofia: on(invited(), lambda one: one.withdraw(by=sofia))),
    "Invitation.send_again": ("sent_again", lambda a2, sofia: on(invited(), lambda one: one.send_again(by=sofia))),
    "MailDomainQuerySet.claim": (
        "claimed",
        lambda a2, sofia: MailDomain.objects.claim(PartnerFactory(), "soils.example", by=sofia),
    ),
    "Standing.admit": (
        "admitted",
        lambda a2, sofia: on(PartnerFactory(), lambda one: one.admit(Partner.Status.MEMBER, by=sofia)),
    ),
    "Standing.suspend": (
        "suspended",
        lambda a2, sofia: on(PartnerFactory(), lambda one: one.suspend(by=sofia, reason="unpaid")),
    ),
    "Standing.leave": ("left", lambda a2, sofia: on(PartnerFactory(), lambda one: one.leave(by=sofia, reason="over"))),
    "Placement.place": ("placed", lambda a2, sofia: placed(sofia)),
    "Ambassador.name": ("named", lambda a2, sofia: AmbassadorFactory(by=sofia)),
    "Ambassador.end": ("ended", lambda a2, sofia: on(AmbassadorFactory(), lambda one: one.end(by=sofia, reason="."))),
    "Ambassador.add_activity": ("added", lambda a2, sofia: lecture(AmbassadorFactory())),
    "AmbassadorActivity.change": (
        "changed",
        lambda a2, sofia: on(lecture(AmbassadorFactory()), lambda one: one.change(by=sofia, place="Paris")),
    ),
    "KitItem.put_file": (
        "file_removed",
        lambda a2, sofia: on(KitItemFactory(), lambda one: one.put_file(None, by=sofia)),
    ),
    "Call.open": ("opened", lambda a2, sofia: Call.open(a2, Role.LEADER, deadline=days(9), by=sofia)),
    "Call.move_deadline": (
        "deadline_moved",
        lambda a2, sofia: on(call_for(a2), lambda one: one.move_deadline(days(9), by=sofia)),
    ),
    "Consultation.plan": (
        "planned",
        lambda a2, sofia: Consultation.plan(
            candidate(call_for(a2, deadline=days(1))).call, opens_at=days(2), closes_at=days(9), by=sofia
        ),
    ),
    "Consultation.move": (
        "moved",
        lambda a2, sofia: on(consultation_on(call_for(a2)), lambda one: one.move(closes_at=days(9), by=sofia)),
    ),
    "Candidacy.support": ("supported", lambda a2, sofia: on(consulted(a2), lambda one: one.support(by=sofia))),
    "Candidacy.take_back_support": (
        "support_taken_back",
        lambda a2, sofia: on(consulted(a2, supporter=sofia), lambda one: one.take_back_support(by=sofia)),
    ),
    "Candidacy.comment": ("commented", lambda a2, sofia: on(consulted(a2), lambda one: one.comment("Yes.", by=sofia))),
    "Statement.send": ("sent", lambda a2, sofia: on(written(a2), lambda one: one.send(by=one.application.person))),
    "Statement.reopen": (
        "reopened",
        lambda a2, sofia: on(
            stated(candidate(call_for(a2))).statement, lambda one: one.reopen(by=one.application.person)
        ),
    ),
    "Mandate.renew": ("renewed", lambda a2, sofia: on(leading_seat(a2), lambda one: one.renew(by=sofia))),
    "Mandate.wish_renewal": (
        "renewal_wished",
        lambda a2, sofia: on(leading_seat(a2, expires_at=days(9)), lambda one: one.wish_renewal(by=one.person)),
    ),
    "BureauMandate.give": ("given", lambda a2, sofia: bureau_mandate(sofia)),
    "BureauMandate.end": (
        "ended",
        lambda a2, sofia: on(bureau_mandate(sofia), lambda one: one.end(by=sofia, reason=".")),
    ),
    "TaskForce.seat": ("given", lambda a2, sofia: member_seat(a2)),
    "Deputising.name_deputy": (
        "named_deputy",
        lambda a2, sofia: on(partner_seat(a2), lambda one: one.name_deputy(by=sofia)),
    ),
    "Deputising.end_deputy": (
        "ended_deputy",
        lambda a2, sofia: on(deputy_seat(a2), lambda one: one.end_deputy(by=sofia)),
    ),
    "Seat.end": ("ended", lambda a2, sofia: on(member_seat(a2), lambda one: one.end(by=sofia))),
    "Answering.submit": ("submitted", lambda a2, sofia: on(drafted(a2), lambda one: one.submit(by=one.person))),
    "Application.answer": (
        "answered",
        lambda a2, sofia: on(ApplicationFactory(status="asked"), lambda one: one.answer("Yes.", by=one.person)),
    ),
    "Application.withdraw": (
        "withdrawn",
        lambda a2, sofia: on(ApplicationFactory(), lambda one: one.withdraw(by=one.person)),
    ),
    "FormEditing.publish": ("published", lambda a2, sofia: own_form(a2, by=sofia)),
    "FormEditing.give_up": (
        "given_up",
        lambda a2, sofia: on(own_form(a2, by=sofia), lambda one: one.give_up(by=sofia)),
    ),
    "JoiningFormQuerySet.draft": ("drafted", lambda a2, sofia: JoiningForm.objects.draft(None, by=sofia)),
    "Opening.set_joining": ("joining_set", lambda a2, sofia: on(a2, lambda one: one.set_joining(False, by=sofia))),
    "Deciding.accept": ("accepted", lambda a2, sofia: on(ApplicationFactory(), lambda one: one.accept(by=sofia))),
    "Deciding.nominate": (
        "nominated",
        lambda a2, sofia: on(
            ApplicationFactory(person=partner_person(), role=Role.LEADER), lambda one: one.nominate(by=sofia)
        ),
    ),
    "Deciding.decline": (
        "declined",
        lambda a2, sofia: on(ApplicationFactory(), lambda one: one.decline(reason="Full.", by=sofia)),
    ),
    "Deciding.ask": ("asked", lambda a2, sofia: on(ApplicationFactory(), lambda one: one.ask("Why?", by=sofia))),
    "Consenting.consent": (
        "consented",
        lambda a2, sofia: on(UserFactory(), lambda one: one.consent(Consent.Purpose.ROSTERS, by=one)),
    ),
    "Consenting.withdraw_consent": (
        "consent_withdrawn",
        lambda a2, sofia: on(consenting(), lambda one: one.withdraw_consent(Consent.Purpose.ROSTERS, by=one)),
    ),
    "Erasable.erase": ("erased", lambda a2, sofia: on(UserFactory(), lambda one: one.erase(by=one))),
    "Newcomer.dismiss_first_days": (
        "first_days_dismissed",
        lambda a2, sofia: on(UserFactory(), lambda one: one.dismiss_first_days(by=one)),
    ),
    "User.change_language": (
        "language_changed",
        lambda a2, sofia: on(UserFactory(), lambda one: one.change_language("fr", by=one)),
    ),
    "appoint": ("appointed", lambda a2, sofia: on(UserFactory(), lambda one: appoint(one, by=sofia))),
    "Admissible.deactivate": (
        "deactivated",
        lambda a2, sofia: on(UserFactory(), lambda one: one.deactivate(by=sofia, reason="Advertisements.")),
    ),
    "Admissible.reactivate": (
        "reactivated",
        lambda a2, sofia: on(UserFactory(is_active=False), lambda one: one.reactivate(by=sofia, reason="A mistake.")),
    ),
    "Drafting.publish": ("published", lambda a2, sofia: on(drafted_sheet(sofia), lambda one: one.publish(by=sofia))),
    "Sheet.remind": (
        "reminded",
        lambda a2, sofia: on(
            Sheet.of(AffiliationFactory(is_focal_point=True).partner), lambda one: one.remind(by=sofia)
        ),
    ),
    "Agreement.put_document": (
        "document_removed",
        lambda a2, sofia: on(AgreementFactory(), lambda one: one.put_document(None, by=sofia)),
    ),
    "ConversationQuerySet.start": ("started", lambda a2, sofia: ConversationFactory()),
    "Conversation.reply": (
        "replied",
        lambda a2, sofia: on(ConversationFactory(), lambda one: one.reply("And?", by=one.starter)),
    ),
    "Conversation.close": (
        "closed",
        lambda a2, sofia: on(ConversationFactory(), lambda one: one.close(by=one.starter)),
    ),
    "Conversation.block": ("blocked", lambda a2, sofia: on(ConversationFactory(), lambda one: one.block(by=sofia))),
    "Conversation.report": ("made", lambda a2, sofia: reported()),
    "Report.settle": ("settled", lambda a2, sofia: on(reported(), lambda one: one.settle("nothing", by=sofia))),
    "Merging.merge_into": (
        "merged",
        lambda a2, sofia: on(PartnerFactory(), lambda one: one.merge_into(PartnerFactory(), by=sofia, reason="Same.")),
    ),
    "Applying.submit": ("submitted", lambda a2, sofia: on(complete(), lambda one: one.submit(by=one.applicant))),
    "Applying.withdraw": (
        "withdrawn",
        lambda a2, sofia: on(JoiningFactory(), lambda one: one.withdraw(by=one.applicant)),
    ),
    "Admission.ask_for_pieces": (
        "pieces_asked",
        lambda a2, sofia: on(JoiningFactory(), lambda one: one.ask_for_pieces(["logo"], "Blurred.", by=sofia)),
    ),
    "Admission.propose": (
        "proposed",
        lambda a2, sofia: on(JoiningFactory(), lambda one: one.propose("member", by=sofia)),
    ),
    "Admission.choose_organisation": (
        "organisation_chosen",
        lambda a2, sofia: on(JoiningFactory(), lambda one: one.choose_organisation(None, by=sofia)),
    ),
    "Admission.accept": ("accepted", lambda a2, sofia: on(JoiningFactory(), lambda one: admitted(one, sofia))),
    "Admission.refuse": ("refused", lambda a2, sofia: on(JoiningFactory(), lambda one: one.refuse("No.", by=sofia))),
    "Admission.open_piece": (
        "piece_opened",
        lambda a2, sofia: on(JoiningFactory(with_pieces=True), lambda one: one.open_piece("logo", by=sofia)),
    ),
    "StageRecord.move_on": ("moved_on", lambda a2, sofia: moved_on(a2)),
    "StageRecord.overrule": ("overruled", lambda a2, sofia: a2.position.overrule(reason="So.", by=sofia)),
    "StageRecord.move_back": ("moved_back", lambda a2, sofia: at_stage(a2, 1).move_back(reason="So.", by=sofia)),
    "OutputDelivery.attest": ("attested", lambda a2, sofia: attested(a2, "gaps-named")),
    "OutputDelivery.take_back": (
        "taken_back",
        lambda a2, sofia: on(attested(a2, "gaps-named"), lambda one: one.take_back(reason="So.", by=sofia)),
    ),
    "StrategyItem.retire": (
        "retired",
        lambda a2, sofia: on(StrategyItemFactory(), lambda one: one.retire(reason="So.", by=sofia)),
    ),
    "StrategyItem.restore": (
        "restored",
        lambda a2, sofia: on(StrategyItemFactory(status="retired"), lambda one: one.restore(by=sofia)),
    ),
    "StrategyProposal.propose": ("made", lambda a2, sofia: ProposalFactory()),
    "StrategyProposal.comment_on": (
        "commented",
        lambda a2, sofia: on(ProposalFactory(), lambda one: one.comment_on("Good.", by=sofia)),
    ),
    "StrategyProposal.withdraw": (
        "withdrawn",
        lambda a2, sofia: on(ProposalFactory(), lambda one: one.withdraw(by=one.author)),
    ),
    "ProposalDeciding.accept": (
        "accepted",
        lambda a2, sofia: on(ProposalFactory(), lambda one: one.accept(texts=TEXTS, by=sofia)),
    ),
    "ProposalDeciding.decline": (
        "declined",
        lambda a2, sofia: on(ProposalFactory(), lambda one: one.decline(reason="No.", by=sofia)),
    ),
    "Meeting.plan": ("fixed", lambda a2, sofia: meeting_of(by=sofia)),
    "Meeting.change": (
        "changed",
        lambda a2, sofia: on(meeting_of(by=sofia), lambda one: one.change(place="X", by=sofia)),
    ),
    "Dating.give_availability": ("availability_given", lambda a2, sofia: on(proposed(a2), say_when)),
    "Dating.propose_anew": (
        "proposed_anew",
        lambda a2, sofia: on(proposed(a2), lambda one: one.propose_anew([in_days(9)], by=sofia)),
    ),
    "Dating.fix": ("fixed", lambda a2, sofia: on(proposed(a2), lambda one: one.fix(one.dates.first(), by=sofia))),
    "Dating.move": ("moved", lambda a2, sofia: on(meeting_of(by=sofia), lambda one: one.move(in_days(3), by=sofia))),
    "Holding.answer": (
        "answered",
        lambda a2, sofia: on(meeting_of(by=sofia), lambda one: one.answer("comes", by=member_seat(a2).person)),
    ),
    "Holding.take_attendance": (
        "attendance_taken",
        lambda a2, sofia: on(begun_meeting(by=sofia), lambda one: one.take_attendance([], by=sofia)),
    ),
    "Holding.cancel": (
        "cancelled",
        lambda a2, sofia: on(meeting_of(by=sofia), lambda one: one.cancel("So.", by=sofia)),
    ),
    "Holding.decide": ("given", lambda a2, sofia: decided(sofia)),
    "Holding.remind": (
        "reminded",
        lambda a2, sofia: on(meeting_of(by=sofia, dates=(2,)), lambda one: one.remind(by=None)),
    ),
    "Decision.correct": (
        "corrected",
        lambda a2, sofia: on(decided(sofia), lambda one: one.correct(text="X", owner=None, due_on=None, by=sofia)),
    ),
    "Decision.complete": ("completed", lambda a2, sofia: on(decided(sofia), lambda one: one.complete(by=sofia))),
    "Minutes.publish": (
        "minutes_published",
        lambda a2, sofia: on(begun_meeting(by=sofia), lambda one: Minutes.of(one).publish("We met.", by=sofia)),
    ),
    "CalendarFeedQuerySet.renew": ("renewed", lambda a2, sofia: calendar_of(sofia)),
    "Mail.settle": ("settled", lambda a2, sofia: settled(a2, sofia)),
    "NoticeSetting.stop": ("mails_chosen", lambda a2, sofia: NoticeSetting.stop(sofia, "news", by=sofia)),
    "NoticeSetting.choose": ("mails_chosen", lambda a2, sofia: NoticeSetting.choose(sofia, by=sofia, digest="none")),
}

VERBS |= verbs_of_projects.VERBS | verbs_of_rooms.VERBS | verbs_of_discussions.VERBS
VERBS |= verbs_of_distinctions.VERBS
VERBS |= verbs_of_library.VERBS | verbs_of_wiki.VERBS | verbs_of_questions.VERBS
VERBS |= verbs_of_events.VERBS | verbs_of_practices.VERBS
VERBS |= verbs_of_tagging.VERBS
VERBS |= verbs_of_illustrations.VERBS
VERBS |= verbs_of_saved_searches.VERBS
VERBS |= verbs_of_keys.VERBS
VERBS |= {
    "RegisterItem.add": ("added", lambda a2, sofia: RegisterItemFactory()),
    "RegisterItem.change": ("changed", lambda a2, sofia: on(RegisterItemFactory(), lambda one: one.change(by=sofia))),
    "RegisterItem.withdraw": ("withdrawn", lambda a2, sofia: withdrawn(sofia)),
    "RegisterItem.restore": ("restored", lambda a2, sofia: on(withdrawn(sofia), lambda one: one.restore(by=sofia))),
    "Combining.merge_into": (
        "merged",
        lambda a2, sofia: on(RegisterItemFactory(), lambda one: one.merge_into(RegisterItemFactory(), by=sofia)),
    ),
    "Gap.name": ("named", lambda a2, sofia: GapFactory()),
    "Gap.address": ("addressed", lambda a2, sofia: on(GapFactory(), lambda one: one.address(by=sofia, outcome="So."))),
    "Gap.close": ("closed", lambda a2, sofia: closed_gap(sofia)),
    "Gap.reopen": ("reopened", lambda a2, sofia: on(closed_gap(sofia), lambda one: one.reopen(by=sofia))),
    "Gap.support": ("supported", lambda a2, sofia: supported(sofia)),
    "Gap.drop_support": ("unsupported", lambda a2, sofia: on(supported(sofia), lambda one: one.drop_support(by=sofia))),
}

# Verbs that leave their trace elsewhere.
ELSEWHERE = (
    verbs_of_projects.ELSEWHERE
    | verbs_of_rooms.ELSEWHERE
    | verbs_of_discussions.ELSEWHERE
    | verbs_of_practices.ELSEWHERE
    | verbs_of_saved_searches.ELSEWHERE
    | verbs_of_keys.ELSEWHERE
    | {
        "Statement.save_draft": "a draft is nobody's business but the candidate's",
        "Statement.put_letter": "told when the statement is sent",
        "AmbassadorActivity.remove": "the object is gone afterwards; see tests/colleges/test_ambassadors.py",
        "Block.lift": "the object is gone afterwards; its Activity is checked in tests/messaging",
        "Conversation.add": "appends a message within a verb, which records it",
        "Answering.save_draft": "a draft is nobody's business but the applicant's",
        "Drafting.save_draft": "a draft is nobody's business but that of those who write",
        "Drafting.discard_draft": "what was published stands as before; nothing has happened to it",
        "Moving.move_on": "asks the stage record to move on, which records it",
        **dict.fromkeys(
            [f"FormEditing.{verb}_question" for verb in ("add", "change", "move", "remove")],
            "a draft is nobody's business but that of those who write; it is told when it is published",
        ),
        "FormEditing.discard": "what is in force stands as before; nothing has happened to it",
        "MailDomain.drop": "the object is gone afterwards; see tests/partners/test_mail_domains.py",
        "Placement.lift": "the object is gone afterwards; its Activity is checked below",
        "Applying.save_answers": "a draft is nobody's business but the applicant's",
        "Applying.put_piece": "told when the application is sent",
        "Applying.remove_piece": "told when the application is sent",
        "StoredFileQuerySet.keeping": "a file belongs to an object, whose verb records it",
        "StoredFileQuerySet.keep": "a file belongs to an object, whose verb records it",
        "Minutes.save_draft": "a draft is nobody's business but that of those who write",
        "CalendarFeed.revoke": "the object is gone afterwards; see tests/events/test_calendars.py",
        "Seat.turn_into_membership": "ends one seat and gives another: two verbs, each with its Activity",
    }
)


def actors_keyword(function):
    parameter = inspect.signature(function).parameters.get("by")
    return parameter is not None and parameter.kind is inspect.Parameter.KEYWORD_ONLY


def verbs_of_the_code():
    """The names of all methods of our models and querysets that take `by`."""
    found = set()
    for model in apps.get_models():
        if model._meta.app_label not in OUR_APPS:
            continue
        for cls in (*model.__mro__, type(model._default_manager.all())):
            if cls is Recorded:
                continue
            for name, attribute in vars(cls).items():
                function = getattr(attribute, "__func__", attribute)
                if not name.startswith("_") and inspect.isfunction(function) and actors_keyword(function):
                    found.add(f"{cls.__name__}.{name}")
    return found


def test_every_verb_is_listed():
    missing = verbs_of_the_code() - VERBS.keys() - ELSEWHERE.keys()
    assert not missing, f"Say here what these verbs record: {sorted(missing)}"


@pytest.mark.parametrize("name", VERBS)
def test_verb_records_one_activity_about_its_object(name, a2, sofia):
    word, happen = VERBS[name]
    Activity.objects.about(a2)
    obj = happen(a2, sofia)
    assert Activity.objects.about(obj).filter(verb=word).count() == 1


def test_lifting_a_placement_is_recorded(sofia):
    placement = placed(sofia)
    pk = placement.pk
    placement.lift(by=sofia)
    activity = Activity.objects.get(content_type__model="placement", object_id=pk, verb="lifted")
    assert activity.actor == sofia


def test_person_who_erases_herself_is_not_named_as_the_one_who_did(victor):
    victor.erase(by=victor)
    assert Activity.objects.about(victor).get(verb="erased").actor is None


def test_giving_a_seat_names_who_did_it(a2, sofia):
    seat = a2.seat(UserFactory(), Role.MEMBER, by=sofia)
    assert Activity.objects.about(seat).get().actor == sofia


def test_actor_is_a_person(a2, sofia):
    seat = member_seat(a2)
    seat.end(by=sofia)
    assert isinstance(Activity.objects.about(seat).first().actor, User)
