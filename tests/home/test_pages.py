import re
from datetime import timedelta

import pytest
from django.conf import settings as project
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format

from accounts.models import Consent
from home.duties import SHOWN, duties
from partners.models import Invitation, Partner
from taskforces.models import Application, TaskForce
from tests.factories import (
    AffiliationFactory,
    ApplicationFactory,
    ConversationFactory,
    JoiningFactory,
    PartnerFactory,
    UserFactory,
)

LANGUAGES = [code for code, _name in project.LANGUAGES]
PUBLIC = ["home:landing", "home:about", "home:conduct", "home:privacy", "home:accessibility"]


def address(name, language):
    with translation.override(language):
        return reverse(name)


def words(response):
    """The text of a page as a reader sees it, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PUBLIC)
def test_everybody_reads_the_public_pages(client, name, language, amina):
    page = client.get(address(name, language))
    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.content.decode()
    client.force_login(amina)
    assert client.get(address(name, language)).status_code == 200


@pytest.mark.parametrize("name", [*PUBLIC, "home:duties"])
def test_pages_only_answer_to_reading(client, amina, name):
    client.force_login(amina)
    assert client.post(reverse(name)).status_code == 405


@pytest.mark.parametrize("language", LANGUAGES)
def test_duties_are_for_those_who_signed_in(client, victor, language):
    page = client.get(address("home:duties", language))
    assert page.status_code == 302
    assert address("account_login", language) in page.url
    client.force_login(victor)
    assert client.get(address("home:duties", language)).status_code == 200


# -- Landing


def test_landing_shows_six_goals_and_24_objectives(client, db):
    page = client.get(reverse("home:landing")).content.decode()
    assert len(re.findall(r'class="horizon tone-', page)) == 6
    assert len(re.findall(r'href="/en/objectives/[a-f]\d/"', page)) == 24


def test_landing_says_what_stands_in_the_house(client, amina, fatou):
    PartnerFactory(status=Partner.Status.CANDIDATE)
    PartnerFactory(status=Partner.Status.LEFT)
    page = words(client.get(reverse("home:landing")))
    assert "partners and members in 2 countries 2" in page
    assert "task forces, 1 with a leader 24" in page
    assert "people in the task forces 2" in page
    assert "seats open for regional representatives 119" in page


def test_landing_forgets_a_leader_whose_organisation_left(client, amina, fatou, sofia):
    Partner.objects.get(name="AFRIS").leave(by=sofia, reason="It asked to.")
    page = words(client.get(reverse("home:landing")))
    assert "task forces, 0 with a leader 24" in page
    assert "people in the task forces 1" not in page  # one person: the sentence changes
    assert "person in the task forces 1" in page


def test_landing_leads_a_stranger_in_and_a_person_to_her_duties(client, victor):
    stranger = client.get(reverse("home:landing")).content.decode()
    assert f'class="button" href="{reverse("account_signup")}">Join the platform' in stranger
    client.force_login(victor)
    known = client.get(reverse("home:landing")).content.decode()
    assert "Join the platform" not in known
    assert f'class="button" href="{reverse("home:duties")}"' in known


def test_every_door_opens(client, db):
    page = client.get(reverse("home:landing")).content.decode()
    doors = re.findall(r'class="go" href="([^"]+)"', page)
    assert doors == [
        reverse("colleges:friends"),
        reverse("partners:list"),
        reverse("partners:apply"),
        reverse("colleges:funders"),
    ]


def test_landing_asks_a_constant_number_of_questions(client, amina, fatou, django_assert_max_num_queries):
    PartnerFactory.create_batch(10)
    with django_assert_max_num_queries(8):
        client.get(reverse("home:landing"))
    client.force_login(amina)
    client.get(reverse("home:landing"))  # the first request of a session writes it down
    with django_assert_max_num_queries(12):
        client.get(reverse("home:landing"))


# -- My duties


def test_empty_duties_offer_first_actions(client, victor):
    client.force_login(victor)
    page = words(client.get(reverse("home:duties")))
    assert "Nothing waits for you, Victor Almeida" in page
    for action in ("Choose a task force", "Find my organisation", "Decide whether rosters show your name"):
        assert action in page


def test_what_waits_comes_with_its_age(client, amina, victor):
    request = ApplicationFactory(person=victor)
    old = timezone.now() - timezone.timedelta(days=9)
    Application.objects.filter(pk=request.pk).update(submitted_at=old)
    client.force_login(amina)
    page = client.get(reverse("home:duties"))
    assert "One thing waits for you, Amina Diallo" in words(page)
    assert (
        "Decide on a request to join Victor Almeida · A2 Project Development · As leader of A2 waits for 1 week, 2 days"
        in words(page)
    )
    assert request.get_absolute_url() in page.content.decode()


def test_duties_show_where_one_stands(client, bruno, a2):
    ApplicationFactory(person=bruno, task_force=TaskForce.objects.get(objective__code="E1"))
    AffiliationFactory(person=bruno, partner=PartnerFactory(name="Sol vivant"), status="requested")
    a2.seat(bruno, "member", by=None)
    client.force_login(bruno)
    page = words(client.get(reverse("home:duties")))
    assert "A2 Project Development Team member" in page
    assert "E1 MRV Systems Team member" in page and "waiting for an answer" in page
    assert "IVEA You belong to it." in page
    assert "Sol vivant" in page and "a focal point of the organisation confirms" in page


def test_a_no_to_rosters_is_an_answer_too(client, victor):
    victor.consent(Consent.Purpose.ROSTERS, by=victor)
    victor.withdraw_consent(Consent.Purpose.ROSTERS, by=victor)
    client.force_login(victor)
    assert "Decide whether rosters show your name (done)" in words(client.get(reverse("home:duties")))


def test_a_leader_is_told_when_her_second_factor_is_due(client, amina, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    client.force_login(amina)
    due = timezone.localdate() + settings.SECOND_FACTOR_GRACE_FOR_LEADERS
    page = words(client.get(reverse("home:duties")))
    assert f"From {date_format(due, 'DATE_FORMAT')} on you need a second factor" in page
    amina.authenticator_set.create(type="totp", data={})
    assert "second factor to go on" not in words(client.get(reverse("home:duties")))


def test_who_decides_on_nobody_hears_nothing_of_it(client, victor, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    client.force_login(victor)
    assert "Set it up" not in words(client.get(reverse("home:duties")))


def test_duties_do_not_ask_more_for_more(client, amina, a2, django_assert_max_num_queries):
    def more(number):
        for _number in range(number):
            ApplicationFactory(person=UserFactory())
            AffiliationFactory(partner=Partner.objects.get(name="AFRIS"), status="requested")

    more(2)
    client.force_login(amina)
    client.get(reverse("home:duties"))
    with django_assert_max_num_queries(13) as few:
        client.get(reverse("home:duties"))
    more(8)
    with django_assert_max_num_queries(len(few)):
        client.get(reverse("home:duties"))


def test_duties_of_every_kind_stay_few_questions(client, amina, a2, settings, django_assert_max_num_queries):
    settings.SECOND_FACTOR_REQUIRED = True
    afris = Partner.objects.get(name="AFRIS")
    ApplicationFactory(person=UserFactory())
    ApplicationFactory(person=amina, task_force=TaskForce.objects.get(objective__code="B1"), status="draft")
    AffiliationFactory(partner=afris, status="requested")
    JoiningFactory(applicant=amina, status="draft", submitted_at=None)
    ConversationFactory(partner=afris, starter=UserFactory())
    Invitation.objects.create(partner=PartnerFactory(), email=amina.email)
    amina.country = None
    amina.save()
    client.force_login(amina)
    client.get(reverse("home:duties"))
    with django_assert_max_num_queries(8 + 6 + 2):  # one more for each kind that waits, two for somebody new
        page = client.get(reverse("home:duties"))
    assert len(page.context["duties"]) == 6 and page.context["first_days"]


def test_of_many_colleagues_those_who_wait_longest_are_shown(amina):
    afris, now = Partner.objects.get(name="AFRIS"), timezone.now()
    for days in range(SHOWN + 1):
        AffiliationFactory(partner=afris, status="requested", requested_at=now - timedelta(days=days))
    shown = [duty for duty in duties(amina) if duty.title == "Confirm a colleague"]
    assert len(shown) == SHOWN
    assert shown[0].since == now - timedelta(days=SHOWN) and shown[-1].since == now - timedelta(days=1)


# -- The pages of the footer


def test_privacy_lets_a_person_take_and_erase_her_data(client, victor):
    stranger = client.get(reverse("home:privacy")).content.decode()
    assert reverse("accounts:data") not in stranger
    client.force_login(victor)
    page = client.get(reverse("home:privacy")).content.decode()
    assert f'<form method="post" action="{reverse("accounts:data")}"' in page
    assert f'href="{reverse("accounts:erase")}"' in page


def test_privacy_tells_the_truth_about_time(client, settings):
    """The page says 14 days, 90 days, 12 hours and 7 days: so do the settings."""
    from accounts.tasks import UNCONFIRMED_AFTER

    assert settings.SESSION_COOKIE_AGE == 14 * 24 * 3600
    assert settings.SESSION_MAX_AGE.days == 90
    assert settings.SESSION_MAX_AGE_STAFF.total_seconds() == 12 * 3600
    assert UNCONFIRMED_AFTER.days == 7


def test_accessibility_admits_what_is_missing(client, db):
    page = words(client.get(reverse("home:accessibility")))
    assert "No test with a real screen reader" in page
    assert "Chromium only" in page


@pytest.mark.parametrize("name", ["home:about", "home:conduct", "home:privacy", "home:accessibility"])
def test_pages_say_where_to_write(client, db, settings, name):
    settings.CONTACT_EMAIL = "contact@platform.example"
    assert 'href="mailto:contact@platform.example"' in client.get(reverse(name)).content.decode()
    settings.CONTACT_EMAIL = ""
    assert "mailto:" not in client.get(reverse(name)).content.decode()


def test_mark_is_found_where_old_browsers_look_for_it(client, db):
    response = client.get("/favicon.ico")
    assert response.status_code == 302
    assert response["Location"].endswith("/static/img/apple-touch-icon.png")
    assert "max-age=86400" in response["Cache-Control"]
