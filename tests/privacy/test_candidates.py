"""What is kept of candidates and of those who speak about them: handed over, forgotten, gone after a year."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.retention import forget_what_is_old
from core.models import StoredFile
from core.uploads import clean_upload
from taskforces.models import Application, CandidateComment, CandidateSupport, Statement
from tests.factories.candidates import WORDS, call_for, candidate, consultation_on, stated
from tests.papers import upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def standing(a2, bruno, fatou):
    """Bruno stands with a letter; Fatou supports him and says why."""
    application = candidate(call_for(a2), bruno)
    Statement.put_letter(application, clean_upload(upload()), by=bruno)
    application = stated_again(application)
    consultation_on(application.call)
    application = Application.objects.get(pk=application.pk)
    application.support(by=fatou)
    application.comment("Knows the field.", by=fatou)
    return application


def stated_again(application):
    Statement.objects.filter(application=application).update(sent_at=application.call.opened_at, **WORDS)
    return application


def test_each_takes_along_what_she_wrote_and_nothing_others_said(standing, bruno, fatou):
    own = bruno.personal_data()
    assert own["qualification_statements"][0]["motivation"] == WORDS["motivation"]
    assert own["qualification_statements"][0]["letter"] == "declaration.pdf"
    assert own["comments_on_candidates"] == []
    hers = fatou.personal_data()
    assert hers["comments_on_candidates"][0]["text"] == "Knows the field."
    assert len(hers["supports_of_candidates"]) == 1


def test_erased_candidate_leaves_no_words_and_no_file(standing, bruno):
    bruno.erase(by=bruno)
    assert not Statement.objects.exists()
    assert not CandidateComment.objects.exists()
    assert not StoredFile.objects.exists()


def test_erased_member_leaves_a_number_without_a_name(standing, fatou):
    fatou.erase(by=fatou)
    assert CandidateSupport.objects.get().person is None
    assert not CandidateComment.objects.exists()


def test_words_of_decided_candidates_go_after_a_year(standing, sofia):
    open_one = stated(candidate(call_for(role="representative", region=sofia.large_region)))
    Application.objects.filter(pk=standing.pk).update(
        status="not_selected", decided_at=timezone.now(), updated_at=timezone.now() - timedelta(days=364)
    )
    forget_what_is_old()
    assert Statement.objects.count() == 2
    Application.objects.update(updated_at=timezone.now() - timedelta(days=366))
    for _turn in range(2):
        forget_what_is_old()
    assert Statement.objects.get() == open_one.statement
    assert (standing.supports.get().person, standing.comments.count()) == (None, 0)
