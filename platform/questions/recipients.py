"""Who hears of questions to scientists, and in which words (templates/notices/questions/)."""

from accounts.models import User
from core.announcing import recipients_of
from core.notice_kinds import Kind
from questions.models import Expert


def people(experts):
    """The persons behind those of `experts` who answer today."""
    return User.objects.active().filter(pk__in=experts.in_force().values("person"))


@recipients_of("questions.expert.named")
def expert_named(activity):
    if activity.object.is_open:
        yield "person", [activity.object.person]


@recipients_of("questions.question.asked")
def question_asked(activity):
    """Those it went to; the secretariat where that is nobody. Nobody once it is withdrawn."""
    question = activity.object
    if question.can_be_answered:
        experts = people(question.experts)
        if experts.exists():
            yield "expert", experts
        else:
            yield "secretariat", User.objects.secretariat().exclude(pk=question.asker_id)


@recipients_of("questions.question.assigned")
def question_assigned(activity):
    if activity.object.can_be_answered:
        yield "expert", people(Expert.objects.filter(pk=activity.data.get("expert")))


@recipients_of("questions.question.reminded")
def question_reminded(activity):
    yield "secretariat", User.objects.secretariat()


@recipients_of("questions.question.closed", Kind.QUESTION)
def question_closed(activity):
    yield "asker", [activity.object.asker]


@recipients_of("questions.answer.given")
def answer_given(activity):
    yield "asker", [activity.object.question.asker]


@recipients_of("questions.answer.accepted", Kind.QUESTION)
def answer_accepted(activity):
    yield "author", [activity.object.author.person]


@recipients_of("questions.followup.written", Kind.QUESTION)
def follow_up_written(activity):
    """The other side: the asker, or the experts who answered or wrote; those it waits for where nobody has."""
    follow_up = activity.object
    question = follow_up.question
    if not follow_up.is_by_asker:
        yield "asker", [question.asker]
        return
    answering = Expert.objects.filter(answers__question=question)
    yield "expert", people(answering if answering.in_force().exists() else question.experts.all())
