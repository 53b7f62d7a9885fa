"""Who hears of a datasheet's moves: nobody who does not see its desk."""

import pytest

from core.models import Activity
from notifications.models import Notice
from practices.models import Practice
from practices.tasks import remind_of_confirmations
from tests.core.verbs_of_practices import due
from tests.factories import UserFactory
from tests.factories.practices import PracticeFactory
from tests.factories.questions import expert

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice(amina, cast, sofia, bruno):
    """Amina's, for AFRIS, whose other focal point is a colleague; Bruno reviews it."""
    cast.colleague = cast._of(cast.afris, "colleague@example.org", "Colleague", "BJ", "fr", is_focal_point=True)
    practice = PracticeFactory(author=amina, organisation=cast.afris, status="submitted")
    practice.assign_reviewer(bruno, by=sofia)
    Notice.objects.all().delete()
    return practice


def told(practice, verb):
    """{name: audience} of who hears of the last such move."""
    activity = Activity.objects.about(practice).filter(verb=verb).first()
    Notice.objects.announce(activity.pk)
    notices = Notice.objects.filter(activity=activity).select_related("recipient")
    return {str(notice.recipient): notice.audience for notice in notices}


def test_submitted_goes_to_the_secretariat_and_to_who_reviews_it_already(practice):
    assert told(practice, "submitted") == {"Sofia Lindqvist": "secretariat", "Bruno Keller": "reviewer"}


def test_whoever_is_asked_hears_of_it(practice):
    assert told(practice, "reviewer_assigned") == {"Bruno Keller": "reviewer"}


def test_whoever_was_released_meanwhile_is_not_asked_any_more(practice, bruno, sofia):
    practice.release_reviewer(bruno, by=sofia)
    assert told(practice, "reviewer_assigned") == {}
    assert told(practice, "reviewer_released") == {"Bruno Keller": "reviewer"}


def test_secretariat_hears_that_a_reviewer_cannot(practice, bruno):
    practice.release_reviewer(bruno, by=bruno)
    assert told(practice, "reviewer_released") == {"Sofia Lindqvist": "secretariat"}


def test_comment_goes_to_the_other_side(practice, bruno, amina):
    practice.comment("essentials", "Where?", by=bruno)
    assert told(practice, "commented") == {"Amina Diallo": "author", "Colleague": "author"}
    practice.comment("essentials", "On the slope.", by=amina)
    assert told(practice, "commented") == {"Bruno Keller": "reviewer"}


def test_what_is_decided_goes_to_those_who_write(practice, bruno, sofia):
    writers = {"Amina Diallo": "author", "Colleague": "author"}
    practice.review(by=bruno)
    assert told(practice, "reviewed") == writers | {"Sofia Lindqvist": "secretariat"}
    practice.publish(by=sofia)
    assert told(practice, "published") == writers | {"Bruno Keller": "reviewer"}
    practice.archive("Old.", by=sofia)
    assert told(practice, "archived") == writers


def test_reviewer_who_came_to_belong_to_the_organisation_hears_nothing(practice, bruno, sofia, cast):
    from tests.factories import AffiliationFactory

    AffiliationFactory(person=bruno, partner=cast.afris)
    practice.send_back("So.", by=sofia)
    practice.submit(by=practice.author)
    assert told(practice, "submitted") == {"Sofia Lindqvist": "secretariat"}


def test_nobody_is_told_of_a_draft_that_does_not_see_it(practice, bruno, sofia, fatou, victor):
    expert(victor)
    practice.comment("essentials", "Where?", by=bruno)
    practice.send_back("So.", by=bruno)
    for activity in Activity.objects.about(practice):
        Notice.objects.announce(activity.pk)
    for notice in Notice.objects.select_related("recipient"):
        assert Practice.objects.visible_to(notice.recipient).filter(pk=practice.pk).exists()


def test_a_year_later_its_author_is_asked_once(amina):
    practice, other = due(), PracticeFactory(status="published")
    for _run in range(2):
        remind_of_confirmations()
    assert Activity.objects.filter(verb="reminded").count() == 1
    assert told(practice, "reminded") == {str(practice.author): "author"}
    practice.confirm(by=practice.author)
    assert not Activity.objects.about(other).filter(verb="reminded").exists()


def test_whoever_has_confirmed_meanwhile_is_not_asked(amina):
    practice = due()
    practice.remind(by=None)
    practice.confirm(by=practice.author)
    assert told(practice, "reminded") == {}


def test_new_version_that_is_being_written_is_not_asked_about():
    practice = due()
    practice.revise(by=practice.author)
    remind_of_confirmations()
    assert not Activity.objects.filter(verb="reminded").exists()


def test_mail_carries_the_comment_in_the_readers_language(practice, bruno, amina):
    from notifications.models import Mail

    practice.comment("essentials", "On which slope?", by=bruno)
    told(practice, "commented")
    mail = Mail.of(Notice.objects.get(recipient=amina)).compose()
    assert "On which slope?" in mail.body
    assert "L’essentiel" in mail.body
    assert f"/fr/notifications/{Notice.objects.get(recipient=amina).pk}/" in mail.body


def test_friends_of_the_house_hear_nothing(practice):
    UserFactory()
    assert len(told(practice, "submitted")) == 2
