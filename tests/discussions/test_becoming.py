"""A discussion becomes a question, a page, a work or an idea; both pages lead to each other."""

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Consent
from core.models import Activity, Theme
from discussions.models import Descent
from library.models import Work
from notifications.models import Notice
from practices.models import Practice
from projects.models import Idea
from questions.models import Question
from spaces.models import Space
from tests.factories.discussions import ThreadFactory, answered, opened_to, space_of_a2
from tests.factories.questions import QuestionFactory
from wiki.models import Draft, Page

pytestmark = pytest.mark.django_db

WIKI, LIBRARY = "/en/spaces/task-force-a2/wiki/write/", "/en/spaces/task-force-a2/library/add/"
ASK, IDEA = "/en/questions/ask/", "/en/task-forces/a2/ideas/propose/"
PRACTICE = "/en/practices/new/"


@pytest.fixture
def thread(cast):
    """Fatou began a discussion in the room of A2, which Amina moderates; Bruno is let in."""
    assert cast.amina, "whoever moderates"
    opened_to(Space.Audience.PARTNERS)
    return ThreadFactory(starter=cast.fatou, space=space_of_a2(), themes=Theme.objects.filter(slug="agroforestry"))


def page_of(client, thread):
    return client.get(thread.get_absolute_url()).content.decode()


def test_moderator_is_offered_everything_and_a_reader_none(client, cast, thread):
    client.force_login(cast.amina)
    offers = client.get(thread.get_absolute_url()).context["offspring"].offers
    assert [url for _target, url in offers] == [f"{at}?from={thread.pk}" for at in (ASK, WIKI, LIBRARY, IDEA, PRACTICE)]
    client.force_login(cast.bruno)
    assert "Make something of it" not in page_of(client, thread)


def test_starter_is_offered_what_she_may_make_herself(client, cast):
    opened_to(Space.Audience.PARTNERS)
    thread = ThreadFactory(starter=cast.bruno, space=space_of_a2())
    client.force_login(cast.bruno)
    offers = client.get(thread.get_absolute_url()).context["offspring"].offers
    # Ideas come from people with a seat in the task force.
    assert [target.key for target, _url in offers] == ["question", "page", "work", "practice"]


@pytest.mark.parametrize(
    ("address", "field"), [(ASK, "text"), (WIKI, "text"), (LIBRARY, "abstract"), (IDEA, "summary")]
)
def test_form_opens_with_what_began_the_discussion(client, cast, thread, address, field):
    client.force_login(cast.amina)
    response = client.get(f"{address}?from={thread.pk}")
    initial = response.context["form"].initial
    assert (initial["title"], initial["language"], initial["themes"]) == (thread.title, "en", ["agroforestry"])
    assert "Somebody wrote: “We tried vetch" in initial[field]
    assert f"http://testserver{thread.get_absolute_url()}" in initial[field]
    assert thread.title in response.content.decode().split("You make this of a discussion:")[1]


def test_author_is_named_only_where_she_shows_her_name(client, cast, thread):
    cast.fatou.consent(Consent.Purpose.ROSTERS, by=cast.fatou)
    client.force_login(cast.amina)
    assert "Fatou Sarr wrote: “We tried" in client.get(f"{ASK}?from={thread.pk}").context["form"].initial["text"]
    client.force_login(cast.fatou)
    assert client.get(f"{ASK}?from={thread.pk}").context["form"].initial["text"].startswith("We tried")


def test_hidden_words_are_not_quoted(client, cast, thread):
    thread.posts.get().hide("Off topic.", by=cast.sofia)
    client.force_login(cast.amina)
    assert "vetch" not in client.get(f"{ASK}?from={thread.pk}").content.decode().split("<main")[1]


def test_question_comes_of_it_and_both_pages_lead_to_each_other(client, cast, thread):
    client.force_login(cast.amina)
    typed = {"title": "Which crops?", "text": "Dry land.", "language": "en", "themes": ["agroforestry"]}
    client.post(f"{ASK}?from={thread.pk}", typed)
    question = Question.objects.get()
    assert Descent.objects.get().object == question
    assert Activity.objects.about(thread).first().data == {"kind": "question", "object": question.pk}
    page = page_of(client, thread)
    assert "Became the question to scientists" in page and question.get_absolute_url() in page
    assert f"{ASK}?from" not in page, "one of each kind"
    assert thread.get_absolute_url() in client.get(question.get_absolute_url()).content.decode()
    # Victor reads the question; the room is not open to him.
    client.force_login(cast.victor)
    assert "Came from the discussion" not in client.get(question.get_absolute_url()).content.decode()


def test_page_work_and_idea_come_of_it(client, cast, thread):
    client.force_login(cast.amina)
    client.post(
        f"{WIKI}?from={thread.pk}", {"title": "Cover crops", "text": "Vetch.", "language": "en", "then": "save"}
    )
    work = {
        "title": "Vetch",
        "type": "guide",
        "language": "en",
        "licence": "unknown",
        "address": "https://example.org/",
    }
    client.post(f"{LIBRARY}?from={thread.pk}", work)
    client.post(f"{IDEA}?from={thread.pk}", {"title": "Sow vetch", "summary": "Everywhere.", "language": "en"})
    made = [Page.objects.get(), Work.objects.get(), Idea.objects.get()]
    assert [descent.object for descent in Descent.objects.all()] == made
    for each in made:
        assert "Came from the discussion" in client.get(each.get_absolute_url()).content.decode()
        assert each.get_absolute_url() in page_of(client, thread)


def test_datasheet_comes_of_it_with_the_words_as_its_description(client, cast, thread):
    client.force_login(cast.amina)
    assert thread.title in client.get(f"{PRACTICE}?from={thread.pk}").content.decode()
    client.post(f"{PRACTICE}?from={thread.pk}", {"title": "Vetch under maize", "language": "en"})
    practice = Practice.objects.get()
    assert "We tried vetch" in practice.contents["description"]["en"]
    assert Descent.objects.get().object == practice


def test_draft_of_another_page_stays(client, cast, thread):
    Draft.objects.keep(cast.amina, thread.space, title="Hedges", text="Half a")
    client.force_login(cast.amina)
    assert client.get(f"{WIKI}?from={thread.pk}").context["form"].initial["title"] == thread.title
    client.post(f"{WIKI}?from={thread.pk}", {"title": "Crops", "text": "Vetch.", "language": "en", "then": "save"})
    assert Draft.objects.get().title == "Hedges"


def test_form_sent_twice_makes_one_and_a_second_one_is_refused(client, cast, thread):
    client.force_login(cast.amina)
    typed = {"title": "Which?", "text": "Dry.", "language": "en", "themes": ["agroforestry"]}
    key = {"key": "7e2b8f5c-0e0f-4c43-9b5f-0d4fd3a2a001"}
    for _time in range(2):
        assert client.post(f"{ASK}?from={thread.pk}", typed | key).status_code == 302
    refused = client.post(f"{ASK}?from={thread.pk}", typed)
    assert "become a question to scientists already" in refused.content.decode()
    assert Question.objects.count() == Descent.objects.count() == 1
    assert client.get(f"{ASK}?from={thread.pk}").url == thread.get_absolute_url()


def test_only_moderators_and_the_starter_make_something_of_it(client, cast, thread):
    client.force_login(cast.bruno)
    typed = {"title": "Which?", "text": "Dry.", "language": "en", "themes": ["agroforestry"]}
    assert client.get(f"{ASK}?from={thread.pk}").status_code == 403
    assert client.post(f"{ASK}?from={thread.pk}", typed).status_code == 403
    with pytest.raises(ValidationError, match="Only those who moderate"):
        QuestionFactory(asker=cast.bruno, origin=thread)
    assert not Question.objects.exists()


@pytest.mark.parametrize("key", ["0", "x", "-1", "99999999999999999999"])
def test_what_is_no_thread_is_not_found(client, cast, key):
    client.force_login(cast.bruno)
    assert client.get(f"{ASK}?from={key}").status_code == 404


def test_words_of_one_room_do_not_open_the_form_of_another(client, cast, thread):
    client.force_login(cast.sofia)
    assert client.get(f"/en/spaces/task-force-a3/wiki/write/?from={thread.pk}").status_code == 404
    assert client.get(f"/en/task-forces/a3/ideas/propose/?from={thread.pk}").status_code == 404


def test_unseen_thread_is_not_found(client, cast, thread):
    opened_to(Space.Audience.MEMBERS)
    client.force_login(cast.victor)
    assert client.get(f"{ASK}?from={thread.pk}").status_code == 404


def test_followers_are_told_once(cast, thread):
    answered(thread, author=cast.bruno)
    question = QuestionFactory(asker=cast.amina, origin=thread)
    thread.become(question, by=cast.amina)
    for activity in Activity.objects.unannounced():
        Notice.objects.announce(activity.pk)
    told = Notice.objects.filter(activity__verb="became")
    assert {notice.recipient for notice in told} == {cast.bruno, cast.fatou}
    assert {notice.wording.title for notice in told} == {f"Something came of a discussion you follow: {thread.title}"}


def test_withdrawn_question_is_no_longer_led_to(client, cast, thread):
    question = QuestionFactory(asker=cast.amina, origin=thread)
    question.withdraw(by=cast.amina)
    client.force_login(cast.bruno)
    assert "Became the question" not in page_of(client, thread)
