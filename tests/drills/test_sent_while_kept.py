"""Words that were kept by themselves a moment ago arrive while a statement is being sent: it is sent, and whole."""

import pytest
from django.test import Client
from django.urls import reverse

from taskforces.models import Statement
from tests.drills.test_two_versions import at_once
from tests.factories.candidates import WORDS, call_for, candidate

pytestmark = pytest.mark.drill

ROUNDS = 20


@pytest.mark.django_db(transaction=True)
def test_older_words_do_not_stop_a_statement_that_is_being_sent(house, cast):
    application = candidate(call_for(cast.a2), cast.bruno)
    pages = [reverse(f"taskforces:{name}", args=["a2", application.pk]) for name in ("statement", "statement-autosave")]
    windows = [Client(), Client()]
    for window in windows:
        window.force_login(cast.bruno)
    older = {"motivation": WORDS["motivation"]}
    for _round in range(ROUNDS):
        Statement.objects.filter(application=application).delete()
        at_once(
            lambda: windows[0].post(pages[0], WORDS | {"send": "yes"}),
            lambda: windows[1].post(pages[1], older),
        )
        statement = Statement.objects.get(application=application)
        assert statement.is_sent
        assert {name: getattr(statement, name) for name in WORDS} == WORDS
