"""Following a page: told once of changes, and again after one has read it."""

import pytest

from core.models import Activity
from notifications.models import Notice
from tests.factories.wiki import PageFactory, edited
from wiki.models import Follow

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(cast):
    """Fatou wrote a page in the room of A2."""
    return PageFactory(by=cast.fatou, title="Living hedges")


def told():
    """{person: how many notices} of changes, after all have been announced."""
    for activity in Activity.objects.unannounced():
        Notice.objects.announce(activity.pk)
    recipients = Notice.objects.filter(audience="follower").values_list("recipient__email", flat=True)
    return {email.split("@")[0]: list(recipients).count(email) for email in recipients}


def test_whoever_writes_follows_and_is_told_once_until_she_has_read(client, cast, page):
    edited(page, "Ten metres.", "Twelve metres.", by=cast.amina)
    assert told() == {"fatou": 1}
    client.force_login(cast.fatou)
    client.get(page.get_absolute_url())
    edited(page, "Nine metres.", by=cast.amina)
    assert told() == {"fatou": 2}


def test_looking_at_an_old_edition_is_not_reading_the_page(client, cast, page):
    edited(page, "Ten metres.", by=cast.amina)
    client.force_login(cast.fatou)
    client.get(f"{page.get_absolute_url()}?edition=1")
    client.head(page.get_absolute_url())
    edited(page, "Twelve metres.", by=cast.amina)
    assert told() == {"fatou": 1}


def test_renaming_and_restoring_are_changes_too(client, cast, page):
    page.rename("Hedges", by=cast.amina)
    client.force_login(cast.fatou)
    client.get(page.get_absolute_url())
    edited(page, "Ten metres.", by=cast.fatou)
    page.restore(1, by=cast.amina)
    assert told() == {"amina": 1, "fatou": 2}
    titles = {notice.wording.title for notice in Notice.objects.filter(recipient=cast.fatou, audience="follower")}
    assert titles == {
        "A page you follow has a new title: Hedges",
        "A page you follow says again what it said before: Hedges",
    }


def test_reader_follows_and_no_longer_follows_by_the_button(client, cast, page):
    cast.a2.seat(cast.bruno, "member", by=None)
    client.force_login(cast.bruno)
    address = f"{page.get_absolute_url()}follow/"
    for choice, is_on in (("follow", True), ("unfollow", False), ("unfollow", False), ("follow", True)):
        client.post(address, {"choice": choice})
        assert Follow.objects.get(person=cast.bruno).is_on == is_on
        shown = "You are told when somebody" if is_on else "You are not told"
        assert shown in client.get(page.get_absolute_url()).content.decode()
    assert Activity.objects.about(page).filter(actor=cast.bruno).count() == 3
    edited(page, "Ten metres.", by=cast.amina)
    assert told() == {"bruno": 1, "fatou": 1}


def test_who_said_no_is_not_told_although_she_goes_on_writing(cast, page):
    page.unfollow(by=cast.fatou)
    edited(page, "Eight metres.", by=cast.fatou)
    edited(page, "Ten metres.", by=cast.amina)
    assert told() == {}


def test_what_makes_no_sense_is_refused(client, cast, page):
    client.force_login(cast.fatou)
    client.post(f"{page.get_absolute_url()}follow/", {"choice": "remove"})
    assert Follow.objects.get(person=cast.fatou).is_on


def test_who_lost_her_seat_is_not_told(cast, page):
    cast.a2.seats.get(person=cast.fatou).end(by=cast.sofia)
    edited(page, "Ten metres.", by=cast.amina)
    assert told() == {}


def test_removed_page_tells_nothing_of_its_editions(cast, page):
    edited(page, "Ten metres.", by=cast.amina)
    page.remove("Off topic.", by=cast.amina)
    assert told() == {}
