"""An asker withdraws while experts answer: either the question has an answer, or it is gone."""

import pytest

from questions.models import Answer, Question
from tests.drills.test_posts_at_once import at_once, fresh
from tests.factories.questions import QuestionFactory, answered, expert

pytestmark = pytest.mark.drill

ROUNDS = 5


@pytest.mark.django_db(transaction=True)
def test_withdrawn_question_has_no_answer(house, cast):
    experts = [expert() for _each in range(3)]
    for _round in range(ROUNDS):
        question = QuestionFactory()
        refused = at_once(*answering(question, experts), withdrawing(question))
        stored = fresh(question)
        assert (stored.status, stored.answers.count(), refused) in [("withdrawn", 0, 3), ("answered", 3, 1)]


@pytest.mark.django_db(transaction=True)
def test_one_answer_is_accepted_however_many_are_pressed(house, cast):
    question = QuestionFactory()
    answers = [answered(question) for _each in range(4)]
    assert at_once(*(lambda pk=pk: accept(pk, question) for pk in [answer.pk for answer in answers])) == 0
    assert Answer.objects.exclude(accepted_at=None).count() == 1


@pytest.mark.django_db(transaction=True)
def test_form_pressed_at_once_asks_once(house, cast):
    key = "4c2a7c0e-8d3c-4a52-9a42-0c8a4f1f0002"
    assert at_once(*[lambda: QuestionFactory(asker=cast.victor, key=key)] * 4) == 0
    assert Question.objects.count() == 1


def answering(question, experts):
    return [lambda who=who: answered(fresh(question), author=who) for who in experts]


def withdrawing(question):
    return lambda: fresh(question).withdraw(by=question.asker)


def accept(pk, question):
    Answer.objects.get(pk=pk).accept(by=question.asker)
