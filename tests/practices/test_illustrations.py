"""Photos, drawings and tutorials: on the sheet while it is written, kept by each version, gone for good when asked."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage

from core.models import StoredFile
from core.uploads import clean_upload
from practices.models import Illustration, Version
from tests.factories import UserFactory
from tests.factories.practices import PracticeFactory, illustrated, moved_to
from tests.papers import logo, upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice(bruno):
    return PracticeFactory(author=bruno)


def republished(practice):
    practice.submit(by=practice.author)
    practice.review(by=None)
    return practice.publish(by=None)


def test_author_adds_a_photo_at_the_desk(client, bruno, practice):
    client.force_login(bruno)
    path = f"/en/practices/{practice.code}/desk/pictures/"
    facts = {"kind": "photo", "caption": "Straw on the beds", "licence": "cc-by", "agreed": "on"}
    assert client.post(path, {"file": logo(), **facts}).status_code == 302
    photo = practice.illustrations.get()
    assert photo.small and photo.stored.is_picture
    assert "Straw on the beds" in client.get(path).content.decode()


def test_photo_of_people_who_have_not_agreed_is_refused(client, bruno, practice):
    client.force_login(bruno)
    facts = {"kind": "photo", "caption": "The women of the village", "licence": "cc-by"}
    response = client.post(f"/en/practices/{practice.code}/desk/pictures/", {"file": logo(), **facts})
    assert "can be recognised agree" in response.content.decode()
    assert not Illustration.objects.exists() and not StoredFile.objects.exists()


def test_tutorial_may_be_a_document_and_a_photo_may_not(practice, bruno):
    assert illustrated(practice, kind="tutorial", upload=upload()).small is None
    with pytest.raises(ValidationError):
        illustrated(practice, kind="photo", upload=upload())


def test_each_version_keeps_what_it_showed(practice, bruno, client):
    photo = illustrated(practice)
    moved_to(practice, "published")
    practice.revise(by=bruno)
    photo.remove(by=bruno)
    republished(practice)
    first, second = Version.objects.filter(practice=practice).order_by("number")
    assert [*first.illustrations.all()] == [photo]
    assert not second.illustrations.exists()
    assert client.get(f"/en/practices/files/{photo.pk}/small/").status_code == 200
    assert f"/files/{photo.pk}/" in client.get(f"/en/practices/{practice.code}/versions/1/").content.decode()


def test_removed_before_it_was_published_leaves_no_file(practice, bruno, django_capture_on_commit_callbacks):
    photo = illustrated(practice)
    names = [photo.stored.file.name, photo.small.file.name]
    with django_capture_on_commit_callbacks(execute=True):
        photo.remove(by=bruno)
    assert not StoredFile.objects.exists()
    assert not any(default_storage.exists(name) for name in names)


def test_dropped_revision_shows_again_what_is_published(practice, bruno):
    photo = illustrated(practice)
    moved_to(practice, "published")
    practice.revise(by=bruno)
    photo.remove(by=bruno)
    illustrated(practice, caption="A newer one")
    practice.drop_revision(by=bruno)
    assert [*practice.illustrations.on_sheet()] == [photo]
    assert practice.illustrations.count() == 1


def test_nobody_sees_what_the_secretariat_has_taken_away(client, sofia, practice, django_capture_on_commit_callbacks):
    photo = illustrated(practice)
    moved_to(practice, "published")
    client.force_login(sofia)
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(f"/en/practices/files/{photo.pk}/withdraw/").status_code == 302
    assert client.get(f"/en/practices/files/{photo.pk}/").status_code == 404
    assert not StoredFile.objects.exists()
    assert Version.objects.get(practice=practice).is_current


def test_file_of_a_draft_is_for_those_who_write_it(client, bruno, practice):
    photo = illustrated(practice)
    path = f"/en/practices/files/{photo.pk}/"
    assert client.get(path).status_code == 404
    client.force_login(UserFactory())
    assert client.get(path).status_code == 404
    client.force_login(bruno)
    response = client.get(path)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


def test_file_of_an_archived_sheet_is_gone(client, practice):
    photo = illustrated(practice)
    moved_to(practice, "published")
    path = f"/en/practices/files/{photo.pk}/"
    assert "public" in client.get(path)["Cache-Control"]
    practice.archive("It was wrong.", by=None)
    assert client.get(path).status_code == 404


def test_sheet_under_review_takes_no_more_files(practice, bruno):
    moved_to(practice, "submitted")
    with pytest.raises(ValidationError):
        illustrated(practice)


def test_sheet_holds_twelve_files(practice, bruno):
    for _number in range(12):
        illustrated(practice, kind="tutorial", upload=upload())
    with pytest.raises(ValidationError, match="12"):
        illustrated(practice)


def test_small_picture_is_small(practice):
    from tests.papers import picture

    photo = illustrated(practice, upload=upload(picture("JPEG", size=(3000, 2000)), "field.jpg"))
    from PIL import Image

    assert max(Image.open(photo.small.file).size) == 640
    assert photo.small.size_bytes < photo.stored.size_bytes


def test_disk_that_is_full_leaves_neither_of_the_two_files(practice, bruno, monkeypatch):
    calls = []

    def refuse(*args, **kwargs):
        calls.append(args)
        if len(calls) > 1:
            raise OSError(28, "No space left on device")
        return original(*args, **kwargs)

    original = default_storage._wrapped.save if hasattr(default_storage, "_wrapped") else default_storage.save
    monkeypatch.setattr(type(default_storage._wrapped), "save", lambda self, *a, **k: refuse(*a, **k))
    with pytest.raises(ValidationError):
        Illustration.objects.add(
            practice, clean_upload(logo()), kind="drawing", caption="Plan", licence="cc-by", by=bruno
        )
    assert not StoredFile.objects.exists()
