"""Rows of the permission matrix about questions to scientists: anybody signed in asks, experts answer."""

import rules

from core.permissions import veto
from questions.models import Expert


@rules.predicate
def is_asker(user, question):
    """The question is her own."""
    return question is not None and question.asker_id == user.pk


@rules.predicate
def is_expert(user):
    """She answers questions today."""
    return user.is_authenticated and Expert.objects.in_force().filter(person=user).exists()


@rules.predicate
def wrote(user, answer):
    """The answer is her own, and her mandate has not ended."""
    return answer is not None and answer.author.person_id == user.pk and answer.author.is_open


@rules.predicate
def asked_its_question(user, answer):
    """It answers her own question."""
    return answer is not None and answer.question.asker_id == user.pk


answers = is_expert & ~is_asker

rules.add_perm("questions.withdraw_question", is_asker)
rules.add_perm("questions.answer_question", answers)
rules.add_perm("questions.follow_up_question", is_asker | is_expert)
rules.add_perm("questions.edit_answer", wrote)
rules.add_perm("questions.accept_answer", asked_its_question)

# Nobody speaks in another's place; who works in the secretariat answers when named an expert.
veto("questions.withdraw_question", ~is_asker)
veto("questions.answer_question", ~answers)
veto("questions.follow_up_question", ~(is_asker | is_expert))
veto("questions.edit_answer", ~wrote)
veto("questions.accept_answer", ~asked_its_question)
