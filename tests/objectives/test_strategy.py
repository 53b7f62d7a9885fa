"""The strategy of an objective, and proposals to change it."""

import pytest
from django.core.exceptions import ValidationError

from core.models import Activity
from objectives.models import StrategyItem, StrategyProposal
from tests.factories import UserFactory
from tests.factories.strategy import TEXTS, ProposalFactory, StrategyItemFactory, rewording

pytestmark = pytest.mark.django_db

NEW = {"en": "Too few are funded.", "fr": "Trop peu sont financés.", "es": "Se financian demasiado pocos."}


@pytest.fixture
def item():
    return StrategyItemFactory(is_example=True)


def test_addition_is_accepted_in_three_languages(sofia, fatou):
    proposal = ProposalFactory(by=fatou)
    with pytest.raises(ValidationError) as refused:
        proposal.accept(texts={"en": "Bare."}, by=sofia)
    assert refused.value.message_dict.keys() == {"text_fr", "text_es"}
    proposal.accept(texts=TEXTS, by=sofia)
    item = proposal.item
    assert (item.kind, item.texts, item.is_current) == ("cause", TEXTS, True)
    assert (proposal.status, proposal.decided_by) == ("accepted", sofia)
    assert list(proposal.objective.strategy_items.current()) == [item]


def test_rewording_is_accepted_and_the_item_keeps_its_past(item, sofia, fatou):
    before = item.texts
    proposal = rewording(item, by=fatou)
    proposal.accept(texts=NEW, seen=item.stamp, by=sofia)
    item.refresh_from_db()
    assert item.texts == NEW
    assert not item.is_example
    assert [texts for texts, _until in item.past_wordings] == [before]


def test_removal_retires_the_item(item, sofia, fatou):
    proposal = ProposalFactory(change="removal", item=item, text="", by=fatou)
    proposal.accept(seen=item.stamp, by=sofia)
    item.refresh_from_db()
    assert not item.is_current
    assert not item.objective.strategy_items.current().exists()


def test_proposal_is_declined_with_a_reason(sofia, fatou):
    proposal = ProposalFactory(by=fatou)
    with pytest.raises(ValidationError, match="Give a reason"):
        proposal.decline(reason=" ", by=sofia)
    proposal.decline(reason="It is a consequence.", by=sofia)
    assert (proposal.status, proposal.reason) == ("declined", "It is a consequence.")
    assert Activity.objects.about(proposal).filter(verb="declined", actor=sofia).exists()


def test_second_decider_hears_who_was_first(sofia):
    proposal = ProposalFactory()
    second = StrategyProposal.objects.get(pk=proposal.pk)
    proposal.accept(texts=TEXTS, by=sofia)
    for call in (
        lambda: second.accept(texts=TEXTS, by=sofia),
        lambda: second.decline(reason="No.", by=sofia),
        lambda: second.withdraw(by=second.author),
    ):
        with pytest.raises(ValidationError, match="Sofia Lindqvist has already decided: accepted"):
            call()
    assert StrategyItem.objects.count() == 1


def test_item_that_changed_while_the_form_was_open_is_compared_first(item):
    seen = item.stamp
    item.put(text_en="Reworded meanwhile.")
    with pytest.raises(ValidationError, match="has changed meanwhile"):
        StrategyProposal.propose(
            item.objective, "rewording", item=item, text="Mine.", why="So.", language="en", seen=seen, by=UserFactory()
        )


def test_item_that_changed_after_the_proposal_is_shown_as_overtaken(item, sofia):
    proposal = rewording(item)
    assert not proposal.is_overtaken
    seen = item.stamp
    item.put(text_en="Reworded meanwhile.")
    proposal.refresh_from_db()
    assert proposal.is_overtaken
    assert proposal.before == "Few projects are funded."
    with pytest.raises(ValidationError, match="has changed meanwhile"):
        proposal.accept(texts=NEW, seen=seen, by=sofia)
    proposal.accept(texts=NEW, seen=item.stamp, by=sofia)


def test_retired_item_is_neither_reworded_nor_removed_again(item, sofia):
    waiting = rewording(item)
    item.retire(reason="Outdated.", by=sofia)
    with pytest.raises(ValidationError, match="retired meanwhile"):
        rewording(item)
    with pytest.raises(ValidationError, match="decline the proposal"):
        waiting.accept(texts=NEW, seen=item.stamp, by=sofia)


def test_same_proposal_is_made_once(item, fatou):
    rewording(item, by=fatou)
    with pytest.raises(ValidationError, match="waits for an answer already"):
        rewording(item, by=fatou, text="Another wording.")
    ProposalFactory(by=fatou)
    with pytest.raises(ValidationError, match="waits for an answer already"):
        ProposalFactory(by=fatou)
    ProposalFactory(by=fatou, text="Another cause.")


def test_rewording_has_to_change_something(item):
    with pytest.raises(ValidationError, match="present text"):
        rewording(item, text="Few projects are funded. ")


def test_item_is_retired_with_a_reason_and_restored(item, sofia):
    with pytest.raises(ValidationError, match="Give a reason"):
        item.retire(reason="", by=sofia)
    item.retire(reason="Outdated.", by=sofia)
    with pytest.raises(ValidationError, match="already been retired"):
        item.retire(reason="Again.", by=sofia)
    item.restore(by=sofia)
    with pytest.raises(ValidationError, match="current already"):
        item.restore(by=sofia)


def test_leader_comments_until_it_is_decided(amina, sofia):
    proposal = ProposalFactory()
    proposal.comment_on("I agree.", by=amina)
    proposal.comment_on("I agree fully.", by=amina)
    assert proposal.comment == "I agree fully."
    proposal.accept(texts=TEXTS, by=sofia)
    with pytest.raises(ValidationError, match="already decided"):
        proposal.comment_on("Late.", by=amina)


def test_who_may_propose_comment_decide_and_withdraw(amina, fatou, victor, sofia):
    proposal = ProposalFactory(by=fatou)
    objective = proposal.objective
    may = {
        "objectives.propose_strategyitem": (objective, {amina, fatou}),
        "objectives.comment_strategyproposal": (proposal, {amina}),
        "objectives.decide_strategyproposal": (proposal, {sofia}),
        "objectives.withdraw_strategyproposal": (proposal, {fatou}),
    }
    for permission, (about, allowed) in may.items():
        assert {each for each in (amina, fatou, victor, sofia) if each.has_perm(permission, about)} == allowed


def test_nobody_decides_on_the_own_proposal(sofia):
    sofia.is_superuser = True
    sofia.save()
    assert not sofia.has_perm("objectives.decide_strategyproposal", ProposalFactory(by=sofia))


def test_proposals_are_seen_by_the_task_force_and_the_secretariat(amina, fatou, victor, sofia):
    proposal = ProposalFactory(by=fatou)
    seen = {each for each in (amina, fatou, victor, sofia) if proposal in StrategyProposal.objects.visible_to(each)}
    assert seen == {amina, fatou, sofia}
