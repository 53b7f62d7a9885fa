"""An idea is proposed, supported, discussed, and becomes a team or is set aside."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.models import Activity
from notifications.models import Notice
from projects.models import Comment, Idea
from projects.models.comment import EDITABLE_FOR
from projects.models.limits import COMMENTS_A_DAY, IDEAS_A_DAY
from regions.models import Region
from taskforces.models import Role
from tests.factories import partner_person
from tests.factories.projects import IdeaFactory, partner_of, team

pytestmark = pytest.mark.django_db


def heard(verb):
    """Who hears, as what, of the newest activity of this verb."""
    activity = Activity.objects.filter(verb=verb).first()
    Notice.objects.announce(activity.pk)
    return {(notice.recipient, notice.audience) for notice in Notice.objects.filter(activity=activity)}


def test_member_proposes_and_the_leader_hears(a2, amina, victor):
    a2.seat(victor, Role.MEMBER, by=None)
    africa = Region.objects.get(slug="africa")
    idea = Idea.objects.propose(a2, title="Hedges", summary="Trees.", regions=[africa], language="es", by=victor)
    assert (idea.author, idea.status, idea.state) == (victor, "proposed", "proposed")
    assert list(idea.regions.all()) == [africa]
    assert heard("proposed") == {(amina, "leader")}


def test_where_nobody_leads_the_secretariat_hears(sofia):
    IdeaFactory()
    assert heard("proposed") == {(sofia, "leader")}


def test_who_has_no_seat_does_not_propose(a2, bruno, victor):
    for person in (bruno, victor):
        with pytest.raises(ValidationError, match="seat"):
            Idea.objects.propose(a2, title="X", summary="Y", by=person)


def test_secretariat_proposes_too(a2, sofia):
    assert Idea.objects.propose(a2, title="X", summary="Y", by=sofia).author == sofia


def test_form_sent_twice_makes_one_idea(a2, fatou):
    key = "2f8a5a52-0000-4000-8000-000000000001"
    first = Idea.objects.propose(a2, title="X", summary="Y", key=key, by=fatou)
    assert Idea.objects.propose(a2, title="X", summary="Y", key=key, by=fatou) == first
    assert Idea.objects.count() == 1


def test_key_of_somebody_else_is_no_key(a2, fatou, amina):
    key = "2f8a5a52-0000-4000-8000-000000000001"
    Idea.objects.propose(a2, title="X", summary="Y", key=key, by=fatou)
    assert Idea.objects.propose(a2, title="Z", summary="Y", key=key, by=amina).title == "Z"


def test_nobody_floods_a_task_force(a2, fatou):
    for number in range(IDEAS_A_DAY):
        Idea.objects.propose(a2, title=f"Idea {number}", summary="Y", by=fatou)
    with pytest.raises(ValidationError, match="tomorrow"):
        Idea.objects.propose(a2, title="One more", summary="Y", by=fatou)
    Idea.objects.update(created_at=timezone.now() - timedelta(days=2))
    assert Idea.objects.propose(a2, title="Next day", summary="Y", by=fatou)


def test_author_rewords_and_the_history_keeps_what_it_was():
    idea = IdeaFactory(title="Hedges")
    idea.change(title="Living hedges", summary="More.", by=idea.author)
    assert Idea.objects.get().title == "Living hedges" and idea.edited_at
    events = Idea.pgh_event_model.objects.filter(pgh_obj_id=idea.pk)
    assert {"Hedges", "Living hedges"} <= set(events.values_list("title", flat=True))


def test_idea_with_a_team_is_no_longer_reworded_nor_withdrawn():
    idea = IdeaFactory()
    team(idea)
    for verb in (lambda: idea.change(title="X", by=idea.author), lambda: idea.withdraw(by=idea.author)):
        with pytest.raises(ValidationError, match="has a team"):
            verb()


def test_withdrawn_idea_is_its_authors_alone(sofia, amina):
    idea = IdeaFactory()
    idea.withdraw(by=idea.author)
    assert Idea.objects.visible_to(idea.author).filter(pk=idea.pk).exists()
    assert Idea.objects.visible_to(sofia).filter(pk=idea.pk).exists()
    assert not Idea.objects.visible_to(amina).filter(pk=idea.pk).exists()


def test_support_counts_once_and_can_be_taken_back(bruno, carla):
    idea = IdeaFactory()
    for person in (bruno, bruno, carla):
        idea.support(by=person)
    assert Idea.objects.with_facts().get().number_of_supporters == 2
    idea.stop_supporting(by=bruno)
    idea.stop_supporting(by=bruno)
    assert Idea.objects.with_facts().get().number_of_supporters == 1
    assert Activity.objects.about(idea).filter(verb="no_longer_supported").count() == 1


def test_discussion_has_one_level_of_answers(bruno, carla):
    idea = IdeaFactory()
    first = idea.comment("Which trees?", language="en", by=bruno)
    answer = idea.comment("Gliricidia.", language="en", parent=first, by=idea.author)
    assert answer.parent == first
    assert heard("written") == {(bruno, "answered")}
    with pytest.raises(ValidationError, match="not an answer"):
        idea.comment("Really?", language="en", parent=answer, by=carla)
    other = IdeaFactory()
    with pytest.raises(ValidationError):
        other.comment("Elsewhere", language="en", parent=first, by=carla)


def test_comment_sent_twice_is_written_once_and_there_is_a_limit(bruno):
    idea, key = IdeaFactory(), "2f8a5a52-0000-4000-8000-000000000001"
    assert idea.comment("A", language="en", key=key, by=bruno) == idea.comment("A", language="en", key=key, by=bruno)
    for number in range(COMMENTS_A_DAY - 1):
        idea.comment(f"{number}", language="en", by=bruno)
    with pytest.raises(ValidationError, match="tomorrow"):
        idea.comment("More", language="en", by=bruno)


def test_comment_is_edited_for_half_an_hour(bruno):
    comment = IdeaFactory().comment("Tress?", language="en", by=bruno)
    comment.edit("Trees?", by=bruno)
    assert Comment.objects.get().text == "Trees?"
    Comment.objects.update(created_at=timezone.now() - EDITABLE_FOR)
    with pytest.raises(ValidationError, match="30 minutes"):
        comment.edit("Too late", by=bruno)


def test_removed_words_are_gone_and_hidden_ones_are_explained(bruno, amina):
    idea = IdeaFactory()
    removed, hidden = (idea.comment(text, language="en", by=bruno) for text in ("One", "Two"))
    removed.remove(by=bruno)
    removed.remove(by=bruno)
    hidden.hide("An advertisement.", by=amina)
    assert heard("hidden") == {(bruno, "writer")}
    assert Comment.objects.get(pk=removed.pk).text == ""
    assert not Comment.objects.standing().exists()
    with pytest.raises(ValidationError, match="already been hidden"):
        hidden.hide("Again", by=amina)
    with pytest.raises(ValidationError, match="still stands"):
        idea.comment("?", language="en", parent=hidden, by=amina)


def test_idea_is_set_aside_for_a_reason_and_can_be_taken_up(amina):
    idea = IdeaFactory()
    with pytest.raises(ValidationError, match="reason"):
        idea.set_aside(" ", by=amina)
    idea.set_aside("Not this year.", by=amina)
    assert heard("set_aside") == {(idea.author, "author")}
    for verb in (lambda: idea.support(by=amina), lambda: idea.comment("?", language="en", by=amina)):
        with pytest.raises(ValidationError, match="closed"):
            verb()
    idea.take_up(by=amina)
    assert (idea.status, idea.reason) == ("proposed", "")


def test_second_one_hears_who_was_first(amina, sofia):
    idea = IdeaFactory()
    mine = Idea.objects.get()
    team(idea, by=amina)
    with pytest.raises(ValidationError, match="Amina Diallo was faster"):
        mine.set_aside("No.", by=sofia)
    with pytest.raises(ValidationError, match="Amina Diallo was faster"):
        team(Idea.objects.get(), by=sofia)


def test_author_and_supporters_hear_of_the_team(amina, bruno):
    idea = IdeaFactory()
    idea.support(by=bruno)
    coordinator = partner_person()
    team(idea, coordinator=coordinator, by=amina)
    assert heard("founded") == {(idea.author, "author"), (bruno, "supporter")}
    assert heard("asked") == {(coordinator, "person")}
    assert partner_of(coordinator)


def test_states_are_found_as_they_are_told(amina):
    proposed, aside = IdeaFactory(title="Proposed"), IdeaFactory(title="Aside")
    aside.set_aside("No.", by=amina)
    forming = team(IdeaFactory(title="Forming"))
    for state, idea in (("proposed", proposed), ("set_aside", aside), ("forming", forming.idea)):
        assert [(each, each.state) for each in Idea.objects.in_state(state)] == [(idea, state)]
    assert not Idea.objects.in_state("formed").exists()


def test_words_find_ideas_without_accents():
    idea = IdeaFactory(title="Haies à Dédougou")
    assert list(Idea.objects.about("dedougou haies")) == [idea]
    assert not Idea.objects.about("100%_").exists()
