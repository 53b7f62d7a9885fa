"""Every verb leaves one Activity about its object, and says what its name promises."""

import inspect

import pytest
from django.apps import apps

from accounts.models import Consent, User
from accounts.secretariat import appoint
from colleges.models import College, Placement
from core.models import Activity, Recorded
from notifications.models import Mail, Notice
from partners.models import Affiliation, Partner
from taskforces.models import Application, Role
from tests.factories import AffiliationFactory, ApplicationFactory, PartnerFactory, UserFactory, partner_person

OUR_APPS = {"accounts", "colleges", "core", "home", "notifications", "objectives", "partners", "regions", "taskforces"}


def requested():
    return AffiliationFactory(status=Affiliation.Status.REQUESTED)


def member_seat(a2):
    return a2.seat(UserFactory(), Role.MEMBER, by=None)


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


def placed(sofia):
    return Placement.place(PartnerFactory(), College.objects.get(number=1), reason="A public donor.", by=sofia)


def on(obj, verb):
    verb(obj)
    return obj


# {class.verb: (what it records, a function of (a2, sofia) that lets it happen and returns the object)}
VERBS = {
    "AffiliationQuerySet.request": (
        "requested",
        lambda a2, sofia: Affiliation.objects.request(UserFactory(), PartnerFactory(), by=None),
    ),
    "Affiliation.confirm": ("confirmed", lambda a2, sofia: on(requested(), lambda one: one.confirm(by=sofia))),
    "Affiliation.decline": ("declined", lambda a2, sofia: on(requested(), lambda one: one.decline(by=sofia))),
    "Affiliation.end": ("ended", lambda a2, sofia: on(AffiliationFactory(), lambda one: one.end(by=sofia))),
    "Affiliation.name_focal_point": (
        "named_focal_point",
        lambda a2, sofia: on(AffiliationFactory(), lambda one: one.name_focal_point(by=sofia)),
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
    "TaskForce.seat": ("given", lambda a2, sofia: member_seat(a2)),
    "Seat.end": ("ended", lambda a2, sofia: on(member_seat(a2), lambda one: one.end(by=sofia))),
    "Application.submit": ("submitted", lambda a2, sofia: on(drafted(a2), lambda one: one.submit(by=one.person))),
    "Application.answer": (
        "answered",
        lambda a2, sofia: on(ApplicationFactory(status="asked"), lambda one: one.answer("Yes.", by=one.person)),
    ),
    "Application.withdraw": (
        "withdrawn",
        lambda a2, sofia: on(ApplicationFactory(), lambda one: one.withdraw(by=one.person)),
    ),
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
    "Mail.settle": ("settled", lambda a2, sofia: settled(a2, sofia)),
}

# Verbs that leave their trace elsewhere.
ELSEWHERE = {
    "Application.save_draft": "a draft is nobody's business but the applicant's",
    "Placement.lift": "the object is gone afterwards; its Activity is checked below",
    "Seat.turn_into_membership": "ends one seat and gives another: two verbs, each with its Activity",
}


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
