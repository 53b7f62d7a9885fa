"""Questions to scientists: led to who knows, answered, closed."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.duties import kinds
from core.models import Activity
from home.today import everything
from notifications.models import Notice
from questions.models import Answer, Expert, Question
from questions.models.limits import FOLLOW_UPS_A_DAY, QUESTIONS_A_DAY
from questions.tasks import remind_of_unanswered_questions
from tests.factories import UserFactory
from tests.factories.questions import QuestionFactory, answered, expert, region

pytestmark = pytest.mark.django_db


def told(person):
    """What a person has been told, in templates' words."""
    return set(Notice.objects.filter(recipient=person).values_list("activity__verb", flat=True))


def announce():
    for pk in Activity.objects.unannounced().values_list("pk", flat=True):
        Notice.objects.announce(pk)


def aged(question, days):
    Question.objects.filter(pk=question.pk).update(asked_at=timezone.now() - timedelta(days=days))
    question.refresh_from_db()
    return question


def waits(name, person):
    return list(kinds()[name](person))


# -- To whom it goes


def test_question_goes_to_the_experts_of_theme_and_region():
    here, everywhere = expert(regions=["africa"]), expert()
    elsewhere, other = expert(regions=["europe"]), expert(themes=["forests"])
    question = QuestionFactory(region=region())
    assert set(question.experts.all()) == {here, everywhere}
    assert elsewhere.is_open and other.is_open
    assert set(QuestionFactory().experts.all()) == {everywhere}


def test_nobody_of_the_region_leads_to_all_of_the_theme_and_nobody_at_all_to_the_secretariat(sofia):
    far = expert(regions=["europe"])
    question = QuestionFactory(region=region())
    assert list(question.experts.all()) == [far]
    lonely = QuestionFactory(themes=["forests"])
    announce()
    assert told(far.person) >= {"asked"} and "asked" in told(sofia)
    assert waits("questions.unanswered", sofia) == [lonely]


def test_own_question_never_goes_to_oneself():
    own = expert()
    question = QuestionFactory(asker=own.person)
    assert not question.experts.exists()
    with pytest.raises(ValidationError):
        question.answer("I know.", language="en", by=own.person)


def test_question_waits_for_its_experts_until_somebody_answers(sofia):
    first, second = expert(), expert()
    question = QuestionFactory()
    assert waits("questions.answer", first.person) == waits("questions.answer", second.person) == [question]
    assert waits("questions.unanswered", sofia) == []
    answered(question, author=first)
    assert waits("questions.answer", second.person) == []


def test_question_of_experts_whose_mandates_ended_waits_for_the_secretariat(sofia):
    gone = expert()
    question = QuestionFactory()
    gone.end(by=sofia)
    assert waits("questions.answer", gone.person) == []
    assert waits("questions.unanswered", sofia) == [question]
    assert waits("questions.unanswered", gone.person) == []


def test_secretariat_is_told_once_after_two_weeks(sofia, settings):
    expert()
    young, old = aged(QuestionFactory(), 13), aged(QuestionFactory(), 15)
    assert remind_of_unanswered_questions() is None
    assert remind_of_unanswered_questions() is None
    announce()
    reminded = Notice.objects.filter(recipient=sofia, activity__verb="reminded")
    assert [notice.activity.object for notice in reminded] == [old]
    assert waits("questions.unanswered", sofia) == [old]
    row = next(each for each in everything() if each.url.endswith("/questions/question/?waiting=ours"))
    assert (row.number, row.since) == (1, old.asked_at)
    settings.QUESTIONS_UNANSWERED_AFTER_DAYS = 12
    assert waits("questions.unanswered", sofia) == [old, young]


def test_answered_question_is_not_reminded_of():
    question = aged(QuestionFactory(), 20)
    answered(question)
    assert not question.remind()


# -- Asking


def test_form_sent_twice_asks_once(victor):
    key = "4c2a7c0e-8d3c-4a52-9a42-0c8a4f1f0001"
    first, second = (QuestionFactory(asker=victor, key=key) for _time in range(2))
    assert first == second
    assert QuestionFactory(key=key) != first


def test_question_needs_a_theme_and_somebody_asks_so_many_a_day(victor):
    with pytest.raises(ValidationError):
        QuestionFactory(asker=victor, themes=())
    for _time in range(QUESTIONS_A_DAY):
        QuestionFactory(asker=victor)
    with pytest.raises(ValidationError):
        QuestionFactory(asker=victor)


def test_question_is_withdrawn_before_its_first_answer_and_not_after(victor, bruno, sofia):
    question, other = QuestionFactory(asker=victor), answered().question
    question.withdraw(by=victor)
    assert not Question.objects.visible_to(bruno).filter(pk=question.pk).exists()
    assert Question.objects.visible_to(victor).filter(pk=question.pk).exists()
    assert Question.objects.visible_to(sofia).filter(pk=question.pk).exists()
    with pytest.raises(ValidationError):
        other.withdraw(by=other.asker)


# -- Answering


def test_answer_is_told_to_the_asker_and_its_time_is_known(victor):
    question = aged(QuestionFactory(asker=victor), 3)
    answer = answered(question)
    question.refresh_from_db()
    assert (question.status, question.answered_at, question.waiting_days) == ("answered", answer.answered_at, 3)
    announce()
    assert "given" in told(victor)


def test_second_answer_keeps_the_time_of_the_first():
    first = answered()
    second = answered(first.question)
    assert Question.objects.get().answered_at == first.answered_at < second.answered_at


def test_only_experts_in_force_answer(bruno, sofia):
    former = expert()
    former.end(by=sofia)
    for person in (bruno, sofia, former.person):
        assert not person.has_perm("questions.answer_question", QuestionFactory())
        with pytest.raises(ValidationError):
            QuestionFactory().answer("So.", language="en", by=person)
    expert(sofia)
    assert sofia.has_perm("questions.answer_question", QuestionFactory())


def test_answer_is_edited_for_half_an_hour_and_its_history_is_kept():
    answer = answered(text="Six.")
    answer.edit("Seven.", by=answer.author.person)
    assert Answer.pgh_event_model.objects.filter(pgh_obj=answer, text="Six.").exists()
    Answer.objects.update(answered_at=timezone.now() - timedelta(minutes=31))
    with pytest.raises(ValidationError):
        answer.edit("Eight.", by=answer.author.person)


def test_asker_accepts_one_answer_and_may_change_her_mind():
    first = answered()
    second = answered(first.question)
    first.accept(by=first.question.asker)
    second.accept(by=first.question.asker)
    assert list(Answer.objects.exclude(accepted_at=None)) == [second]
    announce()
    assert "accepted" in told(first.author.person)
    with pytest.raises(ValidationError):
        second.accept(by=first.question.asker)
    with pytest.raises(IntegrityError), transaction.atomic():
        Answer.objects.update(accepted_at=timezone.now())


def test_nobody_accepts_or_edits_in_anothers_place(sofia):
    answer = answered()
    root = UserFactory(is_superuser=True, is_staff=True)
    for person in (sofia, root):
        assert not person.has_perm("questions.accept_answer", answer)
        assert not person.has_perm("questions.edit_answer", answer)
        assert not person.has_perm("questions.withdraw_question", answer.question)


def test_follow_ups_go_to_the_other_side(victor):
    there, author = expert(), expert()
    question = QuestionFactory(asker=victor)
    question.follow_up("On clay.", language="en", by=victor)
    announce()
    assert "written" in told(there.person) & told(author.person)
    answered(question, author=author)
    question.follow_up("Which trees?", language="en", by=author.person)
    announce()
    assert "written" in told(victor)


def test_somebody_follows_up_so_many_times_a_day(victor):
    question = QuestionFactory(asker=victor)
    for _time in range(FOLLOW_UPS_A_DAY):
        question.follow_up("And?", language="en", by=victor)
    with pytest.raises(ValidationError):
        question.follow_up("And?", language="en", by=victor)


# -- The secretariat


def test_secretariat_leads_a_question_to_somebody_else(sofia):
    somebody = expert(themes=["forests"])
    question = QuestionFactory()
    question.assign(somebody, by=sofia)
    announce()
    assert "assigned" in told(somebody.person) and waits("questions.answer", somebody.person) == [question]
    with pytest.raises(ValidationError):
        question.assign(somebody, by=sofia)
    with pytest.raises(ValidationError):
        question.assign(expert(question.asker), by=sofia)


def test_closed_question_takes_no_words_and_reopens_as_it_was(sofia):
    open_one, done = QuestionFactory(), answered().question
    for question in (open_one, done):
        question.close("Answered elsewhere.", by=sofia)
        with pytest.raises(ValidationError):
            question.answer("So.", language="en", by=expert().person)
        with pytest.raises(ValidationError):
            question.follow_up("So?", language="en", by=question.asker)
        question.reopen(by=sofia)
    assert (open_one.status, done.status) == ("open", "answered")
    with pytest.raises(ValidationError):
        open_one.close(" ", by=sofia)


def test_person_is_named_once_and_again_after_the_end(sofia, bruno):
    mandate = expert(bruno)
    with pytest.raises(ValidationError):
        expert(bruno)
    mandate.end(by=sofia)
    assert expert(bruno) in Expert.objects.in_force()
    with pytest.raises(ValidationError):
        mandate.end(by=sofia)


def test_expert_is_redirected_to_other_themes(sofia):
    mandate = expert()
    mandate.redirect(themes=expert(themes=["forests"]).themes.all(), by=sofia)
    assert mandate not in QuestionFactory().experts.all()


# -- Finding


@pytest.mark.parametrize("words", ["hedge", "SUELOS arido", "árido", "comptage verger", "vergers"])
def test_question_is_found_by_words_in_three_languages_without_accents(words):
    question = QuestionFactory(title="Hedges", text="Suelo árido de los Andes", language="es")
    answered(question, text="Le comptage des vergers se fait en été.")
    other = QuestionFactory(title="Something else", text="Of water")
    assert list(Question.objects.about(words)) == [question] != [other]


@pytest.mark.parametrize("words", ["!!!", "& | !", "'", "(", "\\", ":*", "a" * 100])
def test_signs_are_no_words(words):
    QuestionFactory()
    assert list(Question.objects.about(words)) == []
