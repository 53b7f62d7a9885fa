"""The demo: told once, the same each time, through the verbs, at believable dates."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import User
from config.settings import dev
from core.models import Activity
from home.duties import duties
from notifications.models import Mail, Notice
from partners.models import Affiliation, Partner
from taskforces.models import Application, Role, Seat, TaskForce


@pytest.fixture
def demo(db):
    call_command("load_demo", verbosity=0)


def person(key):
    return User.objects.get(email=f"{key}@demo.example")


def content():
    """How many rows each table has, and the newest change of any."""
    return {model._meta.label: model.objects.count() for model in apps.get_models() if model._meta.managed}


def test_demo_is_refused_outside_demo_settings(db, settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="demo settings only"):
        call_command("load_demo")
    assert not User.objects.exists()


def test_second_load_changes_nothing(demo):
    before = content()
    call_command("load_demo", verbosity=0)
    assert content() == before


def test_demo_is_the_same_each_time(db, transactional_db):
    from home import demo as story

    def told():
        story.load()
        seats = Seat.objects.order_by("pk").values_list("task_force__objective__code", "person__email", "role")
        people = User.objects.order_by("pk").values_list("email", "name", "language", "country")
        return (
            list(people),
            list(seats),
            list(Application.objects.order_by("pk").values_list("person__email", "answers")),
        )

    first = told()
    call_command("flush", interactive=False, verbosity=0)
    call_command("load_reference", verbosity=0)
    assert told() == first


@pytest.mark.parametrize("email", [email for email, _who in dev.DEMO_LOGINS])
def test_whoever_is_printed_can_sign_in(demo, client, settings, email):
    assert person(email.split("@")[0]).emailaddress_set.get().verified
    assert authenticate(None, email=email, password=settings.DEMO_PASSWORD).email == email


def test_a2_has_its_cast(demo):
    seats = Seat.objects.in_force().filter(task_force__objective__code="A2")
    assert seats.leaders().get().person == person("amina")
    assert seats.representatives().get(region__slug="africa").person == person("fatou")
    assert seats.get(person=person("bruno")).role == Role.MEMBER
    assert not seats.filter(region__slug="europe").exists(), "Carla asks for this one"


def test_applications_wait_in_all_states(demo):
    a2 = Application.objects.filter(task_force__objective__code="A2")
    waiting = list(a2.waiting())
    assert len(waiting) == 3
    assert timezone.now() - waiting[0].submitted_at > timedelta(days=7)
    assert [row.role for row in waiting].count(Role.REPRESENTATIVE) == 1
    assert a2.get(status=Application.Status.DECLINED).reason
    assert a2.get(status=Application.Status.ASKED).messages.exists()


def test_everybody_has_something_to_do_or_to_read(demo):
    for key in ("amina", "bruno", "carla", "fatou", "ines"):
        assert duties(person(key)), key
    for key in ("sofia", "amina", "bruno", "carla", "fatou", "hugo", "ines", "jonas", "lena", "victor"):
        assert person(key).notices.unread().exists(), key
    assert Notice.objects.exclude(read_at=None).exists()


def test_house_has_vacancies_and_a_flagged_seat(demo):
    assert Seat.objects.flagged().get().person.affiliations.get().partner.status == Partner.Status.LEFT
    leaderless = TaskForce.objects.exclude(pk__in=TaskForce.objects.with_leader())
    assert 3 <= leaderless.count() <= 8
    assert TaskForce.objects.filter(is_joining_open=False).count() == 1
    assert Affiliation.objects.requested().get().partner == person("carla").affiliations.get().partner


def test_organisations_are_of_all_colleges_and_regions(demo):
    partners = Partner.objects.in_force()
    assert partners.count() >= 60
    assert set(partners.values_list("type", flat=True)) == set(Partner.Type.values)
    assert partners.values("country__region__parent").distinct().count() == 5
    assert set(Partner.objects.values_list("status", flat=True)) == set(Partner.Status.values)


def test_friend_without_organisation_stays_one(demo):
    assert not person("victor").is_partner
    assert User.objects.friends().filter(pk=person("victor").pk).exists()


def test_nothing_happened_at_the_moment_of_loading(demo):
    just_now = timezone.now() - timedelta(minutes=5)
    assert not Activity.objects.filter(created_at__gte=just_now).exists()
    assert not Seat.objects.filter(started_at__gte=just_now).exists()
    assert not Notice.objects.filter(created_at__gte=just_now).exists()
    history = apps.get_model("taskforces.SeatEvent").objects
    assert history.exists() and not history.filter(pgh_created_at__gte=just_now).exists()


def test_no_mail_of_the_past_leaves(demo):
    assert Mail.objects.exists()
    assert not Mail.objects.due().exists()
    assert not Activity.objects.unannounced().exists()


def test_crowd_is_added_once(demo):
    partners, seats = Partner.objects.count(), Seat.objects.count()
    call_command("load_demo", "--scale=40", verbosity=0)
    call_command("load_demo", "--scale=40", verbosity=0)
    assert Partner.objects.count() == partners + 40
    assert Seat.objects.count() == seats + 20
    call_command("load_demo", "--scale=50", verbosity=0)
    assert Partner.objects.count() == partners + 50
