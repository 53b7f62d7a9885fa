"""The pages of discussions: what they show to whom, and what they make of bad input."""

from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import Consent
from core.models import Theme
from discussions.models import Draft, Follow, Post, PostReport, Thread
from discussions.views.pages import POSTS_SHOWN
from spaces.models import LEADERS, Space
from tests.factories import partner_person
from tests.factories.discussions import ThreadFactory, answered, appealed, hidden, opened_to, space_of_a2
from tests.papers import upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(cast, a2):
    """The room of A2, which Amina moderates, open to all partners."""
    cast.amina  # noqa: B018 she leads A2
    return opened_to("partners")


def url(name, obj=None):
    """An address of the room of A2."""
    space = space_of_a2().slug
    return reverse(f"discussions:{name}", args=[space, obj.pk] if obj else [space])


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


# -- Reading


def test_list_and_thread_are_hidden_from_strangers(client, cast, room):
    thread = ThreadFactory()
    for address in (url("list"), url("detail", thread)):
        assert client.get(address).status_code == 302
        client.force_login(cast.victor)
        assert client.get(address).status_code == 404
        client.logout()


def test_visitors_read_in_a_public_room_and_see_only_names_that_may_be_shown(client, cast, room):
    opened_to("public")
    thread = ThreadFactory(starter=cast.bruno)
    post = answered(thread, author=cast.carla, text="See https://soil.example/?a=1 <b>")
    cast.carla.consent(Consent.Purpose.ROSTERS, by=cast.carla)
    html = read(client, url("detail", thread))
    assert "Carla Ruiz" in html and "Bruno Keller" not in html and "Name not shown" in html
    assert 'href="https://soil.example/?a=1"' in html and "&lt;b&gt;" in html
    assert url("reply", thread) not in html and url("react", post) not in html
    assert "Bruno" not in read(client, url("list"))


def test_list_is_narrowed_by_kind_theme_words_and_what_is_mine(client, cast, room):
    theme = Theme.objects.first()
    one = ThreadFactory(starter=cast.bruno, title="Peat in the north", kind="call", themes=[theme])
    answered(ThreadFactory(title="Cowpea"))
    client.force_login(cast.bruno)
    for question in ("kind=call", f"theme={theme.pk}", "q=peat", "show=mine", "show=unanswered"):
        html = read(client, f"{url('list')}?{question}")
        assert one.title in html and "Cowpea" not in html, question
    assert "Cowpea" in read(client, f"{url('list')}?kind=poem&theme=x&show=y&after=nonsense")
    assert "No discussion fits" in read(client, f"{url('list')}?q=basalt")


def test_tab_and_overview_of_the_room_show_discussions(client, cast, room):
    thread = ThreadFactory()
    client.force_login(cast.bruno)
    html = read(client, room.get_absolute_url())
    assert thread.title in html and url("list") in html


def test_what_is_new_since_the_last_visit_is_marked(client, cast, room):
    thread = ThreadFactory()
    client.force_login(cast.bruno)
    read(client, room.get_absolute_url())
    assert ">new<" not in read(client, url("list"))
    cast.bruno.visits.update(last_at=timezone.now() - timezone.timedelta(hours=2))
    answered(thread)
    assert ">new<" in read(client, url("list"))
    assert ">new<" in read(client, url("detail", thread))


def test_long_thread_is_read_page_by_page(client, cast, room):
    thread = ThreadFactory(starter=cast.bruno)
    Post.objects.bulk_create(
        Post(thread=thread, author=cast.carla, text=f"Post number {number}.") for number in range(2, 66)
    )
    client.force_login(cast.bruno)
    first = client.get(url("detail", thread)).context
    assert len(first["posts"]) == POSTS_SHOWN and first["pages"]["earlier"] is None
    second = client.get(f"{url('detail', thread)}?from={first['pages']['later']}").context
    assert [post.text for post in second["posts"]] == [f"Post number {number}." for number in range(31, 61)]
    back = client.get(f"{url('detail', thread)}?before={second['pages']['earlier']}").context
    assert back["posts"] == first["posts"]
    last = client.get(f"{url('detail', thread)}?last").context
    assert last["posts"][-1].text == "Post number 65." and last["pages"]["later"] is None
    place = client.get(url("post", last["posts"][-1]), follow=True)
    assert urlsplit(place.redirect_chain[-1][0]).query == f"from={thread.posts.all()[60].pk}"
    for nonsense in ("from=x", "before=9" + "9" * 40, "from=99999999", "before=1"):
        read(client, f"{url('detail', thread)}?{nonsense}")


def test_old_address_of_a_moved_thread_leads_to_where_it_lies(client, cast, room):
    thread = ThreadFactory()
    post, old = thread.posts.get(), (url("detail", thread), url("post", thread.posts.get()))
    thread.move(Space.objects.get(slug=LEADERS), by=cast.sofia)
    client.force_login(cast.amina)
    assert client.get(old[0])["Location"] == thread.get_absolute_url()
    assert client.get(old[1])["Location"] == f"{thread.get_absolute_url()}#post-{post.pk}"
    client.force_login(cast.bruno)
    assert [client.get(address).status_code for address in old] == [404, 404]


def test_lists_and_threads_ask_no_more_for_many_rows(client, cast, room):
    thread = ThreadFactory(starter=cast.bruno, themes=Theme.objects.all()[:2])
    answered(thread, quotes=thread.posts.get())
    client.force_login(cast.amina)

    def asked(address):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    addresses = [url("list"), url("detail", thread), f"{url('list')}?q=cover&show=mine&kind=discussion"]
    before = [asked(address) for address in addresses]
    for number in range(6):
        other = ThreadFactory(title=f"Number {number}", themes=Theme.objects.all()[:3])
        post = answered(thread, author=partner_person(), quotes=thread.posts.get(pk=thread.posts.first().pk))
        post.report("Look.", by=other.starter)
    assert [asked(address) for address in addresses] == before
    assert before[0] <= 8 and before[1] <= 14, before


# -- Writing


def test_partner_begins_a_discussion_with_a_file(client, cast, room):
    client.force_login(cast.bruno)
    theme = Theme.objects.first()
    typed = {"kind": "call", "title": "Probes", "text": "Who lends one?", "language": "fr", "themes": [theme.pk]}
    response = client.post(url("start"), typed | {"file": upload(name="Plan.pdf")})
    thread = Thread.objects.get()
    assert response["Location"] == thread.get_absolute_url()
    assert (thread.starter, thread.kind, thread.language, list(thread.themes.all())) == (
        *(cast.bruno, "call", "fr"),
        [theme],
    )
    assert "Plan.pdf" in read(client, url("detail", thread))
    file = client.get(url("file", thread.posts.get()))
    assert b"".join(file.streaming_content).startswith(b"%PDF-")
    client.force_login(cast.victor)
    assert client.get(url("file", thread.posts.get())).status_code == 404


def test_friend_reads_a_public_room_and_writes_nothing(client, cast, room):
    opened_to("public")
    thread = ThreadFactory()
    client.force_login(cast.victor)
    assert client.get(url("start")).status_code == 403
    assert client.post(url("reply", thread), {"text": "Hello", "language": "en"}).status_code == 403
    assert "Reading only" in read(client, url("detail", thread))


@pytest.mark.parametrize(
    "typed",
    [
        {"title": "", "text": "Words"},
        {"title": "T", "text": ""},
        {"title": "T" * 151, "text": "Words"},
        {"title": "T\0", "text": "Words"},
        {"title": "T", "text": "Words", "kind": "announcement"},
        {"title": "T", "text": "Words", "themes": ["x", "9" * 400]},
        {"title": "T", "text": "Words", "language": "de"},
    ],
)
def test_bad_input_is_said_at_the_field_and_nothing_is_lost(client, cast, room, typed):
    client.force_login(cast.bruno)
    response = client.post(url("start"), {"kind": "call", "language": "en"} | typed)
    assert response.status_code == 200 and response.context["form"].errors
    assert response.context["form"]["text"].value() == typed["text"]
    assert not Thread.objects.exists()


def test_reply_quotes_and_leads_to_the_post(client, cast, room):
    thread = ThreadFactory()
    first = thread.posts.get()
    client.force_login(cast.bruno)
    page = client.get(f"{url('reply', thread)}?quote={first.pk}")
    assert page.context["quoted"] == first
    response = client.post(url("reply", thread), {"text": "Yes.", "language": "en", "quotes": first.pk})
    post = thread.posts.last()
    assert (post.author, post.quotes, post.text) == (cast.bruno, first, "Yes.")
    assert response["Location"].endswith(f"?last#post-{post.pk}")
    other = answered()
    response = client.post(url("reply", thread), {"text": "Kept words", "language": "en", "quotes": other.pk})
    assert response.status_code == 200 and "Kept words" in response.content.decode()


def test_reply_to_a_thread_closed_meanwhile_is_refused_in_words(client, cast, room):
    thread = ThreadFactory()
    thread.close("So.", by=cast.amina)
    client.force_login(cast.bruno)
    response = client.post(url("reply", thread), {"text": "Late", "language": "en"})
    assert "nobody writes in it any more" in response.content.decode()
    assert thread.posts.count() == 1


def test_draft_is_kept_by_button_and_by_itself_and_seen_by_nobody_else(client, cast, room):
    thread = ThreadFactory()
    client.force_login(cast.bruno)
    assert client.post(f"{url('reply', thread)}?autosave=1", {"text": "My half\0"}).status_code == 204
    assert client.post(url("start"), {"title": "T" * 300, "text": "Half", "draft": "1"}).status_code == 302
    assert "My half" in read(client, url("detail", thread)) and "Half" in read(client, url("start"))
    assert Draft.objects.count() == 2
    client.force_login(cast.carla)
    assert "My half" not in read(client, url("detail", thread)) and "Half" not in read(client, url("start"))


def test_author_edits_and_everybody_reads_what_it_said_before(client, cast, room):
    post = answered(author=cast.bruno)
    client.force_login(cast.bruno)
    assert client.post(url("edit", post), {"text": "Cowpea, and millet."}).status_code == 302
    client.force_login(cast.carla)
    html = read(client, url("history", post))
    assert "Cowpea stands it." in html and "Cowpea, and millet." in html
    assert client.get(url("edit", post)).status_code == 403
    Post.objects.update(created_at="2020-01-01T00:00Z")
    client.force_login(cast.bruno)
    assert "30 minutes" in client.post(url("edit", post), {"text": "Late."}).content.decode()


def test_reactions_are_pressed_and_taken_back(client, cast, room):
    post = answered()
    client.force_login(cast.bruno)
    for posted in ({"kind": "useful"}, {"kind": "useful"}, {"kind": "love\0"}, {}):
        assert client.post(url("react", post), posted).status_code == 302
    assert post.reactions.count() == 1
    client.post(url("react", post), {"kind": "useful", "take_back": "1"})
    assert not post.reactions.exists()
    assert client.get(url("react", post)).status_code == 405
    client.force_login(post.author)
    assert client.post(url("react", post), {"kind": "useful"}).status_code == 403


def test_following_is_chosen_by_buttons(client, cast, room):
    thread = ThreadFactory()
    client.force_login(cast.bruno)
    for choice, state in (("follow", "following"), ("mute", "muted"), ("nonsense", "muted"), ("unfollow", "")):
        client.post(url("follow", thread), {"choice": choice})
        assert thread.following_of(cast.bruno) == state
    assert Follow.objects.count() == 1  # whoever began it


# -- Looking after


def test_starter_closes_and_opens_her_own_thread_others_do_not(client, cast, room):
    thread = ThreadFactory(starter=cast.bruno)
    client.force_login(cast.carla)
    assert client.post(url("close", thread), {"conclusion": "No."}).status_code == 403
    client.force_login(cast.bruno)
    asked = client.post(url("close", thread), {"conclusion": " "})
    assert asked.status_code == 200 and asked.context["form"].errors
    assert [address for _title, address in asked.context["crumbs"]][-3:] == [url("list"), url("detail", thread), None]
    client.post(url("close", thread), {"conclusion": "Cowpea it is."})
    assert "Cowpea it is." in read(client, url("detail", thread))
    assert client.post(url("pin", thread), {"pinned": "1"}).status_code == 403
    client.post(url("reopen", thread))
    thread.refresh_from_db()
    assert thread.is_open and not thread.is_pinned


def test_moderator_pins_moves_and_splits(client, cast, room):
    thread = ThreadFactory()
    post = answered(thread)
    client.force_login(cast.amina)
    client.post(url("pin", thread), {"pinned": "1"})
    assert Thread.objects.get().is_pinned
    client.post(url("split", post), {"title": "Apart"})
    apart = Thread.objects.get(title="Apart")
    assert url("detail", thread) in read(client, url("detail", apart))
    client.post(url("pin", thread), {})
    leaders = Space.objects.get(slug=LEADERS)
    assert client.post(url("move", thread), {"space": leaders.pk}).status_code == 200, "she moderates only one"
    client.force_login(cast.sofia)
    client.post(url("move", thread), {"space": leaders.pk})
    thread.refresh_from_db()
    assert thread.space == leaders and not thread.is_pinned


def test_report_is_seen_beside_the_post_and_settled_there(client, cast, room):
    post = answered()
    client.force_login(cast.bruno)
    assert client.post(url("report", post), {"reason": " "}).status_code == 200
    client.post(url("report", post), {"reason": "It sells something."})
    assert "already" in client.post(url("report", post), {"reason": "Again."}).content.decode()
    assert "It sells something." not in read(client, url("detail", post.thread))
    client.force_login(cast.amina)
    assert "It sells something." in read(client, url("detail", post.thread))
    client.post(url("dismiss", post))
    assert PostReport.objects.get().outcome == "nothing"


def test_hidden_words_are_nowhere_on_the_pages_of_others(client, cast, room):
    thread = ThreadFactory()
    post = answered(thread, author=cast.bruno, text="Secret cowpea")
    answered(thread, quotes=post)
    client.force_login(cast.amina)
    client.post(url("hide", post), {"reason": "Off topic."})
    assert "Secret cowpea" in read(client, url("detail", thread))
    client.force_login(cast.carla)
    for address in (url("detail", thread), f"{url('reply', thread)}?quote={post.pk}", f"{url('list')}?q=secret"):
        assert "Secret cowpea" not in read(client, address)
    for name in ("history", "file", "report", "edit"):
        assert client.get(url(name, post)).status_code == 404, name
    client.force_login(cast.bruno)
    assert "Off topic." in read(client, url("detail", thread))
    client.post(url("appeal", post), {"words": "It is on topic."})
    assert Post.objects.get(pk=post.pk).waits_for_answer


def test_objection_is_answered_on_the_page(client, cast, room):
    post = appealed(cast.amina)
    client.force_login(cast.amina)
    assert client.post(url("uphold", post)).status_code == 403
    client.force_login(cast.sofia)
    assert "It is on topic." in read(client, url("detail", post.thread))
    client.post(url("uphold", post))
    post.refresh_from_db()
    assert post.upheld_at
    client.post(url("show", post))
    post.refresh_from_db()
    assert not post.is_hidden


def test_warning_is_read_by_its_author_alone(client, cast, room):
    post = answered(author=cast.bruno)
    client.force_login(cast.amina)
    client.post(url("warn", post), {"words": "Kindly, please."})
    client.force_login(cast.bruno)
    assert "Kindly, please." in read(client, url("detail", post.thread))
    client.force_login(cast.carla)
    assert "Kindly, please." not in read(client, url("detail", post.thread))


def test_moderating_is_refused_to_others(client, cast, room):
    post = hidden(cast.amina, answered(author=cast.carla))
    other = answered(post.thread)
    client.force_login(cast.bruno)
    for name in ("hide", "show", "uphold", "warn", "split", "dismiss"):
        assert client.post(url(name, post)).status_code == 404, name
        assert client.post(url(name, other)).status_code == 403, name
    assert client.post(url("move", post.thread)).status_code == 403
