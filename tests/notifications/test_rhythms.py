"""How soon a mail leaves: decided by the database for everybody at once, as each has chosen."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from core import announcing
from core.notice_kinds import Kind
from notifications.models import Digest, Mail, Notice, NoticeSetting, RoomChoice
from notifications.rooms import room_of, subject_of
from tests.factories import ApplicationFactory, UserFactory
from tests.factories.discussions import ThreadFactory
from tests.factories.meetings import begun_meeting
from tests.factories.rooms import admitted, room


@pytest.fixture
def tells(a2, monkeypatch):
    """A function that lets something of a kind happen in A2, of which somebody hears; returns the activity."""

    def tell(people, kind=Kind.NEWS, *, obj=None, by=None):
        monkeypatch.setitem(announcing._registry, f"{(obj or a2)._meta.label_lower}.opened", lambda _: [("x", people)])
        monkeypatch.setitem(announcing._kinds, f"{(obj or a2)._meta.label_lower}.opened", (kind, {}))
        activity = (obj or a2).record("opened", by=by)
        Notice.objects.announce(activity.pk)
        return activity

    return tell


def rhythm(activity):
    """How soon the only notice of `activity` is mailed; "" where nobody was told."""
    notice = activity.notices.first()
    if notice is None:
        return ""
    assert hasattr(notice, "mail") == (notice.rhythm == "at_once"), "a mail for each that comes at once, and no other"
    return notice.rhythm


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("chosen", ["", "at_once", "daily", "weekly", "never"])
@pytest.mark.parametrize("room", ["", "daily", "weekly", "never", "muted"])
def test_the_database_decides_as_the_setting_says(tells, victor, a2, kind, chosen, room):
    if chosen and kind != Kind.ACCOUNT:
        NoticeSetting.choose(victor, by=victor, **{kind: chosen})
    if room:
        RoomChoice.put(victor, {a2.space_id: room})
    said = NoticeSetting.of(victor).rhythm(kind, room)
    assert rhythm(tells([victor], kind)) == ("" if said == "muted" else said)


def test_mute_wins_over_all_but_what_is_about_her(tells, victor, a2):
    NoticeSetting.choose(victor, by=victor, **dict.fromkeys(NoticeSetting.KINDS, "at_once"))
    RoomChoice.put(victor, {a2.space_id: "muted"})
    told = {kind for kind in Kind if tells([victor], kind).notices.exists()}
    assert told == {Kind.ACCOUNT, Kind.ABOUT_ME}


def test_a_muted_room_silences_no_other_room(tells, victor, a2):
    RoomChoice.put(victor, {a2.space_id: "muted"})
    elsewhere = ThreadFactory(space=room(), starter=admitted().person)
    assert rhythm(tells([victor])) == ""
    assert rhythm(tells([victor], obj=elsewhere)) == rhythm(tells([victor], obj=victor)) == "weekly"


@pytest.mark.parametrize(("kind", "told"), [(Kind.TASK, "daily"), (Kind.NEWS, "weekly"), (Kind.ACCOUNT, "at_once")])
def test_during_a_pause_no_mail_leaves_and_nothing_is_lost(tells, victor, kind, told):
    NoticeSetting.choose(victor, by=victor, paused_until=timezone.now().date() + timedelta(days=3))
    assert rhythm(tells([victor], kind)) == told


def test_the_day_a_pause_ends_mails_come_again(tells, victor):
    NoticeSetting.choose(victor, by=victor, paused_until=timezone.now().date())
    assert rhythm(tells([victor], Kind.TASK)) == "at_once"


def test_a_choice_for_a_room_holds_in_it_whatever_holds_elsewhere(tells, victor, a2):
    NoticeSetting.choose(victor, by=victor, news="never", rooms={a2.space_id: "daily"})
    assert rhythm(tells([victor])) == "daily"
    assert rhythm(tells([victor], obj=victor)) == "never"


def test_telling_thousands_who_chose_differently_is_asked_once(tells, a2):
    people = User.objects.bulk_create(User(email=f"p{number}@example.org", name="P") for number in range(2000))
    NoticeSetting.objects.bulk_create(
        NoticeSetting(person=person, news=("at_once", "daily", "weekly", "never")[index % 4])
        for index, person in enumerate(people[:1000])
    )
    RoomChoice.objects.bulk_create(
        RoomChoice(person=person, space_id=a2.space_id, rhythm="muted") for person in people[1000:1200]
    )
    few = UserFactory()
    with CaptureQueriesContext(connection) as one:
        tells(User.objects.filter(pk=few.pk))
    with CaptureQueriesContext(connection) as many:
        activity = tells(User.objects.filter(name="P"))
    assert len(many) == len(one)
    told = {name: activity.notices.filter(rhythm=name).count() for name in ("at_once", "daily", "weekly", "never")}
    assert told == {"at_once": 250, "daily": 250, "weekly": 250 + 800, "never": 250}
    assert Mail.objects.filter(notice__activity=activity).count() == 250


# -- In which room


def test_the_room_is_found_from_whatever_lies_in_it(a2, sofia, amina):
    thread = ThreadFactory()
    post = thread.posts.get()
    meeting = begun_meeting(by=sofia)
    decision = meeting.decide("Count.", by=sofia)
    for obj in (thread, post, post.report("So.", by=amina), a2, ApplicationFactory(task_force=a2)):
        assert room_of(obj) == a2.space
    assert room_of(meeting) == room_of(decision) == meeting.space
    assert room_of(sofia) is None
    assert (subject_of(post), subject_of(decision), subject_of(sofia)) == (thread, meeting, sofia)


def test_the_room_stands_in_the_notice(tells, victor, a2):
    assert tells([victor]).notices.get().space == a2.space
    assert tells([victor], obj=victor).notices.get().space is None


# -- What the secretariat reads


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"rhythm": "never"}, "wants no mails of this kind"),
        ({"rhythm": "weekly"}, "Waits for the next gathered mail."),
        ({"rhythm": "daily", "read_at": datetime(2026, 3, 1, tzinfo=UTC)}, "Read before the gathered mail left."),
        ({"rhythm": "daily", "gathered_at": datetime(2026, 3, 1, tzinfo=UTC)}, "has been forgotten since"),
    ],
)
def test_the_secretariat_reads_why_no_mail_left(client, sofia, tells, victor, fields, words):
    notice = tells([victor]).notices.get()
    Notice.objects.filter(pk=notice.pk).update(**fields)
    client.force_login(sofia)
    for address in (
        reverse("admin:notifications_notice_changelist"),
        reverse("admin:notifications_notice_change", args=[notice.pk]),
    ):
        assert words in client.get(address).content.decode()


def test_it_reads_in_which_mail_a_notice_left(client, sofia, tells, victor):
    notice = tells([victor]).notices.get()
    Digest.objects.write(victor, date(2026, 3, 2))
    client.force_login(sofia)
    page = client.get(reverse("admin:notifications_notice_change", args=[notice.pk])).content.decode()
    assert "Weekly digest, 2 March 2026: waiting" in page


def test_the_list_asks_no_more_for_many(client, sofia, tells, victor):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse("admin:notifications_notice_changelist")).status_code == 200
        return len(captured)

    client.force_login(sofia)
    tells([victor])
    Digest.objects.write(victor, date(2026, 3, 2))
    client.get(reverse("admin:notifications_notice_changelist"))
    few = queries()
    for number in range(6):
        tells([UserFactory()])
        tells([victor])
        Digest.objects.write(victor, date(2026, 3, 9) + timedelta(days=7 * number))
    assert queries() == few
