"""What a person can have of questions to scientists, for the tests of export and erasure."""

from tests.factories.questions import QuestionFactory, answered, expert


def kept_of(person, by):
    """{model: what "Download my data" must hold} of one row of each."""
    mandate = expert(person, themes=["forests"], regions=["africa"])
    question = QuestionFactory(asker=person, title="Que carvalhos?", text="No cerrado.", language="es", is_unnamed=True)
    answered(question)
    follow_up = question.follow_up("E que pinheiros?", language="es", by=person)
    question.close("Já foi perguntado.", by=by)
    other = answered(QuestionFactory(title="Another question"), author=mandate, text="Quatro metros.")
    other.edit("Cinco metros.", by=person)
    other.accept(by=other.question.asker)
    mandate.end(by=by)
    return {
        "questions.Expert": ["Forests", "Africa", mandate.started_at, mandate.ended_at],
        "questions.Question": ["Que carvalhos?", "No cerrado.", "Já foi perguntado.", question.answered_at],
        "questions.Answer": [
            "Another question",
            "Cinco metros.",
            other.answered_at,
            other.edited_at,
            other.accepted_at,
        ],
        "questions.FollowUp": ["E que pinheiros?", follow_up.written_at],
    }


def write_everywhere(person, word):
    """One row of each of hers, with `word` in what goes when she does."""
    QuestionFactory(asker=person, title=f"{word} asks", text=f"{word} asks more")
    done = answered(QuestionFactory(asker=person)).question
    done.follow_up(f"{word} adds", language="en", by=person)
    answer = answered(author=expert(person), text=f"{word} slips")
    answer.edit("Five metres.", by=person)
