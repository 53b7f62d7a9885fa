"""People from a spreadsheet: shown first, invited all or none, twice the same as once."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from core.models import Activity
from partners.models import Affiliation, Invitation
from tests.admin.dirty_files import DIRTY_PEOPLE, workbook
from tests.factories import PASSWORD, AffiliationFactory, PartnerFactory, UserFactory

URL = "/admin/partners/invitation/import/"
HEADER = "e-mail address;name;organisation;language;focal point\n"


@pytest.fixture
def desk(client, sofia):
    client.force_login(sofia)
    return client


@pytest.fixture
def institute(db):
    return PartnerFactory(name="Institut des Sols")


def send(desk, content, name="people.csv"):
    """The page after a file was sent."""
    content = content.encode() if isinstance(content, str) else content
    return desk.post(URL, {"file": SimpleUploadedFile(name, content)})


def confirm(desk, page):
    return desk.post(URL, {"preview": page.context_data["preview"]})


def counts(page):
    return page.context_data["report"].counts


def result(**numbers):
    return dict.fromkeys(("new", "changed", "same", "refused"), 0) | numbers


@pytest.mark.parametrize(("content", "expected"), DIRTY_PEOPLE.values(), ids=DIRTY_PEOPLE)
def test_dirty_file_is_refused_in_words_and_invites_nobody(desk, institute, content, expected):
    PartnerFactory(name="Gone", status="left")
    PartnerFactory(name="Twins")
    PartnerFactory(name="Twins", country_id="ES")
    before = Activity.objects.count()
    page = send(desk, content)
    assert page.status_code == 200
    if isinstance(expected, str):
        assert expected in str(page.context_data["form"].errors["file"])
    else:
        refused = {outcome.number: " ".join(outcome.reasons) for outcome in page.context_data["report"].of("refused")}
        assert refused.keys() == expected.keys()
        assert all(words in refused[number] for number, words in expected.items())
    assert page.context_data["preview"] is None
    assert (Invitation.objects.count(), Activity.objects.count()) == (0, before)


def test_preview_invites_nobody_and_confirmation_invites_all(desk, sofia, institute):
    other = PartnerFactory(name="Fundación Verde")
    accounts = User.objects.count()
    page = send(
        desk,
        HEADER
        + "Kofi@Example.org;Kofi Mensah;institut des sols;fr;yes\n"
        + f"ana@example.org;;{other.slug};Español;\n",
    )
    assert counts(page) == result(new=2)
    assert "invited to Institut des Sols" in page.content.decode() or "invited to" in page.rendered_content
    assert not Invitation.objects.exists()
    assert confirm(desk, page).status_code == 302
    kofi, ana = Invitation.objects.order_by("pk")
    assert (kofi.email, kofi.name, kofi.partner, kofi.language, kofi.is_focal_point) == (
        "kofi@example.org",
        "Kofi Mensah",
        institute,
        "fr",
        True,
    )
    assert (ana.partner, ana.language, ana.is_focal_point, ana.invited_by) == (other, "es", False, sofia)
    assert Activity.objects.about(kofi).get().source == "import"
    assert User.objects.count() == accounts
    assert not Affiliation.objects.exists()


def test_same_file_again_changes_nothing(desk, institute):
    content = HEADER + "kofi@example.org;Kofi;Institut des Sols;fr;no\n"
    confirm(desk, send(desk, content))
    activities = Activity.objects.count()
    page = send(desk, content)
    assert counts(page) == result(same=1)
    confirm(desk, page)
    assert Activity.objects.count() == activities
    kofi = UserFactory(email="kofi@example.org")
    Invitation.objects.get().accept(by=kofi)
    assert counts(send(desk, content)) == result(same=1)


def test_other_words_send_a_new_mail_and_kill_the_old_link(desk, institute):
    old = Invitation.objects.invite(institute, email="kofi@example.org", name="Kofi", language="fr", by=None)
    page = send(desk, HEADER + "kofi@example.org;;Institut des Sols;es;yes\n")
    assert counts(page) == result(changed=1)
    confirm(desk, page)
    old.refresh_from_db()
    new = Invitation.objects.unanswered().get()
    assert (old.status, new.name, new.language, new.is_focal_point) == ("withdrawn", "Kofi", "es", True)


def test_expired_invitation_is_sent_again(desk, institute, time_machine):
    invitation = Invitation.objects.invite(institute, email="kofi@example.org", by=None)
    time_machine.move_to(timezone.now() + timedelta(days=11), tick=False)
    page = send(desk, HEADER + "kofi@example.org;;Institut des Sols;;\n")
    assert counts(page) == result(changed=1)
    confirm(desk, page)
    invitation.refresh_from_db()
    assert not invitation.has_expired


def test_colleague_is_named_focal_point_and_never_loses_it_by_a_file(desk, institute):
    kofi = AffiliationFactory(partner=institute, person=UserFactory(email="kofi@example.org"))
    page = send(desk, HEADER + "kofi@example.org;;Institut des Sols;;oui\n")
    assert counts(page) == result(changed=1)
    confirm(desk, page)
    kofi.refresh_from_db()
    assert kofi.is_focal_point
    assert counts(send(desk, HEADER + "kofi@example.org;;Institut des Sols;;non\n")) == result(same=1)


def test_what_became_wrong_since_the_preview_is_refused_as_a_whole(desk, sofia, institute):
    other = PartnerFactory(name="Other")
    page = send(desk, HEADER + "a@example.org;;Institut des Sols;;\nb@example.org;;Other;;\n")
    other.suspend(by=sofia, reason="A doubt.")
    assert counts(confirm(desk, page)) == result(new=1, refused=1)
    assert not Invitation.objects.exists()


def test_previews_of_organisations_are_not_those_of_people(desk, institute):
    page = send(desk, HEADER + "a@example.org;;Institut des Sols;;\n")
    other = desk.post("/admin/partners/partner/import/", {"preview": page.context_data["preview"]})
    assert other.context_data["report"] is None


def test_hundreds_are_not_held_up_by_the_limit_of_a_day(desk, institute):
    lines = "".join(f"person{number}@example.org;;Institut des Sols;;\n" for number in range(40))
    confirm(desk, send(desk, HEADER + lines))
    assert Invitation.objects.count() == 40


def test_number_of_queries_per_line_is_bounded(desk, institute):
    def queries_for(number):
        lines = "".join(f"person{number}-{each}@example.org;;Institut des Sols;;\n" for each in range(number))
        with CaptureQueriesContext(connection) as queries:
            assert send(desk, HEADER + lines).context_data["report"].is_accepted
        return len(queries)

    queries_for(1)
    assert queries_for(22) - queries_for(2) <= 20 * 14


def test_template_can_be_filled_in_and_sent_back(desk, institute):
    content = desk.get(reverse("admin:partners_invitation_import_template")).content
    assert counts(send(desk, content, "template.xlsx")) == result(new=1)


def test_workbook_is_read(desk, institute):
    page = send(
        desk, workbook(["E-Mail Address", "Organisation", "Focal point"], ["a@example.org", "INSTITUT DES SOLS", True])
    )
    confirm(desk, page)
    assert Invitation.objects.get().is_focal_point


def test_import_is_refused_to_others(client, carla):
    client.force_login(carla)
    assert client.get(URL).status_code == 403
    assert send(client, "").status_code == 403
    assert client.get(f"{URL}template/").status_code == 403


# -- The list of invitations


def test_secretariat_invites_sends_again_and_withdraws_in_the_admin(desk, institute):
    posted = {"partner": institute.pk, "email": "kofi@example.org", "language": "fr", "name": "Kofi"}
    desk.post("/admin/partners/invitation/add/", posted)
    invitation = Invitation.objects.get()
    again = desk.post("/admin/partners/invitation/add/", posted)
    assert "already been invited" in again.content.decode()
    before = invitation.expires_at
    desk.post(f"/admin/partners/invitation/{invitation.pk}/send-again/", {})
    invitation.refresh_from_db()
    assert invitation.expires_at > before
    desk.post(f"/admin/partners/invitation/{invitation.pk}/withdraw/", {})
    invitation.refresh_from_db()
    assert invitation.status == "withdrawn"
    assert "Kofi" in desk.get("/admin/partners/invitation/").content.decode()


def test_mail_domains_are_edited_with_the_organisation(desk, institute):
    url = reverse("admin:partners_partner_change", args=[institute.pk])
    form = desk.get(url).context_data["adminform"].form
    values = {name: form.initial.get(name) or "" for name in form.fields}
    for formset in desk.get(url).context_data["inline_admin_formsets"]:
        prefix = formset.formset.prefix
        values |= {f"{prefix}-TOTAL_FORMS": int(prefix == "mail_domains"), f"{prefix}-INITIAL_FORMS": 0}
    desk.post(url, values | {"mail_domains-0-domain": "gmail.com"})
    assert not institute.mail_domains.exists()
    desk.post(url, values | {"mail_domains-0-domain": "@Sols.Example"})
    assert institute.mail_domains.get().domain == "sols.example"


@pytest.mark.parametrize("model", ["invitation", "affiliation"])
def test_people_are_exported_with_a_trace(client, sofia, institute, model):
    client.post(reverse("account_login"), {"login": sofia.email, "password": PASSWORD})
    Invitation.objects.invite(institute, email="kofi@example.org", name="=Kofi", by=None)
    AffiliationFactory(partner=institute, person=UserFactory(email="kofi@example.org", name="=Kofi"))
    response = client.post(reverse(f"admin:partners_{model}_export"), {"kind": "csv"})
    content = response.content.decode("utf-8-sig")
    assert "kofi@example.org" in content and "'=Kofi" in content
    activity = Activity.objects.get(verb="exported")
    assert (activity.actor, "email" in activity.data["personal"]) == (sofia, True)
