"""Two discussions that are one."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from core.models import Activity, Theme
from discussions.models import Draft, Follow, Thread
from notifications.models import Notice
from spaces.models import LEADERS, Space
from tests.factories import partner_person
from tests.factories.discussions import ThreadFactory, answered, opened_to
from tests.factories.questions import QuestionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(cast, time_machine):
    """(older, newer): Bruno and Fatou wrote in turn in two discussions about one thing."""
    assert cast.amina, "whoever moderates"
    opened_to(Space.Audience.PARTNERS)
    time_machine.move_to("2026-03-02 09:00", tick=False)
    older = ThreadFactory(starter=cast.bruno, title="Vetch", text="First.", themes=Theme.objects.all()[:1])
    time_machine.shift(timedelta(hours=1))
    newer = ThreadFactory(starter=cast.fatou, title="Vetch again", text="Second.", themes=Theme.objects.all()[1:2])
    time_machine.shift(timedelta(hours=1))
    answered(older, author=cast.fatou, text="Third.")
    time_machine.shift(timedelta(hours=1))
    answered(newer, author=cast.bruno, text="Fourth.")
    return older, newer


def test_posts_stand_in_the_other_in_order_of_time(pair, cast):
    older, newer = pair
    newer.merge(older, by=cast.amina)
    assert [post.text for post in older.posts.order_by("pk")] == ["First.", "Second.", "Third.", "Fourth."]
    older.refresh_from_db()
    assert older.number_of_posts == 4
    assert older.last_post_at == older.posts.last().created_at
    assert older.themes.count() == 2
    assert Activity.objects.about(newer).first().verb == "merged"
    assert list(Thread.objects.visible_to(cast.sofia)) == [older]


def test_merged_twice_is_harmless_and_a_third_one_follows(pair, cast):
    older, newer = pair
    newer.merge(older, by=cast.amina)
    newer.merge(older, by=cast.amina)
    third = ThreadFactory()
    older.merge(third, by=cast.amina)
    newer.refresh_from_db()
    assert newer.merged_into == third and third.posts.count() == 5
    assert Activity.objects.filter(verb="merged").count() == 2


def test_old_address_leads_to_the_other_and_takes_a_late_reply(client, pair, cast):
    older, newer = pair
    newer.merge(older, by=cast.amina)
    client.force_login(cast.fatou)
    assert client.get(newer.get_absolute_url()).url == older.get_absolute_url()
    client.post(f"{newer.get_absolute_url()}reply/", {"text": "Late.", "language": "en"})
    assert older.posts.last().text == "Late."


def test_followers_are_joined_and_what_they_said_there_stands(pair, cast):
    older, newer = pair
    older.mute(by=cast.fatou)
    follower, silent = partner_person(), partner_person()
    newer.follow(by=follower)
    newer.mute(by=silent)
    newer.merge(older, by=cast.amina)
    states = dict(Follow.objects.filter(thread=older).values_list("person", "state"))
    assert states == {
        cast.bruno.pk: "following",
        cast.fatou.pk: "muted",
        follower.pk: "following",
        silent.pk: "muted",
    }


def test_drafts_go_along(pair, cast):
    older, newer = pair
    Draft.objects.keep(cast.fatou, thread=newer, text="Half a")
    Draft.objects.keep(cast.bruno, thread=newer, text="Lost")
    Draft.objects.keep(cast.bruno, thread=older, text="Kept")
    newer.merge(older, by=cast.amina)
    assert set(Draft.objects.values_list("thread", "text")) == {(older.pk, "Half a"), (older.pk, "Kept")}


def test_starter_and_followers_are_told(pair, cast):
    older, newer = pair
    newer.merge(older, by=cast.amina)
    Notice.objects.announce(Activity.objects.about(newer).first().pk)
    told = {notice.recipient: notice for notice in Notice.objects.filter(activity__verb="merged")}
    # Bruno had answered in it: he follows. Fatou began it.
    assert {person: notice.audience for person, notice in told.items()} == {
        cast.fatou: "starter",
        cast.bruno: "follower",
    }
    assert told[cast.fatou].wording.title == "Your discussion has been merged into another one: Vetch again"


@pytest.mark.parametrize("closed", ["older", "newer"])
def test_closed_ones_stay_as_they_are(pair, cast, closed):
    older, newer = pair
    {"older": older, "newer": newer}[closed].close("So.", by=cast.amina)
    with pytest.raises(ValidationError, match="must be open"):
        newer.merge(older, by=cast.amina)


def test_only_who_moderates_both_rooms_merges(pair, cast):
    older, newer = pair
    with pytest.raises(ValidationError, match="moderates both rooms"):
        newer.merge(older, by=cast.bruno)
    elsewhere = ThreadFactory(starter=cast.sofia, space=Space.objects.get(slug=LEADERS))
    with pytest.raises(ValidationError, match="moderates both rooms"):
        newer.merge(elsewhere, by=cast.amina)
    with pytest.raises(ValidationError, match="another discussion"):
        newer.merge(newer, by=cast.amina)
    assert older.posts.count() == newer.posts.count() == 2


def test_nobody_writes_in_a_merged_one(pair, cast):
    older, newer = pair
    late = Thread.objects.get(pk=newer.pk)
    newer.merge(older, by=cast.amina)
    for verb in (
        lambda: late.reply("Late.", language="en", by=cast.fatou),
        lambda: late.close("So.", by=cast.amina),
        lambda: QuestionFactory(asker=cast.amina, origin=late),
    ):
        with pytest.raises(ValidationError, match="merged into another"):
            verb()


def test_what_came_of_it_leads_to_the_other(client, pair, cast):
    older, newer = pair
    question = QuestionFactory(asker=cast.amina, origin=newer)
    newer.merge(older, by=cast.amina)
    client.force_login(cast.amina)
    assert older.get_absolute_url() in client.get(question.get_absolute_url()).content.decode()
    assert question.get_absolute_url() in client.get(older.get_absolute_url()).content.decode()
    with pytest.raises(ValidationError, match="already"):
        QuestionFactory(asker=cast.amina, origin=older)


def test_moderator_chooses_among_the_other_open_ones_of_the_room(client, pair, cast):
    older, newer = pair
    ThreadFactory(title="Over").close("So.", by=cast.amina)
    ThreadFactory(title="Elsewhere", starter=cast.sofia, space=Space.objects.get(slug=LEADERS))
    client.force_login(cast.amina)
    address = f"{newer.get_absolute_url()}merge/"
    form = client.get(address).context["form"]
    assert [name for _key, name in form.fields["thread"].choices] == ["Choose", "Vetch"]
    assert client.post(address, {"thread": "0"}).status_code == 200
    assert client.post(address, {"thread": older.pk}).url == older.get_absolute_url()


def test_who_began_a_merged_one_is_forgotten(pair, cast):
    older, newer = pair
    newer.merge(older, by=cast.amina)
    alone, merged = ThreadFactory(starter=cast.bruno), ThreadFactory(starter=cast.bruno)
    merged.merge(alone, by=cast.amina)
    cast.bruno.erase(by=cast.bruno)
    assert not Thread.objects.filter(pk__in=[alone.pk, merged.pk]).exists()
    assert older.posts.get(author=cast.fatou, text="Third.")
