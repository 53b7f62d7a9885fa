"""`manage.py check_data`: what it says of sound data, and of each broken promise."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from accounts.models import User
from core.models import Activity, StoredFile
from core.uploads import clean_upload
from home.checking import findings
from notifications.models import Mail, Notice
from objectives.models import PlanVersion
from partners.models import Affiliation, Partner
from regions.models import Region
from taskforces.models import Application, Output, RegisterItem, Role, Seat, StageRecord
from tests.factories import AffiliationFactory, ApplicationFactory, PartnerFactory, UserFactory, partner_person
from tests.factories.cycle import at_stage
from tests.factories.register import RegisterItemFactory
from tests.papers import upload

pytestmark = pytest.mark.django_db


def without(table, name):
    """Take a constraint or unique index away until the test ends: the check must see what it then lets through."""
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}")
        cursor.execute(f"DROP INDEX IF EXISTS {name}")


def sentences(severity="error"):
    return [finding.sentence for finding in findings() if finding.severity == severity]


def activity_of(obj):
    return obj.record("given", by=None, by_application=False)


def test_sound_data_says_so(amina, fatou, bruno, carla, victor, sofia, a2):
    ApplicationFactory(person=victor).accept(by=amina)
    output = StringIO()
    call_command("check_data", stdout=output)
    assert "No broken promise, 0 things" in output.getvalue()


def test_task_force_at_no_stage(a2):
    a2.stage_records.all().delete()
    assert "task force A2 stands at 0 stages" in sentences()[0]


def test_stage_that_ended_and_led_nowhere(a2):
    at_stage(a2, 1)
    StageRecord.objects.open().filter(task_force=a2).update(since=timezone.now() + timedelta(days=1))
    assert "ended and no other one began" in sentences()[0]


def test_output_nobody_can_bring_about():
    Output.objects.filter(code="concept-note-written").update(can_be_attested=False)
    assert "neither told nor attested" in sentences("warning")[0]


def test_flagged_seat_is_a_warning_and_no_failure(amina, cast, sofia):
    cast.afris.suspend(by=sofia, reason="unpaid")
    output = StringIO()
    call_command("check_data", stdout=output)
    assert "warning: seat" in output.getvalue()
    assert "leader of A2" in output.getvalue()
    assert "No broken promise, 1 thing to look at." in output.getvalue()


def test_broken_promise_ends_with_an_error(victor):
    application = ApplicationFactory(person=victor)
    Application.objects.filter(pk=application.pk).update(status=Application.Status.ACCEPTED, decided_at=timezone.now())
    with pytest.raises(CommandError) as error:
        call_command("check_data", stdout=StringIO())
    assert error.value.returncode == 1
    assert sentences() == [f"application {application.pk} is accepted and gave no seat"]


def test_commercial_member():
    without("partners_partner", "commercial_bodies_are_never_members")
    PartnerFactory(type=Partner.Type.COMPANY, nature="commercial", status="member")
    assert "commercial and a member" in sentences()[0]


def test_funder_of_a_type_that_never_funds():
    without("partners_partner", "funders_are_of_a_funding_type")
    PartnerFactory(type=Partner.Type.RESEARCH, gives_funds=True)
    assert "never funds" in sentences()[0]


def test_focal_point_who_left():
    without("partners_affiliation", "focal_points_are_active")
    AffiliationFactory(status=Affiliation.Status.ENDED, is_focal_point=True)
    assert "ended and a focal point" in sentences()[0]


def test_two_affiliations_to_one_organisation():
    without("partners_affiliation", "one_open_affiliation_per_organisation")
    first = AffiliationFactory()
    AffiliationFactory(person=first.person, partner=first.partner)
    assert "2 times" in sentences()[0]


def test_no_plan_in_force():
    PlanVersion.objects.update(is_in_force=False)
    assert sentences() == ["0 plan versions are in force instead of one"]


def test_objective_without_task_force(a2):
    a2.stage_records.all().delete()
    a2.delete()
    assert sentences() == ["objective A2 has no task force"]


def test_two_leaders(a2):
    without("taskforces_seat", "one_leader_per_task_force")
    for _number in range(2):
        Seat.objects.create(task_force=a2, person=partner_person(), role=Role.LEADER)
    assert sentences() == ["task force A2 has 2 leaders"]


def test_two_representatives_of_a_region(a2):
    without("taskforces_seat", "one_representative_per_region")
    africa = Region.objects.get(slug="africa")
    for _number in range(2):
        Seat.objects.create(task_force=a2, person=partner_person(), role=Role.REPRESENTATIVE, region=africa)
    assert sentences() == ["africa has 2 representatives in A2"]


def test_representative_of_a_part_of_a_region(a2):
    part = Region.objects.filter(parent__isnull=False).first()
    Seat.objects.create(task_force=a2, person=partner_person(), role=Role.REPRESENTATIVE, region=part)
    assert "has the region" in sentences()[0]


def test_two_seats_of_one_person(a2, victor):
    without("taskforces_seat", "one_open_seat_per_person")
    for _number in range(2):
        Seat.objects.create(task_force=a2, person=victor, role=Role.MEMBER)
    assert "2 open seats in A2" in sentences()[0]


def test_seat_that_ended_before_it_began(a2, victor):
    moment = timezone.now()
    Seat.objects.create(task_force=a2, person=victor, role=Role.MEMBER, ended_at=moment - timedelta(days=1))
    assert "ended before it began" in sentences()[0]


def test_application_decided_twice(victor, amina):
    application = ApplicationFactory(person=victor)
    application.accept(by=amina)
    application.record("declined", by=amina)
    assert sentences() == [f"application {application.pk} was decided on 2 times"]


def test_decision_without_moment(victor):
    ApplicationFactory(person=victor, status=Application.Status.DECLINED)
    assert "nobody knows since when" in sentences()[0]


def test_application_open_again_after_a_decision(victor):
    ApplicationFactory(person=victor, decided_at=timezone.now())
    assert "has been decided on" in sentences()[0]


def test_application_sent_at_no_moment(victor):
    without("taskforces_application", "sent_applications_know_when")
    ApplicationFactory(person=victor, submitted_at=None)
    assert "never sent" in sentences()[0]


def test_doi_that_stands_twice_in_a_register(a2):
    without("taskforces_registeritem", "a_doi_stands_once_in_a_register")
    for title in ("Soils", "Carbon"):
        RegisterItem.objects.create(task_force=a2, type="literature", title=title, doi="10.1000/x")
    assert sentences() == ["10.1000/x stands 2 times in the register of A2"]


def test_item_outside_the_region_of_its_country(a2):
    item = RegisterItem.objects.create(task_force=a2, type="literature", title="Soils", country_id="SN")
    assert "not its region" in sentences()[0]
    item.regions.set([Region.objects.get(slug="africa"), Region.objects.get(slug="asia")])
    assert not sentences()


def test_chain_of_merged_items(a2):
    first, second, third = (RegisterItemFactory() for _number in range(3))
    second.merge_into(third, by=None)
    RegisterItem.objects.filter(pk=first.pk).update(merged_into=second, status="merged")
    assert "was merged itself" in sentences()[0]


def test_row_whose_file_is_gone(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    stored = StoredFile.objects.keep(clean_upload(upload()), by=None)
    stored.file.storage.delete(stored.file.name)
    assert sentences() == [f"file {stored.pk} has a row and lies nowhere"]


def test_file_of_which_no_row_speaks(settings, tmp_path, time_machine):
    settings.MEDIA_ROOT = tmp_path
    default_storage.save("files/zz/lost.pdf", ContentFile(b"lost"))
    assert sentences("warning") == []
    time_machine.move_to(timezone.now() + timedelta(days=2))
    assert sentences("warning") == ["files/zz/lost.pdf lies in the storage and no row speaks of it"]


def test_activity_nobody_announced(a2):
    long_ago = timezone.now() - timedelta(hours=2)
    Activity.objects.create(verb="given", object=a2, source="job", created_at=long_ago)
    assert "has not been announced" in sentences()[0]


def test_person_told_twice(a2, victor):
    without("notifications_notice", "one_notice_per_activity")
    activity = activity_of(a2)
    for _number in range(2):
        Mail.of(Notice.objects.create(recipient=victor, activity=activity, audience="person")).save()
    assert "was told 2 times" in sentences()[0]


def test_notice_without_mail(a2, victor):
    Notice.objects.create(recipient=victor, activity=activity_of(a2), audience="person")
    assert "has no mail" in sentences()[0]


@pytest.mark.parametrize(
    ("fields", "severity", "words"),
    [
        ({"due_at": timezone.now() - timedelta(hours=2)}, "error", "due for an hour"),
        ({"status": "sending", "claimed_at": timezone.now() - timedelta(hours=1)}, "error", "left behind"),
        ({"status": "sent", "sent_at": None}, "error", "nobody knows when"),
        ({"status": "unsure"}, "warning", "settle it"),
        ({"status": "failed"}, "warning", "settle it"),
    ],
)
def test_mail(a2, victor, fields, severity, words):
    mail = Mail.of(Notice.objects.create(recipient=victor, activity=activity_of(a2), audience="person"))
    mail.save()
    Mail.objects.filter(pk=mail.pk).update(**fields)
    assert words in sentences(severity)[0]


def test_erased_person_who_left_traces():
    UserFactory(name="Still Here", erased_at=timezone.now(), is_active=False)
    assert "was erased and still has" in sentences()[0]


def test_erased_person_who_holds_a_seat(a2, victor):
    victor.erase(by=victor)
    Seat.objects.create(task_force=a2, person=victor, role=Role.MEMBER)
    assert "still holds a seat" in sentences()[0]


def test_person_whose_time_zone_is_unknown(victor):
    User.objects.filter(pk=victor.pk).update(time_zone="Nowhere/Atlantis")
    assert "Nowhere/Atlantis" in sentences()[0]


def test_staff_outside_the_secretariat(victor):
    User.objects.filter(pk=victor.pk).update(is_staff=True)
    assert "belongs to no group" in sentences()[0]
