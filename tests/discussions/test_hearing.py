"""Who hears of what: followers, people mentioned and quoted; never who muted it, never who no longer reads it."""

import pytest

from accounts.models import Consent
from core.models import Activity
from discussions.models import Thread
from notifications.models import Notice
from spaces.models import Space
from tests.factories import AffiliationFactory, PartnerFactory, UserFactory, partner_person
from tests.factories.discussions import ThreadFactory, answered, appealed, hidden, opened_to, reported, space_of_a2

pytestmark = pytest.mark.django_db


def told(obj, verb):
    """{person: as what she was told} of what happened last to `obj`."""
    activity = Activity.objects.about(obj).filter(verb=verb).first()
    Notice.objects.announce(activity.pk)
    return {notice.recipient: notice.audience for notice in activity.notices.select_related("recipient")}


@pytest.mark.parametrize("audience", Space.Audience.values)
def test_readers_are_those_to_whom_the_space_is_visible(cast, a2, audience):
    funder = AffiliationFactory(partner=PartnerFactory(type="development_bank")).person
    people = [cast.victor, cast.bruno, cast.amina, cast.fatou, cast.sofia, funder]
    space = opened_to(audience)
    seeing = {person for person in people if Space.objects.visible_to(person).filter(pk=space.pk).exists()}
    assert set(space.readers()) & set(people) == seeing


def test_followers_hear_of_a_new_post_its_author_does_not(cast, a2):
    thread = ThreadFactory(starter=cast.fatou)
    thread.follow(by=cast.amina)
    assert told(answered(thread, author=cast.amina), "posted") == {cast.fatou: "follower"}


def test_whoever_muted_hears_nothing_not_even_of_a_mention(cast, a2):
    thread = ThreadFactory(starter=cast.fatou)
    thread.mute(by=cast.fatou)
    first = thread.posts.get()
    post = answered(thread, author=cast.amina, text="@Fatou Sarr, what do you think?", quotes=first)
    assert list(post.mentioned.all()) == [cast.fatou]
    assert told(post, "posted") == {}
    thread.unfollow(by=cast.fatou)
    assert told(answered(thread, author=cast.amina, text="@Fatou Sarr?"), "posted") == {cast.fatou: "mentioned"}


def test_whoever_no_longer_reads_it_hears_nothing(cast, a2):
    opened_to("partners")
    thread = ThreadFactory(starter=cast.carla)
    cast.carla.affiliations.get().end(by=None)
    opened_to("members")
    assert told(answered(thread, author=cast.amina), "posted") == {}
    thread.close("So.", by=cast.amina)
    assert told(thread, "closed") == {}


def test_whoever_is_quoted_hears_of_it(cast, a2):
    thread = ThreadFactory(starter=cast.fatou)
    thread.unfollow(by=cast.fatou)
    post = answered(thread, author=cast.amina, quotes=thread.posts.get())
    assert told(post, "posted") == {cast.fatou: "quoted"}


def test_of_a_post_that_was_hidden_meanwhile_nobody_hears(cast, a2):
    post = answered(ThreadFactory(starter=cast.fatou), author=cast.amina)
    post.hide("A slip.", by=cast.sofia)
    assert told(post, "posted") == {}
    assert told(post, "hidden") == {cast.amina: "author"}


def test_announcement_is_heard_by_all_who_belong_there(cast, a2):
    fatou, _bruno = cast.fatou, cast.bruno  # he is of a partner, not of A2
    thread = ThreadFactory(starter=cast.amina, kind=Thread.Kind.ANNOUNCEMENT)
    assert told(thread, "started") == {fatou: "member"}
    assert told(ThreadFactory(starter=cast.amina), "started") == {}


def test_report_reaches_those_who_moderate_the_room_and_its_outcome_whoever_reported(cast, a2):
    opened_to("partners")
    cast.amina  # noqa: B018 she leads A2
    report = reported(cast.bruno)
    assert told(report, "made") == {cast.amina: "moderator"}
    report.post.dismiss_reports(by=cast.amina)
    assert told(report, "settled") == {cast.bruno: "reporter"}


def test_report_reaches_the_secretariat_where_nobody_moderates(cast, db):
    cast.sofia  # noqa: B018 she works in the secretariat
    assert told(reported(cast.bruno), "made") == {cast.sofia: "moderator"}


def test_objection_goes_to_somebody_else_than_who_hid_the_post(cast, a2):
    opened_to("partners")
    cast.sofia  # noqa: B018 she works in the secretariat
    assert told(appealed(cast.amina), "appealed") == {cast.sofia: "moderator"}
    assert told(appealed(cast.sofia), "appealed") == {cast.amina: "moderator"}


def test_author_hears_what_became_of_her_post(cast, a2):
    opened_to("partners")
    post = hidden(cast.amina)
    post.show(by=cast.amina)
    post.warn("Kindly, please.", by=cast.amina)
    for verb in ("hidden", "shown", "warned"):
        assert told(post, verb) == {post.author: "author"}


def test_starter_hears_that_her_thread_was_moved_if_she_still_reads_it(cast, a2):
    opened_to("partners")
    thread, leaders = ThreadFactory(starter=cast.bruno), Space.objects.get(slug="leaders")
    thread.move(leaders, by=cast.sofia)
    assert told(thread, "moved") == {}
    thread.move(space_of_a2(), by=cast.sofia)
    assert told(thread, "moved") == {cast.bruno: "starter"}


def test_mentions_are_whole_names_of_people_who_take_part_or_show_theirs(cast, a2):
    opened_to("partners")
    ana, anabel = (UserFactory(name=name) for name in ("Ana Li", "Ana Lima"))
    for person in (ana, anabel):
        a2.seat(person, "member", by=None)
    anabel.consent(Consent.Purpose.ROSTERS, by=anabel)
    thread = ThreadFactory(starter=cast.bruno)

    def mentioned(text):
        return set(answered(thread, author=partner_person(), text=text).mentioned.all())

    assert mentioned("Thank you @ana lima!") == {anabel}
    assert mentioned("@Ana Li and @Bruno Keller") == {cast.bruno}, "Ana Li does not show her name"
    assert mentioned("bruno@example.org, Bruno Keller") == set()
    assert mentioned("@Victor Almeida") == set()
    answered(thread, author=ana)
    assert mentioned("@Ana Li, @Ana Lima") == {ana, anabel}
