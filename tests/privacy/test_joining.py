"""Applications to join hold names, addresses and signed papers: they go when their time has come."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from accounts.models import User
from accounts.tasks import tidy
from core.models import StoredFile
from core.uploads import clean_upload
from partners.models import JoiningApplication, Partner
from tests.factories import JoiningFactory
from tests.papers import upload
from tests.privacy.test_erasure import WORD, tables_holding

pytestmark = pytest.mark.django_db

Status = JoiningApplication.Status


@pytest.fixture
def person():
    return User.objects.create_user(f"{WORD}@example.org", "a long enough sentence", name=f"{WORD} Ibáñez")


def applied(person, **fields):
    """An application with the word in everything that is hers."""
    application = JoiningFactory(
        applicant=person,
        motivation=f"{WORD} wants it",
        contact_name=f"{WORD} Ibáñez",
        contact_email=f"{WORD}@example.org",
        contact_phone=f"{WORD} 12",
        contact_role=f"Head of {WORD}",
        status="draft",
        **fields,
    )
    for kind in ("declaration", "nature"):
        application.put_piece(kind, clean_upload(upload(name=f"signed by {WORD}.pdf")), by=person)
    return application


def sent(person, status=Status.SUBMITTED, **fields):
    application = applied(person, **fields)
    application.status = status
    application.save()
    return application


@pytest.mark.parametrize("status", ["draft", "submitted", "pieces_missing", "under_review", "refused", "withdrawn"])
def test_nothing_of_what_was_not_accepted_stays(person, status, django_capture_on_commit_callbacks):
    application = sent(person, status, missing_words=f"Dear {WORD}", reason=f"Sorry, {WORD}")
    names = [piece.stored.file.name for piece in application.pieces.all()]
    assert "partners_joiningapplicationevent" in tables_holding(WORD)
    with django_capture_on_commit_callbacks(execute=True):
        person.erase(by=person)
    assert tables_holding(WORD) == []
    assert not StoredFile.objects.exists() and not JoiningApplication.objects.exists()
    assert not any(default_storage.exists(name) for name in names)


def test_of_what_was_accepted_the_organisation_stays(person, sofia):
    application = sent(person)
    application.accept("member", body="bureau", decided_on=timezone.localdate(), reference="B/1", by=sofia)
    person.erase(by=person)
    assert tables_holding(WORD) == []
    application.refresh_from_db()
    assert application.partner.status == Partner.Status.MEMBER
    assert application.pieces.count() == 2
    assert {piece.stored.name for piece in application.pieces.all()} == {"file.pdf"}


@pytest.fixture
def aged(time_machine, person, django_capture_on_commit_callbacks):
    """A function that has an application of this state lie for so many days, and the night pass."""

    def lie(status, days):
        application = sent(person, status)
        time_machine.move_to(timezone.now() + timedelta(days=days), tick=False)
        with django_capture_on_commit_callbacks(execute=True):
            tidy()
        return JoiningApplication.objects.filter(pk=application.pk).exists()

    return lie


@pytest.mark.parametrize(
    ("status", "days"), [(Status.REFUSED, 365), (Status.WITHDRAWN, 365), (Status.DRAFT, 180)], ids=str
)
def test_it_is_forgotten_when_its_time_has_come_and_not_before(aged, status, days):
    assert aged(status, days - 1)
    assert StoredFile.objects.count() == 2


@pytest.mark.parametrize(
    ("status", "days"), [(Status.REFUSED, 365), (Status.WITHDRAWN, 365), (Status.DRAFT, 180)], ids=str
)
def test_its_files_and_its_history_go_along(aged, status, days):
    assert not aged(status, days + 1)
    assert not StoredFile.objects.exists()
    assert "partners_joiningapplicationevent" not in tables_holding("wants it")
    assert not JoiningApplication.pgh_event_model.objects.exists()


@pytest.mark.parametrize("status", [Status.SUBMITTED, Status.PIECES_MISSING, Status.UNDER_REVIEW])
def test_what_waits_stays(aged, status):
    assert aged(status, 800)
