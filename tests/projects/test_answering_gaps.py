"""Ideas that answer a gap: chosen when proposing, named to those who may see it, listed on the gap's page."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.urls import reverse

from projects.models import Idea
from taskforces.models import Role, TaskForce
from tests.factories import UserFactory, partner_person
from tests.factories.projects import IdeaFactory, formed_team
from tests.factories.register import GapFactory

pytestmark = pytest.mark.django_db

PROPOSE = "/en/task-forces/a2/ideas/propose/"
REFUSED = "This gap is not open in this task force. Choose another one, or none."


@pytest.fixture
def mila(a2):
    person = UserFactory(name="Mila Brandt")
    a2.seat(person, Role.MEMBER, by=None)
    return person


@pytest.fixture
def gap():
    return GapFactory(statement="Nobody measures parklands")


def elsewhere():
    return GapFactory(task_force=TaskForce.objects.get(objective__code="B1"), statement="Of another one")


def settled(**facts):
    closed = GapFactory(statement="Not missing after all", **facts)
    closed.close(by=None, reason="It is there.")
    return closed


def page_of(client, url):
    response = client.get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def typed(**more):
    return {"title": "Hedges", "summary": "Trees beside maize.", "language": "en"} | more


# -- The verbs


def test_idea_answers_an_open_gap_of_its_task_force(gap, mila):
    assert IdeaFactory(author=mila, gap=gap).gap == gap
    assert gap.ideas.count() == 1
    for wrong in (elsewhere(), settled()):
        with pytest.raises(ValidationError, match="not open in this task force"):
            IdeaFactory(author=mila, gap=wrong)
    assert Idea.objects.count() == 1


def test_author_changes_or_drops_the_gap_and_history_keeps_it(gap, mila):
    idea, other = IdeaFactory(author=mila), GapFactory()
    words = {"title": "Hedges", "summary": "Trees.", "by": mila}
    idea.change(**words, gap=gap)
    idea.change(**words)
    assert Idea.objects.get().gap == gap
    with pytest.raises(ValidationError, match="not open in this task force"):
        idea.change(**words, gap=elsewhere())
    idea.change(**words, gap=other)
    idea.change(**words, gap=None)
    assert Idea.objects.get().gap is None
    events = Idea._meta.get_field("events").related_model.objects
    assert {gap.pk, other.pk, None} == set(events.values_list("gap", flat=True))


def test_idea_keeps_a_gap_that_was_settled_meanwhile(gap, mila):
    idea = IdeaFactory(author=mila, gap=gap)
    gap.address(by=None, outcome="This very idea.")
    idea.change(title="Hedges", summary="More trees.", gap=gap, by=mila)
    assert Idea.objects.get().gap == gap


def test_gap_with_an_idea_is_not_deleted(gap, mila):
    IdeaFactory(author=mila, gap=gap)
    with pytest.raises(ProtectedError):
        gap.delete()


# -- Proposing and changing


def test_form_offers_open_gaps_of_the_task_force_and_marks_the_one_asked_for(client, gap, mila):
    elsewhere(), settled()
    client.force_login(mila)
    page = page_of(client, f"{PROPOSE}?gap={gap.pk}")
    assert f'<option value="{gap.pk}" selected>Nobody measures parklands</option>' in page
    assert "Of another one" not in page and "Not missing after all" not in page
    for nonsense in ("999999", "x", "-1"):
        page = page_of(client, f"{PROPOSE}?gap={nonsense}")
        assert "selected" not in page.split('name="gap"')[1].split("</select>")[0]


def test_form_without_gaps_asks_for_none(client, mila):
    client.force_login(mila)
    assert 'name="gap"' not in page_of(client, f"{PROPOSE}?gap=7")
    client.post(PROPOSE, typed(gap="7"))
    assert Idea.objects.get().gap is None


def test_idea_is_proposed_with_the_gap_or_without(client, gap, mila):
    client.force_login(mila)
    client.post(PROPOSE, typed(gap=gap.pk))
    client.post(PROPOSE, typed(title="Second", gap=""))
    assert list(Idea.objects.order_by("pk").values_list("title", "gap")) == [("Hedges", gap.pk), ("Second", None)]


def test_foreign_settled_and_forged_gaps_are_refused_beside_the_field(client, gap, mila):
    client.force_login(mila)
    for wrong in (elsewhere().pk, settled().pk, 999999, "x", "\0", 2**70):
        response = client.post(PROPOSE, typed(gap=wrong))
        assert response.status_code == 200
        assert response.context["form"].errors == {"gap": [REFUSED]}
        assert "Trees beside maize." in response.content.decode()
    assert not Idea.objects.exists()


def test_author_changes_the_gap_on_the_page(client, gap, mila):
    idea = IdeaFactory(author=mila, gap=gap)
    gap.close(by=None, reason="Known by now.")
    client.force_login(mila)
    change = reverse("projects:change", args=[idea.pk])
    assert f'<option value="{gap.pk}" selected>' in page_of(client, change)
    client.post(change, typed(gap=gap.pk))
    assert Idea.objects.get().gap == gap
    client.post(change, typed(gap=""))
    assert Idea.objects.get().gap is None


def test_author_who_has_left_sees_no_gaps_and_keeps_the_one_of_her_idea(client, gap, mila):
    idea = IdeaFactory(author=mila, gap=gap)
    mila.seats.get().end(by=None)
    client.force_login(mila)
    change = reverse("projects:change", args=[idea.pk])
    assert 'name="gap"' not in page_of(client, change)
    client.post(change, typed(title="Anew"))
    assert (Idea.objects.get().title, Idea.objects.get().gap) == ("Anew", gap)


# -- Reading


def test_idea_names_its_gap_to_those_who_may_see_it(client, gap, mila, victor, sofia):
    url = IdeaFactory(author=mila, gap=gap).get_absolute_url()
    assert gap.statement not in page_of(client, url)
    for person, is_told in ((victor, False), (mila, True), (partner_person(), True), (sofia, True)):
        client.force_login(person)
        page = page_of(client, url)
        assert (gap.statement in page) == (gap.get_absolute_url() in page) == is_told


def test_gap_lists_its_live_ideas(client, gap, mila):
    IdeaFactory(author=mila, gap=gap, title="Live")
    team = formed_team(IdeaFactory(author=mila, gap=gap, title="With a team"))
    aside = IdeaFactory(author=mila, gap=gap, title="Put aside")
    aside.set_aside("Elsewhere.", by=mila)
    IdeaFactory(author=mila, gap=gap, title="Taken back").withdraw(by=mila)
    IdeaFactory(author=mila, title="Something else")
    client.force_login(partner_person())
    page = page_of(client, gap.get_absolute_url())
    assert "Live" in page and "With a team" in page and team.get_absolute_url() in page
    for hidden in ("Put aside", "Taken back", "Something else", "Propose an idea that answers it"):
        assert hidden not in page


def test_people_with_a_seat_are_led_from_the_gap_to_an_idea(client, gap, mila):
    client.force_login(mila)
    page = page_of(client, gap.get_absolute_url())
    assert "Nobody has proposed one yet." in page and f'href="{PROPOSE}?gap={gap.pk}"' in page
    gap.close(by=None, reason="Known by now.")
    assert "Propose an idea that answers it" not in page_of(client, gap.get_absolute_url())


def test_both_pages_ask_no_more_with_more_rows(client, gap, amina, django_assert_max_num_queries):
    idea = formed_team(IdeaFactory(author=amina, gap=gap)).idea
    client.force_login(amina)
    for url in (idea.get_absolute_url(), gap.get_absolute_url()):
        page_of(client, url)
        with django_assert_max_num_queries(12) as few:
            page_of(client, url)
        for _each in range(3):
            formed_team(IdeaFactory(gap=gap))
        with django_assert_max_num_queries(len(few)):
            page_of(client, url)
