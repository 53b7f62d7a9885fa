"""The strategy of an objective, its items, proposals: each page for each reader."""

import pytest
from django.urls import reverse

from objectives.models import StrategyItem, StrategyProposal
from tests.factories import UserFactory
from tests.factories.strategy import TEXTS, ProposalFactory, StrategyItemFactory, rewording

pytestmark = pytest.mark.django_db

STRATEGY = "/en/objectives/a2/strategy/"
ADD = f"{STRATEGY}add/"
PROPOSALS = f"{STRATEGY}proposals/"
NEW = {"text": "Too few projects are funded.", "why": "We counted them.", "language": "en"}


@pytest.fixture
def item():
    return StrategyItemFactory(source="Delphi 2.4", is_example=True)


def html_of(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


def test_everybody_reads_the_strategy(client, item, sofia):
    StrategyItemFactory(text_en="Retired.").retire(reason="Old.", by=sofia)
    html = html_of(client, STRATEGY)
    for words in ("Few projects are funded.", "Source: Delphi 2.4", "example", "Critical success factors"):
        assert words in html
    assert "Retired." not in html
    assert "Propose" not in html
    assert "Peu de projets sont financés." in client.get("/fr/objectives/a2/strategy/").content.decode()
    assert "Context, problems, activities" in html_of(client, "/en/objectives/a2/")


def test_item_shows_its_past_to_everybody_and_proposals_to_its_people(client, item, fatou, sofia):
    proposal = rewording(item, by=fatou)
    proposal.accept(texts={code: f"New {code}" for code in TEXTS}, seen=item.stamp, by=sofia)
    path = item.get_absolute_url()
    html = html_of(client, path)
    assert "New en" in html
    assert "Few projects are funded." in html
    assert "Fatou" not in html
    client.force_login(fatou)
    assert "Fatou Sarr" in html_of(client, path)
    item.refresh_from_db()
    item.retire(reason="Old.", by=sofia)
    assert "Retired on" in html_of(client, path)


def test_members_propose_in_their_language(client, item, fatou):
    client.force_login(fatou)
    assert "Propose another wording" in html_of(client, STRATEGY)
    answer = client.get("/fr/objectives/a2/strategy/add/?kind=cause")
    assert answer.context["form"].initial == {"language": "fr", "kind": "cause"}
    typed = {"kind": "cause", "text": "Des champs nus.", "why": "Nous l’avons vu.", "language": "fr"}
    answer = client.post("/fr/objectives/a2/strategy/add/", typed)
    proposal = StrategyProposal.objects.get()
    assert answer.url.endswith(f"/strategy/proposals/{proposal.pk}/")
    assert (proposal.author, proposal.language, proposal.kind) == (fatou, "fr", "cause")
    assert client.post("/fr/objectives/a2/strategy/add/", typed).status_code == 200
    assert StrategyProposal.objects.count() == 1


def test_wording_and_removal_are_proposed(client, item, fatou, amina):
    client.force_login(fatou)
    reword, remove = (f"{STRATEGY}{item.pk}/{name}/" for name in ("reword", "remove"))
    assert client.get(reword).context["form"].initial["text"] == "Few projects are funded."
    client.post(reword, NEW | {"seen": item.stamp})
    client.force_login(amina)
    client.post(remove, {"why": "It is a cause.", "language": "en", "seen": item.stamp})
    assert set(item.proposals.values_list("change", flat=True)) == {"rewording", "removal"}


def test_item_changed_meanwhile_shows_both_texts_and_keeps_what_was_typed(client, item, fatou):
    client.force_login(fatou)
    path, seen = f"{STRATEGY}{item.pk}/reword/", item.stamp
    item.put(text_en="Reworded meanwhile.")
    html = client.post(path, NEW | {"seen": seen}).content.decode()
    for words in ("Somebody else has changed this item", "Reworded meanwhile.", NEW["text"], item.stamp):
        assert words in html
    assert not StrategyProposal.objects.exists()
    assert client.post(path, NEW | {"seen": item.stamp}).status_code == 302


@pytest.mark.parametrize("missing", ["text", "why", "kind", "language"])
def test_incomplete_proposal_is_shown_again(client, fatou, missing):
    client.force_login(fatou)
    typed = {"kind": "cause", "text": "Bare.", "why": "Seen.", "language": "en"} | {missing: ""}
    answer = client.post(ADD, typed)
    assert answer.status_code == 200
    assert missing in answer.context["form"].errors


def test_strangers_do_not_propose(client, item, victor, sofia):
    paths = [ADD, f"{STRATEGY}{item.pk}/reword/", f"{STRATEGY}{item.pk}/remove/"]
    for path in paths:
        assert client.get(path).url.startswith(reverse("account_login"))
        assert client.put(path).status_code in (302, 405)
    for person in (victor, sofia):
        client.force_login(person)
        assert {client.post(path, NEW).status_code for path in paths} == {403}


def test_retired_and_foreign_items_are_not_found(client, item, fatou, sofia):
    client.force_login(fatou)
    assert client.get(f"/en/objectives/a3/strategy/{item.pk}/").status_code == 404
    item.retire(reason="Old.", by=sofia)
    assert client.get(f"{STRATEGY}{item.pk}/reword/").status_code == 404
    assert client.get("/en/objectives/f9/strategy/").status_code == 404


def test_proposals_are_listed_for_the_task_force_and_the_secretariat(client, item, fatou, amina, victor, sofia):
    waiting, declined = ProposalFactory(by=fatou), ProposalFactory(by=amina, text="Declined.")
    declined.decline(reason="No.", by=sofia)
    assert client.get(PROPOSALS).url.startswith(reverse("account_login"))
    client.force_login(victor)
    html_of(client, PROPOSALS, 403)
    html_of(client, waiting.get_absolute_url(), 404)
    for person in (fatou, sofia):
        client.force_login(person)
        html = html_of(client, PROPOSALS)
        assert waiting.text in html
        assert "Declined." not in html
        assert "Declined." in client.get(PROPOSALS, {"show": "decided"}).content.decode()
    assert "Decide in the administration" in html_of(client, waiting.get_absolute_url())


def test_leader_comments_on_a_proposal(client, fatou, amina, sofia):
    proposal = ProposalFactory(by=fatou)
    path = f"{proposal.get_absolute_url()}comment/"
    client.force_login(fatou)
    assert client.post(path, {"text": "Mine."}).status_code == 403
    client.force_login(amina)
    assert client.get(path).status_code == 405
    assert "This field is required." in client.post(path, {"text": ""}).content.decode()
    assert "I agree." in client.post(path, {"text": "I agree."}, follow=True).content.decode()
    proposal.refresh_from_db()
    proposal.decline(reason="No.", by=sofia)
    html = client.post(path, {"text": "Too late."}).content.decode()
    assert "has already decided" in html


def test_author_withdraws_her_proposal(client, fatou, amina):
    proposal = ProposalFactory(by=fatou)
    path = f"{proposal.get_absolute_url()}withdraw/"
    client.force_login(amina)
    assert client.post(path).status_code == 403
    client.force_login(fatou)
    assert client.get(path).status_code == 405
    assert "withdrawn" in client.post(path, follow=True).content.decode()
    assert "does not wait for a decision" in client.post(path, follow=True).content.decode()


def test_overtaken_proposal_shows_three_texts(client, item, fatou):
    proposal = rewording(item, by=fatou)
    item.put(text_en="Reworded meanwhile.")
    client.force_login(fatou)
    html = html_of(client, proposal.get_absolute_url())
    for words in ("Few projects are funded.", "Reworded meanwhile.", "Too few projects are funded."):
        assert words in html


@pytest.mark.parametrize("path", [STRATEGY, PROPOSALS])
def test_pages_only_answer_reading(client, sofia, path):
    client.force_login(sofia)
    assert client.post(path).status_code == client.put(path).status_code == 405


@pytest.mark.parametrize(("path", "limit"), [(STRATEGY, 10), (PROPOSALS, 8), ("item", 12), ("proposal", 12)])
def test_number_of_queries_does_not_grow(client, amina, fatou, path, limit, item, django_assert_max_num_queries):
    proposal = rewording(item, by=fatou)
    path = {"item": item.get_absolute_url(), "proposal": proposal.get_absolute_url()}.get(path, path)
    client.force_login(amina)
    numbers = []
    for more in (1, 8):
        for number in range(more):
            StrategyItemFactory(text_en=f"Item {number}")
            rewording(item, by=UserFactory())
        client.get(path)
        with django_assert_max_num_queries(limit) as queries:
            assert client.get(path).status_code == 200
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def test_loading_holds_no_invented_item():
    assert not StrategyItem.objects.exists()
