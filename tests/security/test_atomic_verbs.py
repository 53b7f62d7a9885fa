"""An error in the middle of a verb leaves nothing half-done: the database refuses its record, and all is as before.

A trigger of this test refuses every new Activity, which a verb writes last.
"""

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction

from accounts.models import Consent
from accounts.secretariat import appoint, dismiss
from colleges.models import College, Placement
from core.models import Activity
from notifications.models import Mail, Notice
from partners.models import Affiliation, Partner
from taskforces.models import Application, Role
from tests.core.floors import FLOORS
from tests.factories import AffiliationFactory, ApplicationFactory, PartnerFactory, UserFactory, partner_person

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
    """All rows of all our tables, histories included."""
    return {
        model._meta.label: sorted(model._base_manager.values_list(), key=repr)
        for model in apps.get_models()
        if model._meta.app_label in (*FLOORS, "account", "mfa", "sessions", "auth", "pghistory")
        and model._meta.managed
        and not model._meta.proxy
    }


def unsure_mail(a2):
    notice = Notice.objects.create(recipient=UserFactory(), activity=a2.record("opened", by=None), audience="person")
    mail = Mail.of(notice)
    mail.status = Mail.Status.UNSURE
    mail.save()
    return mail


def drafted(a2):
    return Application.begin(UserFactory(), a2)


def candidate():
    return ApplicationFactory(person=partner_person(), role=Role.LEADER)


def member(a2):
    return a2.seat(UserFactory(), Role.MEMBER, by=None)


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
    "give a seat": (lambda a2: (a2, UserFactory()), lambda made, sofia: made[0].seat(made[1], "member", by=sofia)),
    "move to another seat": (
        lambda a2: (a2, a2.seat(partner_person(), Role.MEMBER, by=None).person),
        lambda made, sofia: made[0].seat(made[1], Role.LEADER, by=sofia),
    ),
    "end a seat": (member, lambda made, sofia: made.end(by=sofia)),
    "turn into membership": (flagged, lambda made, sofia: made.turn_into_membership(by=sofia)),
    "submit": (drafted, lambda made, sofia: made.submit(by=made.person)),
    "answer": (lambda a2: ApplicationFactory(status="asked"), lambda made, sofia: made.answer("Yes.", by=made.person)),
    "withdraw": (lambda a2: ApplicationFactory(), lambda made, sofia: made.withdraw(by=made.person)),
    "accept": (lambda a2: ApplicationFactory(), lambda made, sofia: made.accept(by=sofia)),
    "nominate": (lambda a2: candidate(), lambda made, sofia: made.nominate(by=sofia)),
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
    "settle a mail": (unsure_mail, lambda made, sofia: made.settle(arrived=True, by=sofia)),
}


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
