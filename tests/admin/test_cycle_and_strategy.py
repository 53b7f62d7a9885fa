"""The secretariat and the strategy: deciding on proposals in three languages, exceptions of the cycle, Today."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.models import Activity
from notifications.models import Notice
from objectives.models import StrategyItem
from taskforces.models import StageRecord, TaskForce
from tests.factories.cycle import at_stage, attested, stood_since
from tests.factories.strategy import TEXTS, ProposalFactory, StrategyItemFactory, rewording

pytestmark = pytest.mark.django_db

IN_COLUMNS = {f"text_{code}": words for code, words in TEXTS.items()}


@pytest.fixture
def sofias(client, sofia):
    client.force_login(sofia)
    return client


def verb_url(obj, name):
    meta = obj._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{name}", args=[obj.pk])


def told(obj, verb):
    """{person: audience} of those who hear of what happened to `obj`."""
    activity = Activity.objects.about(obj).get(verb=verb)
    Notice.objects.announce(activity.pk)
    return {notice.recipient: notice.audience for notice in Notice.objects.filter(activity=activity)}


def test_proposal_is_accepted_with_its_translations(sofias, fatou):
    proposal = ProposalFactory(by=fatou)
    path = verb_url(proposal, "accept")
    html = sofias.get(path).content.decode()
    assert TEXTS["en"] in html
    assert "To be translated" in html
    answer = sofias.post(path, {"text_en": "Bare."})
    assert answer.context["form"].errors.keys() == {"text_fr", "text_es"}
    assert sofias.post(path, IN_COLUMNS).status_code == 302
    assert StrategyItem.objects.get().texts == TEXTS
    assert told(proposal, "accepted") == {fatou: "author"}
    assert "Sofia Lindqvist has already decided" in sofias.post(path, IN_COLUMNS).content.decode()


def test_item_changed_while_the_secretariat_translated_is_shown(sofias, fatou):
    item = StrategyItemFactory()
    path = verb_url(rewording(item, by=fatou), "accept")
    seen = sofias.get(path).context["form"].initial["seen"]
    item.put(text_en="Reworded meanwhile.")
    answer = sofias.post(path, IN_COLUMNS | {"seen": seen})
    html = answer.content.decode()
    assert "It reads now: Reworded meanwhile." in html
    assert TEXTS["fr"] in html
    assert f'value="{item.stamp}"' in html
    assert sofias.post(path, IN_COLUMNS | {"seen": item.stamp}).status_code == 302
    item.refresh_from_db()
    assert item.texts == TEXTS


def test_removal_is_accepted_without_words(sofias, fatou):
    item = StrategyItemFactory()
    proposal = ProposalFactory(change="removal", item=item, text="", by=fatou)
    path = verb_url(proposal, "accept")
    form = sofias.get(path).context["form"]
    assert list(form.fields) == ["seen"]
    sofias.post(path, {"seen": item.stamp})
    item.refresh_from_db()
    assert not item.is_current


def test_declining_asks_for_a_reason_that_the_author_reads(sofias, fatou, amina):
    proposal = ProposalFactory(by=fatou)
    assert told(proposal, "made").items() >= {amina: "leader"}.items()
    path = verb_url(proposal, "decline")
    assert sofias.post(path, {"reason": ""}).status_code == 200
    sofias.post(path, {"reason": "It is a consequence."})
    assert told(proposal, "declined") == {fatou: "author"}


def test_own_proposal_is_not_decided(sofias, sofia):
    path = verb_url(ProposalFactory(by=sofia), "accept")
    assert sofias.post(path, IN_COLUMNS).status_code == 403


def test_item_is_written_edited_and_retired(sofias):
    typed = {"objective": StrategyItemFactory().objective.pk, "kind": "obstacle", "position": 3, "source": "Delphi 4.1"}
    sofias.post(reverse("admin:objectives_strategyitem_add"), typed | IN_COLUMNS)
    item = StrategyItem.objects.get(kind="obstacle")
    assert item.texts == TEXTS
    change = reverse("admin:objectives_strategyitem_change", args=[item.pk])
    sofias.post(change, typed | IN_COLUMNS | {"text_en": "New."})
    sofias.post(verb_url(item, "retire"), {"reason": "Outdated."})
    item.refresh_from_db()
    assert (item.text_en, item.status) == ("New.", "retired")
    assert list(Activity.objects.about(item).values_list("verb", flat=True)) == ["retired", "edited", "registered"]


def test_people_hear_of_moves_and_exceptions(sofias, a2, amina, fatou, sofia):
    at_stage(a2, 1)
    for code in ("register-in-every-region", "literature-gathered"):
        attested(a2, code)
    assert told(a2.move_on(by=amina), "moved_on") == {fatou: "people", sofia: "secretariat"}
    sofias.post(verb_url(a2.position, "overrule"), {"reason": "The gaps are known."})
    assert told(a2.position, "overruled") == {amina: "people", fatou: "people"}
    sofias.post(verb_url(a2.position, "move_back"), {"reason": "They are not."})
    assert a2.position.way == "moved_back"
    assert told(a2.position, "moved_back") == {amina: "people", fatou: "people"}


def test_attested_output_is_taken_back(sofias, a2):
    delivery = attested(a2, "planning-meeting-held")
    sofias.post(verb_url(delivery, "take_back"), {"reason": "It was postponed."})
    delivery.refresh_from_db()
    assert not delivery.can_be_taken_back


def test_code_of_an_output_stays(sofias, a2):
    output = a2.position.stage.outputs.get(code="planning-meeting-held")
    path = reverse("admin:taskforces_output_change", args=[output.pk])
    typed = {"stage": output.stage_id, "code": "other", "position": 1, "can_be_attested": "on"}
    sofias.post(path, typed | {f"title_{code}": f"Meeting {code}" for code in TEXTS})
    output.refresh_from_db()
    assert (output.code, output.title_fr, output.is_required) == ("planning-meeting-held", "Meeting fr", False)


def test_today_counts_what_its_lists_show(sofias, fatou):
    ProposalFactory(by=fatou)
    stood_since(TaskForce.objects.get(objective__code="B1"), timezone.now() - timedelta(days=200))
    waiting = {str(item.title): item for item in sofias.get("/admin/").context_data["waiting"]}
    for title in ("Proposals about the strategy", "Task forces stuck for over 6 months"):
        assert waiting[title].number == 1
        assert sofias.get(waiting[title].url).context_data["cl"].result_count == 1
    assert StageRecord.objects.stuck().count() == 1
