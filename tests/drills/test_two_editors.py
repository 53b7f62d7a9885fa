"""Two people edit one joining form at the same moment: one is first, the other is told, one version is in force."""

from functools import partial

import pytest

from taskforces.models import JoiningForm
from tests.drills.test_two_nominations import at_once
from tests.taskforces.questions import own_form

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]

ROUNDS = 20


@pytest.fixture
def draft(house, cast):
    """The next version of A2's form."""
    own_form(cast.a2, by=cast.amina)
    return JoiningForm.objects.draft(cast.a2, by=cast.amina)


def test_of_two_wordings_one_is_saved_and_the_other_editor_is_told(draft, cast):
    for turn in range(ROUNDS):
        seen = draft.questions.get(key="short_text").stamp
        editors = {f"Words of Amina {turn}": cast.amina, f"Words of Sofia {turn}": cast.sofia}

        def reword(words, by, seen=seen):
            mine = JoiningForm.objects.get(pk=draft.pk)
            mine.change_question("short_text", {"label_en": words}, by=by, seen=seen)

        outcomes = at_once(*(partial(reword, words, by) for words, by in editors.items()))
        [refusal] = [outcome for outcome in outcomes if outcome]
        assert "Somebody else has changed this question" in refusal
        assert draft.questions.get(key="short_text").label_en == [*editors][outcomes.index(None)]


def test_of_two_who_publish_one_does_and_one_version_is_in_force(draft, cast):
    for _turn in range(ROUNDS):
        current = JoiningForm.objects.draft(cast.a2, by=cast.amina)
        mine, theirs = (JoiningForm.objects.get(pk=current.pk) for _editor in range(2))
        outcomes = at_once(partial(mine.publish, by=cast.amina), partial(theirs.publish, by=cast.sofia))
        [refusal] = [outcome for outcome in outcomes if outcome]
        assert "published this draft meanwhile" in refusal
        assert JoiningForm.objects.of(cast.a2).pk == current.pk
        assert cast.a2.joining_forms.in_force().count() == 1


def test_question_moved_and_removed_at_once_leaves_no_hole(draft, cast):
    for turn in range(ROUNDS):
        added = draft.add_question("short_text", {"label_en": f"Question {turn}"}, by=cast.amina)
        at_once(
            lambda key=added.key: JoiningForm.objects.get(pk=draft.pk).move_question(key, -1, by=cast.amina),
            lambda key=added.key: JoiningForm.objects.get(pk=draft.pk).remove_question(key, by=cast.sofia),
        )
        positions = [*draft.questions.order_by("position", "pk").values_list("position", flat=True)]
        assert not draft.questions.filter(key=added.key).exists()
        assert positions == sorted(set(positions))
