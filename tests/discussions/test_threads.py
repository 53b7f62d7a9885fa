"""Beginning a discussion, answering, closing, moving and splitting it."""

import pytest
from django.core.exceptions import ValidationError

from core.models import Activity, StoredFile, Theme
from core.uploads import clean_upload
from discussions.models import Draft, Post, Thread
from discussions.models.limits import THREADS_A_DAY
from spaces.models import LEADERS, Space
from tests.factories import partner_person
from tests.factories.discussions import ThreadFactory, answered, space_of_a2
from tests.papers import upload

pytestmark = pytest.mark.django_db


def test_thread_begins_with_a_post_its_themes_and_its_starter_following(bruno, a2):
    themes = Theme.objects.all()[:2]
    thread = ThreadFactory(starter=bruno, themes=themes)
    assert (thread.number_of_posts, thread.posts.get().author, thread.following_of(bruno)) == (1, bruno, "following")
    assert set(thread.themes.all()) == set(themes)
    assert thread.last_post_at == thread.posts.get().created_at


def test_form_sent_twice_begins_one_thread_and_writes_one_post(bruno):
    key, other = "7e2b8f5c-0e0f-4c43-9b5f-0d4fd3a2a001", "7e2b8f5c-0e0f-4c43-9b5f-0d4fd3a2a002"
    assert ThreadFactory(starter=bruno, key=key) == ThreadFactory(starter=bruno, key=key)
    thread = Thread.objects.get()
    assert answered(thread, author=bruno, key=other) == answered(thread, author=bruno, key=other)
    assert thread.posts.count() == 2
    assert ThreadFactory(key=key).starter != bruno, "a key somebody else used is no key"


def test_only_moderators_announce(bruno, amina):
    with pytest.raises(ValidationError) as refused:
        ThreadFactory(starter=bruno, kind="announcement")
    assert "kind" in refused.value.error_dict
    assert ThreadFactory(starter=amina, kind="announcement").kind == "announcement"


def test_nobody_begins_more_than_a_day_holds(bruno):
    for number in range(THREADS_A_DAY):
        ThreadFactory(starter=bruno, title=f"Number {number}")
    with pytest.raises(ValidationError, match="10 discussions"):
        ThreadFactory(starter=bruno)


@pytest.mark.parametrize("words", [{"title": " "}, {"text": " "}, {"title": "x" * 151}, {"kind": "poem"}])
def test_what_is_missing_or_wrong_is_refused(words):
    with pytest.raises(ValidationError):
        ThreadFactory(**words)
    assert not Thread.objects.exists()


def test_answers_are_counted_and_move_the_thread_up(bruno):
    older, newer = ThreadFactory(), ThreadFactory()
    assert list(Thread.objects.in_order()) == [newer, older]
    post = answered(older, author=bruno)
    older.refresh_from_db()
    assert (older.number_of_posts, older.last_post_at) == (2, post.created_at)
    assert list(Thread.objects.in_order()) == [older, newer]
    newer.pin(by=None)
    assert list(Thread.objects.in_order()) == [newer, older]


def test_hidden_posts_do_not_count(amina):
    thread = ThreadFactory()
    answered(thread).hide("Off topic.", by=amina)
    thread.refresh_from_db()
    assert (thread.number_of_posts, thread.last_post_at) == (1, thread.posts.first().created_at)
    thread.posts.last().show(by=amina)
    thread.refresh_from_db()
    assert thread.number_of_posts == 2


def test_closed_thread_takes_no_post_and_says_what_came_of_it(amina):
    thread = ThreadFactory()
    with pytest.raises(ValidationError):
        thread.close(" ", by=amina)
    thread.close("Cowpea it is.", by=amina)
    with pytest.raises(ValidationError, match="closed"):
        answered(thread)
    with pytest.raises(ValidationError, match="already"):
        thread.close("Twice.", by=amina)
    thread.reopen(by=amina)
    assert (thread.conclusion, thread.closed_by) == ("", None)
    assert answered(thread).thread == thread
    with pytest.raises(ValidationError, match="open"):
        thread.reopen(by=amina)


def test_post_quotes_one_that_stands_in_the_same_thread(amina):
    thread = ThreadFactory()
    first = thread.posts.get()
    assert answered(thread, quotes=first).quotes == first
    with pytest.raises(ValidationError, match="gone"):
        answered(thread, quotes=answered())
    first.hide("Off topic.", by=amina)
    with pytest.raises(ValidationError, match="gone"):
        answered(thread, quotes=first)


def test_file_beside_a_post_is_kept_with_it(bruno):
    post = answered(author=bruno, file=clean_upload(upload(name="Plan.pdf")))
    assert (post.stored.name, post.stored.uploaded_by) == ("Plan.pdf", bruno)
    with pytest.raises(ValidationError):
        answered(text="", file=clean_upload(upload()))
    assert StoredFile.objects.count() == 1


def test_moving_asks_for_both_rooms(amina, sofia):
    thread, leaders = ThreadFactory(), Space.objects.get(slug=LEADERS)
    with pytest.raises(ValidationError):
        thread.move(leaders, by=amina)
    thread.pin(by=amina)
    thread.move(leaders, by=sofia)
    assert (thread.space, thread.is_pinned) == (leaders, False)
    with pytest.raises(ValidationError, match="already"):
        thread.move(leaders, by=sofia)


def test_posts_from_one_on_become_a_thread_of_their_own(amina, bruno):
    thread = ThreadFactory()
    first, second, third = thread.posts.get(), answered(thread, author=bruno), answered(thread)
    with pytest.raises(ValidationError, match="first one"):
        thread.split(first, "No", by=amina)
    apart = thread.split(second, "About cowpea", by=amina)
    assert list(apart.posts.all()) == [second, third]
    assert list(thread.posts.all()) == [first]
    assert (thread.number_of_posts, apart.number_of_posts) == (1, 2)
    assert (apart.starter, apart.split_from, apart.last_post_at) == (bruno, thread, third.created_at)
    assert apart.following_of(bruno) == "following"
    with pytest.raises(ValidationError):
        thread.split(third, "Again", by=amina)


def test_draft_is_kept_for_each_place_and_goes_when_it_is_sent(bruno):
    space, thread = space_of_a2(), ThreadFactory()
    Draft.objects.keep(bruno, space=space, title="Peat", text="Who")
    Draft.objects.keep(bruno, space=space, title="Peat", text="Who measures?")
    Draft.objects.keep(bruno, thread=thread, text="I think")
    assert sorted(Draft.objects.values_list("text", flat=True)) == ["I think", "Who measures?"]
    answered(thread, author=bruno)
    ThreadFactory(starter=bruno)
    assert not Draft.objects.exists()
    Draft.objects.keep(bruno, thread=thread, text=" ")
    assert not Draft.objects.exists()


def test_what_happens_to_a_thread_is_recorded_once(amina, bruno):
    thread = ThreadFactory()
    for _twice in range(2):
        thread.pin(by=amina)
        thread.follow(by=bruno)
    thread.mute(by=bruno)
    thread.unfollow(by=bruno)
    thread.unfollow(by=bruno)
    verbs = Activity.objects.about(thread).order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["started", "pinned", "followed", "muted", "unfollowed"]


def test_words_are_found_in_titles_and_posts_accents_ignored(amina):
    thread = ThreadFactory(title="Érosion des sols", text="Les terrasses tiennent.")
    post = answered(thread, text="Avec des haies de vétiver.")
    ThreadFactory(title="Something else")
    for words in ("erosion", "vetiver terrasses", "ÉROSION vétiver"):
        assert list(Thread.objects.about(words)) == [thread], words
    assert not Thread.objects.about("erosion maize").exists()
    post.hide("Off topic.", by=amina)
    assert not Thread.objects.about("vetiver").exists()


def test_list_goes_on_where_it_ended():
    threads = [ThreadFactory(starter=partner_person(), title=f"Number {number}") for number in range(5)]
    threads[0].pin(by=None)
    threads[3].pin(by=None)
    whole = list(Thread.objects.in_order())
    for number, thread in enumerate(whole):
        assert list(Thread.objects.in_order().beyond(thread.place)) == whole[number + 1 :]
    for nonsense in ("", "x", "1.2", "9.1.1", "0." + "9" * 30 + ".1"):
        assert list(Thread.objects.in_order().beyond(nonsense)) == whole


def test_unanswered_are_open_ones_with_one_post():
    waiting, answered_one, closed = ThreadFactory(), answered().thread, ThreadFactory()
    closed.close("So.", by=None)
    assert list(Thread.objects.unanswered()) == [waiting]
    assert list(Thread.objects.with_posts_of(answered_one.starter)) == [answered_one]


def test_post_is_edited_for_half_an_hour_and_keeps_what_it_said(bruno):
    post = answered(author=bruno)
    post.edit("Cowpea stands it well.", by=bruno)
    post.edit("Cowpea stands it well.", by=bruno)
    assert [edition.text for edition in post.editions.all()] == ["Cowpea stands it."]
    Post.objects.filter(pk=post.pk).update(created_at="2020-01-01T00:00Z")
    with pytest.raises(ValidationError, match="30 minutes"):
        post.edit("Too late.", by=bruno)


def test_one_reaction_of_each_kind_per_person(bruno, amina):
    post = answered()
    for kind in ("useful", "useful", "support"):
        post.react(kind, by=bruno)
    post.react("useful", by=amina)
    shown = Post.objects.with_facts(bruno).get(pk=post.pk)
    assert (shown.number_useful, shown.number_support, shown.is_useful) == (2, 1, True)
    post.take_reaction_back("useful", by=bruno)
    assert not Post.objects.with_facts(bruno).get(pk=post.pk).is_useful
