"""Questions to scientists, measured like the other pages."""

import pytest

from tests.a11y.test_axe import enter, faults_of
from tests.factories.questions import QuestionFactory, answered, expert

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pages_of_questions(open_browser, live_server, cast):
    page = open_browser(width=360)
    mandate = expert(cast.amina)
    question = QuestionFactory(asker=cast.bruno, title="Agroforesterie et conservation des sols", language="fr")
    answer = answered(question, author=mandate, text="See https://soil.example/a-rather-long-address/of-a-page")
    question.follow_up("Quels arbres ?", language="fr", by=cast.bruno)
    answer.accept(by=cast.bruno)
    closed = QuestionFactory(asker=cast.bruno, is_unnamed=True)
    closed.close("Déjà demandé.", by=cast.sofia)
    here = f"questions/{question.pk}/"
    enter(page, live_server, cast.amina)
    own = ["questions/", "questions/?q=nothing", "questions/ask/", here, f"questions/{closed.pk}/"]
    assert faults_of(page, [*own, f"questions/answers/{answer.pk}/edit/"]) == []
