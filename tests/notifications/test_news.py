"""What the gathered mails tell: what she has not read, grouped, the newest first, and nothing she may not read."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from notifications.models import Digest, Mail, Notice, NoticeSetting, RoomChoice
from notifications.tasks import write_digests
from tests.factories import UserFactory, partner_person
from tests.factories.discussions import ThreadFactory, answered, opened_to
from tests.notifications.mondays import EIGHT_UTC, MONDAY, joined_long_ago, sent


@pytest.fixture
def follower(victor, clock):
    """Victor reads along in the room of A2 and follows what is written in one discussion."""
    joined_long_ago(victor, time_zone="UTC", language="en")
    opened_to("signed_in")
    return victor


@pytest.fixture
def thread(follower):
    return followed(follower, title="Which cover crops stand drought?")


def followed(person, **words):
    """A discussion `person` follows since it was begun; nothing of it has been told her yet."""
    thread = ThreadFactory(**words)
    announced()
    thread.follow(by=person)
    return thread


def gathered(sink, person):
    """The digests that reached her."""
    return [message for message in sent(sink, person) if message["Message-ID"].startswith("<digest-")]


def announced():
    """Tell everybody of everything that has happened."""
    from core.models import Activity

    for pk in Activity.objects.unannounced().values_list("pk", flat=True):
        Notice.objects.announce(pk)


def post(thread, text="Cowpea stands it.", **words):
    reply = answered(thread, text=text, **words)
    announced()
    return reply


def parts(message):
    return [message.get_body((part,)).get_content() for part in ("plain", "html")]


def test_what_is_new_comes_once_a_week_in_one_mail(sink, follower, thread, clock):
    for _number in range(3):
        post(thread)
    assert not gathered(sink, follower), "nothing at once"
    write_digests()
    [message] = gathered(sink, follower)
    assert message["Subject"] == "Your week: what is new"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    for text in parts(message):
        assert text.count("New post: Which cover crops stand drought?") == 1, "one item for one discussion"
        assert "And 2 more" in text and "Task force A2 · 2 March 2026, 08:00" in text
    clock.shift(timedelta(days=7))
    write_digests()
    assert len(gathered(sink, follower)) == 1, "nothing is told twice"


def test_the_newest_stands_first(sink, follower, clock):
    threads = [followed(follower, title=f"Thread number {number}") for number in range(3)]
    for number in (1, 0, 2, 1):
        post(threads[number])
        clock.shift(timedelta(minutes=1))
    write_digests()
    for text in parts(gathered(sink, follower)[0]):
        places = [text.index(f"Thread number {number}") for number in (1, 2, 0)]
        assert places == sorted(places)


def test_what_she_has_read_is_not_repeated(sink, follower, thread):
    post(thread)
    Notice.objects.filter(recipient=follower).mark_read()
    write_digests()
    assert not gathered(sink, follower)
    assert not Mail.objects.filter(digest__person=follower).exists()


def test_what_she_read_before_the_mail_left_is_not_repeated_either(sink, follower, thread):
    post(thread)
    digest = Digest.objects.write(follower, MONDAY)
    Notice.objects.filter(recipient=follower).mark_read()
    write_digests()
    assert digest.mails.get().status == Mail.Status.DROPPED and not gathered(sink, follower)


def hide(thread, reply, follower):
    reply.hide("Not here.", by=None)


def mute_thread(thread, reply, follower):
    thread.mute(by=follower)


def unfollow(thread, reply, follower):
    thread.unfollow(by=follower)


def close_room(thread, reply, follower):
    opened_to("members")


def mute_room(thread, reply, follower):
    RoomChoice.put(follower, {thread.space_id: "muted"})


def want_none(thread, reply, follower):
    NoticeSetting.choose(follower, by=follower, discussion="never")


def pause(thread, reply, follower):
    NoticeSetting.choose(follower, by=follower, paused_until=timezone.now().date() + timedelta(days=2))


def lose(thread, reply, follower):
    reply.delete()


@pytest.mark.parametrize("when", ["before it is written", "before it leaves"])
@pytest.mark.parametrize(
    "happens",
    [hide, mute_thread, unfollow, close_room, mute_room, want_none, pause, lose],
    ids=lambda one: one.__name__,
)
def test_what_happened_meanwhile_is_respected(sink, follower, thread, happens, when):
    reply = post(thread)
    if when == "before it leaves":
        Digest.objects.write(follower, MONDAY)
    happens(thread, reply, follower)
    write_digests()
    assert not gathered(sink, follower), "never an empty mail, and nothing she may not read"


def test_what_was_paused_comes_on_the_first_morning_after(sink, follower, thread, clock):
    NoticeSetting.choose(
        follower, by=follower, paused_until=timezone.now().date() + timedelta(days=8), discussion="at_once"
    )
    post(thread)
    for _day in range(7):
        write_digests()
        clock.shift(timedelta(days=1))
    assert not gathered(sink, follower)
    clock.shift(timedelta(days=1))
    write_digests()
    assert "Your day: what is new" in [message["Subject"] for message in gathered(sink, follower)]


def test_fifteen_items_then_where_all_stand(sink, follower, clock):
    for number in range(17):
        thread = followed(follower, title=f"{'A very long title of a discussion ' * 4}{number}"[-140:])
        post(thread)
        post(thread)
    write_digests()
    [message] = gathered(sink, follower)
    text, html = parts(message)
    assert html.count("<li>") == text.count("\n- ") == 15
    assert "See all my notices" in html and "https://platform.example/en/notifications/\r\n" in text
    assert len(message.as_bytes()) < 60 * 1024


def test_the_largest_mail_stays_below_sixty_kilobytes(sink, reader, clock):
    """Fifteen things that wait, fifteen that are new, each with the longest words there can be."""
    opened_to("signed_in")
    NoticeSetting.choose(reader, by=reader, about_me="weekly")
    for number in range(16):
        thread = followed(reader, title=f"{'ü' * 137}{number:03}")
        post(thread, author=partner_person(name="é" * 120))
        thread.close("ö" * 300, by=None)
    announced()
    write_digests()
    [message] = gathered(sink, reader)
    assert len(message.as_bytes()) < 60 * 1024


def test_several_things_about_one_object_stand_together(sink, follower, thread):
    post(thread)
    thread.close("Answered.", by=None)
    announced()
    write_digests()
    text, html = parts(gathered(sink, follower)[0])
    assert html.count("<li>") == 1
    assert text.index("closed") < text.index("New post")


def test_the_weekly_mail_tells_what_waits_first(sink, reader, clock):
    opened_to("signed_in")
    thread = followed(reader)
    post(thread)
    write_digests()
    for text in parts(gathered(sink, reader)[0]):
        assert text.lower().index("old request") < text.lower().index("what is new") < text.index("New post")


def test_who_wants_no_duties_still_gets_what_is_new(sink, reader, clock):
    opened_to("signed_in")
    NoticeSetting.choose(reader, by=reader, digest="none")
    write_digests()
    assert not gathered(sink, reader)
    thread = followed(reader)
    post(thread)
    clock.shift(timedelta(days=7))
    write_digests()
    [message] = gathered(sink, reader)
    assert message["Subject"] == "Your week: what is new"
    assert "Old Request" not in message.get_body(("plain",)).get_content()


# -- At her own hour


def test_the_daily_mail_comes_at_her_hour_if_something_is_new(sink, follower, thread, clock):
    clock.move_to(EIGHT_UTC.replace(hour=0))
    User.objects.filter(pk=follower.pk).update(time_zone="Asia/Kathmandu")  # five hours and three quarters ahead
    NoticeSetting.choose(follower, by=follower, discussion="daily", hour=21, digest="none")
    post(thread)
    hours = {}
    for _quarter in range(3 * 96):
        write_digests()
        for message in gathered(sink, follower):
            hours.setdefault(message["Message-ID"], timezone.now())
        clock.shift(timedelta(minutes=15))
    assert list(hours.values()) == [datetime(2026, 3, 2, 15, 15, tzinfo=UTC)]
    [message] = gathered(sink, follower)
    assert message["Subject"] == "Your day: what is new"
    assert "once a day" in message.get_body(("plain",)).get_content()


@pytest.mark.parametrize(("weekday", "hour"), [(0, 0), (3, 12), (6, 23)])
def test_the_weekly_mail_comes_on_her_day(sink, follower, thread, clock, weekday, hour):
    clock.move_to(EIGHT_UTC.replace(hour=0))
    NoticeSetting.choose(follower, by=follower, weekday=weekday, hour=hour)
    post(thread)
    for _hour in range(8 * 24):
        write_digests()
        if gathered(sink, follower):
            break
        clock.shift(timedelta(hours=1))
    now = timezone.now()
    assert (now.weekday(), now.hour, now.day) == (weekday, hour, 2 + weekday)


def test_another_day_chosen_in_the_same_week_brings_no_second_mail(sink, follower, thread, clock):
    post(thread)
    write_digests()
    NoticeSetting.choose(follower, by=follower, weekday=2)
    post(thread)
    for _day in range(5):
        clock.shift(timedelta(days=1))
        write_digests()
    assert len(gathered(sink, follower)) == 1
    clock.shift(timedelta(days=4))
    write_digests()
    assert len(gathered(sink, follower)) == 2


def test_a_mail_of_sunday_night_is_caught_up_with_on_monday(sink, follower, thread, clock):
    NoticeSetting.choose(follower, by=follower, weekday=6, hour=23)
    post(thread)
    clock.move_to(EIGHT_UTC + timedelta(days=7))
    write_digests()
    assert len(gathered(sink, follower)) == 1
    assert Digest.objects.get(person=follower).begins_on == MONDAY


def test_daily_and_weekly_do_not_take_from_each_other(sink, follower, thread, clock, sofia):
    NoticeSetting.choose(follower, by=follower, discussion="daily", hour=8)
    post(thread)
    Notice.objects.create(
        recipient=follower,
        activity=follower.record("warned_of_silence", by=None),
        audience="person",
        kind="news",
        rhythm="weekly",
    )
    write_digests()
    told = {digest.rhythm: digest.notices.count() for digest in Digest.objects.filter(person=follower)}
    assert told == {"daily": 1, "weekly": 1}


def test_a_notice_gathered_by_a_digest_that_was_forgotten_is_not_told_again(sink, follower, thread, clock):
    post(thread)
    write_digests()
    Digest.objects.all().delete()
    clock.shift(timedelta(days=7))
    write_digests()
    assert len(gathered(sink, follower)) == 1


def test_whoever_is_told_nothing_weekly_costs_a_query_and_no_row(follower, clock):
    NoticeSetting.choose(follower, by=follower, digest="none")
    UserFactory()
    write_digests()
    assert not Digest.objects.filter(person=follower).exists()


@pytest.mark.parametrize(
    ("language", "subject", "words"),
    [
        ("en", "Your week: what is new", "New post: Which cover crops stand drought?"),
        ("fr", None, "Which cover crops stand drought"),
        ("es", None, "Which cover crops stand drought?"),
    ],
)
def test_it_is_written_in_the_readers_language(sink, follower, thread, language, subject, words):
    User.objects.filter(pk=follower.pk).update(language=language)
    post(thread)
    write_digests()
    [message] = gathered(sink, follower)
    text, html = parts(message)
    assert f'lang="{language}"' in html and f"/{language}/notifications/" in text and words in text
    assert subject is None or message["Subject"] == subject


def test_it_holds_what_people_wrote_as_text_only(sink, follower):
    thread = followed(follower, title='<script>alert(1)</script> "quoted"')
    post(thread)
    write_digests()
    _text, html = parts(gathered(sink, follower)[0])
    assert "<script" not in html and "&lt;script&gt;" in html
    assert html.count("http") == html.count("https://platform.example/")
