"""What processes keep for half a minute (large regions, words of lists) they keep for the whole run.

Otherwise a page would ask one question more or less because half a minute passed between two readings of it. A test
that changes such a word takes its change back, and what was kept of it goes, too.
"""

import math

import pytest
from django.core.signals import setting_changed
from django.db.models.signals import post_delete, post_save

from tests.sharing import keeps_rows


@pytest.fixture(scope="session")
def changed_words():
    """The labels of the models among them that have been saved or deleted since it was last emptied."""
    from core.lately import Lately
    from partners import vocabulary

    changed, watched = set(), {*vocabulary.WATCHED, "practices.Term"}

    def note(sender, **kwargs):
        if sender._meta.label in watched:
            changed.add(sender._meta.label)

    Lately.SECONDS = math.inf
    for signal in (post_save, post_delete):
        signal.connect(note, weak=False)
    return changed


@pytest.fixture(autouse=True)
def words_kept(request, changed_words):
    """Forget what a test has changed; around tests that empty the tables, forget all."""
    empties = keeps_rows(request.node)
    # What a house is furnished with has the same keys each time (official.py).
    has_other_keys = empties and "official" not in request.fixturenames
    if empties:
        forget()
    if has_other_keys:
        forget_questions()
    yield
    if empties or changed_words:
        changed_words.clear()
        forget()
    if has_other_keys:
        forget_questions()


def forget():
    from partners.vocabulary import vocabulary
    from practices.vocabularies import all_terms
    from regions import large

    for each in (large.kept, vocabulary, all_terms):
        each.forget()


def forget_questions():
    """Questions that are put together once (core/repeating.py) name kinds of things by their keys."""
    setting_changed.send(sender=forget_questions, setting="keys", value=None, enter=True)
