"""A form changes only the fields it shows, whatever else is posted."""

import pytest
from django.apps import apps
from django.forms.models import model_to_dict

from accounts.models import User
from partners.models import Partner
from taskforces.models import Application
from tests.factories import ApplicationFactory
from tests.factories.wiki import PageFactory

pytestmark = pytest.mark.django_db

# Everything somebody could wish for, under every name a field has anywhere.
WISHES = {
    "id": "1",
    "pk": "1",
    "person": "1",
    "person_id": "1",
    "user": "1",
    "is_staff": "on",
    "is_superuser": "on",
    "is_active": "on",
    "is_focal_point": "on",
    "groups": "1",
    "user_permissions": "1",
    "email": "taken@example.org",
    "password": "x",
    "erased_at": "2020-01-01",
    "joined_at": "2000-01-01",
    "last_login": "2000-01-01",
    "status": "accepted",
    "decided_by": "1",
    "decided_at": "2020-01-01",
    "submitted_at": "2020-01-01",
    "reason": "None.",
    "task_force": "1",
    "form": "1",
    "language": "es",
    "role": "leader",
    "partner": "1",
    "started_at": "2000-01-01",
    "ended_at": "2000-01-01",
    "recipient": "1",
    "activity": "1",
    "read_at": "2000-01-01",
    "audience": "decider",
    "author": "1",
    "gives_funds": "on",
    "nature": "public",
    "source": "admin",
}


def facts(obj, *, but=()):
    """The stored fields of `obj`, but for those the form shows."""
    fresh = type(obj)._base_manager.get(pk=obj.pk)
    return {name: value for name, value in model_to_dict(fresh).items() if name not in but} | {
        field.attname: getattr(fresh, field.attname)
        for field in fresh._meta.concrete_fields
        if field.name not in but and not field.editable
    }


def test_profile(client, victor):
    shown = ("name", "country", "language", "time_zone", "interests")
    before = facts(victor, but=shown)
    client.force_login(victor)
    before["last_login"] = facts(victor)["last_login"]
    posted = WISHES | {"name": "Victor A.", "country": "BR", "language": "es", "time_zone": "America/Bahia"}
    assert client.post("/en/account/profile/", posted).status_code == 302
    assert User.objects.get(pk=victor.pk).name == "Victor A."
    assert facts(victor, but=shown) == before


def test_registration(client):
    posted = WISHES | {"name": "New", "email": "new@example.org", "password1": "a long enough sentence"}
    client.post("/en/account/signup/", posted)
    person = User.objects.get(email="new@example.org")
    assert not (person.is_staff or person.is_superuser or person.groups.exists())
    assert not person.emailaddress_set.filter(verified=True).exists()
    assert person.language == "en"


def test_joining(client, victor, a2, sofia):
    client.force_login(victor)
    posted = WISHES | {
        "role": "member",
        "country": "BR",
        "accepts_duties": "on",
        "motivation": "Soil.",
        "expertise": "Agronomy",
        "time": "up_to_4",
        "languages": "en",
        "answers": "{}",
        "invented_question": "x",
    }
    client.post("/en/task-forces/a2/join/", posted)
    application = Application.objects.get()
    assert (application.person, application.task_force, application.status) == (victor, a2, "submitted")
    assert application.decided_by is None and application.decided_at is None and application.reason == ""
    assert "invented_question" not in application.answers
    assert not apps.get_model("taskforces.Seat").objects.exists()


@pytest.mark.parametrize("verb", ["ask", "decline"])
def test_words_of_those_who_decide(client, amina, victor, verb):
    application = ApplicationFactory(person=victor)
    shown = ("status", "reason", "decided_by", "decided_at", "decided_by_id", "updated_at")
    before = facts(application, but=shown)
    client.force_login(amina)
    client.post(f"/en/task-forces/a2/applications/{application.pk}/{verb}/", WISHES | {"text": "Words."})
    assert facts(application, but=shown) == before
    fresh = Application.objects.get()
    assert fresh.status == {"ask": "asked", "decline": "declined"}[verb]
    assert fresh.reason in ("", "Words.")
    assert all(message.author == amina for message in fresh.messages.all())


def test_answer_of_the_applicant(client, amina, victor):
    application = ApplicationFactory(person=victor)
    application.ask("Since when?", by=amina)
    client.force_login(victor)
    client.post(f"/en/task-forces/a2/applications/{application.pk}/answer/", WISHES | {"text": "2019."})
    fresh = Application.objects.get()
    assert (fresh.status, fresh.decided_by, fresh.role) == ("submitted", None, "member")
    assert fresh.messages.last().author == victor


def test_verbs_without_form(client, carla, cast):
    asking = cast.fundacion.affiliations.create(person=cast.victor)
    client.force_login(carla)
    client.post(f"/en/partners/affiliations/{asking.pk}/confirm/", WISHES)
    asking.refresh_from_db()
    assert (asking.person, asking.status, asking.is_focal_point) == (cast.victor, "active", False)


def test_request_to_belong_to_an_organisation(client, victor, cast):
    client.force_login(victor)
    client.post(f"/en/partners/{cast.fundacion.slug}/request/", WISHES | {"status": "active"})
    asking = cast.fundacion.affiliations.get(person=victor)
    assert (asking.status, asking.is_focal_point) == ("requested", False)


def test_notices(client, victor, sofia, a2):
    seat = a2.seat(victor, "member", by=sofia)
    notice = apps.get_model("notifications.Notice").objects.create(
        recipient=victor, activity=seat.record("given", by=sofia, by_application=False), audience="person"
    )
    client.force_login(victor)
    before = facts(notice, but=("read_at",))
    client.post(f"/en/notifications/{notice.pk}/", WISHES)
    assert facts(notice, but=("read_at",)) == before


def test_page_of_a_wiki(client, amina):
    page = PageFactory(by=amina, title="Living hedges")
    client.force_login(amina)
    shown = ("text", "number", "changed_at")
    before = facts(page, but=shown)
    posted = WISHES | {"text": "New.", "seen": 1, "number": 9, "slug": "x", "is_protected": "on", "title": "X"}
    at = f"/en/spaces/{page.space.slug}/wiki/pages/{page.slug}/edit/"
    assert client.post(at, posted).status_code == 302
    assert facts(page, but=shown) == before
    edition = page.editions.last()
    assert (edition.number, edition.author, edition.title) == (2, amina, "Living hedges")


# -- The admin: what is shown to read is not taken from what is posted


def test_admin_organisation(client, sofia, cast):
    client.force_login(sofia)
    partner = cast.fundacion
    posted = WISHES | {
        "name": "Fundación Suelo",
        "type": "foundation",
        "nature": "non_profit",
        "country": "ES",
        "slug": partner.slug,
        "status": "member",
        "status_reason": "x",
        "created_at": "2000-01-01",
    }
    client.post(f"/admin/partners/partner/{partner.pk}/change/", posted)
    fresh = Partner.objects.get(pk=partner.pk)
    assert (fresh.status, fresh.status_reason, fresh.created_at) == ("partner", "", partner.created_at)


def test_admin_person(client, sofia, victor):
    client.force_login(sofia)
    shown = ("name", "country", "language", "time_zone", "interests")
    before = facts(victor, but=shown)
    posted = WISHES | {"name": "Victor B.", "country": "BR", "language": "es", "time_zone": "UTC"}
    client.post(f"/admin/accounts/user/{victor.pk}/change/", posted)
    assert facts(victor, but=shown) == before
