"""The verbs of questions to scientists, for tests/core/test_verbs.py."""

from datetime import timedelta

from django.utils import timezone

from questions.models import Question
from tests.factories.questions import QuestionFactory, answered, expert, theme


def on(obj, verb):
    verb(obj)
    return obj


def forgotten():
    question = QuestionFactory()
    Question.objects.filter(pk=question.pk).update(asked_at=timezone.now() - timedelta(days=60))
    return question


def closed(sofia):
    return on(QuestionFactory(), lambda one: one.close("So.", by=sofia))


def assigned(sofia):
    return on(QuestionFactory(), lambda one: one.assign(expert(), by=sofia))


# {class.verb: (what it records, a function of (a2, sofia) that lets it happen and returns the object)}
VERBS = {
    "Expert.name": ("named", lambda a2, sofia: expert()),
    "Expert.redirect": (
        "redirected",
        lambda a2, sofia: on(expert(), lambda one: one.redirect(themes=[theme("forests")], by=sofia)),
    ),
    "Expert.end": ("ended", lambda a2, sofia: on(expert(), lambda one: one.end(by=sofia))),
    "QuestionQuerySet.ask": ("asked", lambda a2, sofia: QuestionFactory()),
    "Question.withdraw": (
        "withdrawn",
        lambda a2, sofia: on(QuestionFactory(), lambda one: one.withdraw(by=one.asker)),
    ),
    "Question.assign": ("assigned", lambda a2, sofia: assigned(sofia)),
    "Question.close": ("closed", lambda a2, sofia: closed(sofia)),
    "Question.reopen": ("reopened", lambda a2, sofia: on(closed(sofia), lambda one: one.reopen(by=sofia))),
    "Answering.answer": ("given", lambda a2, sofia: answered()),
    "Answering.follow_up": (
        "written",
        lambda a2, sofia: on_own(QuestionFactory()),
    ),
    "Answering.remind": ("reminded", lambda a2, sofia: on(forgotten(), lambda one: one.remind())),
    "Answer.edit": ("edited", lambda a2, sofia: on(answered(), lambda one: one.edit("Five.", by=one.author.person))),
    "Answer.accept": ("accepted", lambda a2, sofia: on(answered(), lambda one: one.accept(by=one.question.asker))),
}


def on_own(question):
    return question.follow_up("On clay.", language="en", by=question.asker)


# {verb: (a function of the task force that prepares, a function of what it made and of Sofia that calls the verb)},
# for tests/security/test_atomic_verbs.py: the verbs that write more than one row.
SEVERAL_ROWS = {
    "ask scientists": (lambda a2: expert(), lambda made, sofia: QuestionFactory(asker=sofia)),
    "name an expert": (lambda a2: None, lambda made, sofia: expert(sofia)),
    "redirect an expert": (
        lambda a2: expert(),
        lambda made, sofia: made.redirect(themes=[theme("forests")], by=sofia),
    ),
    "answer a question": (
        lambda a2: (QuestionFactory(), expert()),
        lambda made, sofia: answered(made[0], author=made[1]),
    ),
    "assign a question": (
        lambda a2: (QuestionFactory(), expert()),
        lambda made, sofia: made[0].assign(made[1], by=sofia),
    ),
    "accept an answer": (lambda a2: answered(), lambda made, sofia: made.accept(by=made.question.asker)),
}
