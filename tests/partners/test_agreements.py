"""The register of agreements, the alert before an end, and the page of the supporters."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from core.models import Activity, StoredFile
from core.uploads import clean_upload
from notifications.models import Notice
from partners.models import Agreement, Partner
from partners.tasks import alert_of_ending_agreements
from tests.factories import AgreementFactory, PartnerFactory
from tests.papers import upload

pytestmark = pytest.mark.django_db

SUPPORTERS = "/en/partners/supporters/"
ADD = "/admin/partners/agreement/add/"


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def facts(partner, **more):
    """What the secretariat types."""
    return {
        "partner": partner.pk,
        "kind": "memorandum",
        "title": "Three-year memorandum",
        "reference": "M-7",
        "starts_on": "2024-01-01",
        "ends_on": "2030-12-31",
        "note": "",
        "is_public": "on",
    } | more


# -- In force


@pytest.mark.parametrize(
    ("starts", "ends", "is_in_force", "is_ending"),
    [(-9, None, True, False), (-9, 0, True, True), (-9, 90, True, True), (-9, 91, True, False), (0, 400, True, False),
     (1, 400, False, False), (-9, -1, False, False)],
)  # fmt: skip
def test_agreement_is_in_force_between_its_days(starts, ends, is_in_force, is_ending):
    agreement = AgreementFactory(starts_on=in_days(starts), ends_on=ends if ends is None else in_days(ends))
    assert Agreement.objects.in_force().exists() == agreement.is_in_force == is_in_force
    assert Agreement.objects.ending().exists() == agreement.is_ending == is_ending


def test_database_refuses_an_end_before_the_start():
    with pytest.raises(IntegrityError), transaction.atomic():
        AgreementFactory(ends_on=in_days(-400))


# -- The alert


def test_secretariat_hears_of_an_end_once(sofia, django_capture_on_commit_callbacks):
    agreement = AgreementFactory(ends_on=in_days(80))
    AgreementFactory(ends_on=in_days(200))
    for _night in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            alert_of_ending_agreements()
    assert Activity.objects.filter(verb="ends_soon").count() == 1
    assert Notice.objects.get(recipient=sofia).activity.object == agreement


def test_prolonged_agreement_is_told_of_again(time_machine):
    time_machine.move_to("2026-01-10 05:20", tick=False)
    agreement = AgreementFactory(ends_on="2026-03-01")
    alert_of_ending_agreements()
    Agreement.objects.filter(pk=agreement.pk).update(ends_on="2027-03-01")
    alert_of_ending_agreements()
    assert Activity.objects.about(agreement).count() == 1
    time_machine.move_to("2026-12-10 05:20", tick=False)
    alert_of_ending_agreements()
    assert Activity.objects.about(agreement).count() == 2


def test_ends_wait_on_the_secretariats_first_page(client, sofia):
    agreement = AgreementFactory(ends_on=in_days(60), title="Grant that ends")
    client.force_login(sofia)
    assert "Agreements that end within 90 days" in client.get(reverse("admin:index")).content.decode()
    page = client.get("/admin/partners/agreement/?state=ending").content.decode()
    assert agreement.title in page


# -- The register


def test_secretariat_enters_an_agreement_with_its_document(client, sofia):
    partner = PartnerFactory()
    client.force_login(sofia)
    client.post(ADD, facts(partner, upload=upload(name="memorandum.pdf")))
    agreement = Agreement.objects.get()
    assert (agreement.partner, agreement.kind, agreement.document.name) == (partner, "memorandum", "memorandum.pdf")
    assert set(Activity.objects.about(agreement).values_list("verb", flat=True)) == {"registered", "document_kept"}
    response = client.get(reverse("partners:agreement-document", args=[agreement.pk]))
    assert response.status_code == 200
    assert "attachment" in response["Content-Disposition"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("partner", ""), ("partner", "999999"), ("kind", "gift"), ("title", ""), ("title", "x" * 201),
     ("starts_on", "tomorrow"), ("ends_on", "2023-01-01"), ("upload", upload(b"<svg onload=alert(1)>", "a.pdf"))],
)  # fmt: skip
def test_bad_input_gets_a_sentence_and_enters_nothing(client, sofia, field, value):
    client.force_login(sofia)
    response = client.post(ADD, facts(PartnerFactory(), reference="Kept reference") | {field: value})
    assert response.status_code == 200
    assert response.context["adminform"].form.errors
    assert "Kept reference" in response.content.decode()
    assert not Agreement.objects.exists()


def test_new_document_takes_the_place_of_the_old_one(client, sofia, django_capture_on_commit_callbacks):
    agreement = AgreementFactory()
    agreement.put_document(clean_upload(upload(name="old.pdf")), by=sofia)
    client.force_login(sofia)
    address = agreement.get_absolute_url()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address, facts(agreement.partner, upload=upload(name="new.pdf")))
    assert StoredFile.objects.get().name == "new.pdf"
    client.post(address, facts(agreement.partner, removes_document="on"))
    agreement.refresh_from_db()
    assert agreement.document is None
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize("who", ["victor", "carla", "amina"])
def test_document_is_the_secretariats_alone(client, cast, who):
    agreement = AgreementFactory(partner=cast.fundacion)
    agreement.put_document(clean_upload(upload()), by=None)
    address = reverse("partners:agreement-document", args=[agreement.pk])
    assert client.get(address).status_code == 302
    client.force_login(getattr(cast, who))
    assert client.get(address).status_code == 404
    assert client.get(agreement.get_absolute_url()).status_code == 403


# -- The supporters


def test_supporters_stand_by_kind_and_country(client):
    for name, type_, nature in (("Ministry", "state", "public"), ("Compagnie", "company", "commercial")):
        AgreementFactory(partner=PartnerFactory(name=name, type=type_, nature=nature), kind="support")
    page = client.get(SUPPORTERS).content.decode()
    assert page.index("local authority") < page.index("Ministry") < page.index("Private company")
    assert page.index("Private company") < page.index("Compagnie")


def test_supporter_with_two_agreements_stands_there_once(client):
    partner = PartnerFactory(name="Twice Supporting")
    for _number in range(2):
        AgreementFactory(partner=partner)
    assert client.get(SUPPORTERS).content.decode().count("Twice Supporting") == 1


@pytest.mark.parametrize("hidden", ["private", "ended", "coming", "left"])
def test_what_is_not_public_or_not_in_force_names_nobody(client, hidden):
    agreement = AgreementFactory(partner=PartnerFactory(name="Hidden Supporter"))
    changes = {
        "private": {"is_public": False},
        "ended": {"ends_on": in_days(-1)},
        "coming": {"starts_on": in_days(1)},
    }
    if hidden in changes:
        Agreement.objects.filter(pk=agreement.pk).update(**changes[hidden])
    else:
        Partner.objects.filter(pk=agreement.partner_id).update(status="left")
    page = client.get(SUPPORTERS).content.decode()
    assert "Hidden Supporter" not in page
    assert "No supporter is named yet" in page


def test_page_of_the_supporters_asks_few_questions(client, django_assert_max_num_queries):
    AgreementFactory()
    with django_assert_max_num_queries(4) as few:
        client.get(SUPPORTERS)
    for _number in range(8):
        AgreementFactory()
    with django_assert_max_num_queries(len(few)):
        client.get(SUPPORTERS)


def test_list_of_partners_leads_to_the_supporters(client):
    assert SUPPORTERS in client.get(reverse("partners:list")).content.decode()
