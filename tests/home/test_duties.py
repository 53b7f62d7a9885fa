"""What waits for a person: by date, by role, counted once, gone as soon as somebody has done it."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings as project
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from core.duties import SECRETARIAT, Duty, When, kinds, waits
from home.duties import SHOWN, Waiting, counts, duties
from messaging.models import Conversation
from partners.models import Affiliation, Invitation, Partner
from taskforces.models import Application, Role, TaskForce
from tests.factories import AffiliationFactory, ApplicationFactory, ConversationFactory, PartnerFactory, UserFactory
from tests.home.test_pages import words

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def waited(application, days):
    Application.objects.filter(pk=application.pk).update(submitted_at=timezone.now() - days * DAY)


def invite(person, days, name="Sol vivant"):
    """An invitation to her address that is valid for `days` more days."""
    until = timezone.now() + days * DAY
    return Invitation.objects.create(partner=PartnerFactory(name=name), email=person.email, expires_at=until)


@pytest.fixture
def busy(amina):
    """Amina with something to do in each of her roles, and by each date."""
    waited(ApplicationFactory(person=UserFactory(name="Old Request")), 9)
    waited(ApplicationFactory(person=UserFactory(name="New Request")), 2)
    AffiliationFactory(
        person=UserFactory(name="New Colleague"),
        partner=Partner.objects.get(name="AFRIS"),
        status="requested",
        requested_at=timezone.now() - DAY,
    )
    invite(amina, 3)
    invite(amina, 9, name="Sol patient")
    return amina


# -- By date


@pytest.mark.parametrize(
    ("due", "waiting", "when"),
    [
        (-1, 2, When.OVERDUE),
        (None, 8, When.OVERDUE),
        (1, 30, When.SOON),
        (7, 0, When.SOON),
        (8, 0, When.LATER),
        (None, 6, When.OPEN),
    ],
)
def test_a_duty_stands_under_the_date_by_which_it_is_to_be_done(due, waiting, when):
    with time_machine.travel(NOW, tick=False):
        duty = Duty("Do", "it", NOW - waiting * DAY, "/", due=None if due is None else NOW + due * DAY)
        assert duty.when == when
        assert duty.is_late == (when == When.OVERDUE)


def test_what_is_overdue_comes_first_and_what_has_no_date_last(busy, client):
    client.force_login(busy)
    page = words(client.get(reverse("home:duties")))
    order = ["Overdue", "Old Request", "In the next 7 days", "Sol vivant", "Later", "Sol patient", "No date", "New Col"]
    places = [page.index(word) for word in order]
    assert places == sorted(places)


def test_late_is_said_in_words(client, amina):
    waits_for_amina = ApplicationFactory(person=UserFactory())
    waited(waits_for_amina, 9)
    client.force_login(amina)
    page = words(client.get(reverse("home:duties")))
    assert "Overdue" in page and "waits for 1 week, 2 days" in page


# -- By role


def test_each_thing_says_as_what_she_does_it(busy):
    told = {entry.duty.about: entry.acting.name for entry in Waiting(busy).entries}
    assert told["Old Request · A2 Project Development"] == "As leader of A2"
    assert told["New Colleague · AFRIS"] == "As focal point of AFRIS"
    assert told["Sol vivant"] == "In your own name"


def test_a_representative_acts_for_her_region(fatou):
    ApplicationFactory(person=UserFactory(country=fatou.country))
    [entry] = Waiting(fatou).entries
    assert entry.acting.name == "As representative in A2: Africa"


def test_one_role_can_be_looked_at_alone(busy, client):
    client.force_login(busy)
    page = words(client.get(reverse("home:duties"), {"as": "a2"}))
    assert "Old Request" in page and "New Request" in page
    assert "New Colleague" not in page and "Sol vivant" not in page
    assert "5 things wait for you" in page, "the heading counts everything"
    own = words(client.get(reverse("home:duties"), {"as": "self"}))
    assert "Sol vivant" in own and "Old Request" not in own


@pytest.mark.parametrize("typed", ["", "z9", "<script>", "a2&as=self", "\u202e"])
def test_an_unknown_role_shows_everything(busy, client, typed):
    client.force_login(busy)
    page = client.get(reverse("home:duties"), {"as": typed})
    assert page.status_code == 200 and "Old Request" in words(page) and "Sol vivant" in words(page)


def test_whoever_has_one_role_is_offered_no_filter(client, victor):
    invite(victor, 3)
    client.force_login(victor)
    assert "What waits, by role" not in client.get(reverse("home:duties")).content.decode()


def test_the_secretariat_finds_what_only_it_can_do(client, sofia, victor, amina):
    ApplicationFactory(person=amina, role=Role.LEADER, task_force=TaskForce.objects.get(objective__code="B1"))
    nobodys = PartnerFactory(name="Sol muet")
    AffiliationFactory(partner=nobodys, status="requested")
    ConversationFactory(partner=nobodys, starter=victor).report("Nobody answers.", by=victor)
    told = {str(entry.duty.title): entry.acting.key for entry in Waiting(sofia).entries}
    assert told == dict.fromkeys(
        (
            "Decide on a candidate",
            "Confirm somebody for an organisation without focal point",
            "Answer a message that nobody else can answer",
            "Settle a report",
        ),
        SECRETARIAT,
    )
    client.force_login(sofia)
    for duty in duties(sofia):
        assert client.get(duty.url).status_code == 200, duty.title
    assert counts(victor)["duties"] == counts(amina)["duties"] == 0


@pytest.mark.parametrize("language", [code for code, _name in project.LANGUAGES])
def test_page_stands_in_three_languages(busy, client, language):
    client.force_login(busy)
    with translation.override(language):
        page = client.get(reverse("home:duties"))
    assert page.status_code == 200 and "Old Request" in words(page)


# -- Numbers


def test_header_and_page_tell_the_same_number(busy, client):
    client.force_login(busy)
    page = client.get(reverse("home:duties"))
    assert page.context["nav"].duties == counts(busy)["duties"] == 5
    assert len(page.context["duties"]) == 5
    elsewhere = client.get(reverse("taskforces:list"))
    assert elsewhere.context["nav"].duties == 5


def test_of_very_many_the_heading_tells_how_many_and_the_page_that_it_shows_some(client, amina):
    for number in range(SHOWN + 1):
        AffiliationFactory(partner=Partner.objects.get(name="AFRIS"), status="requested", person__name=f"P{number}")
    client.force_login(amina)
    page = words(client.get(reverse("home:duties")))
    assert f"{SHOWN + 1} things wait for you" in page
    assert f"You see {SHOWN} of them here" in page


def test_counting_all_kinds_is_one_query(amina, django_assert_num_queries):
    with django_assert_num_queries(1):
        counts(amina)


def test_where_nothing_waits_the_page_asks_eight_questions_at_most(client, amina, django_assert_max_num_queries):
    amina.dismiss_first_days(by=amina)
    client.force_login(amina)
    client.get(reverse("home:duties"))
    with django_assert_max_num_queries(8):
        page = client.get(reverse("home:duties"))
    assert not page.context["duties"]


def asked(client):
    """How many questions the page asks now."""
    with CaptureQueriesContext(connection) as captured:
        client.get(reverse("home:duties"))
    return len(captured)


def test_each_kind_that_waits_costs_one_question_more(client, amina):
    client.force_login(amina)
    client.get(reverse("home:duties"))
    nothing = asked(client)
    ApplicationFactory(person=UserFactory())
    assert asked(client) == nothing + 1
    for _number in range(5):
        ApplicationFactory(person=UserFactory())
    assert asked(client) == nothing + 1
    invite(amina, 3)
    assert asked(client) == nothing + 2


# -- Gone when done


def test_what_somebody_else_has_done_no_longer_waits(amina, fatou):
    application = ApplicationFactory(person=UserFactory(country=fatou.country))
    assert len(duties(amina)) == len(duties(fatou)) == 1
    application.accept(by=fatou)
    assert not duties(amina) and not duties(fatou)


def test_with_the_seat_the_duties_go(amina, a2, sofia):
    ApplicationFactory(person=UserFactory())
    assert duties(amina)
    a2.seats.get(person=amina).end(by=sofia)
    assert not duties(amina)


def test_a_message_answered_by_a_colleague_no_longer_waits(carla, victor):
    conversation = ConversationFactory(starter=victor, partner=carla.affiliations.get().partner)
    [duty] = duties(carla)
    assert duty.title == "Answer a message"
    Conversation.objects.get(pk=conversation.pk).reply("Con gusto.", by=carla)
    assert not duties(carla)


def test_nobody_confirms_herself(amina, carla):
    Affiliation.objects.request(amina, carla.affiliations.get().partner, by=amina)
    assert not duties(amina) and len(duties(carla)) == 1


# -- Declaring


def test_two_kinds_cannot_have_one_name():
    with pytest.raises(ValueError, match="taskforces.decide"):
        waits("taskforces.decide")(lambda user: None)


def test_every_kind_can_be_told():
    assert all(kind.tell is not None for kind in kinds().values())
