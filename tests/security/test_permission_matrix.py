"""The permission matrix of the Initiative, as far as its rows exist: one row, one action, one answer per role.

Y yes · N no · own: only what is the person's own · scope: only in the own task force, region or organisation.
"""

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import User
from core.models import Activity
from objectives.models import ObjectiveText
from partners.models import Affiliation
from taskforces.models import Role
from tests.factories import AffiliationFactory, ApplicationFactory, UserFactory, partner_person
from tests.security.stage import (
    FOCAL_POINT,
    FRIEND,
    FUNDER,
    LEADER,
    MEMBER,
    PARTNER,
    REPRESENTATIVE,
    ROLES,
    SECRETARIAT,
    SUPERUSER,
    VISITOR,
)

pytestmark = pytest.mark.django_db

STAFF = {SECRETARIAT, SUPERUSER}
EVERYBODY = set(ROLES)
SIGNED_IN = EVERYBODY - {VISITOR}
PARTNER_PEOPLE = {PARTNER, FOCAL_POINT, LEADER, REPRESENTATIVE, FUNDER}


def opens(client, path):
    return client.get(path).status_code == 200


def has_seat(person, task_force, role=None):
    seats = task_force.seats.open().filter(person=person)
    return (seats.filter(role=role) if role else seats).exists()


# Each action is a function of (stage, client, person) that tries it as a person would, and says whether it worked.


def read_public_pages(stage, client, person):
    paths = ("/en/", "/en/objectives/", "/en/objectives/a2/", "/en/task-forces/a2/", "/en/partners/", "/en/colleges/")
    return all(opens(client, path) for path in paths)


def ask_to_belong_to_an_organisation(stage, client, person):
    client.post(f"/en/partners/{stage.bodenbund.slug}/request/")
    return person is not None and person.affiliations.filter(partner=stage.bodenbund).exists()


def confirm_a_person_for_the_own_organisation(stage, client, person):
    partner = person.affiliations.in_force().first().partner if person and person.is_partner else stage.fundacion
    asking = AffiliationFactory(partner=partner, status=Affiliation.Status.REQUESTED)
    client.post(f"/en/partners/affiliations/{asking.pk}/confirm/")
    asking.refresh_from_db()
    return asking.status == Affiliation.Status.ACTIVE


def confirm_a_person_for_another_organisation(stage, client, person):
    asking = AffiliationFactory(status=Affiliation.Status.REQUESTED)
    client.post(f"/en/partners/affiliations/{asking.pk}/confirm/")
    asking.refresh_from_db()
    return asking.status == Affiliation.Status.ACTIVE


def confirm_oneself(stage, client, person):
    if person is None:
        return False
    asking = AffiliationFactory(person=person, status=Affiliation.Status.REQUESTED)
    client.post(f"/en/partners/affiliations/{asking.pk}/confirm/")
    asking.refresh_from_db()
    return asking.status == Affiliation.Status.ACTIVE


def decide_the_status_of_an_organisation(stage, client, person):
    client.post(f"/admin/partners/partner/{stage.candidate.pk}/admit-as-partner/", {"reason": "All papers are in."})
    stage.candidate.refresh_from_db()
    return stage.candidate.status == "partner"


def change_the_college_of_an_organisation(stage, client, person):
    from colleges.models import College, Placement

    posted = {"partner": stage.candidate.pk, "college": College.objects.get(number=2).pk, "reason": "So."}
    client.post("/admin/colleges/placement/add/", posted)
    return Placement.objects.filter(partner=stage.candidate).exists()


def edit_the_official_text_of_an_objective(stage, client, person):
    text = ObjectiveText.objects.get(objective__code="A2", version__is_in_force=True)
    languages = ("en", "fr", "es")
    posted = {
        f"{field}_{language}": "Reworded" for field in ("label", "title", "description") for language in languages
    }
    posted |= {f"notes_{language}": "" for language in languages}
    client.post(f"/admin/objectives/objectivetext/{text.pk}/change/", posted)
    text.refresh_from_db()
    return text.title_en == "Reworded"


def ask_for(role, **more):
    def ask(stage, client, person):
        posted = {
            "role": role,
            "country": "FR",
            "accepts_duties": "on",
            "motivation": "Soil.",
            "expertise": "Agronomy",
            "time": "up_to_4",
            "languages": "en",
            "qualification": "I know soils.",
            "experience": "Ten years.",
            **more,
        }
        client.post("/en/task-forces/b1/join/", posted)
        return (
            person is not None
            and person.applications.filter(role=role, status="submitted")
            .exclude(task_force__in=[stage.a2, stage.a3])
            .exists()
        )

    return ask


def stand_as_representative(stage, client, person):
    return ask_for(Role.REPRESENTATIVE, region=stage.europe.pk)(stage, client, person)


def nominate_a_leader(stage, client, person):
    candidacy = ApplicationFactory(person=partner_person(), task_force=stage.a3, role=Role.LEADER)
    client.post(f"/admin/taskforces/application/{candidacy.pk}/nominate/", {})
    client.post(f"/en/task-forces/a3/applications/{candidacy.pk}/accept/")
    return has_seat(candidacy.person, stage.a3)


def accept_from(country, task_force):
    def accept(stage, client, person):
        from tests.cast import country as country_of

        applicant = UserFactory(country=country_of(country))
        force = getattr(stage, task_force)
        application = ApplicationFactory(person=applicant, task_force=force)
        client.post(f"/en/task-forces/{task_force}/applications/{application.pk}/accept/")
        return has_seat(applicant, force, Role.MEMBER)

    return accept


def decline_from(country, task_force):
    def decline(stage, client, person):
        from tests.cast import country as country_of

        application = ApplicationFactory(
            person=UserFactory(country=country_of(country)), task_force=getattr(stage, task_force)
        )
        client.post(f"/en/task-forces/{task_force}/applications/{application.pk}/decline/", {"text": "Full."})
        application.refresh_from_db()
        return application.status == "declined"

    return decline


def accept_the_own_request(stage, client, person):
    if person is None:
        return False
    task_force = stage.b1
    application = ApplicationFactory(person=person, task_force=task_force)
    client.post(f"/en/task-forces/b1/applications/{application.pk}/accept/")
    client.post(f"/admin/taskforces/application/{application.pk}/accept/", {})
    return has_seat(person, task_force)


def accept_a_candidate(stage, client, person):
    candidacy = ApplicationFactory(person=partner_person(), task_force=stage.a2, role=Role.LEADER)
    client.post(f"/en/task-forces/a2/applications/{candidacy.pk}/accept/")
    return has_seat(candidacy.person, stage.a2)


def end_a_members_seat(stage, client, person):
    seat = stage.a2.seat(UserFactory(), Role.MEMBER, by=None)
    client.post(f"/en/task-forces/a2/members/{seat.pk}/end/")
    seat.refresh_from_db()
    return not seat.is_open


def end_the_leaders_seat(stage, client, person):
    client.post(f"/en/task-forces/a2/members/{stage.leader_seat.pk}/end/")
    stage.leader_seat.refresh_from_db()
    return not stage.leader_seat.is_open


def see_the_members_by_name(stage, client, person):
    return opens(client, "/en/task-forces/a2/members/")


def read_the_own_applications(stage, client, person):
    if person is None:
        return False
    application = ApplicationFactory(person=person, task_force=stage.b1)
    return opens(client, f"/en/task-forces/b1/applications/{application.pk}/")


def read_the_audit_log(stage, client, person):
    return opens(client, "/admin/core/activity/")


def enter_the_admin(stage, client, person):
    return opens(client, "/admin/")


def appoint_somebody_to_the_secretariat(stage, client, person):
    client.post(f"/admin/accounts/user/{stage.victor.pk}/appoint-to-secretariat/", {})
    return User.objects.get(pk=stage.victor.pk).is_staff


def become_superuser(stage, client, person):
    if person is None:
        return False
    client.post(f"/admin/accounts/user/{person.pk}/change/", {"is_superuser": "on", "is_staff": "on"})
    return User.objects.get(pk=person.pk).is_superuser


def edit_vocabularies(stage, client, person):
    from core.models import Theme

    posted = {"slug": "peat", "position": 1, "name_en": "Peat", "name_fr": "Tourbe", "name_es": "Turba"}
    client.post("/admin/core/theme/add/", posted)
    return Theme.objects.filter(slug="peat").exists()


def export_the_own_data(stage, client, person):
    response = client.post("/en/account/data/")
    return "attachment" in response.get("Content-Disposition", "") and person.email in response.content.decode()


def erase_the_own_account(stage, client, person):
    client.post("/en/account/erase/", {"confirm": "on"})
    return person is not None and User.objects.get(pk=person.pk).is_erased


def export_data_about_others(stage, client, person):
    response = client.post("/admin/accounts/user/export/", {"kind": "csv"})
    return stage.amina.email in response.content.decode()


def read_somebody_elses_notices(stage, client, person):
    return person != stage.victor and opens(client, f"/en/notifications/{stage.notice.pk}/")


ROWS = [
    (read_public_pages, EVERYBODY),
    (ask_to_belong_to_an_organisation, SIGNED_IN),
    (confirm_a_person_for_the_own_organisation, {FOCAL_POINT, LEADER} | STAFF),  # Amina is focal point of AFRIS
    (confirm_a_person_for_another_organisation, STAFF),
    (confirm_oneself, STAFF),
    (decide_the_status_of_an_organisation, STAFF),
    (change_the_college_of_an_organisation, STAFF),
    (edit_the_official_text_of_an_objective, STAFF),
    (ask_for(Role.MEMBER), SIGNED_IN),
    (ask_for(Role.LEADER), PARTNER_PEOPLE),
    (stand_as_representative, PARTNER_PEOPLE),
    (nominate_a_leader, STAFF),
    (accept_from("SN", "a2"), {LEADER, REPRESENTATIVE} | STAFF),
    (accept_from("BR", "a2"), {LEADER} | STAFF),
    (accept_from("SN", "a3"), STAFF),
    (decline_from("SN", "a2"), {LEADER, REPRESENTATIVE} | STAFF),
    (decline_from("BR", "a2"), {LEADER} | STAFF),
    (decline_from("SN", "a3"), STAFF),
    (accept_the_own_request, set()),
    (accept_a_candidate, set()),
    (end_a_members_seat, {LEADER} | STAFF),
    (end_the_leaders_seat, {LEADER} | STAFF),
    (see_the_members_by_name, {LEADER, REPRESENTATIVE, MEMBER} | STAFF),
    (read_the_own_applications, SIGNED_IN),
    (read_somebody_elses_notices, set()),
    (export_the_own_data, SIGNED_IN),
    (erase_the_own_account, SIGNED_IN),
    (export_data_about_others, STAFF),
    (read_the_audit_log, STAFF),
    (enter_the_admin, STAFF),
    (edit_vocabularies, STAFF),
    (appoint_somebody_to_the_secretariat, {SUPERUSER}),
    (become_superuser, {SUPERUSER}),
]
NAMES = [f"{number} {action.__name__}" for number, (action, _roles) in enumerate(ROWS)]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("action", "allowed"), ROWS, ids=NAMES)
def test_matrix(stage, doors, role, action, allowed):
    person = getattr(stage, role)
    worked = action(stage, doors.client(role), person and User.objects.get(pk=person.pk))
    assert worked == (role in allowed)


def test_nobody_below_the_secretariat_changes_anything_in_the_admin(stage, doors):
    number = Activity.objects.count()
    for role in (FRIEND, PARTNER, FOCAL_POINT, LEADER, REPRESENTATIVE, MEMBER, FUNDER):
        assert doors.client(role).post("/admin/partners/partner/add/", {"name": "X"}).status_code == 403
    assert Activity.objects.count() == number


def test_permission_denied_page_says_how_to_go_on(stage, doors):
    page = doors.client(PARTNER).get("/en/task-forces/a2/members/")
    assert page.status_code == 403
    assert PermissionDenied.__name__ not in page.content.decode()
