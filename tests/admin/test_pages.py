"""Every list of the admin: searched, narrowed, in the same number of queries however long it is."""

from datetime import date

import pytest
from django.contrib import admin
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from api.models import Key
from core.models import Activity
from notifications.models import Digest, Mail, Notice, NoticeSetting
from partners.models import Affiliation, Invitation, Sheet
from practices.models import Provenance
from practices.models.provenance import Record
from tests.cast import Cast
from tests.factories import (
    AgreementFactory,
    AmbassadorFactory,
    ApplicationFactory,
    JoiningFactory,
    KitItemFactory,
    PartnerFactory,
    UserFactory,
    lecture,
)
from tests.factories.candidates import call_for, candidate, consultation_on, stated
from tests.factories.cycle import at_stage, attested
from tests.factories.discussions import reported
from tests.factories.enquiries import EnquiryFactory
from tests.factories.events import event_in, outside_meeting
from tests.factories.library import WorkFactory
from tests.factories.meetings import begun_meeting, meeting_of
from tests.factories.practices import PracticeFactory
from tests.factories.projects import formed_team
from tests.factories.questions import answered as answered_question
from tests.factories.register import GapFactory, RegisterItemFactory
from tests.factories.rooms import ActionFactory, admitted, pinned
from tests.factories.strategy import StrategyItemFactory, rewording
from tests.factories.wiki import PageFactory


def our_admins():
    """The admins of the platform's own models."""
    ours = (
        "accounts",
        "api",
        "colleges",
        "core",
        "events",
        "interfaces",
        "library",
        "notifications",
        "objectives",
        "partners",
        "practices",
        "discussions",
        "projects",
        "questions",
        "regions",
        "search",
        "spaces",
        "taskforces",
        "wiki",
    )
    return [
        each
        for model, each in sorted(admin.site._registry.items(), key=lambda row: row[0]._meta.label)
        if model._meta.app_label in ours
    ]


def address(model_admin, page, *args):
    return reverse(f"admin:{model_admin.opts.app_label}_{model_admin.opts.model_name}_{page}", args=args)


# A filter that offers so much offers more of the same.
MANY = 12
ADMINS = our_admins()
NAMES = [model_admin.opts.label_lower for model_admin in ADMINS]


@pytest.fixture(scope="module")
def furnished(django_db_setup, django_db_blocker):
    """One object at least of every kind, made once for all tests of this file."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield furnish(Cast())
        transaction.set_rollback(True)


@pytest.fixture
def full_house(furnished, db):
    """The same; what a test changes is undone."""
    return furnished


def furnish(cast):
    """Give `cast` an object of each kind."""
    from colleges.models import College, Placement

    leader, _secretariat = cast.amina, cast.sofia
    application = ApplicationFactory(person=cast.victor)
    Affiliation.objects.request(UserFactory(), cast.fundacion, by=None)
    Placement.place(cast.afris, College.objects.get(number=5), reason="It asked for it.", by=None)
    lecture(AmbassadorFactory())
    KitItemFactory()
    at_stage(cast.a2, 1)
    attested(cast.a2, "planning-meeting-held")
    rewording(StrategyItemFactory())
    meeting_of(by=leader, dates=(11, 12))
    begun_meeting(by=leader, title="Over").decide("Count.", owner=leader, by=leader)
    event_in(by=leader).register(by=cast.carla)
    outside_meeting().attend(by=cast.carla)
    AgreementFactory()
    call = call_for(cast.a2)
    stated(candidate(call))
    consultation_on(call)
    mandate_of(cast.carla)
    ActionFactory()
    admitted()
    pinned()
    RegisterItemFactory()
    GapFactory()
    WorkFactory()
    PracticeFactory(status="published").tag("climate_zone", "arid", by=None)
    under_review(cast.fatou)
    Provenance.objects.bring_in(Record("WOCAT", "technologies_1", "Hedges", language="en"), by=cast.sofia)
    Key.objects.make("Monthly report", by=cast.victor)
    JoiningFactory()
    Sheet.of(cast.fundacion)
    Invitation.objects.invite(cast.fundacion, email="nadia@example.org", by=None)
    formed_team().idea.comment("Which trees?", language="en", by=cast.victor)
    EnquiryFactory(confirmed=True)
    reported()
    PageFactory(by=leader)
    answered_question()
    activity = application.record("submitted", by=cast.victor)
    Mail.objects.create(notice=Notice.objects.create(recipient=leader, activity=activity, audience="decider"))
    Digest.objects.write(leader, date(2026, 3, 2))
    NoticeSetting.choose(leader, by=leader, news="daily")
    return cast


def under_review(reviewer):
    """A datasheet this person is asked to review, and has commented on."""
    practice = PracticeFactory(status="submitted")
    practice.assign_reviewer(reviewer, by=None)
    practice.comment("essentials", "How deep?", by=reviewer)


def mandate_of(person):
    """She represents a college in the Bureau."""
    from colleges.models import BureauMandate, College

    first, last = date(2025, 1, 1), date(2030, 1, 1)
    return BureauMandate.objects.create(person=person, college=College.objects.first(), starts_on=first, ends_on=last)


# Who opens which page of each: tests/security/access/admin.py.
@pytest.mark.parametrize("model_admin", ADMINS, ids=NAMES)
def test_lists_are_searched(client, full_house, model_admin):
    client.force_login(full_house.sofia)
    assert client.get(address(model_admin, "changelist"), {"q": "a"}).status_code == 200


def test_lists_need_no_more_queries_for_more_rows(client, full_house):
    client.force_login(full_house.sofia)
    urls = [address(model_admin, "changelist") for model_admin in ADMINS]
    full_house.sofia.record("registered", by=full_house.sofia)
    client.get("/admin/")
    before = [queries_of(client, url) for url in urls]
    for _number in range(5):
        person = UserFactory()
        ApplicationFactory(person=person).record("submitted", by=person)
        Affiliation.objects.request(person, PartnerFactory(), by=person)
        notice = Notice.objects.create(recipient=person, activity=person.activities.first(), audience="decider")
        Mail.objects.create(notice=notice)
        full_house.a2.seat(person, "member", by=full_house.sofia)
        lecture(AmbassadorFactory(person=person))
        KitItemFactory()
        WorkFactory(title=f"Guide of {person}")
        PracticeFactory(author=person, status="published")
        under_review(person)
        at_stage(full_house.a2, _number + 2)
        consultation_on(stated(candidate(call_for(full_house.a2))).call)
        mandate_of(person)
        ActionFactory(title=f"Action of {person}", owner=None)
        admitted(person=person)
        pinned()
        rewording(StrategyItemFactory(text_en=str(person)), by=person)
        meeting_of(by=person, title=f"Meeting {person}")
        event_in(by=person, title=f"Event {person}").register(by=person)
        outside_meeting(f"Congress of {person}").attend(by=person)
        begun_meeting(by=person, title=f"Over {person}").decide("Count.", owner=person, by=person)
    after = [queries_of(client, url) for url in urls]
    grown = [name for name, more, less in zip(NAMES, after, before, strict=True) if more > less]
    assert not grown


def queries_of(client, url):
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len(queries)


def tried(values):
    """Each state; of long lists, such as that of countries, both ends; and something nobody offers."""
    return [*(values if len(values) <= MANY else (values[0], values[-1])), "nonsense"]


def test_every_filter_of_every_list_works(client, full_house):
    client.force_login(full_house.sofia)
    for model_admin in ADMINS:
        url = address(model_admin, "changelist")
        changelist = client.get(url).context["cl"]
        for spec in changelist.filter_specs:
            if isinstance(spec, admin.SimpleListFilter):
                for value in tried([value for value, _label in spec.lookup_choices]):
                    assert client.get(url, {spec.parameter_name: value}).status_code == 200, value


def test_pages_keep_out_of_each_others_language(client, full_house):
    User.objects.filter(pk=full_house.sofia.pk).update(language="fr")
    client.force_login(full_house.sofia)
    assert 'lang="fr"' in client.get("/admin/").content.decode()
    client.post(reverse("admin:set-language"), {"language": "es", "next": "/admin/"})
    assert 'lang="es"' in client.get("/admin/").content.decode()


def test_activity_is_read_only(client, full_house):
    client.force_login(full_house.sofia)
    activity = Activity.objects.first()
    page = reverse("admin:core_activity_change", args=[activity.pk])
    assert client.post(page, {"verb": "forged"}).status_code == 403
    assert client.post(reverse("admin:core_activity_delete", args=[activity.pk])).status_code == 403
