"""A private file is served only through a view that asks who reads, and never as a page of this site."""

import pytest
from django.conf import settings

from partners.models import JoiningApplication
from tests.factories import JoiningFactory, UserFactory
from tests.papers import upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def application(victor):
    return JoiningFactory(applicant=victor, with_pieces=True)


def path_of(application, kind="declaration"):
    return f"/en/partners/applications/{application.pk}/files/{kind}/"


def test_applicant_opens_her_own_file(client, victor, application):
    client.force_login(victor)
    response = client.get(path_of(application))
    assert response.getvalue().startswith(b"%PDF-")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="declaration.pdf"'


def test_picture_is_shown_and_nothing_else_runs(client, victor, application):
    client.force_login(victor)
    response = client.get(path_of(application, "logo"))
    assert response["Content-Disposition"].startswith("inline")
    for answer in (response, client.get(path_of(application))):
        assert answer["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in answer["Cache-Control"] and "private" in answer["Cache-Control"]


@pytest.mark.parametrize("status", JoiningApplication.Status.values)
def test_nobody_else_opens_it_by_its_address_whatever_its_state(client, application, status, sofia, carla):
    decided = {"decided_by_body": "bureau", "decided_on": "2026-01-10"}
    JoiningApplication.objects.filter(pk=application.pk).update(status=status, **decided)
    for person in (carla, UserFactory(), sofia, UserFactory(is_superuser=True, is_staff=True)):
        client.force_login(person)
        assert client.get(path_of(application)).status_code == 404
    client.logout()
    response = client.get(path_of(application))
    assert response.status_code == 302 and "/account/login/" in response["Location"]


def test_focal_points_of_the_accepted_organisation_do_not_read_the_papers(client, application, sofia):
    application.accept("partner", body="bureau", decided_on=application.submitted_at.date(), reference="", by=sofia)
    colleague = UserFactory()
    application.partner.affiliations.create(person=colleague, status="active", is_focal_point=True)
    client.force_login(colleague)
    assert client.get(path_of(application)).status_code == 404


def test_secretariat_opens_it_by_a_button_that_is_recorded(client, application, sofia, amina):
    path = f"/admin/partners/joiningapplication/{application.pk}/pieces/declaration/"
    for person, answer in ((amina, 403), (sofia, 200)):
        client.force_login(person)
        assert client.post(path).status_code == answer
        assert client.get(path).status_code in (403, 405)


@pytest.mark.parametrize("kind", ["passport", "x" * 300, "logo-", "0"])
def test_what_was_never_sent_is_not_there(client, victor, application, kind):
    client.force_login(victor)
    assert client.get(path_of(application, kind)).status_code == 404


@pytest.mark.parametrize("kind", ["../logo", "%2e%2e%2flogo", "logo%00", "logo/../declaration"])
def test_address_leads_nowhere_else(client, victor, application, kind):
    client.force_login(victor)
    assert client.get(path_of(application, kind)).status_code in (404, 400)


def test_file_that_is_gone_from_the_disk_is_not_there(client, victor, application):
    stored = application.pieces.get(kind="logo").stored
    stored.file.storage.delete(stored.file.name)
    client.force_login(victor)
    assert client.get(path_of(application, "logo")).status_code == 404


@pytest.mark.parametrize("prefix", ["/media/", "/files/", "/static/", "/static/../", "/en/files/", "/"])
def test_storage_has_no_address_of_its_own(client, sofia, application, prefix):
    name = application.pieces.get(kind="declaration").stored.file.name
    client.force_login(sofia)
    assert client.get(prefix + name).status_code in (302, 404)
    if client.get(prefix + name).status_code == 302:
        assert client.get(prefix + name, follow=True).status_code == 404


def test_files_lie_outside_of_what_the_proxy_serves():
    assert str(settings.STATIC_ROOT) not in str(settings.MEDIA_ROOT)
    assert not settings.MEDIA_URL or settings.MEDIA_URL in ("", "/")


def test_name_of_a_file_cannot_shape_the_answer(client, victor, application):
    stored = application.pieces.get(kind="declaration").stored
    stored.name = 'a"\r\nSet-Cookie: x=1; é.pdf'
    stored.save()
    client.force_login(victor)
    response = client.get(path_of(application))
    assert response.status_code in (200, 400)
    assert "Set-Cookie" not in response.headers


def test_upload_takes_no_place_of_another(client, victor, application):
    before = {piece.stored.file.name for piece in application.pieces.all()}
    draft = JoiningFactory(applicant=victor, status="draft", submitted_at=None)
    client.force_login(victor)
    name = next(iter(before)).rsplit("/", 1)[1]
    client.post(f"/en/partners/applications/{draft.pk}/files/", {"save": "yes", "declaration": upload(name=name)})
    assert draft.pieces.get().stored.file.name not in before
